import { covers } from '../../../src/domain/time/dateRange';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import { pupilsTable } from '../bundle/tables';
import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';
import type { ExportedPupil, Link } from '../school/school';

/** PUP-17: on roll, but without a place in the school or without anybody to tell. */
export function warnAboutPlaces(
  pupils: ReadonlyMap<string, ExportedPupil>,
  links: readonly Link[],
  memberships: ReadonlyMap<string, unknown>,
  today: SchoolDate,
  findings: Findings,
): void {
  const linked = new Set(links.map((link) => link.pupilId));
  for (const { pupilId, regGroup, onRollFrom, onRollTo, line } of pupils.values()) {
    if (!covers({ from: onRollFrom, to: onRollTo }, today)) continue;
    const missing = [
      ...(memberships.size > 0 && !memberships.has(pupilId) ? ['class'] : []),
      ...(regGroup ? [] : ['registration group']),
      ...(linked.has(pupilId) ? [] : ['contact']),
    ];
    const place = { file: pupilsTable.file, line, column: 'pupilId' };
    if (missing.length > 0) findings.add(finding('PUP-17', place, { missing: missing.join(', a ') }));
  }
}
