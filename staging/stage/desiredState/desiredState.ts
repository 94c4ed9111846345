import type { AdultChild } from '../../../src/domain/people/adult';
import type { Braked } from '../access/brake';
import type { PreviousState } from '../areas/stagedArea';
import type { KeyStore } from '../keyStore';
import type { Row } from '../rows/row';
import type { SiteRow } from '../rows/siteRow';
import type { ExportedPupil, School } from '../school/school';
import { accessRow, adultHomeRow, adultsWithAccess, seesAll, type Adult } from './adults';
import { freshnessRows, staleMarks } from './freshness';
import { pupilRows, type PupilRows } from './pupil';
import { livingPupils } from './roll';
import { pupilScopes, readersByPupil, type Reader, type WantedScope, type WantedScopes } from './scopes';
import { assignmentRows, schoolDayRows } from './sharedLists';

/** The site as it should be, pupils' and adults' part. */
export interface DesiredState extends WantedScopes {
  readonly adults: readonly Adult[];
  /** Keys of pupils whose data are right where they are: written now, or quarantined as they are. */
  readonly livingPupils: ReadonlySet<string>;
  /** Keys of pupils whose rows stay as they are. */
  readonly quarantinedPupils: ReadonlySet<string>;
  readonly homes: readonly Row[];
  /** Home rows of which StaleSince alone is written. */
  readonly staleHomes: readonly Row[];
  readonly records: readonly Row[];
  readonly adultHomes: readonly Row[];
  readonly freshness: readonly Row[];
  readonly schoolDays: readonly Row[];
  readonly assignments: readonly Row[];
  readonly access: readonly Row[];
  readonly adultScopes: readonly WantedScope[];
}

/** What the site has now and must be known to say how it should be: nothing of what is compared afterwards. */
export interface OnSite {
  /** Rows of Pupil Home. */
  readonly homes: readonly SiteRow[];
  readonly freshness: readonly SiteRow[];
  /** The address of each adult's account, by adult key. */
  readonly accounts: ReadonlyMap<string, string>;
}

export interface DesiredStateInput {
  readonly school: School;
  readonly braked: Braked;
  readonly keys: KeyStore;
  readonly onSite: OnSite;
  /** What is published of a pupil, by key. */
  readonly previous: (pupilKey: string) => PreviousState;
  /** What Adult Home says now of the children of adults of whom the export has lost something, by adult key. */
  readonly children: ReadonlyMap<string, readonly AdultChild[]>;
  readonly now: Date;
}

/** Builds every row and scope from the checked export. Pure: reads and writes nothing. */
export function buildDesiredState(input: DesiredStateInput): DesiredState {
  const { school, braked, keys, onSite, children, now } = input;
  const { rulings, identity } = braked;
  const published = new Set(onSite.homes.map((row) => row.key));
  const living = livingPupils(school, now);
  const quarantined = quarantinedIds(input, living);
  const isPublished = (id: string) => living.has(id) && (!quarantined.has(id) || published.has(keys.known('pupil', id) ?? ''));
  const { keepAccount } = identity;
  const adults = adultsWithAccess({ school, rulings, keys, isPublished, keepAccount, accounts: onSite.accounts, children });
  const readers = readersByPupil(adults);
  const built = rowsOf(
    [...living.values()].filter((pupil) => !quarantined.has(pupil.pupilId)),
    readers,
    input,
  );
  const quarantinedKeys = [...[...quarantined].flatMap((id) => keys.known('pupil', id) ?? []), ...absentKeys(school, published, keys)];
  const quarantinedPupils = new Set(quarantinedKeys);
  const livingKeys = [...new Set([...built.map(({ home }) => home.key), ...quarantinedKeys.filter((key) => published.has(key))])];
  return {
    adults,
    livingPupils: new Set(livingKeys),
    quarantinedPupils,
    homes: built.map(({ home }) => home),
    staleHomes: staleMarks(quarantinedPupils, onSite),
    records: built.flatMap(({ records }) => records),
    adultHomes: adults.map((adult) => adultHomeRow(adult, school.manifest.school.name)),
    freshness: freshnessRows(school),
    schoolDays: schoolDayRows(school),
    assignments: assignmentRows(school),
    access: rulings.map((ruling) => accessRow(ruling, keys)),
    ...pupilScopes(livingKeys, readers),
    adultScopes: adults.map(({ key }) => ({ path: key, adultKeys: [key] })),
  };
}

/** Pupils about whom the export is in doubt, whom it has lost with too many others, or whose id seems to stand for another child. */
function quarantinedIds({ school, braked }: DesiredStateInput, living: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const strangers = [...living.keys()].filter((id) => braked.identity.strangers.has(`pupil:${id}`));
  return new Set([...school.quarantinedPupils, ...braked.keptPupils, ...strangers]);
}

function rowsOf(
  pupils: readonly ExportedPupil[],
  readers: ReadonlyMap<string, readonly Reader[]>,
  { school, keys, previous, now }: DesiredStateInput,
): readonly PupilRows[] {
  return pupils.map((pupil) => {
    const key = keys.pupil(pupil.pupilId);
    const limited = (readers.get(key) ?? []).filter((reader) => !seesAll(reader.areas));
    const seenWithoutHome = new Set(limited.flatMap((reader) => reader.areas));
    return pupilRows(key, { school, pupil, previous: previous(key), now, seenWithoutHome });
  });
}

/** Pupils of the site whom the export does not name, where one of its rows may be theirs. */
function absentKeys({ pupils, keepsAbsentPupils }: School, published: ReadonlySet<string>, keys: KeyStore): readonly string[] {
  if (!keepsAbsentPupils) return [];
  const named = new Set([...pupils.keys()].map((id) => keys.known('pupil', id)));
  return [...published].filter((key) => !named.has(key));
}
