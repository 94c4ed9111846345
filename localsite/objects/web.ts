/** A site collection. */
export interface Site {
  readonly id: string;
  /** Server-relative: `/sites/school`. */
  readonly url: string;
}

export interface Web {
  readonly id: string;
  readonly site: Site;
  readonly parent: string | null;
  /** Server-relative, without a final slash. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly created: string;
  readonly modified: string;
  readonly scope: number;
  readonly settings: WebSettings;
}

/** Ids of the three groups a site is made with, and what else may be set. */
export interface WebSettings {
  readonly ownersGroup?: number;
  readonly membersGroup?: number;
  readonly visitorsGroup?: number;
  readonly welcomePage?: string;
  readonly template?: string;
}
