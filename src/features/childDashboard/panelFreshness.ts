import type { PupilArea } from '../../domain/people/areas';
import { isStale } from '../../domain/freshness';
import type { SchoolCalendar } from '../../domain/calendar/schoolCalendar';
import type { AreaFreshness, ShownChild } from './family';
import type { Surroundings } from './surroundings';

interface PanelFreshness {
  readonly freshness: string | undefined;
  readonly staleWarning: string | undefined;
}

/** How fresh a panel is, in words: that of the child whose facts are the oldest. */
export function panelFreshness(
  shown: readonly ShownChild[],
  area: PupilArea,
  calendar: SchoolCalendar | undefined,
  { strings, dates, now, timeZone }: Surroundings,
): PanelFreshness {
  const sharing = shown.filter((child) => child.areas.includes(area));
  const isLoading = sharing.some((child) => child.first.isLoading || child.freshness === undefined);
  if (sharing.length === 0 || isLoading) return { freshness: undefined, staleWarning: undefined };
  const oldest = oldestOf(sharing.map((child) => child.freshness?.[area]));
  if (!oldest) return { freshness: strings.freshness.unknown, staleWarning: undefined };
  const moment = dates.moment(oldest.instant);
  // A row that has not changed for weeks is not stale: nothing may have happened.
  const tooOld = !oldest.isChange && isStale(oldest.instant, { now, timeZone, calendar });
  return {
    freshness: oldest.isChange ? strings.freshness.changed(moment) : strings.freshness[area](moment),
    staleWarning: tooOld ? strings.freshness.stale(moment) : undefined,
  };
}

function oldestOf(all: readonly (AreaFreshness | undefined)[]): AreaFreshness | undefined {
  const known = all.flatMap((freshness) => (freshness ? [freshness] : []));
  return [...known].sort((a, b) => a.instant.localeCompare(b.instant))[0];
}
