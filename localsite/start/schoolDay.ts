import type { SchoolDate } from '../../src/domain/pupilFacts';

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day at the school at a moment. */
export function schoolDayOf(moment: Date): SchoolDate {
  return london.format(moment);
}
