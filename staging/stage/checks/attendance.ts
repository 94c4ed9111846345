import { classify } from '../../../src/domain/attendance/attendanceCodes';
import { isOpen, type SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import { type Instant, schoolNow, usualTimeZone } from '../../../src/domain/time/schoolTime';
import { covers, type DateRange } from '../../../src/domain/time/dateRange';
import { registerDueBy } from '../../../src/domain/time/sessionTimes';
import type { AttendanceDay, Session, SessionMark } from '../../../src/domain/attendance/attendance';
import { addDays, type SchoolDate } from '../../../src/domain/time/schoolDate';
import { attendanceTable, type AttendanceRow } from '../bundle/tables';
import type { Located } from '../bundle/rowReader';
import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';
import type { ExportedPupil, ShownAttendance } from '../school/school';
import { openPackedMarks, type PackedMarks, type RegisterEntry } from '../school/packedMarks';

const { file } = attendanceTable;

/** Marks as they stream in, a day and a pupil at a time. */
export interface AttendanceIndex {
  take(row: AttendanceRow & Located, pupil: ExportedPupil): void;
  /** When all are in: the school days of each pupil that may be shown. */
  days(pupils: ReadonlyMap<string, ExportedPupil>): ShownAttendance;
}

export interface AttendanceIndexOptions {
  readonly calendar: SchoolCalendar;
  readonly extractedAt: Instant;
  readonly window: DateRange | undefined;
  readonly findings: Findings;
}

/** Every problem of a mark, and registers that are missing (ATT-04). */
export function openAttendanceIndex({ calendar, extractedAt, window, findings }: AttendanceIndexOptions): AttendanceIndex {
  const store = openPackedMarks(calendar);
  const now = schoolNow(new Date(extractedAt), usualTimeZone);
  const open = cachedOpening(calendar);
  let first: SchoolDate | undefined;
  return {
    take: (row, pupil) => {
      const entry = entryOf(row, pupil, { open, today: now.date, findings });
      const before = store.get(row.pupilId, row.date, row.session);
      store.set(row.pupilId, row.date, row.session, resolveDuplicate(before, entry, row, findings));
      if (first === undefined || row.date < first) first = row.date;
    },
    days: (pupils) => {
      const from = window?.from ?? first;
      if (from === undefined) return { get: () => [] };
      const until = window && window.to < now.date ? window.to : now.date;
      const expected = expectedSessions({ pupils, from, until, open, now });
      const hidden = missingRegisters(expected, store, pupils, findings);
      return {
        get: (pupilId) => {
          const pupil = pupils.get(pupilId);
          return pupil ? shownDays(pupil, expected, store, hidden) : [];
        },
      };
    },
  };
}

type IsOpen = (date: SchoolDate, session: Session, yearGroup: string) => boolean;

/** The same question is asked for every pupil of a year group. */
function cachedOpening(calendar: SchoolCalendar): IsOpen {
  const known = new Map<string, boolean>();
  return (date, session, yearGroup) => {
    const key = `${date}${session}${yearGroup}`;
    const answer = known.get(key) ?? isOpen(calendar, date, session, yearGroup);
    known.set(key, answer);
    return answer;
  };
}

interface EntryContext {
  readonly open: IsOpen;
  readonly today: SchoolDate;
  readonly findings: Findings;
}

const codeOfProblem = { unknown: 'ATT-01', retired: 'ATT-07', wrongSession: 'ATT-08' } as const;

type EntryProblem = (typeof codeOfProblem)[keyof typeof codeOfProblem] | 'ATT-02' | 'ATT-09' | 'ATT-10';

function entryOf(row: AttendanceRow & Located, pupil: ExportedPupil, { open, today, findings }: EntryContext): RegisterEntry {
  const quarantine = (code: EntryProblem, column: string): RegisterEntry => {
    findings.add(finding(code, { file, line: row.line, column }));
    return 'quarantined';
  };
  const code = row.code ?? '';
  const meaning = classify(code, row.date, row.session);
  if ('problem' in meaning) return quarantine(codeOfProblem[meaning.problem], 'code');
  const isExpected = isOnRoll(pupil, row.date) && open(row.date, row.session, pupil.yearGroup);
  // Closures and pupils who have not come yet have codes of their own (#, Y4, Z): right where they stand, and nothing to tell a family.
  if (!isExpected && meaning.counts === 'notCounted') return 'quarantined';
  if (row.date > today) return quarantine('ATT-09', 'date');
  if (!isOnRoll(pupil, row.date)) return quarantine('ATT-10', 'date');
  if (!isExpected) return quarantine('ATT-02', 'date');
  const isLate = meaning.kind === 'late' || meaning.kind === 'lateAfterClose';
  return { code, mark: { kind: meaning.kind, ...(isLate && row.minutesLate ? { minutesLate: row.minutesLate } : {}) } };
}

function isOnRoll({ onRollFrom, onRollTo }: ExportedPupil, date: SchoolDate): boolean {
  return covers({ from: onRollFrom, to: onRollTo }, date);
}

function resolveDuplicate(
  before: RegisterEntry | undefined,
  entry: RegisterEntry,
  row: AttendanceRow & Located,
  findings: Findings,
): RegisterEntry {
  if (before === undefined) return entry;
  if (before !== 'quarantined' && entry !== 'quarantined' && before.code === entry.code) return before;
  findings.add(finding('ATT-03', { file, line: row.line, column: 'session' }));
  return 'quarantined';
}

interface Expected {
  readonly date: SchoolDate;
  readonly session: Session;
  /** Over by the time of the export: a missing mark is missing, not still to come. */
  readonly isOver: boolean;
  readonly isExpected: (pupil: ExportedPupil) => boolean;
}

function expectedSessions({
  pupils,
  from,
  until,
  open,
  now,
}: {
  readonly pupils: ReadonlyMap<string, ExportedPupil>;
  readonly from: SchoolDate;
  readonly until: SchoolDate;
  readonly open: IsOpen;
  readonly now: { readonly date: SchoolDate; readonly time: string };
}): readonly Expected[] {
  const yearGroups = [...new Set([...pupils.values()].map((pupil) => pupil.yearGroup))];
  const expected: Expected[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) {
    const day = date;
    for (const session of ['AM', 'PM'] as const) {
      if (!yearGroups.some((yearGroup) => open(day, session, yearGroup))) continue;
      const isOver = day < now.date || now.time >= registerDueBy[session];
      const isExpected = (pupil: ExportedPupil) => isOnRoll(pupil, day) && open(day, session, pupil.yearGroup);
      expected.push({ date: day, session, isOver, isExpected });
    }
  }
  return expected;
}

const groupOf = (pupil: ExportedPupil): string => pupil.regGroup ?? pupil.yearGroup;

/** ATT-04: dates and groups whose register is more than a fifth empty: 'group date'. */
function missingRegisters(
  expected: readonly Expected[],
  store: PackedMarks,
  pupils: ReadonlyMap<string, ExportedPupil>,
  findings: Findings,
): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const { date, session, isExpected } of expected.filter((each) => each.isOver)) {
    const counts = new Map<string, { all: number; unmarked: number }>();
    for (const pupil of pupils.values()) {
      if (!isExpected(pupil)) continue;
      const count = counts.get(groupOf(pupil)) ?? { all: 0, unmarked: 0 };
      counts.set(groupOf(pupil), count);
      count.all += 1;
      if (isUnmarked(store.get(pupil.pupilId, date, session))) count.unmarked += 1;
    }
    const missing = [...counts].filter(([, { all, unmarked }]) => unmarked * 5 > all).map(([group]) => group);
    missing.forEach((group) => hidden.add(`${group} ${date}`));
    if (missing.length === 0) continue;
    const values = { day: date, session, missing: missing.length, groups: counts.size };
    findings.add(finding('ATT-04', { file, column: 'date' }, values));
  }
  return hidden;
}

function isUnmarked(entry: RegisterEntry | undefined): boolean {
  return entry === undefined || (entry !== 'quarantined' && entry.mark.kind === 'notTaken');
}

function shownDays(
  pupil: ExportedPupil,
  expected: readonly Expected[],
  store: PackedMarks,
  hidden: ReadonlySet<string>,
): readonly AttendanceDay[] {
  const days = new Map<SchoolDate, { date: SchoolDate; am?: SessionMark; pm?: SessionMark }>();
  for (const { date, session, isOver, isExpected } of expected) {
    if (!isExpected(pupil) || hidden.has(`${groupOf(pupil)} ${date}`)) continue;
    const mark = shownMark(store.get(pupil.pupilId, date, session), isOver);
    if (!mark) continue;
    const day = days.get(date) ?? { date };
    days.set(date, day);
    day[session === 'AM' ? 'am' : 'pm'] = mark;
  }
  return [...days.values()];
}

function shownMark(entry: RegisterEntry | undefined, isOver: boolean): SessionMark | undefined {
  if (entry === 'quarantined') return undefined;
  if (entry === undefined || entry.mark.kind === 'notTaken') return isOver ? { kind: 'notTaken' } : undefined;
  return entry.mark;
}
