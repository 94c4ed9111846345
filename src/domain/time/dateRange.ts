/** Stretches of days. Both ends belong to them. */
import type { SchoolDate } from './schoolDate';

export interface DateRange {
  readonly from: SchoolDate;
  readonly to: SchoolDate;
}

/** A stretch that may have no first or no last day. */
export interface OpenDateRange {
  /** Absent: since ever. */
  readonly from?: SchoolDate | undefined;
  /** Absent: for good. */
  readonly to?: SchoolDate | undefined;
}

/** True from the first to the last day, both included. */
export function covers({ from, to }: OpenDateRange, date: SchoolDate): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}

/** True where at least one day lies in both. */
export function overlaps(a: OpenDateRange, b: OpenDateRange): boolean {
  return startsBy(a, b.to) && startsBy(b, a.to);
}

/** True where every day of the inner one lies in the outer one. */
export function encloses(outer: OpenDateRange, inner: DateRange): boolean {
  return covers(outer, inner.from) && covers(outer, inner.to);
}

function startsBy({ from }: OpenDateRange, day: SchoolDate | undefined): boolean {
  return from === undefined || day === undefined || from <= day;
}
