import type { SchoolDate } from '../src/domain/time/schoolDate';

const dayInMilliseconds = 86_400_000;

/** Two school years hold few dates, and each is asked about once for every pupil. */
function remembered<T>(answer: (date: SchoolDate) => T): (date: SchoolDate) => T {
  const known = new Map<SchoolDate, T>();
  return (date) => {
    const found = known.get(date);
    if (found !== undefined) return found;
    const fresh = answer(date);
    known.set(date, fresh);
    return fresh;
  };
}

/** True for a real day in the form 'YYYY-MM-DD'. */
export function isSchoolDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dateOf(new Date(text)) === text;
}

/** Month counts from 1. */
export function dateFrom(year: number, month: number, day: number): SchoolDate {
  return dateOf(new Date(Date.UTC(year, month - 1, day)));
}

export function addDays(date: SchoolDate, days: number): SchoolDate {
  return dateOf(new Date(Date.parse(date) + days * dayInMilliseconds));
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = remembered((date: SchoolDate): number => new Date(date).getUTCDay() || 7);

export function isWeekend(date: SchoolDate): boolean {
  return weekdayOf(date) > 5;
}

/** The Monday of the date's week. */
export const mondayOf = remembered((date: SchoolDate): SchoolDate => addDays(date, 1 - weekdayOf(date)));

/** The n-th (from 1) given weekday of a month. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): SchoolDate {
  const first = dateFrom(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7);
}

/** The last Monday to Sunday (1 to 7) of a month. */
export function lastWeekday(year: number, month: number, weekday: number): SchoolDate {
  const last = dateFrom(year, month + 1, 0);
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's rule). */
export function easterSunday(year: number): SchoolDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dateFrom(year, Math.floor(f / 31), (f % 31) + 1);
}

/** The offset of London's clocks from UTC at noon on the date: '+00:00' or '+01:00' (summer time, last Sundays of March and October). */
const londonOffset = remembered((date: SchoolDate): '+00:00' | '+01:00' => {
  const year = Number(date.slice(0, 4));
  return date >= lastWeekday(year, 3, 7) && date < lastWeekday(year, 10, 7) ? '+01:00' : '+00:00';
});

/** '2026-11-23T09:30:00+00:00' for a London clock time 'HH:mm'. */
export function londonTime(date: SchoolDate, time: string): string {
  return `${date}T${time}:00${londonOffset(date)}`;
}

function dateOf(moment: Date): SchoolDate {
  return moment.toISOString().slice(0, 10);
}
