import { decideAccess } from '../../../src/domain/people/access';
import type { PupilArea } from '../../../src/domain/people/areas';
import { schoolNow } from '../../../src/domain/time/schoolTime';
import type { AdultChild } from '../../../src/domain/people/adult';
import type { Braked } from '../access/brake';
import { windowOf } from '../bundle/manifest';
import { attendanceTable, behaviourTable } from '../bundle/tables';
import type { KeyStore } from '../keyStore';
import type { CurrentState } from '../currentState/currentState';
import type { Pupil, School } from '../school/school';
import { adultGroupTitle } from '../../../src/lists/permissions';
import { accountAddress } from '../../site/groups';
import { timeZone } from '../timeZone';
import { accessRow, adultHomeRow, adultsWithAccess, seesAll, type Adult } from './adults';
import { freshnessRows, staleMarks } from './freshness';
import type { PreviousState } from '../areas/previousState';
import { pupilRows } from './pupil';
import type { Row } from '../rows/row';
import { assignmentRows, schoolDayRows } from './sharedLists';

/** Who may read one folder (or, in Adult Home, one row). */
export interface WantedScope {
  /** '<pupil key>', '<pupil key>/<area>', or an adult key. */
  readonly path: string;
  readonly adultKeys: readonly string[];
}

/** The site as it should be, pupils' and adults' part. */
export interface DesiredState {
  readonly adults: readonly Adult[];
  /** Keys of pupils whose data are right where they are: written now, or held as they are. */
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
  readonly homeScopes: readonly WantedScope[];
  readonly recordScopes: readonly WantedScope[];
  /** Scopes of areas that some adult sees without seeing all. Other area folders inherit. */
  readonly areaScopes: readonly WantedScope[];
  readonly adultScopes: readonly WantedScope[];
}

export interface DesiredStateInput {
  readonly school: School;
  readonly braked: Braked;
  readonly keys: KeyStore;
  readonly currentState: CurrentState;
  /** What is published of a pupil, by key. */
  readonly previous: (pupilKey: string) => PreviousState;
  /** What Adult Home says now of the children of adults of whom the export has lost something, by adult key. */
  readonly children: ReadonlyMap<string, readonly AdultChild[]>;
  readonly now: Date;
}

/** Builds every row and scope from the checked export. Pure: reads and writes nothing. */
export function buildDesiredState({ school, braked, keys, currentState, previous, children, now }: DesiredStateInput): DesiredState {
  const { rulings, identity, keptPupils } = braked;
  const onSite = new Set(currentState.pupilHome.rows.map((row) => row.key));
  const living = livingPupils(school, now);
  const held = new Set([
    ...school.quarantinedPupils,
    ...keptPupils,
    ...[...living.keys()].filter((id) => identity.strangers.has(`pupil:${id}`)),
  ]);
  const isPublished = (id: string) => living.has(id) && (!held.has(id) || onSite.has(keys.known('pupil', id) ?? ''));
  const adults = adultsWithAccess({
    school,
    rulings,
    keys,
    isPublished,
    keepAccount: identity.keepAccount,
    accounts: accountsOf(currentState),
    children,
  });
  const readers = readersByPupil(adults);
  const windows = {
    attendance: windowOf(school.manifest, attendanceTable.file),
    behaviour: windowOf(school.manifest, behaviourTable.file),
  };
  const built = [...living.values()]
    .filter((pupil) => !held.has(pupil.pupilId))
    .map((pupil) => {
      const key = keys.pupil(pupil.pupilId);
      const needsTimetableRow = (readers.get(key) ?? []).some((reader) => !seesAll(reader.areas) && reader.areas.includes('timetable'));
      return pupilRows({ school, pupil, key, previous: previous(key), now, windows, needsTimetableRow });
    });
  const quarantinedKeys = [...[...held].flatMap((id) => keys.known('pupil', id) ?? []), ...absentKeys(school, onSite, keys)];
  const quarantinedPupils = new Set(quarantinedKeys);
  const livingKeys = [...new Set([...built.map(({ home }) => home.key), ...quarantinedKeys.filter((key) => onSite.has(key))])];
  return {
    adults,
    livingPupils: new Set(livingKeys),
    quarantinedPupils,
    homes: built.map(({ home }) => home),
    staleHomes: staleMarks(quarantinedPupils, currentState),
    records: built.flatMap(({ records }) => records),
    adultHomes: adults.map((adult) => adultHomeRow(adult, school.manifest.school.name)),
    freshness: freshnessRows(school),
    schoolDays: schoolDayRows(school),
    assignments: assignmentRows(school),
    access: rulings.map((ruling) => accessRow(ruling, keys)),
    ...scopes(livingKeys, readers),
    adultScopes: adults.map(({ key }) => ({ path: key, adultKeys: [key] })),
  };
}

