import type { SchoolDate } from '../domain/time/schoolDate';

/** 20261123 for '2026-11-23': how a school date stands in a list's Number column. */
export function dayNumber(date: SchoolDate): number {
  return Number(date.replace(/-/g, ''));
}

/** '2026-11-23' for 20261123. Undefined for a number that is no date of eight digits. */
export function schoolDate(day: number): SchoolDate | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(String(day));
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}
