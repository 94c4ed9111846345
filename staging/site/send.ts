import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBrokenStatus, isBusyStatus, retryAfterSeconds, SiteError } from './siteError';

/** One request to the site. Tests pass the local site's own; else Node's fetch. */
export type Send = (request: Request) => Promise<Response>;

/** Waits so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

/** Told of every time that SharePoint asks to wait, before the wait. */
export type OnWait = (seconds: number) => void;

/** A busy site comes round; a row that breaks the server each time must not cost minutes. */
const busyAttempts = 8;
const brokenAttempts = 3;
const longestWaitSeconds = 300;

export const pause: Pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How to wait between two attempts, and whom to tell. */
export interface WaitOptions {
  readonly wait: Pause;
  readonly onWait?: OnWait | undefined;
}

/**
 * Sends with the caller's identity and waits as long as a throttled answer asks (Retry-After; else doubling from one second). A server
 * that failed is asked again too. A dropped connection is not: a write may have arrived. The next run finds out.
 */
export function sender(send: Send, token: string, waiting: WaitOptions): (url: string, init: RequestInit) => Promise<Response> {
  return async (url, init) => {
    const isWorthAnother = retryBudget();
    for (let attempt = 1; ; attempt += 1) {
      const response = await sendOnce(send, new Request(url, { ...init, headers: identified(init, token) }));
      if (!isWorthAnother(response.status)) return response;
      await waitFor(waitSeconds(retryAfterSeconds(response), attempt), isBusyStatus(response.status), waiting);
    }
  };
}

/** Counts the answers to one request: whether it is worth another attempt. */
export function retryBudget(): (status: number | undefined) => boolean {
  let [busy, broken] = [0, 0];
  return (status) => {
    if (isBusyStatus(status)) return (busy += 1) < busyAttempts;
    return isBrokenStatus(status) && (broken += 1) < brokenAttempts;
  };
}

/** Waits; tells of it where SharePoint asked for it. */
export async function waitFor(seconds: number, isAsked: boolean, { wait, onWait }: WaitOptions): Promise<void> {
  if (isAsked) onWait?.(seconds);
  await wait(seconds * 1000);
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
