import type { AttendanceDay, AttendanceRecord } from '../../../src/domain/attendance/attendance';
import { summarise, type LessonsByDay } from '../../../src/domain/attendance/attendanceSummary';
import type { Period } from '../../../src/domain/calendar/period';
import type { SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import { halfTermsOf, latestHalfTerm } from '../../../src/domain/calendar/schoolPeriods';
import { covers } from '../../../src/domain/time/dateRange';
import { addDays, mondayOf, type SchoolDate } from '../../../src/domain/time/schoolDate';
import { attendanceRecordSchema } from '../../../src/lists/areas/attendance';
import { decode } from '../../../src/lists/payload';
import { attendanceTable } from '../bundle/tables';
import { outsideWindow, periodsCutByWindow, periodsInWindow } from './periods';
import { anyFactGone, type PreviousState, type StagedArea } from './stagedArea';
import { lessonsByDay } from './timetable';

const { file } = attendanceTable;

/** Marks of the last days are corrected all the time. */
const daysUnsettled = 5;

/** A record for each half-term; on the home row the current one in figures, and the days of this week and last. */
export const attendance: StagedArea<'attendance'> = {
  file,
  make: ({ school, pupil, previous }) => {
    const records = attendanceRecords(
      school.calendar,
      school.attendance.get(pupil.pupilId),
      outsideWindow(school, file, daysOf(previous)),
      (dates) => lessonsByDay(school, pupil, dates),
      school.extractDate,
    );
    const halfTerm = latestHalfTerm(school.calendar, school.extractDate);
    const current = records.find((record) => record.period.id === halfTerm?.id);
    return {
      records,
      home: {
        ...(current ? { attendance: current.summary } : {}),
        recentAttendance: recentDays(records, school.extractDate),
      },
    };
  },
  keepOnHome: (before) => ({
    ...(before?.attendance ? { attendance: before.attendance } : {}),
    recentAttendance: before?.recentAttendance ?? [],
  }),
  periodsToldBy: (school) => periodsInWindow(school, halfTermsOf(school.calendar), file),
  periodsToldInPart: (school) => periodsCutByWindow(school, halfTermsOf(school.calendar), file),
  settled: {
    on: 'records',
    // That a child was present every day is said of nearly all: only the other marks tell.
    facts: (payload, today) => {
      const record = decode(attendanceRecordSchema, payload);
      const days = record.ok ? record.value.days.filter(({ date }) => date < addDays(today, -daysUnsettled)) : [];
      return days.flatMap(({ date, am, pm }) =>
        [am, pm].flatMap((mark, half) => (mark && !['present', 'notTaken'].includes(mark.kind) ? [`${date} ${half} ${mark.kind}`] : [])),
      );
    },
    isRewritten: anyFactGone,
  },
};

/** A payload that cannot be read counts as not there: the export replaces it. */
function daysOf({ payloads }: PreviousState): readonly AttendanceDay[] {
  return (payloads.attendance ?? []).flatMap((payload) => {
    const record = decode(attendanceRecordSchema, payload);
    return record.ok ? record.value.days : [];
  });
}

function attendanceRecords(
  calendar: SchoolCalendar,
  days: readonly AttendanceDay[],
  published: readonly AttendanceDay[],
  lessonsOn: (dates: readonly SchoolDate[]) => LessonsByDay,
  until: SchoolDate,
): readonly AttendanceRecord[] {
  const all = new Map([...published, ...days].map((day) => [day.date, day]));
  return halfTermsOf(calendar).flatMap((period) => {
    const inPeriod = [...all.values()].filter((day) => covers(period, day.date)).sort((a, b) => a.date.localeCompare(b.date));
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
function recentDays(records: readonly AttendanceRecord[], today: SchoolDate): readonly AttendanceDay[] {
  const twoWeeks = { from: addDays(mondayOf(today), -7), to: today };
  return records
    .flatMap((record) => record.days)
    .filter((day) => covers(twoWeeks, day.date))
    .sort((a, b) => b.date.localeCompare(a.date));
}
