import type { ISPFXContext } from '@pnp/sp';

/** Who is signed in, and the site whose lists are read: that of the page, or the one that the web part is told to read from. */
export interface Session {
  /** Server-relative: '/sites/school'; '/' for a root site. */
  readonly siteUrl: string;
  /** SharePoint's number of the person on this site. Every site numbers its people on its own. */
  readonly userId: number;
  /** What PnPjs needs to reach this site as this person: its address, and a digest for writing. */
  readonly context: ISPFXContext;
}