/** The address of the account in each adult's group, by adult key. */
export function accountsOf({ principals }: Pick<CurrentState, 'principals'>): ReadonlyMap<string, string> {
  return new Map(
    [...principals.adultGroups.values()].flatMap(({ title, members }) => {
      const [member] = members;
      return member && members.length === 1 ? [[title.slice(adultGroupTitle('').length), accountAddress(member)] as const] : [];
    }),
  );
}

/** Pupils of the site whom the export does not name, where one of its rows may be theirs. */
function absentKeys({ pupils, keepsAbsentPupils }: School, onSite: ReadonlySet<string>, keys: KeyStore): readonly string[] {
  if (!keepsAbsentPupils) return [];
  const named = new Set([...pupils.keys()].map((id) => keys.known('pupil', id)));
  return [...onSite].filter((key) => !named.has(key));
}

/** Pupils on roll today: the domain's own rules say who has left or not come yet. */
function livingPupils(school: School, now: Date): ReadonlyMap<string, Pupil> {
  const today = schoolNow(now, timeZone).date;
  const anyLink = { relationship: 'Parent', parentalResponsibility: 'Y', courtOrder: 'N', portalAccess: '' };
  const anyAdult = { email: 'adult@school.example', emailIsShared: false, emailIsAPupils: false };
  return new Map(
    [...school.pupils].filter(([, pupil]) => {
      const { rule } = decideAccess(anyLink, anyAdult, pupil, today);
      return rule !== 'PUP-04' && rule !== 'PUP-05';
    }),
  );
}

interface Reader {
  readonly adultKey: string;
  readonly areas: readonly PupilArea[];
}

function readersByPupil(adults: readonly Adult[]): ReadonlyMap<string, readonly Reader[]> {
  const readers = new Map<string, Reader[]>();
  for (const { key, children } of adults) {
    for (const { pupilKey, areas } of children) readers.set(pupilKey, [...(readers.get(pupilKey) ?? []), { adultKey: key, areas }]);
  }
  return readers;
}

function scopes(
  livingKeys: readonly string[],
  readers: ReadonlyMap<string, readonly Reader[]>,
): Pick<DesiredState, 'homeScopes' | 'recordScopes' | 'areaScopes'> {
  const full = livingKeys.map((path) => ({
    path,
    adultKeys: (readers.get(path) ?? []).filter((reader) => seesAll(reader.areas)).map((reader) => reader.adultKey),
  }));
  const areaScopes = full.flatMap(({ path, adultKeys }) => {
    const limited = (readers.get(path) ?? []).filter((reader) => !seesAll(reader.areas));
    const areas = [...new Set(limited.flatMap((reader) => reader.areas))];
    return areas.map((area) => ({
      path: `${path}/${area}`,
      adultKeys: [...adultKeys, ...limited.filter((reader) => reader.areas.includes(area)).map((reader) => reader.adultKey)],
    }));
  });
  return { homeScopes: full, recordScopes: full, areaScopes };
}
