/** Sums of attendance, in whole sessions. Formulas: DfE, 'Working together to improve school attendance'. */
import { countingOf } from './attendanceCodes';
import type { AttendanceDay, AttendanceSummary, MarkKind, MissedSubject, SessionMark } from './attendance';
import { compareNames } from '../plainText';
import { covers } from '../time/dateRange';
import { sessionAt } from '../time/sessionTimes';
import type { Lesson } from '../timetable/lesson';
import type { SchoolDate } from '../time/schoolDate';

/** The lessons of a pupil, by day. */
export type LessonsByDay = ReadonlyMap<SchoolDate, readonly Lesson[]>;

/** Sums the days from..to, both included. A session that the school has not opened or marked counts neither way. */
export function summarise(days: readonly AttendanceDay[], lessonsByDay: LessonsByDay, from: SchoolDate, to: SchoolDate): AttendanceSummary {
  const within = days.filter(({ date }) => covers({ from, to }, date));
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
    missedLessons: missedLessons(within, lessonsByDay),
  };
}

/** Sessions in which the pupil was not in school at all: who arrives after the register closed counts as absent, yet came. */
export function missedSessions({ authorised, unauthorised, lateAfterClose }: AttendanceSummary): number {
  return authorised + unauthorised - lateAfterClose;
}

/** Sessions as people say them: 5 sessions are 2 days and a half. */
export function daysMissed(sessions: number): { readonly days: number; readonly andAHalf: boolean } {
  return { days: Math.floor(sessions / 2), andAHalf: sessions % 2 === 1 };
}

/** Lessons that took place while the pupil was absent. A pupil who came after the register closed is not said to have missed any. */
function missedLessons(days: readonly AttendanceDay[], lessonsByDay: LessonsByDay): MissedSubject[] {
  const lessonsBySubject = new Map<string, number>();
  for (const day of days) {
    for (const lesson of lessonsByDay.get(day.date) ?? []) {
      if (lesson.change === 'cancelled' || !isMissed(sessionAt(lesson.start) === 'AM' ? day.am : day.pm)) continue;
      lessonsBySubject.set(lesson.subject, (lessonsBySubject.get(lesson.subject) ?? 0) + 1);
    }
  }
  return [...lessonsBySubject]
    .map(([subject, lessons]) => ({ subject, lessons }))
    .sort((a, b) => b.lessons - a.lessons || compareNames(a.subject, b.subject));
}

function isMissed(mark: SessionMark | undefined): boolean {
  if (!mark || mark.kind === 'lateAfterClose') return false;
  const counts = countingOf(mark.kind);
  return counts === 'authorised' || counts === 'unauthorised';
}
