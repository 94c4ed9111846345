import { summarise, type LessonsByDay } from '../../../src/domain/attendance/attendanceSummary';
import { addDays, mondayOf, type SchoolDate } from '../../../src/domain/time/schoolDate';
import { halfTermsOf } from '../../../src/domain/calendar/schoolPeriods';
import type { SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import type { AttendanceDay, AttendanceRecord } from '../../../src/domain/attendance/attendance';
import type { Period } from '../../../src/domain/calendar/period';

/** Attendance of one pupil by half-term. Days outside the export's window come from what was published before. */
export function attendanceRecords(
  calendar: SchoolCalendar,
  days: readonly AttendanceDay[],
  previous: readonly AttendanceDay[],
  lessonsOn: (dates: readonly SchoolDate[]) => LessonsByDay,
  until: SchoolDate,
): readonly AttendanceRecord[] {
  const all = new Map([...previous, ...days].map((day) => [day.date, day]));
  return halfTermsOf(calendar).flatMap((period) => {
    const inPeriod = [...all.values()].filter((day) => holds(period, day.date)).sort((a, b) => a.date.localeCompare(b.date));
    return inPeriod.length > 0 ? [recordOf(period, inPeriod, lessonsOn, until)] : [];
  });
}

function recordOf(
  period: Period,
  days: readonly AttendanceDay[],
  lessonsOn: (dates: readonly SchoolDate[]) => LessonsByDay,
  until: SchoolDate,
): AttendanceRecord {
  // Not the day of the export itself: on a day without school nothing is told, and nothing may change.
  const lastTold = days[days.length - 1]?.date ?? until;
  const to = period.to < until ? period.to : lastTold;
  const missedDays = days.filter(({ am, pm }) =>
    [am, pm].some((mark) => mark !== undefined && mark.kind !== 'present' && mark.kind !== 'notTaken'),
  );
  const lessons = lessonsOn(missedDays.map((day) => day.date));
  return { version: 1, period, summary: summarise(days, lessons, period.from, to), days };
}

/** Days of this week and last, newest first. */
export function recentDays(records: readonly AttendanceRecord[], today: SchoolDate): readonly AttendanceDay[] {
  const from = addDays(mondayOf(today), -7);
  return records
    .flatMap((record) => record.days)
    .filter((day) => from <= day.date && day.date <= today)
    .sort((a, b) => b.date.localeCompare(a.date));
}

function holds(period: Period, date: SchoolDate): boolean {
  return period.from <= date && date <= period.to;
}
