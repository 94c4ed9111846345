/** An English school's calendar, by rule: for every year the three terms, half-terms, INSET days, bank holidays and closures. */
import type { SchoolDate } from '../src/domain/time/schoolDate';
import type { Session } from '../src/domain/attendance/attendance';
import { addDays, dateFrom, easterSunday, isWeekend, lastWeekday, mondayOf, nthWeekday, weekdayOf } from './dates';

export type DayStatus = 'open' | 'closed' | 'holiday' | 'inset' | 'bankHoliday';

export interface SchoolDay {
  readonly date: SchoolDate;
  readonly am: DayStatus;
  readonly pm: DayStatus;
  /** Closed without warning: those who would have come are marked Y4 and not #. */
  readonly unexpected: boolean;
  /** Open to these years only (the new Year 7's first day). Absent: to all. */
  readonly onlyYears?: readonly number[];
  /** '2026-27.autumn.1'. Absent in the holidays. */
  readonly termId?: string;
  /** Week of the two-week timetable. Absent in the holidays. */
  readonly week?: 'A' | 'B';
}

interface HalfTerm {
  readonly id: string;
  readonly from: SchoolDate;
  /** Not included. */
  readonly until: SchoolDate;
}

/** Five INSET days, one planned closure, and the 190 days for which an English school is open. */
const daysInSession = 196;

/** The year in which the academic year of a date began. It turns on 1 September. */
export function academicYearOf(date: SchoolDate): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '09-01' ? year : year - 1;
}

/** '2026-27' for 2026. */
export function academicYearName(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/** Every Monday to Friday from 1 September to 31 August. Unexpected closures are there only once they have happened, before today. */
export function academicYear(year: number, today: SchoolDate): SchoolDay[] {
  const weekdays = weekdaysBetween(dateFrom(year, 9, 1), dateFrom(year + 1, 8, 31));
  const bankHolidays = bankHolidaysOf(year);
  const holidays = holidaysOf(year);
  const session = weekdays
    .filter((date) => !bankHolidays.has(date) && !holidays.some((h) => date >= h.from && date < h.until))
    .slice(0, daysInSession);
  const halfTerms = halfTermsOf(year, session);
  const inset = insetDaysOf(session, halfTerms);
  const weeks = [...new Set(session.map(mondayOf))];
  const firstOpen = session.find((date) => !inset.has(date));
  return weekdays.map((date) => {
    const status = statusOf(date, { session, inset, bankHolidays, pollingDay: nthWeekday(year + 1, 5, 4, 1) });
    const termId = halfTerms.find((h) => date >= h.from && date < h.until)?.id;
    const week = weeks.indexOf(mondayOf(date)) % 2 === 0 ? 'A' : 'B';
    return {
      date,
      ...withUnexpectedClosure(date, status, today),
      ...(date === firstOpen ? { onlyYears: [7] } : {}),
      ...(termId === undefined ? {} : ({ termId, week } as const)),
    };
  });
}

/** Whether pupils of a year group are expected in school in that session. */
export function isOpen(day: SchoolDay, session: Session, yearGroup: number): boolean {
  return statusIn(day, session) === 'open' && (day.onlyYears?.includes(yearGroup) ?? true);
}

export function statusIn(day: SchoolDay, session: Session): DayStatus {
  return session === 'AM' ? day.am : day.pm;
}

/** A day on which the whole school has at least its morning. */
export function isSchoolDay(day: SchoolDay): boolean {
  return day.am === 'open' && day.onlyYears === undefined;
}

function weekdaysBetween(from: SchoolDate, to: SchoolDate): SchoolDate[] {
  const dates: SchoolDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) if (!isWeekend(date)) dates.push(date);
  return dates;
}

function statusOf(
  date: SchoolDate,
  year: {
    readonly session: readonly SchoolDate[];
    readonly inset: ReadonlySet<SchoolDate>;
    readonly bankHolidays: ReadonlySet<SchoolDate>;
    readonly pollingDay: SchoolDate;
  },
): DayStatus {
  if (year.bankHolidays.has(date)) return 'bankHoliday';
  if (year.inset.has(date)) return 'inset';
  if (!year.session.includes(date)) return 'holiday';
  return date === year.pollingDay ? 'closed' : 'open';
}

