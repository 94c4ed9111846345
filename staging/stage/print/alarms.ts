import { counted, type Report } from '../../report';
import type { Unrevoked } from '../publish/revocations';
import type { Hidden } from '../publish/hidden';

const maxLines = 20;

/** What a person has to look at before anything else: access that could not be closed, and what this account cannot see. True where there is any. */
export function printAlarms(unrevoked: readonly Unrevoked[], hidden: readonly Hidden[], report: Report): boolean {
  if (unrevoked.length > 0) {
    report.log(
      `STILL OPEN: ${counted(unrevoked.length, 'thing')} could not be closed. Somebody may still read what they should not. Run the command again; if it stays, close it by hand.`,
    );
    printSome(
      unrevoked.map(({ what, list, key }) => (list === '' ? `${what}: adult ${key}` : `${what}: ${list} ${key}`)),
      report,
    );
  }
  for (const { list, count, keys } of hidden) {
    report.log(
      `HIDDEN: ${list} has ${counted(count, 'folder or row', 'folders or rows')} that this account cannot see, and so cannot close. Give the group Schoolgate Publisher Full Control there.`,
    );
    printSome(keys, report);
  }
  return unrevoked.length + hidden.length > 0;
}

function printSome(lines: readonly string[], report: Report): void {
  lines.slice(0, maxLines).forEach((line) => report.log(`  ${line}`));
  if (lines.length > maxLines) report.log(`  ... and ${lines.length - maxLines} more.`);
}

const quietSeconds = 60;

/** Says that SharePoint asked to wait: the first time, and then once for every minute of waiting, so that a log does not fill. */
export function reportWaits(report: Report): (seconds: number) => void {
  let [all, told] = [0, -quietSeconds];
  return (seconds) => {
    all += seconds;
    if (all - told < quietSeconds) return;
    told = all;
    report.log(`SharePoint asked to wait ${seconds} s.${all > seconds ? ` Waited ${all} s in this run so far.` : ''}`);
  };
}
