import type { Period } from '../../../src/domain/calendar/period';
import { schoolYearOf } from '../../../src/domain/calendar/schoolPeriods';
import { covers, overlaps } from '../../../src/domain/time/dateRange';
import type { School } from '../school/school';
import { windowOf } from '../bundle/manifest';

/** By then every school has begun its year. */
const yearHasBegun = '-09-15';

/** Periods that meet the file's window; and those that the calendar does not have, of years that it tells whole: a wrong calendar has made them. */
export function periodsInWindow({ calendar, manifest }: School, periods: readonly Period[], file: string): (periodId: string) => boolean {
  const window = windowOf(manifest, file);
  if (!window) return () => true;
  const known = new Map(periods.map((period) => [period.id, period]));
  const first = calendar.range?.from ?? window.from;
  const { id: firstYear, from } = schoolYearOf(first);
  const isWhole = first <= `${from.slice(0, 4)}${yearHasBegun}`;
  return (id) => {
    const period = known.get(id);
    const year = id.slice(0, firstYear.length);
    return period ? overlaps(period, window) : year > firstYear || (isWhole && year === firstYear);
  };
}

/** Periods that the file's window cuts in two. What lies after the day of the export was never published. */
export function periodsCutByWindow({ manifest, extractDate }: School, periods: readonly Period[], file: string): ReadonlySet<string> {
  const window = windowOf(manifest, file);
  if (!window) return new Set();
  const cutsStart = (period: Period) => covers(period, window.from) && period.from < window.from;
  const cutsEnd = (period: Period) => window.to < extractDate && covers(period, window.to) && window.to < period.to;
  return new Set(periods.filter((period) => cutsStart(period) || cutsEnd(period)).map(({ id }) => id));
}

/** Of what is on the site only what lies outside the file's window: days inside come from the export. */
export function outsideWindow<T extends { readonly date: string }>(
  { manifest }: School,
  file: string,
  published: readonly T[],
): readonly T[] {
  const window = windowOf(manifest, file);
  return published.filter(({ date }) => window && !covers(window, date));
}
