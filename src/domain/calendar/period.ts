/** A stretch of the school's calendar that people have a name for. How it is called is a matter of language, and not kept with it. */
import type { DateRange } from '../time/dateRange';

export interface Period extends DateRange {
  /** '2026-27.autumn.2' for a half-term, '2026-27.autumn' for a term, '2026-27' for a school year. */
  readonly id: string;
}

export type Season = 'autumn' | 'spring' | 'summer';

export type Half = 'first' | 'second';

/** What a period's id says. */
export interface PeriodParts {
  /** The calendar years in which the school year begins and ends. */
  readonly years: readonly [number, number];
  /** Absent: the whole school year. */
  readonly season?: Season | undefined;
  /** Absent: the whole term. */
  readonly half?: Half | undefined;
}

const pattern = /^(\d{4})-(\d{2})(?:\.(autumn|spring|summer)(?:\.([12]))?)?$/;

/** Takes a period's id apart. Undefined for text that is none. */
export function periodParts(id: string): PeriodParts | undefined {
  const [, first, last, season, half] = pattern.exec(id) ?? [];
  const year = Number(first);
  if (first === undefined || Number(last) !== (year + 1) % 100) return undefined;
  return { years: [year, year + 1], season: seasonOf(season), half: half === undefined ? undefined : half === '1' ? 'first' : 'second' };
}

function seasonOf(text: string | undefined): Season | undefined {
  return (['autumn', 'spring', 'summer'] as const).find((season) => season === text);
}
