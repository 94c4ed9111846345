import type { SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import { addDays, type SchoolDate } from '../../../src/domain/time/schoolDate';
import { schoolDaysTable } from '../bundle/tables';
import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';

/** Long enough for a summer between last year's calendar and the next one's. */
const maxGapDays = 60;

/** False, with a finding, for the calendar of another year: it would take every mark for one of a closed day, and every timetable away. */
export function coversToday(calendar: SchoolCalendar, today: SchoolDate, findings: Findings): boolean {
  const problem = problemOf(calendar, today);
  if (problem) findings.add(finding(problem, { file: schoolDaysTable.file, column: 'date' }));
  return problem === undefined;
}

function problemOf({ range }: SchoolCalendar, today: SchoolDate): 'CAL-01' | 'CAL-02' | 'CAL-03' | undefined {
  if (!range) return 'CAL-03';
  if (addDays(range.to, maxGapDays) < today) return 'CAL-01';
  return addDays(today, maxGapDays) < range.from ? 'CAL-02' : undefined;
}
