import type { Findings } from '../findings/findings';

/** Whether a data row speaks of a pupil (or class) that the export has. Not told again for one whose own row is held. */
export function isKnown(
  id: string,
  known: { has(id: string): boolean },
  invalidRows: ReadonlySet<string>,
  place: { readonly file: string; readonly line: number; readonly column: string },
  findings: Findings,
): boolean {
  if (known.has(id)) return true;
  if (!invalidRows.has(id)) {
    findings.add({ code: 'REF-01', effect: 'hold', ...place, message: `No row of the export has this ${place.column}.` });
  }
  return false;
}
