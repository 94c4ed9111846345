import { createHmac } from 'node:crypto';
import type { Finding } from './finding';

/** Of a flood of one code the site has only so many. */
export const maxFindingsPerKind = 200;

/** What the finding is and whom it is about, wherever the line has moved: the same in every export until it is mended. */
export function findingKey({ code, severity, file, line, column, message, subject }: Finding, salt: string): string {
  const whom = subject ?? `line ${line ?? ''}`;
  return createHmac('sha256', salt)
    .update(JSON.stringify([code, severity, file, column ?? '', message, whom]))
    .digest('hex')
    .slice(0, 32);
}
