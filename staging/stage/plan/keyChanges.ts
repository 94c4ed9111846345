import { addDays, type SchoolDate } from '../../../src/domain/time/schoolDate';
import { dayNumber } from '../../../src/lists/dayNumber';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { Fields } from '../../site/items';
import type { IdentityCheck } from '../access/identity';
import type { DesiredState } from '../desiredState/desiredState';
import type { KeyStore } from '../keyStore';
import type { KnownPerson } from '../currentState/people';
import type { CurrentState } from '../currentState/currentState';
import type { ListDefinition } from '../../../src/lists/define';
import type { SiteFolder } from '../rows/siteRow';

export interface FolderDelete {
  readonly list: ListDefinition;
  readonly folder: SiteFolder;
}

/** A row of Schoolgate Keys that changes. */
export interface KeyChange {
  /** '<kind>:<MIS id>' */
  readonly misKey: string;
  readonly opaqueKey: string;
  /** Undefined for a key that is made in this run. */
  readonly id: number | undefined;
  readonly fields: Fields;
}

export interface KeysDiff {
  /** Ids that stand for somebody else now: their old keys go to nobody. Before new keys are written. */
  readonly retired: readonly KeyChange[];
  /** Who people are, written after Access and before anything opens: a run that is killed before finds them as new as they were. */
  readonly identities: readonly KeyChange[];
  /** Since when a pupil is gone. */
  readonly gone: readonly KeyChange[];
}

/**
 * A pupil's data lie closed for so many days after the pupil has left or is missing from the export: what an export took away by mistake,
 * the next one brings back whole, days before its window too.
 */
export const daysKept = 30;

export function diffKeys(
  desiredState: DesiredState,
  currentState: CurrentState,
  keys: KeyStore,
  { identities, replaced }: IdentityCheck,
  today: SchoolDate,
): KeysDiff {
  const known = [...currentState.people].filter(([misKey]) => !replaced.has(misKey));
  const people = new Map(known);
  const onSite = new Set(currentState.pupilHome.folders.map(({ path }) => path));
  const owners: readonly Pick<KeyChange, 'misKey' | 'opaqueKey' | 'id'>[] = [
    ...known.map(([misKey, { itemId, opaqueKey }]) => ({ misKey, opaqueKey, id: itemId })),
    ...keys.made.map(({ misKey, opaqueKey }) => ({ misKey, opaqueKey, id: undefined })),
  ];
  return {
    retired: [...currentState.people]
      .filter(([misKey]) => replaced.has(misKey))
      .map(([misKey, { itemId, opaqueKey }]) => ({
        misKey,
        opaqueKey,
        id: itemId,
        fields: { Kind: 'retired', MisKey: `retired:${opaqueKey}`, Identity: null },
      })),
    identities: owners.flatMap((owner) => {
      const now = identities.get(owner.misKey);
      return now && !isSame(people.get(owner.misKey)?.identity, now) ? [{ ...owner, fields: { Identity: JSON.stringify(now) } }] : [];
    }),
    gone: known.flatMap(([misKey, person]) => {
      const goneDay = goneDayOf(person, desiredState.livingPupils, onSite, today);
      return goneDay === person.goneDay
        ? []
        : [{ misKey, opaqueKey: person.opaqueKey, id: person.itemId, fields: { GoneDay: goneDay ?? null } }];
    }),
  };
}

/** Folders of pupils who have been gone for a month. Those of a key that was retired go in the next run, when they are nobody's. */
export function goneFolders(
  desiredState: DesiredState,
  currentState: CurrentState,
  { replaced }: IdentityCheck,
  today: SchoolDate,
): readonly FolderDelete[] {
  const goneDays = new Map(
    [...currentState.people].map(([misKey, { opaqueKey, goneDay }]) => [opaqueKey, replaced.has(misKey) ? undefined : goneDay]),
  );
  const latest = dayNumber(addDays(today, -daysKept));
  return (
    [
      [pupilHomeList, currentState.pupilHome],
      [pupilRecordsList, currentState.pupilRecords],
    ] as const
  ).flatMap(([list, { folders }]) =>
    folders
      .filter(({ path }) => !path.includes('/') && !desiredState.livingPupils.has(path) && isOver(goneDays, path, latest))
      .map((folder) => ({ list, folder })),
  );
}

/** A folder without a key is nobody's. */
function isOver(goneDays: ReadonlyMap<string, number | undefined>, key: string, latest: number): boolean {
  if (!goneDays.has(key)) return true;
  const goneDay = goneDays.get(key);
  return goneDay !== undefined && goneDay <= latest;
}

function goneDayOf(
  { kind, opaqueKey, goneDay }: KnownPerson,
  living: ReadonlySet<string>,
  onSite: ReadonlySet<string>,
  today: SchoolDate,
): number | undefined {
  if (kind !== 'pupil' || living.has(opaqueKey)) return undefined;
  return goneDay ?? (onSite.has(opaqueKey) ? dayNumber(today) : undefined);
}

function isSame(a: Readonly<Record<string, string>> | undefined, b: Readonly<Record<string, string>>): boolean {
  return (
    a !== undefined && Object.keys(a).length === Object.keys(b).length && Object.entries(b).every(([part, value]) => a[part] === value)
  );
}
