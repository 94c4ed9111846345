import type { ISPFXContext } from '@pnp/sp';

/** Who is signed in where: what a web part knows from its page. */
export interface Session {
  /** Server-relative: '/sites/school'; '/' for a root site. */
  readonly siteUrl: string;
  /** SharePoint's number of the person on this site. */
  readonly userId: number;
  /** What PnPjs needs to reach the site as this person. */
  readonly context: ISPFXContext;
}
