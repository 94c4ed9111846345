/** Dates that families plan by: holidays, INSET days, closures, and when terms start and end. */
import { addDays, compareDates, daysBetween, isWeekend, rangeOfDays, type SchoolDate } from '../time/schoolDate';
import { encloses, overlaps, type DateRange } from '../time/dateRange';
import type { Session } from '../attendance/attendance';
import { isOpen, isSchoolDay, statusOf, type SchoolCalendar, type SchoolDayStatus } from './schoolCalendar';
import { periodParts } from './period';
import { halfTermsOf, termsOf } from './schoolPeriods';

export type DateKind = 'inset' | 'holiday' | 'bankHoliday' | 'closed' | 'termStarts' | 'termEnds';

export interface DateComingUp extends DateRange {
  readonly kind: DateKind;
  /** Only where half a day is affected. */
  readonly session?: Session | undefined;
}

/**
 * What touches the days from..until for a year group, earliest first, each at its whole length even where it began before or ends after.
 * A holiday includes the weekends and bank holidays that it meets. A weekday inside the calendar without a fact is holiday.
 */
export function datesComingUp(
  calendar: SchoolCalendar,
  from: SchoolDate,
  until: SchoolDate,
  yearGroup?: string | undefined,
): DateComingUp[] {
  if (!calendar.range) return [];
  const days = rangeOfDays(calendar.range.from, calendar.range.to).map((date) => ({ date, kind: kindOfDay(calendar, date, yearGroup) }));
  const all = [...holidays(days), ...daysOff(days), ...halfDays(calendar, days, yearGroup), ...termDates(calendar, yearGroup)];
  return all
    .filter((range) => overlaps(range, { from, to: until }))
    .sort((a, b) => compareDates(a.from, b.from) || compareDates(a.to, b.to));
}

type DayKind = SchoolDayStatus | 'weekend';

interface Day {
  readonly date: SchoolDate;
  readonly kind: DayKind;
}

function kindOfDay(calendar: SchoolCalendar, date: SchoolDate, yearGroup: string | undefined): DayKind {
  if (isSchoolDay(calendar, date, yearGroup)) return 'open';
  const status = statusOf(calendar, date, 'AM', yearGroup) ?? statusOf(calendar, date, 'PM', yearGroup) ?? 'holiday';
  return isWeekend(date) && status !== 'inset' ? 'weekend' : status;
}

/** Runs of holidays, weekends and bank holidays in which there is at least one holiday. */
function holidays(days: readonly Day[]): DateComingUp[] {
  const runs = runsOf(days, ({ kind }) => kind === 'holiday' || kind === 'weekend' || kind === 'bankHoliday');
  return runs.filter((run) => run.some(({ kind }) => kind === 'holiday')).map((run) => rangeOf('holiday', run));
}

/** INSET days, closures and bank holidays in runs of neighbouring days; bank holidays only outside holidays. */
function daysOff(days: readonly Day[]): DateComingUp[] {
  const ranges = (['inset', 'closed', 'bankHoliday'] as const).flatMap((kind) =>
    runsOf(days, (day) => day.kind === kind).map((run) => rangeOf(kind, run)),
  );
  const inHoliday = holidays(days);
  return ranges.filter((range) => !inHoliday.some((holiday) => encloses(holiday, range)));
}

/** Days open in one session only. */
function halfDays(calendar: SchoolCalendar, days: readonly Day[], yearGroup: string | undefined): DateComingUp[] {
  return days
    .filter(({ kind }) => kind === 'open')
    .flatMap(({ date }) =>
      (['AM', 'PM'] as const)
        .filter((session) => !isOpen(calendar, date, session, yearGroup))
        .map((session) => {
          const status = statusOf(calendar, date, session, yearGroup) ?? 'closed';
          return { kind: status === 'open' ? ('closed' as const) : status, from: date, to: date, session };
        }),
    );
}

/** First and last school day of each term, for the year group. */
function termDates(calendar: SchoolCalendar, yearGroup: string | undefined): DateComingUp[] {
  return termsOf(calendar).flatMap((term) => {
    const open = rangeOfDays(term.from, term.to).filter((date) => isSchoolDay(calendar, date, yearGroup));
    const [first, last] = [open[0], open[open.length - 1]];
    if (first === undefined || last === undefined) return [];
    const starts: DateComingUp = { kind: 'termStarts', from: first, to: first };
    const ends: DateComingUp = { kind: 'termEnds', from: last, to: last };
    return isEndKnown(calendar, term.to) ? [starts, ends] : [starts];
  });
}

/**
 * Where the calendar breaks off inside a term, its last day says nothing about the term: a later term or half-term
 * must be known, or days off after a second half, or the month be July.
 */
function isEndKnown(calendar: SchoolCalendar, lastDay: SchoolDate): boolean {
  const halves = halfTermsOf(calendar);
  const index = halves.findIndex(({ to }) => to === lastDay);
  if (index < halves.length - 1 || lastDay.slice(5, 7) === '07') return true;
  const isSecondHalf = periodParts(halves[index]?.id ?? '')?.half === 'second';
  return isSecondHalf && calendar.range !== undefined && addDays(lastDay, 2) < calendar.range.to;
}

function rangeOf(kind: DateKind, run: readonly Day[]): DateComingUp {
  const dates = run.map(({ date }) => date);
  return { kind, from: dates[0] ?? '', to: dates[dates.length - 1] ?? '' };
}

function runsOf(days: readonly Day[], belongs: (day: Day) => boolean): Day[][] {
  const runs: Day[][] = [];
  for (const day of days.filter(belongs)) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run && last && daysBetween(last.date, day.date) === 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}
