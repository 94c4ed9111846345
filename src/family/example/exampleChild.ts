/** An invented child, so that whoever lays out a page sees what parents will see. Always as of today: nothing in it grows old. */
import type { AttendanceDay, AttendanceSummary } from '../../domain/attendance/attendance';
import type { BehaviourEntry } from '../../domain/behaviour';
import { calendarOf } from '../../domain/calendar/schoolCalendar';
import { latestHalfTerm, schoolYearOf } from '../../domain/calendar/schoolPeriods';
import type { AdultHome } from '../../domain/people/adult';
import { pupilAreas } from '../../domain/people/areas';
import type { PupilHome } from '../../domain/people/pupil';
import type { Result } from '../../domain/results';
import { addDays, isWeekend, rangeOfDays, type SchoolDate } from '../../domain/time/schoolDate';
import { usualTimeZone } from '../../domain/time/schoolTime';
import type { Lesson, TimetableDay } from '../../domain/timetable/lesson';
import type { RecordOf } from '../../lists/areas';
import type { Strings } from '../../loc/language';

export interface ExampleChild {
  readonly adultHome: AdultHome;
  readonly home: PupilHome;
  readonly attendance: RecordOf<'attendance'>;
  readonly behaviour: RecordOf<'behaviour'>;
  readonly results: RecordOf<'results'>;
}

type Words = Strings['example'];

export const exampleKey = 'examplechild';

/** Weeks of register before today. */
const weeksBack = 4;

export function exampleChild(today: SchoolDate, words: Words): ExampleChild {
  const days = registerDays(today);
  const halfTerm = halfTermOf(days, today);
  const news = newsOf(days, words);
  const { summary, marked } = register(days, words);
  return {
    adultHome: {
      version: 1,
      children: [{ pupilKey: exampleKey, forename: words.forename, areas: pupilAreas, hasHome: true }],
      timeZone: usualTimeZone,
      schoolName: '',
    },
    home: {
      version: 1,
      pupil: { key: exampleKey, forename: words.forename, surname: words.surname, yearGroup: words.yearGroup },
      classes: [],
      timetable: comingTimetable(today, words),
      attendance: summary,
      recentAttendance: [...marked].reverse().slice(0, 10),
      news,
    },
    attendance: { version: 1, period: halfTerm, summary, days: marked },
    behaviour: { version: 1, period: halfTerm, entries: news },
    results: { version: 1, period: schoolYearOf(today), results: resultsOf(addDays(today, -7), words) },
  };
}

/** School days up to today, earliest first. */
function registerDays(today: SchoolDate): readonly SchoolDate[] {
  return rangeOfDays(addDays(today, -7 * weeksBack), today).filter((date) => !isWeekend(date));
}

/** The half-term in which the days would lie if they were all that the school is open. */
function halfTermOf(days: readonly SchoolDate[], today: SchoolDate): RecordOf<'attendance'>['period'] {
  const calendar = calendarOf(days.map((date) => ({ date, session: 'ALL', status: 'open', yearGroups: [] })));
  return latestHalfTerm(calendar, today) ?? schoolYearOf(today);
}

/** In school but for one morning, and late once. */
function register(
  days: readonly SchoolDate[],
  words: Words,
): { readonly summary: AttendanceSummary; readonly marked: readonly AttendanceDay[] } {
  const marked = days.map((date, index): AttendanceDay => {
    const present = { kind: 'present' } as const;
    if (index === 3) return { date, am: { kind: 'authorised' }, pm: present };
    return index === 8 ? { date, am: { kind: 'late', minutesLate: 6 }, pm: present } : { date, am: present, pm: present };
  });
  const possible = 2 * days.length;
  return {
    marked,
    summary: {
      from: days[0] ?? '',
      to: days[days.length - 1] ?? '',
      possible,
      attended: possible - 1,
      authorised: 1,
      unauthorised: 0,
      unexplained: 0,
      late: 1,
      lateAfterClose: 0,
      missedLessons: [{ subject: words.subjects.maths, lessons: 2 }],
    },
  };
}

function comingTimetable(today: SchoolDate, { subjects, room, teacher }: Words): readonly TimetableDay[] {
  const lesson = (period: string, start: string, end: string, subject: string): Lesson => ({
    period,
    start,
    end,
    subject,
    className: subject,
    room: `${room}${period}`,
    teacher,
  });
  const lessons = [
    lesson('1', '09:00', '10:00', subjects.maths),
    lesson('2', '10:00', '11:00', subjects.english),
    lesson('3', '11:20', '12:20', subjects.science),
    lesson('4', '13:10', '14:10', subjects.sport),
  ];
  return rangeOfDays(today, addDays(today, 13))
    .filter((date) => !isWeekend(date))
    .map((date) => ({ date, lessons }));
}

function newsOf(days: readonly SchoolDate[], { praise, reminder, subjects }: Words): readonly BehaviourEntry[] {
  const dayBack = (count: number): SchoolDate => days[days.length - 1 - count] ?? days[0] ?? '';
  return [
    { id: 'example1', date: dayBack(1), polarity: 'positive', type: praise.effort, subject: subjects.english, points: 2 },
    { id: 'example2', date: dayBack(4), polarity: 'positive', type: praise.help, points: 1 },
    { id: 'example3', date: dayBack(6), polarity: 'negative', type: reminder, subject: subjects.maths },
  ];
}

function resultsOf(date: SchoolDate, { report, aspect, subjects }: Words): readonly Result[] {
  return [
    { set: report, subject: subjects.maths, aspect, result: '5', target: '6', date },
    { set: report, subject: subjects.english, aspect, result: '6', target: '6', date },
    { set: report, subject: subjects.science, aspect, result: '6', target: '7', date },
  ];
}
