import type { SchoolDayFact } from '../../src/domain/calendar/schoolCalendar';
import { addDays, isWeekend, rangeOfDays } from '../../src/domain/time/schoolDate';

/** School days around Monday 23 November 2026: an INSET day that Friday, and the holidays up to Easter. */
export function schoolDays(): SchoolDayFact[] {
  const off: Readonly<Record<string, SchoolDayFact['status']>> = { '2026-11-27': 'inset' };
  return rangeOfDays('2026-11-16', addDays('2026-11-23', 150))
    .filter((date) => !isWeekend(date))
    .map((date) => {
      const isHoliday =
        (date > '2026-12-18' && date < '2027-01-04') ||
        (date >= '2027-02-15' && date <= '2027-02-19') ||
        (date >= '2027-03-29' && date <= '2027-04-09');
      return {
        date,
        session: 'ALL',
        status: off[date] ?? (isHoliday ? 'holiday' : 'open'),
        yearGroups: [],
        termId: date < '2026-12-25' ? 'Autumn' : 'Spring',
      };
    });
}
