import { whyHeld } from '../../../src/domain/behaviour';
import { plainText } from '../../../src/domain/plainText';
import type { SchoolMoment } from '../../../src/domain/time/schoolTime';
import { behaviourTable, type BehaviourRow } from '../bundle/tables';
import type { Located } from '../bundle/readTable';
import type { Findings } from '../findings/findings';

const { file } = behaviourTable;

const words = {
  'BEH-01': { column: 'date', message: 'The event is too new, or lies in the future: it is published later.' },
  'BEH-03': { column: 'type', message: 'Events of this type never leave staff.' },
  'BEH-04': { column: 'parentVisible', message: 'It is not clear whether parents may see this event.' },
} as const;

/** Whether an event may be published now. One that the school marked as not for parents is left out without a finding: all is well. */
export function mayBePublished(row: BehaviourRow & Located, now: SchoolMoment, findings: Findings): boolean {
  const held = whyHeld(row, now);
  if (!held) return true;
  if (plainText(row.parentVisible) !== 'n' || held !== 'BEH-04') {
    findings.add({ code: held, effect: 'hold', file, line: row.line, ...words[held] });
  }
  return false;
}
