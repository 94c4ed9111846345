import { isSchoolDay, type SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import { lessonChangeOf, type LessonFact } from '../../../src/domain/timetable/timetable';
import { lessonsTable, type ClassRow, type LessonRow } from '../bundle/tables';
import type { Located } from '../bundle/readTable';
import type { Findings } from '../findings/findings';

const { file } = lessonsTable;

/** Lessons with the line they stand on: to tell of two that overlap. */
export type LocatedLesson = LessonFact & Located;

/** A row as the timetable knows it. Undefined with a finding where it is not clear when the lesson is or whose it is. */
export function lessonOf(
  row: LessonRow & Located,
  schoolClass: ClassRow | undefined,
  calendar: SchoolCalendar,
  findings: Findings,
): LocatedLesson | undefined {
  const when = whenOf(row);
  const change = lessonChangeOf(row.status);
  const hold = (column: string, message: string) => findings.add({ code: 'TT-01', effect: 'hold', file, line: row.line, column, message });
  if (!when) hold('date', 'The lesson has neither a date nor a weekday with the dates between which it is valid.');
  if (change === 'unknown') hold('status', 'This status of a lesson is not known.');
  if (!when || change === 'unknown') return undefined;
  warnAboutTimes(row, when, calendar, findings);
  const subject = schoolClass?.subject ?? schoolClass?.name ?? '';
  return {
    line: row.line,
    when,
    period: row.period,
    start: row.start,
    end: row.end,
    subject,
    className: schoolClass?.name ?? subject,
    ...(row.room ? { room: row.room } : {}),
    ...teacherOf(row.staffName ?? schoolClass?.staffName),
    ...(change === 'none' ? {} : { change }),
    ...(row.classId ? { classId: row.classId } : { pupilId: row.pupilId }),
  };
}

/** A name that holds an e-mail address stays behind: staff addresses are not published. */
export function teacherOf(staffName: string | undefined): { readonly teacher?: string } {
  return staffName && !staffName.includes('@') ? { teacher: staffName } : {};
}

function whenOf({ date, week, weekday, validFrom, validTo }: LessonRow): LessonFact['when'] | undefined {
  if (date) return { kind: 'dated', date };
  if (!weekday || !validFrom || !validTo) return undefined;
  return { kind: 'weekly', week, weekday, validFrom, validTo };
}

function warnAboutTimes(row: LessonRow & Located, when: LessonFact['when'], calendar: SchoolCalendar, findings: Findings): void {
  const warn = (column: string, message: string) => findings.add({ code: 'TT-01', effect: 'warn', file, line: row.line, column, message });
  if (row.end <= row.start) warn('end', 'The lesson ends before it starts.');
  if (when.kind === 'dated' && !isSchoolDay(calendar, when.date))
    warn('date', 'The lesson lies on a day on which the school is not open to all.');
}

/** TT-01: two lessons of one pupil at the same time. Told once for each pair of rows. */
export function warnAboutOverlaps(lessonsOfPupils: Iterable<readonly LocatedLesson[]>, findings: Findings): void {
  const told = new Set<string>();
  for (const lessons of lessonsOfPupils) {
    const sorted = [...lessons].sort((a, b) => a.start.localeCompare(b.start));
    for (const [index, lesson] of sorted.entries()) {
      const others = sorted.slice(index + 1);
      const clash = others.find((other) => other.start < lesson.end && areTogether(lesson, other));
      const pair = `${Math.min(lesson.line, clash?.line ?? 0)} ${Math.max(lesson.line, clash?.line ?? 0)}`;
      if (!clash || told.has(pair)) continue;
      told.add(pair);
      findings.add({
        code: 'TT-01',
        effect: 'warn',
        file,
        line: clash.line,
        column: 'start',
        message: `The lesson overlaps the one on line ${lesson.line} for the same pupil.`,
      });
    }
  }
}

/** A dated lesson takes the place of a weekly one: only lessons of one sort can clash. */
function areTogether(a: LocatedLesson, b: LocatedLesson): boolean {
  if (a.when.kind === 'dated' || b.when.kind === 'dated') {
    return a.when.kind === 'dated' && b.when.kind === 'dated' && a.when.date === b.when.date;
  }
  const sameWeek = !a.when.week || !b.when.week || a.when.week === b.when.week;
  return sameWeek && a.when.weekday === b.when.weekday && a.when.validFrom <= b.when.validTo && b.when.validFrom <= a.when.validTo;
}
