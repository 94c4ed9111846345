/** What must be known of a site before anything is read from it, where it is not the site of the page. Without PnPjs: it is asked while that loads. */
import { DataError, httpError } from '../errors';
import { retryDelay, shouldRetry } from '../retry';
import type { Session } from '../session';

const answerWithinMs = 10_000;
const json = { Accept: 'application/json;odata=nometadata' };

/**
 * The signed-in person on a site of the page's origin. Two small requests at one time, for the person's number and for a digest (a batch is
 * a POST). Rejects with a DataError.
 *
 * @param siteUrl server-relative
 */
export async function openOtherSite(siteUrl: string, origin: string): Promise<Session> {
  const absoluteUrl = origin + (siteUrl === '/' ? '' : encodeURI(siteUrl));
  const [person, site] = await Promise.all([
    ask(`${absoluteUrl}/_api/web/currentuser?$select=Id`, 'GET'),
    ask(`${absoluteUrl}/_api/contextinfo`, 'POST'),
  ]);
  const legacyPageContext = {
    formDigestValue: textIn(site, 'FormDigestValue'),
    formDigestTimeoutSeconds: numberIn(site, 'FormDigestTimeoutSeconds'),
  };
  return { siteUrl, userId: numberIn(person, 'Id'), context: { pageContext: { web: { absoluteUrl }, legacyPageContext } } };
}

/**
 * What the tenant's admin has set for a key ("tenant properties", which every site of the tenant can read). Undefined where nobody has.
 * Rejects with a DataError.
 *
 * @param webAddress of any site that the person may open
 */
export async function tenantProperty(webAddress: string, key: string): Promise<string | undefined> {
  const answer = await ask(`${webAddress}/_api/web/GetStorageEntity('${encodeURIComponent(key)}')`, 'GET');
  const value = propertyOf(answer, 'Value');
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** As patient with a busy site as the queries of the views are. */
async function ask(address: string, method: 'GET' | 'POST'): Promise<unknown> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await askOnce(address, method);
    } catch (thrown) {
      if (!shouldRetry(failures, thrown)) throw thrown;
      const waitMs = retryDelay(failures, thrown);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}

async function askOnce(address: string, method: 'GET' | 'POST'): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { method, headers: json, credentials: 'same-origin', signal: AbortSignal.timeout(answerWithinMs) });
  } catch (thrown) {
    throw propertyOf(thrown, 'name') === 'TimeoutError' ? new DataError('busy', 'timeout') : new DataError('offline', 'network');
  }
  if (!response.ok) throw httpError(response);
  return response.json().catch(() => {
    throw new DataError('broken', 'answer');
  });
}

function numberIn(answer: unknown, name: string): number {
  const value = propertyOf(answer, name);
  if (typeof value !== 'number') throw new DataError('broken', 'answer');
  return value;
}

function textIn(answer: unknown, name: string): string {
  const value = propertyOf(answer, name);
  if (typeof value !== 'string') throw new DataError('broken', 'answer');
  return value;
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined;
}
