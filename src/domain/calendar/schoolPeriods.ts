/** Half-terms, terms and school years, found in the school's calendar. */
import { periodParts, type Half, type Period, type Season } from './period';
import { addDays, compareDates, daysBetween, isWeekend, rangeOfDays, type SchoolDate } from '../time/schoolDate';
import { covers, type DateRange } from '../time/dateRange';
import type { SchoolCalendar } from './schoolCalendar';

const shortestBreak = 4;
const found = new WeakMap<SchoolCalendar, readonly Period[]>();

/**
 * Every half-term in the calendar, earliest first, from its first to its last day open to anyone. A break is at least four days in a row
 * without school of which a weekday is holiday, or the change to another termId. The term's season is in its termId ('Autumn', 'SPR27',
 * '2026-27.autumn.2') or else follows from the first day, as does which half it is: so a period's id stays the same while the calendar
 * grows at its end.
 */
export function halfTermsOf(calendar: SchoolCalendar): readonly Period[] {
  const known = found.get(calendar);
  if (known) return known;
  const periods = mergedById(runsOf(calendar).map((run) => halfTerm(calendar, run)));
  found.set(calendar, periods);
  return periods;
}

/** The half-term of a day, or in a holiday the one before it. */
export function latestHalfTerm(calendar: SchoolCalendar, date: SchoolDate): Period | undefined {
  const begun = halfTermsOf(calendar).filter((period) => period.from <= date);
  return begun[begun.length - 1];
}

/** Every term in the calendar, earliest first. */
export function termsOf(calendar: SchoolCalendar): readonly Period[] {
  return mergedById(halfTermsOf(calendar).map(({ id, from, to }) => ({ id: id.split('.').slice(0, 2).join('.'), from, to })));
}

/** The term that a day lies in, its half-term holiday included; undefined between terms. */
export function termOf(calendar: SchoolCalendar, date: SchoolDate): Period | undefined {
  return termsOf(calendar).find((period) => covers(period, date));
}

/** The school year of a day, 1 August to 31 July: some schools begin in August, none has lessons across that night. */
export function schoolYearOf(date: SchoolDate): Period {
  const year = Number(date.slice(0, 4)) - (date.slice(5, 7) < '08' ? 1 : 0);
  const next = String(year + 1);
  return { id: `${year}-${next.slice(-2)}`, from: `${year}-08-01`, to: `${next}-07-31` };
}

/** Days open to anyone, in runs between breaks. */
function runsOf(calendar: SchoolCalendar): DateRange[] {
  const openDays = [...calendar.factsByDate.keys()].filter((date) => isOpenToAnyone(calendar, date)).sort(compareDates);
  const runs: DateRange[] = [];
  for (const date of openDays) {
    const last = runs[runs.length - 1];
    if (last && !isBreak(calendar, last.to, date)) runs[runs.length - 1] = { from: last.from, to: date };
    else runs.push({ from: date, to: date });
  }
  return runs;
}

/** Whether a half-term ends between two neighbouring open days. */
function isBreak(calendar: SchoolCalendar, last: SchoolDate, next: SchoolDate): boolean {
  const [term, nextTerm] = [termIdOf(calendar, last), termIdOf(calendar, next)];
  if (term !== undefined && nextTerm !== undefined && term !== nextTerm) return true;
  const daysOff = daysBetween(last, next) - 1;
  return daysOff >= shortestBreak && rangeOfDays(addDays(last, 1), addDays(next, -1)).some((date) => isHolidayWeekday(calendar, date));
}

function isHolidayWeekday(calendar: SchoolCalendar, date: SchoolDate): boolean {
  const facts = calendar.factsByDate.get(date);
  // Many calendars list only the days on which something happens.
  return !isWeekend(date) && (facts === undefined || facts.some((fact) => fact.status === 'holiday'));
}

function isOpenToAnyone(calendar: SchoolCalendar, date: SchoolDate): boolean {
  return (calendar.factsByDate.get(date) ?? []).some((fact) => fact.status === 'open');
}

function termIdOf(calendar: SchoolCalendar, date: SchoolDate): string | undefined {
  return (calendar.factsByDate.get(date) ?? []).find((fact) => fact.status === 'open' && fact.termId)?.termId;
}

function halfTerm(calendar: SchoolCalendar, { from, to }: DateRange): Period {
  const termId = termIdOf(calendar, from);
  const season = seasonOfTermId(termId) ?? seasonOfDate(from);
  // Only an id that is written as ours are says which half it is: the 2 of 'SUM22' is none.
  const half = periodParts(termId ?? '')?.half ?? halfOf(season, from);
  return { id: `${schoolYearOf(from).id}.${season}.${half === 'first' ? 1 : 2}`, from, to };
}

function seasonOfTermId(termId: string | undefined): Season | undefined {
  const text = (termId ?? '').toLowerCase();
  if (text.includes('aut')) return 'autumn';
  if (text.includes('spr')) return 'spring';
  return text.includes('sum') ? 'summer' : undefined;
}

/** First halves begin in September, January and after Easter; a summer term never begins before 20 March. */
function seasonOfDate(from: SchoolDate): Season {
  const monthDay = from.slice(5);
  if (monthDay >= '08-01') return 'autumn';
  return monthDay < '03-20' ? 'spring' : 'summer';
}

/** Second halves begin after the breaks at the end of October, in mid-February and at the end of May. */
function halfOf(season: Season, from: SchoolDate): Half {
  const secondFrom: Record<Season, string> = { autumn: '10-15', spring: '02-08', summer: '05-20' };
  return from.slice(5) >= secondFrom[season] ? 'second' : 'first';
}

function mergedById(periods: readonly Period[]): Period[] {
  const byId = new Map<string, Period>();
  for (const period of periods) {
    const earlier = byId.get(period.id);
    byId.set(period.id, earlier ? { ...earlier, to: period.to } : period);
  }
  return [...byId.values()];
}
