/** How recent what is shown about a child is, and the words for it. */
import type { Environment } from '../app/environment';
import type { SchoolCalendar } from '../domain/calendar/schoolCalendar';
import { isStale, type Freshness } from '../domain/freshness';
import type { PupilArea } from '../domain/people/areas';
import type { Instant } from '../domain/time/schoolTime';
import type { ChildView } from './childView';

/** How recent an area is: when the school's system spoke last, or where that is not known when the row last changed. */
export interface AreaFreshness {
  readonly instant: Instant;
  readonly isChange: boolean;
}

/** @param rowModified when the area's own row last changed, where one was read */
export function areaFreshness(
  { home }: ChildView,
  area: PupilArea,
  ofSchool: Freshness,
  rowModified: Instant | undefined,
): AreaFreshness | undefined {
  const said = home && lastRenewed(home.stale, ofSchool[area]);
  if (said !== undefined) return { instant: said, isChange: false };
  return rowModified === undefined ? undefined : { instant: rowModified, isChange: true };
}

/** What the school's system said last holds for every child but one whose row was not renewed with it. */
function lastRenewed(stale: { readonly since: Instant | undefined } | undefined, ofSchool: Instant | undefined): Instant | undefined {
  return stale && ofSchool !== undefined ? stale.since : ofSchool;
}

interface FreshnessInWords {
  readonly freshness: string | undefined;
  readonly staleWarning: string | undefined;
}

/** For a panel about several children: that of the child whose facts are the oldest. */
export function freshnessInWords(
  area: PupilArea,
  ofChildren: readonly (AreaFreshness | undefined)[],
  calendar: SchoolCalendar | undefined,
  { strings, dates, now, timeZone }: Environment,
): FreshnessInWords {
  const oldest = ofChildren.flatMap((freshness) => freshness ?? []).sort((a, b) => a.instant.localeCompare(b.instant))[0];
  if (!oldest) return { freshness: strings.freshness.unknown, staleWarning: undefined };
  const moment = dates.moment(oldest.instant);
  // A row that has not changed for weeks is not stale: nothing may have happened.
  const tooOld = !oldest.isChange && isStale(oldest.instant, { now, timeZone, calendar });
  return {
    freshness: oldest.isChange ? strings.freshness.changed(moment) : strings.freshness[area](moment),
    staleWarning: tooOld ? strings.freshness.stale(moment) : undefined,
  };
}
