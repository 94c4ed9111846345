/** Which days the school is open, and to whom. */
import { addDays, compareDates, daysBetween, mondayOf, type SchoolDate } from '../time/schoolDate';
import type { DateRange } from '../time/dateRange';
import type { Session } from '../attendance/attendance';
import { groupBy } from '../groupBy';
import { sameText } from '../plainText';

export const schoolDayStatuses = ['open', 'closed', 'holiday', 'inset', 'bankHoliday'] as const;

export type SchoolDayStatus = (typeof schoolDayStatuses)[number];

/** A row is about the whole day or one session of it. */
export const schoolDaySessions = ['ALL', 'AM', 'PM'] as const;

/** One row of the school's calendar. */
export interface SchoolDayFact {
  readonly date: SchoolDate;
  readonly session: (typeof schoolDaySessions)[number];
  readonly status: SchoolDayStatus;
  /** Empty: the whole school. */
  readonly yearGroups: readonly string[];
  /** Week of a two-week timetable. */
  readonly week?: string | undefined;
  readonly termId?: string | undefined;
}

/** The calendar, made ready by calendarOf. */
export interface SchoolCalendar {
  readonly factsByDate: ReadonlyMap<SchoolDate, readonly SchoolDayFact[]>;
  /** From the first to the last day with a fact; absent: there is none. */
  readonly range?: DateRange | undefined;
}

/** Makes a calendar of facts in any order. */
export function calendarOf(facts: readonly SchoolDayFact[]): SchoolCalendar {
  const factsByDate = groupBy(facts, ({ date }) => date);
  const dates = [...factsByDate.keys()].sort(compareDates);
  const [from, to] = [dates[0], dates[dates.length - 1]];
  return { factsByDate, range: from === undefined || to === undefined ? undefined : { from, to } };
}

/**
 * What the calendar says of a session for a year group (undefined: the school as a whole). A fact for the year group outranks one for
 * all, then one for the session outranks one for the day; where two of equal rank disagree, the one that is not 'open' holds.
 * Undefined: the calendar says nothing.
 */
export function statusOf(
  calendar: SchoolCalendar,
  date: SchoolDate,
  session: Session,
  yearGroup?: string | undefined,
): SchoolDayStatus | undefined {
  return strongestFact(calendar, date, session, yearGroup)?.status;
}

/** True only where the calendar says so: a day it does not know is not open. */
export function isOpen(calendar: SchoolCalendar, date: SchoolDate, session: Session, yearGroup?: string | undefined): boolean {
  return statusOf(calendar, date, session, yearGroup) === 'open';
}

/** True where the school is open to the year group in at least one session. */
export function isSchoolDay(calendar: SchoolCalendar, date: SchoolDate, yearGroup?: string | undefined): boolean {
  return isOpen(calendar, date, 'AM', yearGroup) || isOpen(calendar, date, 'PM', yearGroup);
}

/** The next school days, the day 'from' included where it is one. Fewer than count where the calendar ends before. */
export function nextSchoolDays(calendar: SchoolCalendar, from: SchoolDate, count: number, yearGroup?: string | undefined): SchoolDate[] {
  const days: SchoolDate[] = [];
  const { range } = calendar;
  if (!range) return days;
  let date = from < range.from ? range.from : from;
  while (days.length < count && date <= range.to) {
    if (isSchoolDay(calendar, date, yearGroup)) days.push(date);
    date = addDays(date, 1);
  }
  return days;
}

/**
 * The school days of the whole week in which the next school day lies ('from' included), and so many after that week. They change once a week, after
 * its last school day, and so many lie ahead of every day of it, as far as the calendar goes.
 */
export function weekAndDaysAfter(calendar: SchoolCalendar, from: SchoolDate, count: number, yearGroup?: string | undefined): SchoolDate[] {
  const [next] = nextSchoolDays(calendar, from, 1, yearGroup);
  if (next === undefined) return [];
  const monday = mondayOf(next);
  const nextMonday = addDays(monday, 7);
  const week = nextSchoolDays(calendar, monday, 7, yearGroup).filter((date) => date < nextMonday);
  return [...week, ...nextSchoolDays(calendar, nextMonday, count, yearGroup)];
}

/** The week of a two-week timetable that a day belongs to. */
export function weekOf(calendar: SchoolCalendar, date: SchoolDate, yearGroup?: string | undefined): string | undefined {
  return strongestFact(calendar, date, 'AM', yearGroup)?.week ?? strongestFact(calendar, date, 'PM', yearGroup)?.week;
}

function strongestFact(
  calendar: SchoolCalendar,
  date: SchoolDate,
  session: Session,
  yearGroup: string | undefined,
): SchoolDayFact | undefined {
  const facts = (calendar.factsByDate.get(date) ?? []).filter((fact) => appliesTo(fact, session, yearGroup));
  return facts.reduce<SchoolDayFact | undefined>((best, fact) => (best && !outranks(fact, best) ? best : fact), undefined);
}

function appliesTo(fact: SchoolDayFact, session: Session, yearGroup: string | undefined): boolean {
  if (fact.session !== 'ALL' && fact.session !== session) return false;
  return fact.yearGroups.length === 0 || (yearGroup !== undefined && fact.yearGroups.some((group) => sameText(group, yearGroup)));
}

function outranks(fact: SchoolDayFact, best: SchoolDayFact): boolean {
  const difference = rank(fact) - rank(best);
  return difference > 0 || (difference === 0 && best.status === 'open' && fact.status !== 'open');
}

function rank(fact: SchoolDayFact): number {
  return (fact.yearGroups.length > 0 ? 2 : 0) + (fact.session === 'ALL' ? 0 : 1);
}

/** Longer than a weekend with a day on each side of it. */
const shortestBreakAhead = 5;

/** True where the school is closed to everybody on that day and opens again in five days or more, or nobody knows when. */
export function isInBreak(calendar: SchoolCalendar, date: SchoolDate): boolean {
  if (isSchoolDay(calendar, date)) return false;
  const [next] = nextSchoolDays(calendar, date, 1);
  return next === undefined || daysBetween(date, next) >= shortestBreakAhead;
}
