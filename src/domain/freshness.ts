/** Whether what we show is too old to be shown without saying so. */
import { type Instant, schoolNow } from './time/schoolTime';
import { nextSchoolDays, type SchoolCalendar } from './calendar/schoolCalendar';
import { encloses } from './time/dateRange';
import { addDays, rangeOfDays } from './time/schoolDate';
import type { PupilArea } from './people/areas';

/** When the school's system last told us about each area. */
export type Freshness = { readonly [area in PupilArea]?: Instant | undefined };

const threeDays = 3 * 86_400_000;
const schoolDaysAllowed = 2;

export interface FreshnessClock {
  readonly now: Date;
  readonly timeZone: string;
  /** With it, holidays do not make data stale. */
  readonly calendar?: SchoolCalendar | undefined;
}

/**
 * True where more than two school days have begun since the day of the instant; where the calendar does not reach today, or there is
 * none, where it is more than three days ago. An instant that cannot be read is stale.
 */
export function isStale(instant: Instant, { now, timeZone, calendar }: FreshnessClock): boolean {
  const then = new Date(instant);
  if (Number.isNaN(then.getTime())) return true;
  const today = schoolNow(now, timeZone).date;
  const day = schoolNow(then, timeZone).date;
  if (!calendar?.range || !encloses(calendar.range, { from: day, to: today })) return now.getTime() - then.getTime() > threeDays;
  const since = nextSchoolDays(calendar, addDays(day, 1), rangeOfDays(day, today).length).filter((date) => date <= today);
  return since.length > schoolDaysAllowed;
}
