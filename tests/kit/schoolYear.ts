/** Shared examples of this folder: dates at random, and a school year as many English schools have it. */
import fc from 'fast-check';
import { calendarOf, type SchoolCalendar, type SchoolDayFact, type SchoolDayStatus } from '../../src/domain/calendar/schoolCalendar';
import { isWeekend, rangeOfDays } from '../../src/domain/time/schoolDate';
import type { Lesson } from '../../src/domain/timetable/lesson';

export const anyDate = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2060, 0, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

/** Days of the school year 2026-27. */
export const anyDateOfTheYear = fc.constantFrom(...rangeOfDays('2026-09-01', '2027-07-31'));

export const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

export function fact(date: string, status: SchoolDayStatus, more: Partial<SchoolDayFact> = {}): SchoolDayFact {
  return { date, session: 'ALL', status, yearGroups: [], ...more };
}

/** Weekdays from..to with one status. */
export function weekdays(from: string, to: string, status: SchoolDayStatus, more: Partial<SchoolDayFact> = {}): SchoolDayFact[] {
  return rangeOfDays(from, to)
    .filter((date) => !isWeekend(date))
    .map((date) => fact(date, status, more));
}

export const schoolYearFacts: readonly SchoolDayFact[] = [
  ...weekdays('2026-09-01', '2026-09-02', 'inset'),
  ...weekdays('2026-09-03', '2026-10-23', 'open'),
  ...weekdays('2026-10-26', '2026-10-30', 'holiday'),
  fact('2026-11-02', 'inset'),
  ...weekdays('2026-11-03', '2026-12-18', 'open'),
  ...weekdays('2026-12-21', '2027-01-01', 'holiday').map((day) =>
    ['2026-12-25', '2026-12-28', '2027-01-01'].includes(day.date) ? fact(day.date, 'bankHoliday') : day,
  ),
  ...weekdays('2027-01-04', '2027-02-12', 'open'),
  ...weekdays('2027-02-15', '2027-02-19', 'holiday'),
  ...weekdays('2027-02-22', '2027-03-25', 'open'),
  fact('2027-03-26', 'bankHoliday'),
  fact('2027-03-29', 'bankHoliday'),
  ...weekdays('2027-03-30', '2027-04-09', 'holiday'),
  ...weekdays('2027-04-12', '2027-05-28', 'open').filter(({ date }) => date !== '2027-05-03'),
  fact('2027-05-03', 'bankHoliday'),
  fact('2027-05-31', 'bankHoliday'),
  ...weekdays('2027-06-01', '2027-06-04', 'holiday'),
  ...weekdays('2027-06-07', '2027-07-21', 'open'),
];

export const schoolYear: SchoolCalendar = calendarOf(schoolYearFacts);

export function lesson(more: Partial<Lesson> = {}): Lesson {
  return { period: '1', start: '09:00', end: '10:00', subject: 'Maths', className: '8B/Ma1', ...more };
}
