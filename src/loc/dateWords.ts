import { type ClockTime, type Instant, schoolNow } from '../domain/time/schoolTime';
import { daysBetween, type SchoolDate } from '../domain/time/schoolDate';
import type { Language } from './language';

export interface DateWords {
  /** 'Thursday 26 November'; with the year where it is most of a year away. */
  day(date: SchoolDate): string;
  /** 'Thu 26 Nov'; with the year where it is most of a year away. For the eye, where room is short. */
  shortDay(date: SchoolDate): string;
  /** 'Thursday' */
  weekday(date: SchoolDate): string;
  /** 'Thu' */
  shortWeekday(date: SchoolDate): string;
  /** '26' */
  dayOfMonth(date: SchoolDate): string;
  /** 'November' */
  month(date: SchoolDate): string;
  /** 'Nov' */
  shortMonth(date: SchoolDate): string;
  /** 'today 09:30', 'yesterday 15:05', 'Thursday 19 November, 09:30'. */
  moment(instant: Instant): string;
  /** '09:30' as the language writes digits. */
  time(time: ClockTime): string;
}

/** So long nobody takes a date for that of another year. */
const daysWithoutYear = 300;

/** Dates and times as people say them, on the school's own clock. */
export function dateWords({ tag, strings }: Language, now: Date, timeZone: string): DateWords {
  const today = schoolNow(now, timeZone).date;
  const words = (date: SchoolDate, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
  const dayIn = (date: SchoolDate, length: 'long' | 'short'): string => {
    const year = Math.abs(daysBetween(today, date)) < daysWithoutYear ? {} : ({ year: 'numeric' } as const);
    return words(date, { weekday: length, day: 'numeric', month: length, ...year });
  };
  const day = (date: SchoolDate): string => dayIn(date, 'long');
  const time = (clock: ClockTime): string =>
    new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' }).format(
      new Date(`2000-01-01T${clock}:00Z`),
    );
  return {
    day,
    shortDay: (date) => dayIn(date, 'short'),
    time,
    weekday: (date) => words(date, { weekday: 'long' }),
    shortWeekday: (date) => words(date, { weekday: 'short' }),
    dayOfMonth: (date) => words(date, { day: 'numeric' }),
    month: (date) => words(date, { month: 'long' }),
    shortMonth: (date) => words(date, { month: 'short' }),
    moment: (instant) => {
      const then = schoolNow(new Date(instant), timeZone);
      const daysAgo = daysBetween(then.date, today);
      if (daysAgo === 0) return strings.freshness.today(time(then.time));
      if (daysAgo === 1) return strings.freshness.yesterday(time(then.time));
      return strings.freshness.onDay(day(then.date), time(then.time));
    },
  };
}
