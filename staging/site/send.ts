import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { retryAfterSeconds, SiteError } from './siteError';

/** One request to the site. Tests pass the local site's own; else Node's fetch. */
export type Send = (request: Request) => Promise<Response>;

/** Waits so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

const attempts = 8;
const longestWaitSeconds = 300;

export const pause: Pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/**
 * Sends with the caller's identity and waits as long as a throttled answer asks (Retry-After; else doubling from one second).
 * A dropped connection is not tried again: a write may have arrived. The next run finds out.
 */
export function sender(send: Send, token: string, wait: Pause): (url: string, init: RequestInit) => Promise<Response> {
  return async (url, init) => {
    for (let attempt = 1; ; attempt += 1) {
      const response = await sendOnce(send, new Request(url, { ...init, headers: identified(init, token) }));
      const throttled = response.status === 429 || response.status === 503;
      if (!throttled || attempt === attempts) return response;
      await wait(waitSeconds(retryAfterSeconds(response), attempt) * 1000);
    }
  };
}

/** Seconds to wait before the next attempt. */
export function waitSeconds(asked: number | undefined, attempt: number): number {
  return Math.min(asked ?? 2 ** (attempt - 1), longestWaitSeconds);
}

async function sendOnce(send: Send, request: Request): Promise<Response> {
  try {
    return await send(request);
  } catch {
    // Why a connection broke is not told: the text of a network error may hold the address with a token.
    throw new SiteError('unreachable');
  }
}

function identified(init: RequestInit, token: string): Headers {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${token}`);
  headers.set('User-Agent', userAgent());
  return headers;
}

/** The form Microsoft asks of background traffic: NONISV|<company>|<application>/<version>. */
function userAgent(): string {
  return `NONISV|Schoolgate|Schoolgate/${version()}`;
}

let knownVersion: string | undefined;

function version(): string {
  knownVersion ??= /"version":\s*"([^"]+)"/.exec(readFileSync(join(__dirname, '../../package.json'), 'utf8'))?.[1] ?? '0';
  return knownVersion;
}
