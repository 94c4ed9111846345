/** The children of whoever looks at the page, or why there are none to show. */
import { useMemo } from 'react';
import { useConnection } from '../app/connection';
import { useEnvironment } from '../app/environment';
import { idle, type QueryState } from '../app/queryState';
import type { DataError } from '../data/errors';
import type { HomeReading, PublishedHome } from '../data/family';
import { calendarOf, type SchoolCalendar } from '../domain/calendar/schoolCalendar';
import type { Freshness } from '../domain/freshness';
import type { AdultHome } from '../domain/people/adult';
import { usualTimeZone } from '../domain/time/schoolTime';
import { childViews, type ChildView } from './childView';
import { useFamilyReads, useFurtherHomes, type FamilyReads } from './queries';
import { allChildren, useChosenChild, type ChildChoice } from './selectedChild';

export interface Family {
  readonly children: readonly ChildView[];
  readonly choice: ChildChoice;
  /** The chosen child, or every child. At least one. */
  readonly shown: readonly ChildView[];
  readonly timeZone: string;
  readonly calendar: QueryState<SchoolCalendar>;
  /** Of the school as a whole. */
  readonly freshness: QueryState<Freshness>;
  /** Shown, yet not to be refreshed. */
  readonly refreshError: DataError | undefined;
}

export type FamilyState =
  | { readonly state: 'loading'; readonly isRetrying: boolean }
  | { readonly state: 'noChild' }
  | { readonly state: 'problem'; readonly error: DataError }
  | { readonly state: 'ready'; readonly family: Family };

export function useFamily(): FamilyState {
  const reads = useFamilyReads(useToday());
  const { adultHome, homes, freshness } = reads;
  const adult = adultHome.value;
  const choice = knownChoice(useChosenChild(useConnection().userKey), adult);
  const homeOf = useHomes(adult, homes);
  const calendar = useCalendar(reads);
  const waiting = waitingOrFailed(reads);
  if (waiting || !adult) return waiting ?? { state: 'noChild' };
  const children = childViews(adult.children, homeOf);
  return {
    state: 'ready',
    family: {
      children,
      choice,
      shown: choice === allChildren ? children : children.filter((child) => child.pupilKey === choice),
      timeZone: adult.timeZone ?? usualTimeZone,
      calendar,
      freshness,
      refreshError: adultHome.error ?? homes.error,
    },
  };
}

/** The school's zone is not known before the first answer: this is the day in UTC, and what is read reaches a day further to both sides. */
export function useToday(): string {
  return useEnvironment().now.toISOString().slice(0, 10);
}

/** A child's home row: of those read at first, or asked for by itself. */
function useHomes(
  adult: AdultHome | undefined,
  homes: QueryState<readonly HomeReading[]>,
): (pupilKey: string) => QueryState<PublishedHome> {
  const found = new Map((homes.value ?? []).map((reading) => [reading.pupilKey, reading]));
  const expected = homes.value ? (adult?.children ?? []).filter(({ hasHome }) => hasHome) : [];
  const further = useFurtherHomes(expected.map(({ pupilKey }) => pupilKey).filter((key) => !found.has(key)));
  return (pupilKey) => {
    const reading = found.get(pupilKey);
    if (reading) return { ...homes, value: reading.home, error: reading.error ?? homes.error };
    return further.get(pupilKey) ?? idle;
  };
}

/** Why the page has nothing to show, if so. */
function waitingOrFailed({ adultHome, homes, schoolDays }: FamilyReads): FamilyState | undefined {
  const needed = [adultHome, homes, schoolDays];
  if (needed.some((read) => read.isLoading)) return { state: 'loading', isRetrying: needed.some((read) => read.isRetrying) };
  const error = [adultHome, homes].find((read) => read.error && !read.value)?.error;
  if (error) return { state: 'problem', error };
  if (adultHome.value && adultHome.value.children.length > 0) return undefined;
  // A list that is missing and one in which nothing is shared look the same to a reader: what everybody reads tells them apart.
  if (schoolDays.error) return { state: 'problem', error: schoolDays.error };
  return { state: 'noChild' };
}

/** One child is always that child; a choice of somebody who is no longer among them is none. */
function knownChoice(chosen: ChildChoice | undefined, adult: AdultHome | undefined): ChildChoice {
  const keys = (adult?.children ?? []).map((child) => child.pupilKey);
  const [only, ...others] = keys;
  if (only !== undefined && others.length === 0) return only;
  return chosen !== undefined && keys.includes(chosen) ? chosen : allChildren;
}

function useCalendar({ schoolDays }: FamilyReads): QueryState<SchoolCalendar> {
  const facts = schoolDays.value;
  const value = useMemo(() => facts && calendarOf(facts), [facts]);
  return { ...schoolDays, value };
}
