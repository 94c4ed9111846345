/** A URL of the REST API: which web, and what of it. */
export interface ApiAddress {
  /** Server-relative, decoded: `/sites/school`. */
  readonly webUrl: string;
  /** What follows `_api/`, still percent-encoded. */
  readonly apiPath: string;
}

/** Undefined for addresses outside the API. */
export function splitApiUrl(url: URL): ApiAddress | undefined {
  const match = /^(.*?)\/_api(?:\/(.*))?$/i.exec(url.pathname.replace(/\/{2,}/g, '/'));
  if (!match) return undefined;
  const webUrl = decodePath(match[1] ?? '');
  return webUrl === undefined ? undefined : { webUrl, apiPath: match[2] ?? '' };
}

/** A path without percent-encoding; undefined when it cannot be decoded. */
export function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
