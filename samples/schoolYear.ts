/** The calendar around one day: what is past, which half-term it is, how far back the demo school's records go. */
import type { SchoolDate } from '../src/domain/time/schoolDate';
import { academicYear, academicYearOf, isSchoolDay, type SchoolDay } from './calendar';

export interface SchoolYear {
  readonly today: SchoolDate;
  /** The year in which the academic year began. */
  readonly year: number;
  /** Last year, this year and the next autumn term, Monday to Friday. */
  readonly days: readonly SchoolDay[];
  /** First day of which there are marks and behaviour: 1 September or half a year of school days ago, whichever is earlier. */
  readonly recordsFrom: SchoolDate;
  /** Days open to the whole school, before today, oldest first. */
  readonly pastSchoolDays: readonly SchoolDay[];
  /** Days open to the whole school, after today. */
  readonly comingSchoolDays: readonly SchoolDay[];
  /** Open days of the half-term before the one that last began. */
  readonly previousHalfTerm: readonly SchoolDay[];
}

const halfAYear = 120;

export function schoolYearAround(today: SchoolDate): SchoolYear {
  const year = academicYearOf(today);
  const nextAutumn = academicYear(year + 1, today).filter((day) => day.date < `${year + 2}-01-01`);
  const days = [...academicYear(year - 1, today), ...academicYear(year, today), ...nextAutumn];
  const pastSchoolDays = days.filter((day) => day.date < today && isSchoolDay(day));
  const halfAYearAgo = pastSchoolDays[pastSchoolDays.length - halfAYear];
  if (halfAYearAgo === undefined) throw new Error('The calendar before this day is shorter than half a year');
  const firstDay = `${year}-09-01`;
  const begun = [...new Set(days.filter((day) => day.date <= today).map((day) => day.termId))].filter((id) => id !== undefined);
  const previous = begun[begun.length - 2];
  return {
    today,
    year,
    days,
    pastSchoolDays,
    recordsFrom: halfAYearAgo.date < firstDay ? halfAYearAgo.date : firstDay,
    comingSchoolDays: days.filter((day) => day.date > today && isSchoolDay(day)),
    previousHalfTerm: days.filter((day) => day.termId === previous && isSchoolDay(day)),
  };
}

/** The last open day of a half-term, for whatever ends with it. */
export function endOfPreviousHalfTerm(schoolYear: SchoolYear): SchoolDate {
  const last = schoolYear.previousHalfTerm[schoolYear.previousHalfTerm.length - 1];
  if (last === undefined) throw new Error('A half-term has days');
  return last.date;
}

/** The demo school's days by half-term id, each with its open days in order. */
export function openDaysByHalfTerm(schoolYear: SchoolYear): ReadonlyMap<string, readonly SchoolDay[]> {
  const byTerm = new Map<string, SchoolDay[]>();
  for (const day of schoolYear.days) {
    if (day.termId === undefined || !isSchoolDay(day)) continue;
    byTerm.set(day.termId, [...(byTerm.get(day.termId) ?? []), day]);
  }
  return byTerm;
}
