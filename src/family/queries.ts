/** What every parent's web part reads. Each key begins with site and person, so nothing read for one can be shown to another. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { useConnection } from '../app/connection';
import { queryState, type QueryState } from '../app/queryState';
import { familyData, type HomeReading, type PublishedHome } from '../data/family';
import { recordsData, type WithModified } from '../data/records';
import { schoolData } from '../data/school';
import type { SchoolDayFact } from '../domain/calendar/schoolCalendar';
import type { Freshness } from '../domain/freshness';
import type { AdultHome } from '../domain/people/adult';
import type { PupilArea } from '../domain/people/areas';
import type { SchoolDate } from '../domain/time/schoolDate';
import type { RecordOf } from '../lists/areas';

export interface FamilyReads {
  readonly adultHome: QueryState<AdultHome>;
  readonly homes: QueryState<readonly HomeReading[]>;
  readonly freshness: QueryState<Freshness>;
  readonly schoolDays: QueryState<readonly SchoolDayFact[]>;
}

/** Who I am, my children and the school's calendar: asked for in one moment, so one request, whichever web parts ask. */
export function useFamilyReads(today: SchoolDate): FamilyReads {
  const connection = useConnection();
  const key = (...parts: readonly string[]): readonly string[] => [connection.userKey, ...parts];
  const family = familyData(connection);
  const school = schoolData(connection);
  return {
    adultHome: queryState(useQuery({ queryKey: key('adult home'), queryFn: async () => (await family.adultHome()) ?? null })),
    homes: queryState(useQuery({ queryKey: key('pupil homes'), queryFn: () => family.readableHomes() })),
    freshness: queryState(useQuery({ queryKey: key('freshness'), queryFn: () => school.freshness() })),
    schoolDays: queryState(useQuery({ queryKey: key('school days', today), queryFn: () => school.schoolDays(today) })),
  };
}

/** Home rows that did not come with the first request, by pupil. */
export function useFurtherHomes(pupilKeys: readonly string[]): ReadonlyMap<string, QueryState<PublishedHome>> {
  const connection = useConnection();
  const results = useQueries({
    queries: pupilKeys.map((pupilKey) => ({
      queryKey: [connection.userKey, 'pupil home', pupilKey],
      queryFn: async () => (await familyData(connection).home(pupilKey)) ?? null,
    })),
  });
  return byKey(
    pupilKeys,
    results.map((result) => queryState(result)),
  );
}

/** The latest record of an area, by pupil. Each is read by itself: one that is broken takes no other away. */
export function useRecords<Area extends PupilArea>(
  area: Area,
  pupilKeys: readonly string[],
): ReadonlyMap<string, QueryState<WithModified<RecordOf<Area>>>> {
  const connection = useConnection();
  const results = useQueries({
    queries: pupilKeys.map((pupilKey) => ({
      queryKey: [connection.userKey, 'record', area, pupilKey],
      queryFn: async () => (await recordsData(connection).latest(area, pupilKey)) ?? null,
    })),
  });
  return byKey(
    pupilKeys,
    results.map((result) => queryState(result)),
  );
}

function byKey<T>(keys: readonly string[], values: readonly T[]): ReadonlyMap<string, T> {
  return new Map(
    keys.flatMap((key, index) => {
      const value = values[index];
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
