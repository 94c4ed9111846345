import { createHmac } from 'node:crypto';
import type { Site } from '../objects/web';
import { digestExpired, digestMissing, digestWrong } from '../wire/errors';

/** Seconds a request digest is valid (docs/sharepoint-facts.md, A3). */
export const digestTimeout = 1800;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * `0x<HEX>,23 Nov 2026 11:30:00 -0000`: PnPjs reads the date after the comma (docs/sharepoint-facts.md, A3). Bound to the person and the
 * site.
 */
export function createDigest(site: Site, email: string, now: Date): string {
  const time = now.toISOString().slice(11, 19);
  const date = `${String(now.getUTCDate()).padStart(2, '0')} ${months[now.getUTCMonth()] ?? 'Jan'} ${now.getUTCFullYear()} ${time} -0000`;
  return `${sign(site, email, date)},${date}`;
}

/** Throws digestMissing, digestWrong or digestExpired. */
export function checkDigest(site: Site, email: string, now: Date, digest: string | null): void {
  if (digest === null || digest === '') throw digestMissing();
  const comma = digest.indexOf(',');
  const date = digest.slice(comma + 1);
  if (comma < 0 || digest.slice(0, comma) !== sign(site, email, date)) throw digestWrong();
  const age = now.getTime() - new Date(date).getTime();
  if (age > digestTimeout * 1000) throw digestExpired();
}

function sign(site: Site, email: string, date: string): string {
  return `0x${createHmac('sha512', site.id).update(`${email}|${date}`).digest('hex').toUpperCase()}`;
}
