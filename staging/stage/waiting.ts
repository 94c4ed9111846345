import { createHash } from 'node:crypto';
import type { PupilArea } from '../../src/domain/people/areas';
import type { Finding } from './findings/finding';
import { counted, type Report } from '../report';

/** Something that is out of the ordinary: it is not done until a person approves it. */
export interface Waiting {
  /** What it is and whom it is about, by MIS id: the same in every run until it is done or has passed. */
  readonly key: string;
  /** For people: 'C12 would see P34 (court order lifted)'. Ids, never names. */
  readonly words: string;
  readonly effect: 'opens' | 'closes' | 'deletes' | 'identity' | 'columns';
  /** Nothing at all is published before it is approved: what is wrong may be wrong everywhere. */
  readonly stops: boolean;
  /** Until it is approved, the files of this area count as not read. */
  readonly area?: PupilArea | undefined;
  readonly finding: Finding;
}

/** The code that stands for what waits, for one export and one state of the site. */
export function tokenOf(waiting: readonly Pick<Waiting, 'key'>[], exportHash: string, lastRun: string): string {
  const text = JSON.stringify([exportHash, lastRun, waiting.map(({ key }) => key).sort()]);
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 12)
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** What an approval remembers of what it allowed. */
export function approvalKey(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}

const headings: Readonly<Record<Waiting['effect'], string>> = {
  identity: 'who seems to be somebody else',
  opens: 'who would gain',
  closes: 'who would lose',
  deletes: 'what would go',
  columns: 'what would count no longer',
};

const maxLines = 20;

/** Prints what waits, and how to approve it. */
export function printWaiting(waiting: readonly Waiting[], token: string, folder: string, report: Report): void {
  report.log(
    `${counted(waiting.length, 'change')} ${waiting.length === 1 ? 'is' : 'are'} out of the ordinary and ${waiting.length === 1 ? 'waits' : 'wait'} for a person:`,
  );
  for (const effect of ['columns', 'identity', 'opens', 'closes', 'deletes'] as const) {
    const some = waiting.filter((each) => each.effect === effect);
    if (some.length === 0) continue;
    report.log(`  ${headings[effect]} (${some.length}):`);
    some.slice(0, maxLines).forEach(({ words }) => report.log(`    ${words}`));
    if (some.length > maxLines) report.log(`    ... and ${some.length - maxLines} more.`);
  }
  report.log(`  Ask the school office. If all of it is right: schoolgate stage ${folder} --site ... --approve ${token}`);
}
