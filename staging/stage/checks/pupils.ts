import { groupBy } from '../../../src/domain/groupBy';
import { schoolYearOf } from '../../../src/domain/calendar/schoolPeriods';
import { isValidUpn } from '../../../src/domain/people/uniquePupilNumber';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import { pupilsTable } from '../bundle/tables';
import type { Findings } from '../findings';
import type { Pupil } from '../school';

const { file } = pupilsTable;

export interface CheckedPupils {
  readonly held: ReadonlySet<string>;
  /** Ids that stand for more than one row. */
  readonly repeated: ReadonlySet<string>;
}

/** PUP-01 to PUP-03. */
export function checkPupils(rows: readonly Pupil[], today: SchoolDate, findings: Findings): CheckedPupils {
  const repeated = repeatedIds(rows, findings);
  const twins = repeatedPeople(rows, findings);
  checkNumbers(rows, findings);
  rows.forEach((row) => checkBirth(row, today, findings));
  return { held: new Set([...repeated, ...twins]), repeated };
}

/** SharePoint's unique columns make no difference between cases: ids that differ in nothing else cannot both have a key. */
function repeatedIds(rows: readonly Pupil[], findings: Findings): ReadonlySet<string> {
  const groups = [...groupBy(rows, (row) => row.pupilId.toLowerCase()).values()].filter((group) => group.length > 1);
  groups.flat().forEach(({ line }) =>
    findings.add({
      code: 'PUP-01',
      effect: 'hold',
      file,
      line,
      column: 'pupilId',
      message: 'Another row has the same pupilId. Both are held and access through them is closed.',
    }),
  );
  return new Set(groups.flatMap((group) => group.map((row) => row.pupilId)));
}

function repeatedPeople(rows: readonly Pupil[], findings: Findings): readonly string[] {
  const named = rows.filter((row) => row.dateOfBirth !== undefined);
  const groups = [
    ...groupBy(named, (row) => [row.legalForename, row.legalSurname, row.dateOfBirth].join('\n').toLowerCase()).values(),
  ].filter((group) => new Set(group.map((row) => row.pupilId)).size > 1);
  groups.flat().forEach(({ line }) =>
    findings.add({
      code: 'PUP-01',
      effect: 'hold',
      file,
      line,
      column: 'legalForename',
      message: 'Another pupil has the same name and date of birth. Both are held.',
    }),
  );
  return groups.flatMap((group) => group.map((row) => row.pupilId));
}

function checkNumbers(rows: readonly Pupil[], findings: Findings): void {
  const warn = (line: number, column: string, message: string) =>
    findings.add({ code: 'PUP-02', effect: 'warn', file, line, column, message });
  const upns = groupBy(
    rows.filter((row) => row.upn),
    (row) => row.upn ?? '',
  );
  for (const row of rows) {
    if (row.upn && !isValidUpn(row.upn)) warn(row.line, 'upn', 'This is not a valid UPN.');
    if (row.upn && (upns.get(row.upn)?.length ?? 0) > 1) warn(row.line, 'upn', 'Another pupil has the same UPN.');
    if (row.uln && !isValidUln(row.uln)) warn(row.line, 'uln', 'This is not a valid ULN.');
  }
}

/** Ten digits, weights 10 to 1, remainder 10 modulo 11 (mis-formats.md, D.4). */
function isValidUln(text: string): boolean {
  if (!/^[1-9]\d{9}$/.test(text)) return false;
  return [...text].reduce((sum, digit, index) => sum + (10 - index) * Number(digit), 0) % 11 === 10;
}

function checkBirth(row: Pupil, today: SchoolDate, findings: Findings): void {
  const problem = birthProblem(row, today);
  if (problem) findings.add({ code: 'PUP-03', effect: 'warn', file, line: row.line, column: 'dateOfBirth', message: problem });
}

function birthProblem({ dateOfBirth, yearGroup }: Pupil, today: SchoolDate): string | undefined {
  if (dateOfBirth === undefined) return 'The date of birth is missing.';
  if (dateOfBirth > today) return 'The date of birth lies in the future.';
  const age = ageOnFirstSeptember(dateOfBirth, today);
  if (age < 2 || age > 20) return 'The date of birth makes the pupil younger than 2 or older than 20.';
  const usual = usualAge(yearGroup);
  if (usual === undefined || Math.abs(age - usual) <= 1) return undefined;
  const [year = '', month = '', day = ''] = dateOfBirth.split('-');
  const swapped = Math.abs(ageOnFirstSeptember(`${year}-${day}-${month}`, today) - usual) <= 1 && Number(day) <= 12;
  return `The date of birth does not fit the year group.${swapped ? ' Day and month may be swapped.' : ''}`;
}

/** Year 7 is 11 on 1 September. */
function usualAge(yearGroup: string): number | undefined {
  const match = /^Year (\d+)$/.exec(yearGroup);
  return match ? Number(match[1]) + 4 : undefined;
}

function ageOnFirstSeptember(birth: SchoolDate, today: SchoolDate): number {
  const year = Number(schoolYearOf(today).from.slice(0, 4));
  return year - Number(birth.slice(0, 4)) - (birth.slice(5) > '09-01' ? 1 : 0);
}
