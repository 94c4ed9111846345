/** What can go wrong between a page and its site, by what the person in front of it can do. */
export type DataErrorKind =
  /** The school's lists are not there. */
  | 'notSetUp'
  /** The site refuses this person. */
  | 'noAccess'
  /** The site asks to wait, or does not answer in time. */
  | 'busy'
  /** Somebody changed it in between. */
  | 'conflict'
  /** The site cannot be reached. */
  | 'offline'
  | 'broken';

export class DataError extends Error {
  constructor(
    readonly kind: DataErrorKind,
    /** Short and without personal data, for whoever helps: 'http-500', 'payload-home'. */
    readonly code: string,
    /** How long the site asked to wait, in milliseconds. */
    readonly retryAfterMs?: number,
  ) {
    super(`${kind} (${code})`);
    this.name = 'DataError';
  }
}

const kindOfStatus: Readonly<Record<number, DataErrorKind>> = {
  401: 'noAccess',
  403: 'noAccess',
  404: 'notSetUp',
  412: 'conflict',
  429: 'busy',
  503: 'busy',
  504: 'busy',
};

/** By status, never by text: SharePoint writes its messages in the site's language. Its Retry-After is in seconds. */
export function httpError({ status, headers }: Pick<Response, 'status' | 'headers'>): DataError {
  const seconds = Number(headers.get('Retry-After') ?? undefined);
  return new DataError(kindOfStatus[status] ?? 'broken', `http-${status}`, Number.isFinite(seconds) ? seconds * 1_000 : undefined);
}

/** Whatever was thrown, as a DataError. The cause's text stays out: it may carry addresses and names. */
export function asDataError(thrown: unknown): DataError {
  return thrown instanceof DataError ? thrown : new DataError('broken', 'unknown');
}
