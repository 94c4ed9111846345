/** Which state the page is in. */
import { useMemo } from 'react';
import type { DashboardStore, PublishedHome } from '../../data/dashboardStore';
import type { DataError } from '../../data/errors';
import { allChildren, useChosenChild, type ChildChoice } from '../../data/selectedChild';
import type { AdultHome } from '../../domain/people/adult';
import type { SchoolDate } from '../../domain/time/schoolDate';
import { usualTimeZone } from '../../domain/time/schoolTime';
import type { GlossaryEntry } from '../../domain/results';
import { calendarOf, type SchoolCalendar } from '../../domain/calendar/schoolCalendar';
import type { KitRule } from '../../domain/timetable/kit';
import type { Notice } from '../../domain/notices';
import { shownChild, withTellingNames, type ShownChild } from './family';
import type { Loaded } from './loaded';
import { useFirstScreen, useMissingHomes, useRecords, type FirstScreenReads } from './queries';

/** What concerns more than one child. */
export interface SchoolFacts {
  readonly calendar: Loaded<SchoolCalendar>;
  readonly notices: Loaded<readonly Notice[]>;
  readonly kitRules: Loaded<readonly KitRule[]>;
  readonly glossary: Loaded<readonly GlossaryEntry[]>;
}

export type Screen =
  | { readonly state: 'loading'; readonly isRetrying: boolean }
  | { readonly state: 'noChild' }
  | { readonly state: 'problem'; readonly error: DataError }
  | {
      readonly state: 'ready';
      readonly children: readonly ShownChild[];
      readonly choice: ChildChoice;
      readonly timeZone: string;
      readonly school: SchoolFacts;
      /** Shown, yet not to be refreshed. */
      readonly refreshError: DataError | undefined;
    };

/** Reads what the page needs and says which state it is in. */
export function useScreen(
  store: DashboardStore,
  today: SchoolDate,
): { readonly screen: Screen; readonly preferences: FirstScreenReads['preferences'] } {
  const reads = useFirstScreen(store, today);
  const { adultHome, pupilHomes } = reads;
  const adult = adultHome.value;
  const children = adult?.children ?? [];
  const choice = knownChoice(useChosenChild(store.sitePerson), adult);
  const withHome = children.filter((child) => child.hasHome).map((child) => child.pupilKey);
  const found = new Map((pupilHomes.value ?? []).map((home) => [home.pupil.key, home]));
  const missing = useMissingHomes(store, pupilHomes.value ? withHome.filter((key) => !found.has(key)) : []);
  const shown = children.map((child) => child.pupilKey).filter((key) => choice === allChildren || choice === key);
  const records = useRecords(store, pupilHomes.isLoading ? [] : shown);
  const calendar = useCalendar(reads);

  const states = withTellingNames(
    children.map((child, place) =>
      shownChild({
        child,
        place,
        home: found.has(child.pupilKey)
          ? { ...pupilHomes, value: found.get(child.pupilKey) }
          : (missing.get(child.pupilKey) ?? notAsked<PublishedHome>()),
        records: records.get(child.pupilKey) ?? notAsked(),
        freshness: reads.freshness,
      }),
    ),
  );
  const { notices, kitRules, glossary } = reads;
  const screen = waitingOrFailed(reads) ?? {
    state: 'ready' as const,
    children: states,
    choice,
    timeZone: adult?.timeZone ?? usualTimeZone,
    school: { calendar, notices, kitRules, glossary },
    refreshError: adultHome.error ?? pupilHomes.error,
  };
  return { screen, preferences: reads.preferences };
}

/** Why the page has nothing to show, if so. */
function waitingOrFailed({ adultHome, pupilHomes, schoolDays }: FirstScreenReads): Screen | undefined {
  const needed = [adultHome, pupilHomes, schoolDays];
  if (needed.some((read) => read.isLoading)) return { state: 'loading', isRetrying: needed.some((read) => read.isTryingAgain) };
  const error = [adultHome, pupilHomes].find((read) => read.error && !read.value)?.error;
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

function useCalendar({ schoolDays }: FirstScreenReads): Loaded<SchoolCalendar> {
  const facts = schoolDays.value;
  const value = useMemo(() => facts && calendarOf(facts), [facts]);
  return { ...schoolDays, value };
}

function notAsked<T>(): Loaded<T> {
  return { value: undefined, isLoading: true, error: undefined, isTryingAgain: false, readAt: undefined };
}
