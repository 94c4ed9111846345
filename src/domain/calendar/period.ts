/** A stretch of the school's calendar that has a name. */
import type { DateRange } from '../time/dateRange';

export interface Period extends DateRange {
  /** '2026-27.autumn.2' for a half-term, '2026-27.autumn' for a term, '2026-27' for a school year. */
  readonly id: string;
  /** As people say it: 'Autumn term, second half'. */
  readonly name: string;
}
