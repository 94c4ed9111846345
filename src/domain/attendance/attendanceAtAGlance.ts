/** What a family needs to see of attendance at once, and what may be folded away. */
import { addDays, mondayOf, type SchoolDate } from '../time/schoolDate';
import type { AttendanceDay, AttendanceSummary, MarkKind, SessionMark } from './attendance';
import { missedSessions } from './attendanceSummary';

/** Nothing that a parent has to know of by name. A register that is still to come says nothing about the child. */
const ordinaryKinds: readonly MarkKind[] = ['present', 'activity', 'notRequired', 'notTaken'];

/**
 * True where nothing was missed, nobody came late and the latest day was a day like any other. False where nothing is known: no sums, or
 * none of a single session, are no good news.
 */
export function isOrdinaryAttendance(summary: AttendanceSummary | undefined, latest: AttendanceDay | undefined): boolean {
  if (!summary || summary.possible === 0) return false;
  const isFlawless = missedSessions(summary) === 0 && summary.late === 0 && summary.lateAfterClose === 0 && summary.unexplained === 0;
  return isFlawless && (latest === undefined || isOrdinaryDay(latest));
}

/** True where neither session of the day was missed or begun late. */
export function isOrdinaryDay({ am, pm }: AttendanceDay): boolean {
  return [am, pm].every((mark) => mark === undefined || ordinaryKinds.includes(mark.kind));
}

/** The latest day until 'today', which is included, of which the register says something. The days may be in any order. */
export function latestMarkedDay(days: readonly AttendanceDay[], today: SchoolDate): AttendanceDay | undefined {
  return days
    .filter((day) => day.date <= today && hasMark(day))
    .reduce<AttendanceDay | undefined>((latest, day) => (latest && latest.date >= day.date ? latest : day), undefined);
}

/** Monday to Friday of the week in which the date lies; days without a mark have none. The days may be in any order. */
export function weekOfMarks(days: readonly AttendanceDay[], date: SchoolDate): readonly AttendanceDay[] {
  const monday = mondayOf(date);
  return [0, 1, 2, 3, 4].map((offset) => {
    const weekdayDate = addDays(monday, offset);
    return days.find((day) => day.date === weekdayDate) ?? { date: weekdayDate };
  });
}

/** True where the register says something of the day. */
export function hasMark({ am, pm }: { readonly am?: SessionMark | undefined; readonly pm?: SessionMark | undefined }): boolean {
  return am !== undefined || pm !== undefined;
}
