import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';

/** Whether a data row speaks of a pupil (or class) that the export has. Not reported again for one whose own row is in quarantine. */
export function isKnown(
  id: string,
  known: { has(id: string): boolean },
  invalidRows: ReadonlySet<string>,
  place: { readonly file: string; readonly line: number; readonly column: string },
  findings: Findings,
): boolean {
  if (known.has(id)) return true;
  if (!invalidRows.has(id)) {
    findings.add(finding('REF-01', place, { column: place.column }));
  }
  return false;
}
