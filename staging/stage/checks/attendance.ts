import { classify } from '../../../src/domain/attendance/attendanceCodes';
import { isOpen, type SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import { type Instant, schoolNow } from '../../../src/domain/time/schoolTime';
import { registerDueBy } from '../../../src/domain/time/sessionTimes';
import type { AttendanceDay, Session, SessionMark } from '../../../src/domain/attendance/attendance';
import { addDays, type SchoolDate } from '../../../src/domain/time/schoolDate';
import { attendanceTable, type AttendanceRow } from '../bundle/tables';
import type { Window } from '../bundle/manifest';
import type { Located } from '../bundle/readTable';
import type { Findings } from '../findings';
import { timeZone } from '../timeZone';
import type { Pupil, ShownAttendance } from '../school';
import { openMarkStore, type MarkStore, type Slot } from './markStore';

const { file } = attendanceTable;

/** Marks as they stream in, a day and a pupil at a time. */
export interface MarkBook {
  take(row: AttendanceRow & Located, pupil: Pupil): void;
  /** When all are in: the school days of each pupil that may be shown. */
  days(pupils: ReadonlyMap<string, Pupil>): ShownAttendance;
}

export interface MarkBookOptions {
  readonly calendar: SchoolCalendar;
  readonly extractedAt: Instant;
  readonly window: Window | undefined;
  readonly findings: Findings;
}

/** ATT-01 to ATT-04. */
export function openMarkBook({ calendar, extractedAt, window, findings }: MarkBookOptions): MarkBook {
  const store = openMarkStore(calendar);
  const now = schoolNow(new Date(extractedAt), timeZone);
  const open = rememberedOpening(calendar);
  let first: SchoolDate | undefined;
  return {
    take: (row, pupil) => {
      const slot = slotOf(row, pupil, { open, today: now.date, findings });
      const before = store.get(row.pupilId, row.date, row.session);
      store.set(row.pupilId, row.date, row.session, settle(before, slot, row, findings));
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

type Opening = (date: SchoolDate, session: Session, yearGroup: string) => boolean;

/** The same question is asked for every pupil of a year group. */
function rememberedOpening(calendar: SchoolCalendar): Opening {
  const known = new Map<string, boolean>();
  return (date, session, yearGroup) => {
    const key = `${date}${session}${yearGroup}`;
    const answer = known.get(key) ?? isOpen(calendar, date, session, yearGroup);
    known.set(key, answer);
    return answer;
  };
}

interface Judging {
  readonly open: Opening;
  readonly today: SchoolDate;
  readonly findings: Findings;
}

const problemWords = {
  unknown: 'This code is not in the table of codes.',
  retired: 'This code was no longer in force on that day.',
  wrongSession: 'This code cannot stand in that session.',
} as const;

function slotOf(row: AttendanceRow & Located, pupil: Pupil, { open, today, findings }: Judging): Slot {
  const hold = (code: string, column: string, message: string): Slot => {
    findings.add({ code, effect: 'hold', file, line: row.line, column, message });
    return 'held';
  };
  const code = row.code ?? '';
  const meaning = classify(code, row.date, row.session);
  if ('problem' in meaning) return hold('ATT-01', 'code', problemWords[meaning.problem]);
  const isExpected = isOnRoll(pupil, row.date) && open(row.date, row.session, pupil.yearGroup);
  // Closures and pupils who have not come yet have codes of their own (#, Y4, Z): right where they stand, and nothing to tell a family.
  if (!isExpected && meaning.counts === 'notCounted') return 'held';
  if (row.date > today) return hold('ATT-02', 'date', 'The mark lies in the future.');
  if (!isOnRoll(pupil, row.date)) return hold('ATT-02', 'date', 'The pupil was not on roll on that day.');
  if (!isExpected) return hold('ATT-02', 'date', 'The school was not open to this pupil in that session.');
  const isLate = meaning.kind === 'late' || meaning.kind === 'lateAfterClose';
  return { code, mark: { kind: meaning.kind, ...(isLate && row.minutesLate ? { minutesLate: row.minutesLate } : {}) } };
}

function isOnRoll({ onRollFrom, onRollTo }: Pupil, date: SchoolDate): boolean {
  return onRollFrom <= date && (onRollTo === undefined || date <= onRollTo);
}

function settle(before: Slot | undefined, slot: Slot, row: AttendanceRow & Located, findings: Findings): Slot {
  if (before === undefined) return slot;
  if (before !== 'held' && slot !== 'held' && before.code === slot.code) return before;
  findings.add({
    code: 'ATT-03',
    effect: 'hold',
    file,
    line: row.line,
    column: 'session',
    message: 'There is another, different mark for this pupil and session. Both are held.',
  });
  return 'held';
}

interface Expected {
  readonly date: SchoolDate;
  readonly session: Session;
  /** Over by the time of the export: a missing mark is missing, not still to come. */
  readonly isOver: boolean;
  readonly isExpected: (pupil: Pupil) => boolean;
}

function expectedSessions({
  pupils,
  from,
  until,
  open,
  now,
}: {
  readonly pupils: ReadonlyMap<string, Pupil>;
  readonly from: SchoolDate;
  readonly until: SchoolDate;
  readonly open: Opening;
  readonly now: { readonly date: SchoolDate; readonly time: string };
}): readonly Expected[] {
  const yearGroups = [...new Set([...pupils.values()].map((pupil) => pupil.yearGroup))];
  const expected: Expected[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) {
    const day = date;
    for (const session of ['AM', 'PM'] as const) {
      if (!yearGroups.some((yearGroup) => open(day, session, yearGroup))) continue;
      const isOver = day < now.date || now.time >= registerDueBy[session];
      const isExpected = (pupil: Pupil) => isOnRoll(pupil, day) && open(day, session, pupil.yearGroup);
      expected.push({ date: day, session, isOver, isExpected });
    }
  }
  return expected;
}

const groupOf = (pupil: Pupil): string => pupil.regGroup ?? pupil.yearGroup;

/** ATT-04: dates and groups whose register is more than a fifth empty: 'group date'. */
function missingRegisters(
  expected: readonly Expected[],
  store: MarkStore,
  pupils: ReadonlyMap<string, Pupil>,
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
    const message = `${date} ${session}: more than a fifth is without a mark in ${missing.length} of ${counts.size} groups. The day is not shown to them.`;
    findings.add({ code: 'ATT-04', effect: 'hold', file, column: 'date', message });
  }
  return hidden;
}

function isUnmarked(slot: Slot | undefined): boolean {
  return slot === undefined || (slot !== 'held' && slot.mark.kind === 'notTaken');
}

function shownDays(pupil: Pupil, expected: readonly Expected[], store: MarkStore, hidden: ReadonlySet<string>): readonly AttendanceDay[] {
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

function shownMark(slot: Slot | undefined, isOver: boolean): SessionMark | undefined {
  if (slot === 'held') return undefined;
  if (slot === undefined || slot.mark.kind === 'notTaken') return isOver ? { kind: 'notTaken' } : undefined;
  return slot.mark;
}
