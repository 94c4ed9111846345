import { whyHeld } from '../../../src/domain/behaviour';
import { plainText } from '../../../src/domain/plainText';
import type { SchoolMoment } from '../../../src/domain/time/schoolTime';
import { behaviourTable, type BehaviourRow } from '../bundle/tables';
import type { Located } from '../bundle/rowReader';
import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';

const { file } = behaviourTable;

const columnOf = { 'BEH-01': 'date', 'BEH-03': 'type', 'BEH-04': 'parentVisible' } as const;

/** Whether an event may be published now. One that the school marked as not for parents is left out without a finding: all is well. */
export function mayBePublished(row: BehaviourRow & Located, now: SchoolMoment, findings: Findings): boolean {
  const why = whyHeld(row, now);
  if (!why) return true;
  if (plainText(row.parentVisible) !== 'n' || why !== 'BEH-04') {
    findings.add(finding(why, { file, line: row.line, column: columnOf[why] }));
  }
  return false;
}
