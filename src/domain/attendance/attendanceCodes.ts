/**
 * The register's codes, with the dates between which each holds: the same letter can count differently before and after.
 * England: School Attendance (Pupil Registration) (England) Regulations 2024, regulation 10; classes as in 'Working together to improve
 * school attendance' (DfE, August 2024). In force since 19 August 2024.
 */
import type { MarkKind, Session } from './attendance';
import { covers } from '../time/dateRange';
import type { SchoolDate } from '../time/schoolDate';

export type StatisticalClass = 'present' | 'approvedActivity' | 'authorised' | 'unauthorised' | 'notPossible' | 'administrative';

/** How a session enters the sums. */
export type Counting = 'attended' | 'authorised' | 'unauthorised' | 'notCounted';

export interface CodeRule {
  readonly code: string;
  /** First day; absent: for as long as we look back. */
  readonly from?: SchoolDate | undefined;
  /** Last day; absent: still in force. */
  readonly until?: SchoolDate | undefined;
  /** Absent: both sessions. */
  readonly session?: Session | undefined;
  readonly statisticalClass: StatisticalClass;
  readonly kind: MarkKind;
}

export type Classification =
  | { readonly kind: MarkKind; readonly counts: Counting }
  | { readonly problem: 'unknown' | 'retired' | 'wrongSession' };

const newRules: SchoolDate = '2024-08-19';
const lastOldDay: SchoolDate = '2024-08-18';

function codes(list: string, statisticalClass: StatisticalClass, kind: MarkKind, dates: Pick<CodeRule, 'from' | 'until'> = {}): CodeRule[] {
  return list.split(' ').map((code) => ({ code, statisticalClass, kind, ...dates }));
}

/** Codes of England's schools. */
export const englishCodes: readonly CodeRule[] = [
  { code: '/', session: 'AM', statisticalClass: 'present', kind: 'present' },
  { code: '\\', session: 'PM', statisticalClass: 'present', kind: 'present' },
  ...codes('L', 'present', 'late'),
  ...codes('V P W B', 'approvedActivity', 'activity'),
  ...codes('K', 'approvedActivity', 'activity', { from: newRules }),
  ...codes('J', 'approvedActivity', 'activity', { until: lastOldDay }),
  ...codes('C E I M R S T', 'authorised', 'authorised'),
  ...codes('C1 C2 J1', 'authorised', 'authorised', { from: newRules }),
  ...codes('H', 'authorised', 'authorised', { until: lastOldDay }),
  ...codes('G O', 'unauthorised', 'unauthorised'),
  ...codes('N', 'unauthorised', 'unexplained'),
  ...codes('U', 'unauthorised', 'lateAfterClose'),
  ...codes('D X', 'notPossible', 'notRequired'),
  ...codes('Q Y1 Y2 Y3 Y4 Y5 Y6 Y7', 'notPossible', 'notRequired', { from: newRules }),
  ...codes('Y', 'notPossible', 'notRequired', { until: lastOldDay }),
  ...codes('Z #', 'administrative', 'notRequired'),
];

/** Codes gone before our table begins: F (extended holiday) and the X01, X02 ... of the pandemic. */
const longRetired = /^(F|X\d\d)$/;

const counting: Record<MarkKind, Counting> = {
  present: 'attended',
  late: 'attended',
  activity: 'attended',
  authorised: 'authorised',
  unexplained: 'unauthorised',
  unauthorised: 'unauthorised',
  lateAfterClose: 'unauthorised',
  notRequired: 'notCounted',
  notTaken: 'notCounted',
};

/** How a mark of that kind enters the sums. */
export function countingOf(kind: MarkKind): Counting {
  return counting[kind];
}

/**
 * What a register's code meant in that session. Blank and '-' are no code but a missing mark. A code before its first day is
 * 'unknown', after its last 'retired'; '/' in the afternoon and '\' in the morning 'wrongSession'. Codes are compared with case.
 */
export function classify(code: string, date: SchoolDate, session: Session): Classification {
  const text = code.trim();
  if (text === '' || text === '-') return { kind: 'notTaken', counts: countingOf('notTaken') };
  const rules = englishCodes.filter((rule) => rule.code === text);
  const rule = rules.find(({ from, until }) => covers({ from, to: until }, date));
  if (!rule)
    return { problem: longRetired.test(text) || rules.some(({ until }) => until !== undefined && until < date) ? 'retired' : 'unknown' };
  if (rule.session !== undefined && rule.session !== session) return { problem: 'wrongSession' };
  return { kind: rule.kind, counts: countingOf(rule.kind) };
}
