/** A row as it stands on the site. */
export interface SiteRow {
  readonly id: number;
  readonly key: string;
  /** Below the list's root, without outer slash. */
  readonly folder: string;
  readonly hash: string;
  readonly hasOwnScope: boolean;
  /** Columns asked for beside. */
  readonly more: Readonly<Record<string, unknown>>;
}

export interface SiteFolder {
  readonly id: number;
  /** Below the list's root: '<pupil key>' or '<pupil key>/<area>'. */
  readonly path: string;
  readonly hasOwnScope: boolean;
}

export interface SiteList {
  readonly rows: readonly SiteRow[];
  readonly folders: readonly SiteFolder[];
}

/** The key of the pupil whose folder it is, or in whose folder it lies. */
export function pupilOf(path: string): string {
  return path.split('/')[0] ?? '';
}
