import { PlainError } from '../plainError';

/** What went wrong between us and SharePoint, in words that can be shown: never a row's content, never a stack trace. */
export type SiteErrorKind =
  | 'noSite'
  | 'notSharePoint'
  | 'unreachable'
  | 'signIn'
  | 'denied'
  | 'missing'
  | 'duplicate'
  | 'busy'
  | 'broken'
  | 'refused';

const words: Record<SiteErrorKind, string> = {
  noSite: 'There is no SharePoint site at this address, or this account may not see it',
  notSharePoint: 'What answers at this address does not answer as SharePoint does',
  unreachable: 'The site did not answer',
  signIn: 'The site did not accept the sign-in: the token is wrong or has expired',
  denied: 'This account may not do that on the site',
  missing: 'What was asked for is not on the site',
  duplicate: 'The site already has something with that key',
  busy: 'The site is too busy and asked us to come back later',
  broken: 'Something went wrong on the site itself',
  refused: 'The site refused the request',
};

/** Numbers of docs/sharepoint-facts.md, A4. Text is localised, so only numbers and status decide. */
const duplicateValue = -2130575169;
const fileExists = -2130575257;
const groupExists = -2130575293;
const duplicates = [duplicateValue, fileExists, groupExists];

/** The server asks to be left alone for a while. */
export function isBusyStatus(status: number | undefined): boolean {
  return status === 429 || status === 503;
}

/** The server, or what stands before it, failed. Nobody knows whether it carried the request out. */
export function isBrokenStatus(status: number | undefined): boolean {
  return status === 500 || status === 502 || status === 504;
}

export class SiteError extends PlainError {
  constructor(
    readonly kind: SiteErrorKind,
    readonly status?: number,
    readonly code?: number,
    /** Only with kind 'busy': how long the site asked us to wait, in seconds. */
    readonly retryAfter?: number,
  ) {
    super(words[kind] + details(status, code));
    this.name = 'SiteError';
  }
}

/** The error of a code that came inside an answer of 200. */
export function siteErrorOfCode(code: number | undefined): SiteError {
  return new SiteError(kindOf(200, code), 200, code);
}

/** The error of an answer that is not 2xx. */
export function siteErrorOf(response: Response, body: string): SiteError {
  const code = numericCode(body);
  return new SiteError(kindOf(response.status, code), response.status, code, retryAfterSeconds(response));
}

/** Whatever PnPjs or fetch threw, as a SiteError. */
export async function toSiteError(thrown: unknown): Promise<SiteError> {
  if (thrown instanceof SiteError) return thrown;
  const response = responseOf(thrown);
  if (!response) return new SiteError('unreachable');
  return siteErrorOf(response, response.bodyUsed ? '' : await response.text());
}

/** Seconds of the Retry-After header; undefined without one that is a number. */
export function retryAfterSeconds(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function kindOf(status: number, code: number | undefined): SiteErrorKind {
  if (code !== undefined && duplicates.includes(code)) return 'duplicate';
  if (isBusyStatus(status)) return 'busy';
  if (isBrokenStatus(status)) return 'broken';
  if (status === 401) return 'signIn';
  if (status === 403) return 'denied';
  return status === 404 ? 'missing' : 'refused';
}

/** SharePoint writes '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException'. */
function numericCode(body: string): number | undefined {
  const match = /"code"\s*:\s*"(-?\d+)/.exec(body);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

function responseOf(thrown: unknown): Response | undefined {
  const response = typeof thrown === 'object' && thrown !== null && 'response' in thrown ? thrown.response : undefined;
  return response instanceof Response ? response : undefined;
}

function details(status: number | undefined, code: number | undefined): string {
  if (status === undefined) return '.';
  return code === undefined ? ` (HTTP ${status}).` : ` (HTTP ${status}, ${code}).`;
}
