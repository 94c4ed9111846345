/** What the dashboard reads. Every key begins with site and person, so nothing read for one can be shown to another. */
import { useMutation, useQueries, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { DashboardStore, Kept, PublishedHome, PupilRecords } from '../../data/dashboardStore';
import type { DashboardPreferences } from '../../domain/dashboardAreas';
import type { KitRule } from '../../domain/timetable/kit';
import type { Notice } from '../../domain/notices';
import type { AdultHome } from '../../domain/people/adult';
import type { Freshness } from '../../domain/freshness';
import type { SchoolDate } from '../../domain/time/schoolDate';
import type { GlossaryEntry } from '../../domain/results';
import type { SchoolDayFact } from '../../domain/calendar/schoolCalendar';
import { loaded, type Loaded } from './loaded';

export interface FirstScreenReads {
  readonly adultHome: Loaded<AdultHome>;
  readonly pupilHomes: Loaded<readonly PublishedHome[]>;
  readonly freshness: Loaded<Freshness>;
  readonly schoolDays: Loaded<readonly SchoolDayFact[]>;
  readonly notices: Loaded<readonly Notice[]>;
  readonly kitRules: Loaded<readonly KitRule[]>;
  readonly glossary: Loaded<readonly GlossaryEntry[]>;
  readonly preferences: Loaded<Kept<DashboardPreferences>>;
}

/** All that the first screen needs, asked for in one moment: one request. */
export function useFirstScreen(store: DashboardStore, today: SchoolDate): FirstScreenReads {
  const key = (...parts: readonly string[]): readonly string[] => [store.sitePerson, ...parts];
  return {
    // A query may not answer undefined: 'none' is null on its way through the cache.
    adultHome: loaded(useQuery({ queryKey: key('adult home'), queryFn: async () => (await store.adultHome()) ?? null })),
    pupilHomes: loaded(useQuery({ queryKey: key('pupil homes'), queryFn: () => store.readablePupilHomes() })),
    freshness: loaded(useQuery({ queryKey: key('freshness'), queryFn: () => store.freshness() })),
    schoolDays: loaded(useQuery({ queryKey: key('school days', today), queryFn: () => store.schoolDays(today) })),
    notices: loaded(useQuery({ queryKey: key('notices', today), queryFn: () => store.notices(today) })),
    kitRules: loaded(useQuery({ queryKey: key('kit rules'), queryFn: () => store.kitRules() })),
    glossary: loaded(useQuery({ queryKey: key('glossary'), queryFn: () => store.glossary() })),
    preferences: loaded(useQuery(preferencesQuery(store))),
  };
}

/** Home rows that did not come with the first screen, by pupil. */
export function useMissingHomes(store: DashboardStore, pupilKeys: readonly string[]): ReadonlyMap<string, Loaded<PublishedHome>> {
  const results = useQueries({
    queries: pupilKeys.map((pupilKey) => ({
      queryKey: [store.sitePerson, 'pupil home', pupilKey],
      queryFn: async () => (await store.pupilHome(pupilKey)) ?? null,
    })),
  });
  return byKey(
    pupilKeys,
    results.map((result) => loaded(result)),
  );
}

/** The records of the pupils shown, by pupil. */
export function useRecords(store: DashboardStore, pupilKeys: readonly string[]): ReadonlyMap<string, Loaded<PupilRecords>> {
  const results = useQueries({
    queries: pupilKeys.map((pupilKey) => ({
      queryKey: [store.sitePerson, 'pupil records', pupilKey],
      queryFn: () => store.pupilRecords(pupilKey),
    })),
  });
  return byKey(
    pupilKeys,
    results.map((result) => loaded(result)),
  );
}

/** Asks again for everything of this person that failed or is old. */
export function useTryAgain(store: DashboardStore): () => void {
  const client = useQueryClient();
  return () => {
    void client.refetchQueries({ queryKey: [store.sitePerson], type: 'active' });
  };
}

export function useKeepPreferences(store: DashboardStore): UseMutationResult<void, unknown, DashboardPreferences> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (value: DashboardPreferences) => {
      // What was read before, or is read now: a first row is kept only where there is certainly none.
      const read = await client.fetchQuery({ ...preferencesQuery(store), staleTime: Infinity });
      await store.keepPreferences(value, read ?? undefined);
    },
    // After a conflict too: the next try must know the newer row.
    onSettled: () => client.invalidateQueries({ queryKey: preferencesQuery(store).queryKey }),
  });
}

interface PreferencesQuery {
  readonly queryKey: readonly string[];
  readonly queryFn: () => Promise<Kept<DashboardPreferences> | null>;
}

function preferencesQuery(store: DashboardStore): PreferencesQuery {
  return { queryKey: [store.sitePerson, 'dashboard preferences'], queryFn: async () => (await store.preferences()) ?? null };
}

function byKey<T>(keys: readonly string[], values: readonly T[]): ReadonlyMap<string, T> {
  return new Map(
    keys.flatMap((key, index) => {
      const value = values[index];
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
