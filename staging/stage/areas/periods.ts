import type { Period } from '../../../src/domain/calendar/period';
import { schoolYearOf } from '../../../src/domain/calendar/schoolPeriods';
import type { School } from '../school/school';
import { windowOf } from '../bundle/manifest';

/** By then every school has begun its year. */
const yearHasBegun = '-09-15';

/** Periods that meet the file's window; and those that the calendar does not have, of years that it tells whole: a wrong calendar has made them. */
export function periodsInWindow({ calendar, manifest }: School, periods: readonly Period[], file: string): (periodId: string) => boolean {
  const window = windowOf(manifest, file);
  if (!window) return () => true;
  const known = new Map(periods.map((period) => [period.id, period]));
  const first = calendar.from ?? window.from;
  const { id: firstYear, from } = schoolYearOf(first);
  const isWhole = first <= `${from.slice(0, 4)}${yearHasBegun}`;
  return (id) => {
    const period = known.get(id);
    const year = id.slice(0, firstYear.length);
    return period ? period.from <= window.to && window.from <= period.to : year > firstYear || (isWhole && year === firstYear);
  };
}

/** Periods that the file's window cuts in two. What lies after the day of the export was never published. */
export function periodsCutByWindow({ manifest, extractDate }: School, periods: readonly Period[], file: string): ReadonlySet<string> {
  const window = windowOf(manifest, file);
  if (!window) return new Set();
  const cutsStart = ({ from, to }: Period) => from < window.from && window.from <= to;
  const cutsEnd = ({ from, to }: Period) => window.to < extractDate && from <= window.to && window.to < to;
  return new Set(periods.filter((period) => cutsStart(period) || cutsEnd(period)).map(({ id }) => id));
}

/** Of what is on the site only what lies outside the file's window: days inside come from the export. */
export function outsideWindow<T extends { readonly date: string }>(
  { manifest }: School,
  file: string,
  published: readonly T[],
): readonly T[] {
  const window = windowOf(manifest, file);
  return published.filter(({ date }) => window && (date < window.from || date > window.to));
}
