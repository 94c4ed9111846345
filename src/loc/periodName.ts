import { periodParts } from '../domain/calendar/period';
import type { Strings } from './language';

/** How a period is called: 'Autumn term, second half' for '2026-27.autumn.2'. An id that says nothing is shown as it is. */
export function periodName(id: string, { periods }: Strings): string {
  const parts = periodParts(id);
  if (!parts) return id;
  const { years, season, half } = parts;
  if (season === undefined) return periods.schoolYear(String(years[0]), String(years[1]));
  return half === undefined ? periods.terms[season] : periods.halfTerms[season][half];
}
