import { overlaps } from '../../../src/domain/time/dateRange';
import { isSchoolDay, type SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import { lessonChangeOf, type LessonFact } from '../../../src/domain/timetable/timetable';
import { teacherOf, type LocatedLesson } from '../school/lessons';
import { lessonsTable, type ClassRow, type LessonRow } from '../bundle/tables';
import type { Located } from '../bundle/rowReader';
import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';

const { file } = lessonsTable;

/** A row as the timetable knows it. Undefined with a finding where it is not clear when the lesson is or whose it is. */
export function lessonOf(
  row: LessonRow & Located,
  schoolClass: ClassRow | undefined,
  calendar: SchoolCalendar,
  findings: Findings,
): LocatedLesson | undefined {
  const when = whenOf(row);
  const change = lessonChangeOf(row.status);
  if (!when) findings.add(finding('TT-02', { file, line: row.line, column: 'date' }));
  if (change === 'unknown') findings.add(finding('TT-03', { file, line: row.line, column: 'status' }));
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

function whenOf({ date, week, weekday, validFrom, validTo }: LessonRow): LessonFact['when'] | undefined {
  if (date) return { kind: 'dated', date };
  if (!weekday || !validFrom || !validTo) return undefined;
  return { kind: 'weekly', week, weekday, validFrom, validTo };
}

function warnAboutTimes(row: LessonRow & Located, when: LessonFact['when'], calendar: SchoolCalendar, findings: Findings): void {
  if (row.end <= row.start) findings.add(finding('TT-04', { file, line: row.line, column: 'end' }));
  if (when.kind === 'dated' && !isSchoolDay(calendar, when.date)) findings.add(finding('TT-05', { file, line: row.line, column: 'date' }));
}

/** TT-01: two lessons of one pupil at the same time. Reported once for each pair of rows. */
export function warnAboutOverlaps(lessonsOfPupils: Iterable<readonly LocatedLesson[]>, findings: Findings): void {
  const reported = new Set<string>();
  for (const lessons of lessonsOfPupils) {
    const sorted = [...lessons].sort((a, b) => a.start.localeCompare(b.start));
    for (const [index, lesson] of sorted.entries()) {
      const others = sorted.slice(index + 1);
      const clash = others.find((other) => other.start < lesson.end && areTogether(lesson, other));
      const pair = `${Math.min(lesson.line, clash?.line ?? 0)} ${Math.max(lesson.line, clash?.line ?? 0)}`;
      if (!clash || reported.has(pair)) continue;
      reported.add(pair);
      findings.add(finding('TT-01', { file, line: clash.line, column: 'start' }, { other: String(lesson.line) }));
    }
  }
}

/** A dated lesson takes the place of a weekly one: only lessons of one sort can clash. */
function areTogether(a: LocatedLesson, b: LocatedLesson): boolean {
  if (a.when.kind === 'dated' || b.when.kind === 'dated') {
    return a.when.kind === 'dated' && b.when.kind === 'dated' && a.when.date === b.when.date;
  }
  const sameWeek = !a.when.week || !b.when.week || a.when.week === b.when.week;
  return (
    sameWeek &&
    a.when.weekday === b.when.weekday &&
    overlaps({ from: a.when.validFrom, to: a.when.validTo }, { from: b.when.validFrom, to: b.when.validTo })
  );
}
