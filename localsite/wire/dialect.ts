/** How answers are spelled. `prefix` is `@odata.` only for `odata-version: 4.0`. */
export interface Dialect {
  readonly metadata: 'minimal' | 'none' | 'verbose';
  readonly version: 3 | 4;
}

/** Chooses from `Accept` and `odata-version`. Throws SharePointError (406) for XML, which the local site does not write. */
export function chooseDialect(headers: Headers): Dialect {
  throw new Error('not written yet');
}

/** The Content-Type of an answer. */
export function contentType(dialect: Dialect): string {
  throw new Error('not written yet');
}
