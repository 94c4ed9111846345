import { groupBy } from '../../../src/domain/groupBy';
import { schoolYearOf } from '../../../src/domain/calendar/schoolPeriods';
import { isValidUpn } from '../../../src/domain/people/uniquePupilNumber';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import { pupilsTable } from '../bundle/tables';
import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';
import type { ExportedPupil } from '../school/school';

const { file } = pupilsTable;

export interface CheckedPupils {
  /** Ids of pupils who go into quarantine. */
  readonly quarantined: ReadonlySet<string>;
  /** Ids that stand for more than one row. */
  readonly repeated: ReadonlySet<string>;
}

/** Pupils who are there twice, numbers and dates of birth. */
export function checkPupils(rows: readonly ExportedPupil[], today: SchoolDate, findings: Findings): CheckedPupils {
  const repeated = repeatedIds(rows, findings);
  const twins = repeatedPeople(rows, findings);
  checkNumbers(rows, findings);
  rows.forEach((row) => checkBirth(row, today, findings));
  return { quarantined: new Set([...repeated, ...twins]), repeated };
}

/** SharePoint's unique columns make no difference between cases: ids that differ in nothing else cannot both have a key. */
function repeatedIds(rows: readonly ExportedPupil[], findings: Findings): ReadonlySet<string> {
  const groups = [...groupBy(rows, (row) => row.pupilId.toLowerCase()).values()].filter((group) => group.length > 1);
  groups.flat().forEach(({ line }) => findings.add(finding('PUP-01', { file, line, column: 'pupilId' })));
  return new Set(groups.flatMap((group) => group.map((row) => row.pupilId)));
}

function repeatedPeople(rows: readonly ExportedPupil[], findings: Findings): readonly string[] {
  const named = rows.filter((row) => row.dateOfBirth !== undefined);
  const groups = [
    ...groupBy(named, (row) => [row.legalForename, row.legalSurname, row.dateOfBirth].join('\n').toLowerCase()).values(),
  ].filter((group) => new Set(group.map((row) => row.pupilId)).size > 1);
  groups.flat().forEach(({ line }) => findings.add(finding('PUP-10', { file, line, column: 'legalForename' })));
  return groups.flatMap((group) => group.map((row) => row.pupilId));
}

function checkNumbers(rows: readonly ExportedPupil[], findings: Findings): void {
  const upns = groupBy(
    rows.filter((row) => row.upn),
    (row) => row.upn ?? '',
  );
  for (const row of rows) {
    if (row.upn && !isValidUpn(row.upn)) findings.add(finding('PUP-02', { file, line: row.line, column: 'upn' }));
    if (row.upn && (upns.get(row.upn)?.length ?? 0) > 1) findings.add(finding('PUP-11', { file, line: row.line, column: 'upn' }));
    if (row.uln && !isValidUln(row.uln)) findings.add(finding('PUP-12', { file, line: row.line, column: 'uln' }));
  }
}

/** Ten digits, weights 10 to 1, remainder 10 modulo 11 (docs/mis-facts.md, D4). */
function isValidUln(text: string): boolean {
  if (!/^[1-9]\d{9}$/.test(text)) return false;
  return [...text].reduce((sum, digit, index) => sum + (10 - index) * Number(digit), 0) % 11 === 10;
}

function checkBirth(row: ExportedPupil, today: SchoolDate, findings: Findings): void {
  const problem = birthProblem(row, today);
  if (problem) findings.add(finding(problem, { file, line: row.line, column: 'dateOfBirth' }));
}

type BirthProblem = 'PUP-03' | 'PUP-13' | 'PUP-14' | 'PUP-15' | 'PUP-16';

function birthProblem({ dateOfBirth, yearGroup }: ExportedPupil, today: SchoolDate): BirthProblem | undefined {
  if (dateOfBirth === undefined) return 'PUP-13';
  if (dateOfBirth > today) return 'PUP-14';
  const age = ageOnFirstSeptember(dateOfBirth, today);
  if (age < 2 || age > 20) return 'PUP-15';
  const usual = usualAge(yearGroup);
  if (usual === undefined || Math.abs(age - usual) <= 1) return undefined;
  const [year = '', month = '', day = ''] = dateOfBirth.split('-');
  const swapped = Math.abs(ageOnFirstSeptember(`${year}-${day}-${month}`, today) - usual) <= 1 && Number(day) <= 12;
  return swapped ? 'PUP-16' : 'PUP-03';
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
