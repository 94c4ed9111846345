/** Sums of attendance, in whole sessions. Formulas: DfE, 'Working together to improve school attendance'. */
import { countingOf } from './attendanceCodes';
import type { AttendanceDay, AttendanceSummary, MarkKind, MissedSubject, Session, SessionMark } from './attendance';
import type { ClockTime } from '../time/schoolTime';
import type { Lesson } from '../timetable/lesson';
import type { SchoolDate } from '../time/schoolDate';

/** The lessons of a pupil, by day. */
export type LessonsByDay = ReadonlyMap<SchoolDate, readonly Lesson[]>;

/** A lesson that starts at this time or later belongs to the afternoon's session. */
const usualAfternoon: ClockTime = '12:30';

/** Sums the days from..to, both included. A session that the school has not opened or marked counts neither way. */
export function summarise(
  days: readonly AttendanceDay[],
  lessonsByDay: LessonsByDay,
  from: SchoolDate,
  to: SchoolDate,
  afternoonFrom: ClockTime = usualAfternoon,
): AttendanceSummary {
  const within = days.filter(({ date }) => from <= date && date <= to);
  const kinds = within.flatMap(({ am, pm }) => [am, pm]).flatMap((mark) => (mark ? [mark.kind] : []));
  const count = (belongs: (kind: MarkKind) => boolean): number => kinds.filter(belongs).length;
  const attended = count((kind) => countingOf(kind) === 'attended');
  const authorised = count((kind) => countingOf(kind) === 'authorised');
  const unauthorised = count((kind) => countingOf(kind) === 'unauthorised');
  return {
    from,
    to,
    possible: attended + authorised + unauthorised,
    attended,
    authorised,
    unauthorised,
    unexplained: count((kind) => kind === 'unexplained'),
    late: count((kind) => kind === 'late'),
    lateAfterClose: count((kind) => kind === 'lateAfterClose'),
    missedLessons: missedLessons(within, lessonsByDay, afternoonFrom),
  };
}

/** Sessions that count as absence, authorised or not. */
export function absentSessions({ authorised, unauthorised }: AttendanceSummary): number {
  return authorised + unauthorised;
}

/** Sessions in which the pupil was not in school at all: who arrives after the register closed counts as absent, yet came. */
export function missedSessions(summary: AttendanceSummary): number {
  return absentSessions(summary) - summary.lateAfterClose;
}

/** Sessions as people say them: 5 sessions are 2 days and a half. */
export function daysMissed(sessions: number): { readonly days: number; readonly andAHalf: boolean } {
  return { days: Math.floor(sessions / 2), andAHalf: sessions % 2 === 1 };
}

/** 10 % or more missed. False where no session counts. Not for parents' eyes before some 20 possible sessions. */
export function isPersistentlyAbsent(summary: AttendanceSummary): boolean {
  return summary.possible > 0 && 10 * absentSessions(summary) >= summary.possible;
}

/** 50 % or more missed. False where no session counts. */
export function isSeverelyAbsent(summary: AttendanceSummary): boolean {
  return summary.possible > 0 && 2 * absentSessions(summary) >= summary.possible;
}

/** Attendance in tenths of a percent, half up: 958 for 95.8 %. Undefined where no session counts. For show only: compare with the above. */
export function attendanceInTenths({ attended, possible }: AttendanceSummary): number | undefined {
  return possible === 0 ? undefined : Math.floor((2000 * attended + possible) / (2 * possible));
}

/** Lessons that took place while the pupil was absent. A pupil who came after the register closed is not said to have missed any. */
function missedLessons(days: readonly AttendanceDay[], lessonsByDay: LessonsByDay, afternoonFrom: ClockTime): MissedSubject[] {
  const lessonsBySubject = new Map<string, number>();
  for (const day of days) {
    for (const lesson of lessonsByDay.get(day.date) ?? []) {
      const session: Session = lesson.start < afternoonFrom ? 'AM' : 'PM';
      if (lesson.change === 'cancelled' || !isMissed(session === 'AM' ? day.am : day.pm)) continue;
      lessonsBySubject.set(lesson.subject, (lessonsBySubject.get(lesson.subject) ?? 0) + 1);
    }
  }
  return [...lessonsBySubject]
    .map(([subject, lessons]) => ({ subject, lessons }))
    .sort((a, b) => b.lessons - a.lessons || a.subject.localeCompare(b.subject, 'en-GB'));
}

function isMissed(mark: SessionMark | undefined): boolean {
  if (!mark || mark.kind === 'lateAfterClose') return false;
  const counts = countingOf(mark.kind);
  return counts === 'authorised' || counts === 'unauthorised';
}
