/** What the dashboard reads beside the family. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useConnection } from '../../app/connection';
import { queryState, type QueryState } from '../../app/queryState';
import type { Connection } from '../../data/connection';
import { preferencesData, type Versioned } from '../../data/preferences';
import { schoolData } from '../../data/school';
import type { DashboardPreferences } from '../../domain/dashboardAreas';
import type { Notice } from '../../domain/notices';
import type { GlossaryEntry } from '../../domain/results';
import type { KitRule } from '../../domain/timetable/kit';
import { useToday } from '../../family/useFamily';
import { dashboardPurpose } from '../../lists/preferences';

/** What concerns more than one child. */
export interface SchoolReads {
  readonly notices: QueryState<readonly Notice[]>;
  readonly kitRules: QueryState<readonly KitRule[]>;
  readonly glossary: QueryState<readonly GlossaryEntry[]>;
}

/** Asked for when the page is, not when the children are known: all of it travels with the family's own reads. */
export function useSchoolReads(): SchoolReads {
  const connection = useConnection();
  const today = useToday();
  const school = schoolData(connection);
  const key = (...parts: readonly string[]): readonly string[] => [connection.userKey, ...parts];
  return {
    notices: queryState(useQuery({ queryKey: key('notices', today), queryFn: () => school.notices(today) })),
    kitRules: queryState(useQuery({ queryKey: key('kit rules'), queryFn: () => school.kitRules() })),
    glossary: queryState(useQuery({ queryKey: key('glossary'), queryFn: () => school.glossary() })),
  };
}

/** How this person likes the dashboard. */
export function usePreferences(): QueryState<Versioned<DashboardPreferences>> {
  return queryState(useQuery(preferencesQuery(useConnection())));
}

export type SavePreferences = UseMutationResult<void, unknown, DashboardPreferences>;

export function useSavePreferences(): SavePreferences {
  const connection = useConnection();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (value: DashboardPreferences) => {
      // What was read before, or is read now: a first row is added only where there is certainly none.
      const read = await client.fetchQuery({ ...preferencesQuery(connection), staleTime: Infinity });
      await preferencesData(connection, dashboardPurpose).save(value, read ?? undefined);
    },
    // After a conflict too: the next try must know the newer row.
    onSettled: () => client.invalidateQueries({ queryKey: preferencesQuery(connection).queryKey }),
  });
}

interface PreferencesQuery {
  readonly queryKey: readonly string[];
  readonly queryFn: () => Promise<Versioned<DashboardPreferences> | null>;
}

function preferencesQuery(connection: Connection): PreferencesQuery {
  return {
    queryKey: [connection.userKey, 'preferences', dashboardPurpose.name],
    queryFn: async () => (await preferencesData(connection, dashboardPurpose).read()) ?? null,
  };
}
