/** An answer that is an error, with the status and code SharePoint gives it. `kind` is for tests and logs. See refusals.ts. */
export class SharePointError extends Error {
  constructor(
    readonly kind: string,
    readonly status: number,
    /** `<number>, <CLR type>` */
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'SharePointError';
  }
}