/** A burst pipe at noon closes the afternoon and the next day, once in October and once in March. */
function withUnexpectedClosure(date: SchoolDate, status: DayStatus, today: SchoolDate): Pick<SchoolDay, 'am' | 'pm' | 'unexpected'> {
  const year = Number(date.slice(0, 4));
  const noonDays = [nthWeekday(year, 10, 2, 3), nthWeekday(year, 3, 2, 2)];
  if (status !== 'open' || date >= today) return { am: status, pm: status, unexpected: false };
  if (noonDays.includes(date)) return { am: 'open', pm: 'closed', unexpected: true };
  if (noonDays.includes(addDays(date, -1))) return { am: 'closed', pm: 'closed', unexpected: true };
  return { am: status, pm: status, unexpected: false };
}

/** School holidays before summer, which begins when the school has been in session long enough. */
function holidaysOf(year: number): { readonly from: SchoolDate; readonly until: SchoolDate }[] {
  const autumn = lastWeekday(year, 10, 1);
  const christmas = lastFridayUpTo(dateFrom(year, 12, 21));
  const spring = nthWeekday(year + 1, 2, 1, 3);
  const whitsun = lastWeekday(year + 1, 5, 1);
  return [
    { from: autumn, until: addDays(autumn, 7) },
    { from: addDays(christmas, 1), until: addDays(christmas, 17) },
    { from: spring, until: addDays(spring, 7) },
    easterHolidayOf(year + 1),
    { from: whitsun, until: addDays(whitsun, 7) },
  ];
}

/** Two weeks from Good Friday when Easter is early; the two weeks before Easter Monday when it is late. */
function easterHolidayOf(year: number): { readonly from: SchoolDate; readonly until: SchoolDate } {
  const easter = easterSunday(year);
  if (easter <= dateFrom(year, 4, 8)) return { from: addDays(easter, -2), until: addDays(easter, 15) };
  return { from: addDays(easter, -13), until: addDays(easter, 2) };
}

/** Bank holidays of England and Wales that fall on a weekday, with their substitutes; those of August are left out: school is closed anyway. */
function bankHolidaysOf(year: number): ReadonlySet<SchoolDate> {
  const easter = easterSunday(year + 1);
  const christmas = dateFrom(year, 12, 25);
  const boxing = { 5: 3, 6: 3, 7: 2 }[weekdayOf(christmas)] ?? 1;
  return new Set([
    weekdayOf(christmas) > 5 ? addDays(christmas, weekdayOf(christmas) === 6 ? 2 : 1) : christmas,
    addDays(christmas, boxing),
    firstWeekdayFrom(dateFrom(year + 1, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    nthWeekday(year + 1, 5, 1, 1),
    lastWeekday(year + 1, 5, 1),
    lastWeekday(year + 1, 8, 1),
  ]);
}

function halfTermsOf(year: number, session: readonly SchoolDate[]): HalfTerm[] {
  const [autumn, christmas, february, easter, whitsun] = holidaysOf(year);
  const first = session[0];
  const last = session[session.length - 1];
  if (!autumn || !christmas || !february || !easter || !whitsun || !first || !last)
    throw new Error('A school year has five holidays and some days');
  const name = academicYearName(year);
  return [
    { id: `${name}.autumn.1`, from: first, until: autumn.from },
    { id: `${name}.autumn.2`, from: autumn.until, until: christmas.from },
    { id: `${name}.spring.1`, from: christmas.until, until: february.from },
    { id: `${name}.spring.2`, from: february.until, until: easter.from },
    { id: `${name}.summer.1`, from: easter.until, until: whitsun.from },
    { id: `${name}.summer.2`, from: whitsun.until, until: addDays(last, 1) },
  ];
}

/** The first two days of the year, the first after Christmas and after Whitsun, and the last of the year. */
function insetDaysOf(session: readonly SchoolDate[], halfTerms: readonly HalfTerm[]): ReadonlySet<SchoolDate> {
  const starts = [halfTerms[2], halfTerms[5]].map((h) => session.find((date) => h !== undefined && date >= h.from));
  const chosen = [session[0], session[1], ...starts, session[session.length - 1]];
  return new Set(chosen.filter((date): date is SchoolDate => date !== undefined));
}

function lastFridayUpTo(date: SchoolDate): SchoolDate {
  return addDays(date, -((weekdayOf(date) + 2) % 7));
}

function firstWeekdayFrom(date: SchoolDate): SchoolDate {
  return isWeekend(date) ? addDays(mondayOf(date), 7) : date;
}
