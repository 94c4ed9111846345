/** One operation of a batch, as written by the client. */
export interface BatchOperation {
  readonly method: string;
  /** Absolute, or as written when relative. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * Splits a `multipart/mixed` body into its operations, changesets flattened, in order. LF and CRLF.
 * Throws SharePointError (400) over 100 operations or 1 MiB, or for what cannot be read.
 */
export function parseBatch(contentType: string | null, body: string): readonly BatchOperation[] {
  throw new Error('not written yet');
}
