import type { Dialect } from './dialect';

/** An answer that is an error, with the status and code SharePoint gives it. `kind` is for tests and logs. */
export class SharePointError extends Error {
  constructor(
    readonly kind: string,
    readonly status: number,
    readonly code: string,
    message: string
  ) {
    super(message);
    this.name = 'SharePointError';
  }
}

/** The dialect for errors: never throws, XML when the caller asked for it or for nothing in particular. */
export function errorDialect(headers: Headers): Dialect | 'xml' {
  throw new Error('not written yet');
}

/** Body and Content-Type of an error answer. */
export function renderError(error: SharePointError, dialect: Dialect | 'xml'): { readonly contentType: string; readonly body: string } {
  throw new Error('not written yet');
}
