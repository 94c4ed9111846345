/** The dashboard's store over plain values: what SharePoint would hold, and what it would refuse. */
import { DataError } from '../../../src/data/errors';
import type { DashboardStore, Kept, PublishedHome, PupilRecords } from '../../../src/data/dashboardStore';
import type { DashboardPreferences } from '../../../src/domain/dashboardAreas';
import type { KitRule } from '../../../src/domain/timetable/kit';
import type { Notice } from '../../../src/domain/notices';
import type { AdultHome } from '../../../src/domain/people/adult';
import type { Freshness } from '../../../src/domain/freshness';
import type { GlossaryEntry } from '../../../src/domain/results';
import type { SchoolDayFact } from '../../../src/domain/calendar/schoolCalendar';

export interface SchoolInMemory {
  readonly adultHome?: AdultHome | undefined;
  readonly pupilHomes?: readonly PublishedHome[];
  /** Read by key only, as past the first rows of a member of staff. */
  readonly furtherHomes?: readonly PublishedHome[];
  readonly records?: readonly PupilRecords[];
  readonly freshness?: Freshness;
  readonly schoolDays?: readonly SchoolDayFact[];
  readonly notices?: readonly Notice[];
  readonly kitRules?: readonly KitRule[];
  readonly glossary?: readonly GlossaryEntry[];
  readonly preferences?: DashboardPreferences | undefined;
}

export type Method = Exclude<keyof DashboardStore, 'sitePerson'>;

export interface MemoryStore extends DashboardStore {
  /** From now on the method rejects with the error; with undefined it answers again. */
  refuse(method: Method, error: DataError | undefined): void;
  /** From now on the method waits; the function returned lets all waiting and later answers through. */
  hold(method: Method): () => void;
  readonly kept: () => DashboardPreferences | undefined;
}

let people = 0;

export function memoryStore(school: SchoolInMemory): MemoryStore {
  const refused = new Map<Method, DataError>();
  const held = new Map<Method, Promise<void>>();
  let kept: Kept<DashboardPreferences> | undefined = school.preferences && { value: school.preferences, id: 1, etag: '"1"' };

  async function answer<T>(method: Method, value: () => T): Promise<T> {
    await held.get(method);
    const error = refused.get(method);
    if (error) throw error;
    return value();
  }

  return {
    sitePerson: `person ${(people += 1)}`,
    adultHome: () => answer('adultHome', () => school.adultHome),
    readablePupilHomes: () => answer('readablePupilHomes', () => school.pupilHomes ?? []),
    pupilHome: (key) => answer('pupilHome', () => school.furtherHomes?.find((home) => home.pupil.key === key)),
    pupilRecords: (key) => answer('pupilRecords', () => school.records?.find((records) => records.pupilKey === key) ?? { pupilKey: key }),
    freshness: () => answer('freshness', () => school.freshness ?? {}),
    schoolDays: () => answer('schoolDays', () => school.schoolDays ?? []),
    notices: () => answer('notices', () => school.notices ?? []),
    kitRules: () => answer('kitRules', () => school.kitRules ?? []),
    glossary: () => answer('glossary', () => school.glossary ?? []),
    preferences: () => answer('preferences', () => kept),
    keepPreferences: (value, read) =>
      answer('keepPreferences', () => {
        if (read?.etag !== kept?.etag) throw new DataError('conflict', 'http-412');
        kept = { value, id: 1, etag: `"${Number(kept?.etag.slice(1, -1) ?? 0) + 1}"` };
      }),
    refuse: (method, error) => {
      if (error) refused.set(method, error);
      else refused.delete(method);
    },
    hold: (method) => {
      let release: () => void = () => undefined;
      held.set(
        method,
        new Promise((resolve) => {
          release = resolve;
        }),
      );
      return () => {
        held.delete(method);
        release();
      };
    },
    kept: () => kept?.value,
  };
}
