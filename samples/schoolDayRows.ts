import { statusIn, type DayStatus, type SchoolDay } from './calendar';
import type { Cell } from './csv';
import { yearGroups } from './curriculum';
import type { SchoolYear } from './schoolYear';

/**
 * From the half-term in which the records begin to 31 August; from June on with the next autumn term, so that a family can
 * see in the holidays when school starts again.
 */
export function schoolDayRows({ days, recordsFrom, today, year }: SchoolYear): Cell[][] {
  const term = days.find((day) => day.date >= recordsFrom)?.termId;
  const from = days.find((day) => term !== undefined && day.termId === term)?.date ?? recordsFrom;
  const to = today >= `${year + 1}-06-01` ? `${year + 1}-12-31` : `${year + 1}-08-31`;
  return days.filter(({ date }) => date >= from && date <= to).flatMap(rowsOf);
}

function rowsOf(day: SchoolDay): Cell[][] {
  const row = (session: string, status: DayStatus, years: readonly number[] = []): Cell[] => [
    day.date,
    session,
    status,
    years.map((year) => `Year ${year}`).join(';'),
    day.week,
    day.termId,
  ];
  const { onlyYears } = day;
  if (onlyYears !== undefined && day.am === 'open') {
    return [
      row('ALL', 'open', onlyYears),
      row(
        'ALL',
        'closed',
        yearGroups.filter((year) => !onlyYears.includes(year)),
      ),
    ];
  }
  if (day.am === day.pm) return [row('ALL', day.am)];
  return [row('AM', statusIn(day, 'AM')), row('PM', statusIn(day, 'PM'))];
}
