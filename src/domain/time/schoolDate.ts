/** Calendar arithmetic on school dates. Days are counted in UTC, where every day has 24 hours, so no time zone can move one. */

/** A calendar day of the school without a time: 'YYYY-MM-DD'. */
export type SchoolDate = string;

const dayLength = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real day written 'YYYY-MM-DD': '2026-02-30' and '2026-2-3' are none. Years 0100 to 9999. */
export function isSchoolDate(text: unknown): text is SchoolDate {
  return typeof text === 'string' && dayCount(text) !== undefined;
}

/** The day so many days later; earlier with a negative number. Throws RangeError where date is no school date. */
export function addDays(date: SchoolDate, days: number): SchoolDate {
  return dateOfCount(countOf(date) + days);
}

/** Days from one date to another: 1 from today to tomorrow, negative where 'to' is earlier. Throws RangeError where either is no school date. */
export function daysBetween(from: SchoolDate, to: SchoolDate): number {
  return countOf(to) - countOf(from);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). Throws RangeError where date is no school date. */
export function weekday(date: SchoolDate): number {
  // Day 0 of the count, 1 January 1970, was a Thursday.
  return ((((countOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** True for Saturday and Sunday. */
export function isWeekend(date: SchoolDate): boolean {
  return weekday(date) > 5;
}

/** Monday of the date's week. */
export function mondayOf(date: SchoolDate): SchoolDate {
  return addDays(date, 1 - weekday(date));
}

/** For sort: negative where a is the earlier day, 0 for the same day. */
export function compareDates(a: SchoolDate, b: SchoolDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Every day from..to, both included; none where 'to' is earlier. */
export function rangeOfDays(from: SchoolDate, to: SchoolDate): SchoolDate[] {
  const first = countOf(from);
  const length = Math.max(0, countOf(to) - first + 1);
  return Array.from({ length }, (_, index) => dateOfCount(first + index));
}

function countOf(date: SchoolDate): number {
  const count = dayCount(date);
  // The text stays out of the message: it may be a date of birth.
  if (count === undefined) throw new RangeError('Not a school date (YYYY-MM-DD)');
  return count;
}

function dayCount(text: string): number | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const count = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / dayLength;
  return dateOfCount(count) === text ? count : undefined;
}

function dateOfCount(count: number): SchoolDate {
  return new Date(count * dayLength).toISOString().slice(0, 10);
}
