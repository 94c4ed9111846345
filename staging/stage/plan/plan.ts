import * as v from 'valibot';
import type { Period } from '../../../src/domain/calendar/period';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import type { SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import { halfTermsOf, schoolYearOf, termsOf } from '../../../src/domain/calendar/schoolPeriods';
import type { ListDefinition } from '../../../src/lists/define';
import { findingsList } from '../../../src/lists/findings';
import { adultGroupTitle } from '../../../src/lists/permissions';
import { accessList } from '../../../src/lists/access';
import { adultHomeList } from '../../../src/lists/adultHome';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import { assignmentsList } from '../../../src/lists/assignments';
import { freshnessList } from '../../../src/lists/freshness';
import { schoolDaysList } from '../../../src/lists/schoolDays';
import { windowOf, type Window } from '../bundle/manifest';
import { attendanceTable, behaviourTable, homeworkTable, resultsTable } from '../bundle/tables';
import type { IdentityCheck } from '../brakes/identity';
import type { Desired } from '../desired/desired';
import { isMarkedStale } from '../desired/freshness';
import type { Row } from '../desired/row';
import type { Keys, NewKey } from '../keys';
import type { Present } from '../present/present';
import type { SiteFolder, SiteRow } from '../present/siteRows';
import type { School } from '../school';
import { isMember, planGroups, type GroupsPlan } from './adultGroups';
import { goneFolders, planKeys, type FolderDelete, type KeyPlan } from './keyChanges';
import { changesIn, planRows, type ListPlan } from './rows';
import { planScopes, type ScopesPlan } from './scopes';

export interface FolderPlan {
  readonly list: ListDefinition;
  /** '' for the root of the list. */
  readonly parent: string;
  readonly name: string;
}

/** Everything that a run would change, in the order in which it is applied. */
export interface Plan {
  readonly scopes: ScopesPlan;
  readonly groups: GroupsPlan;
  readonly newKeys: readonly NewKey[];
  readonly keyChanges: KeyPlan;
  readonly folders: readonly FolderPlan[];
  readonly lists: readonly ListPlan[];
  readonly folderDeletes: readonly FolderDelete[];
}

export interface Planning {
  readonly school: School;
  readonly desired: Desired;
  readonly present: Present;
  readonly keys: Keys;
  readonly identity: IdentityCheck;
  readonly today: SchoolDate;
}

/** All but the findings, which tell of the plan too. */
export function planAll({ school, desired, present, keys, identity, today }: Planning): Plan {
  const homeScopes = planScopes(pupilHomeList, present.pupilHome.folders, desired.homeScopes, present);
  const recordScopes = planScopes(
    pupilRecordsList,
    present.pupilRecords.folders,
    [...desired.recordScopes, ...areaScopes(desired, present)],
    present,
  );
  const adultTargets = present.adultHome.rows.map((row) => ({ id: row.id, path: row.key, hasOwnScope: row.hasOwnScope }));
  const adultScopes = planScopes(adultHomeList, adultTargets, desired.adultScopes, present);
  const all = [homeScopes, recordScopes, adultScopes];
  return {
    scopes: { removals: all.flatMap(({ removals }) => removals), scopes: all.flatMap(({ scopes }) => scopes) },
    groups: planGroups(desired.adults, present),
    newKeys: keys.made,
    keyChanges: planKeys(desired, present, keys, identity, today),
    folders: planFolders(desired, present),
    lists: planLists(school, desired, present),
    folderDeletes: goneFolders(desired, present, identity, today),
  };
}

/** How many things a run would change. 0: the site is as it should be. */
export function changesOf({ scopes, groups, newKeys, keyChanges, folders, lists, folderDeletes }: Plan): number {
  const inLists = lists.reduce((sum, list) => sum + changesIn(list), 0);
  const inKeys = keyChanges.retired.length + keyChanges.identities.length + keyChanges.gone.length;
  return (
    inKeys +
    scopes.removals.length +
    scopes.scopes.length +
    groups.membersOut.length +
    groups.groups.length +
    newKeys.length +
    folders.length +
    folderDeletes.length +
    inLists
  );
}

/** An area that got a scope of its own once keeps it: with the same readers as the folder above, or those who see only this area. */
function areaScopes(desired: Desired, present: Present): Desired['areaScopes'] {
  const wanted = new Set(desired.areaScopes.map(({ path }) => path));
  const above = new Map(desired.recordScopes.map((scope) => [scope.path, scope.adultKeys]));
  const kept = present.pupilRecords.folders
    .filter((folder) => folder.hasOwnScope && folder.path.includes('/') && !wanted.has(folder.path))
    .flatMap(({ path }) => {
      const adultKeys = above.get(pupilOf(path));
      return adultKeys ? [{ path, adultKeys }] : [];
    });
  return [...desired.areaScopes, ...kept];
}

function planFolders(desired: Desired, present: Present): readonly FolderPlan[] {
  const missing = (list: ListDefinition, there: readonly SiteFolder[], paths: Iterable<string>): readonly FolderPlan[] => {
    const known = new Set(there.map(({ path }) => path));
    return [...new Set(paths)]
      .filter((path) => !known.has(path))
      .map((path) => {
        const cut = path.lastIndexOf('/');
        return { list, parent: path.slice(0, Math.max(cut, 0)), name: path.slice(cut + 1) };
      });
  };
  const areas = [...desired.records.map((row) => row.folder), ...desired.areaScopes.map(({ path }) => path)];
  return [
    ...missing(
      pupilHomeList,
      present.pupilHome.folders,
      desired.homeScopes.map(({ path }) => path),
    ),
    ...missing(
      pupilRecordsList,
      present.pupilRecords.folders,
      desired.recordScopes.map(({ path }) => path),
    ),
    ...missing(pupilRecordsList, present.pupilRecords.folders, areas),
  ];
}

function pupilOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function planLists(school: School, desired: Desired, present: Present): readonly ListPlan[] {
  // Rows of a folder that goes, go with it.
  const staysInFolder = (row: SiteRow) => desired.livingPupils.has(pupilOf(row.folder)) && !desired.heldPupils.has(pupilOf(row.folder));
  const isSpokenOf = recordFilter(school);
  const emptyFolder = (row: SiteRow) => row.folder === '';
  return [
    planRows({
      list: adultHomeList,
      desired: desired.adultHomes,
      present: present.adultHome,
      mayDelete: () => true,
      isStale: staleAdult(desired, present),
    }),
    planRows({
      list: pupilHomeList,
      desired: desired.homes,
      marks: desired.staleHomes,
      present: present.pupilHome,
      mayDelete: (row) => staysInFolder(row) || emptyFolder(row),
      isStale: isMarkedStale,
    }),
    planRows({
      list: pupilRecordsList,
      desired: desired.records,
      present: present.pupilRecords,
      mayDelete: (row) => emptyFolder(row) || (staysInFolder(row) && isSpokenOf(row)),
    }),
    planRows({
      list: schoolDaysList,
      desired: desired.schoolDays,
      present: present.schoolDays,
      mayDelete: () => true,
    }),
    planRows({
      list: assignmentsList,
      desired: school.delivered.homework ? desired.assignments : [],
      present: present.assignments,
      mayDelete: (row) =>
        school.delivered.homework && !school.heldHomework.has(row.key) && windowOf(school.manifest, homeworkTable.file) === undefined,
    }),
    planRows({ list: accessList, desired: desired.access, present: present.access, mayDelete: () => true }),
    // Last: a run that is killed must not have called rows fresh that it did not write.
    planRows({ list: freshnessList, desired: desired.freshness, present: present.freshness, mayDelete: () => false }),
  ];
}

/** What was found this time, in place of what the last run found. */
export function planFindings(rows: readonly Row[], present: Present): ListPlan {
  return planRows({ list: findingsList, desired: rows, present: present.findings, mayDelete: () => true });
}

/** The Adult column has to be the member of the adult's group. */
function staleAdult(desired: Desired, present: Present): (row: SiteRow) => boolean {
  const adults = new Map(desired.adults.map((adult) => [adult.key, adult]));
  return (row) => {
    const members = present.principals.adultGroups.get(adultGroupTitle(row.key))?.members ?? [];
    const member = members.find((each) => isMember(each, adults.get(row.key)));
    return (member?.id ?? null) !== (row.more['AdultId'] ?? null);
  };
}

const recordColumns = v.looseObject({ Area: v.string(), PeriodId: v.string() });

/** Records that the export would have brought again if they still held. */
function recordFilter(school: School): (row: SiteRow) => boolean {
  const { delivered, manifest, calendar } = school;
  const attendance = spokenPeriods(calendar, halfTermsOf(calendar), windowOf(manifest, attendanceTable.file));
  const behaviour = spokenPeriods(calendar, termsOf(calendar), windowOf(manifest, behaviourTable.file));
  return (row) => {
    const { Area, PeriodId } = v.parse(recordColumns, row.more);
    if (Area === 'attendance') return delivered.attendance && attendance(PeriodId);
    if (Area === 'behaviour') return delivered.behaviour && behaviour(PeriodId);
    return Area === 'results' ? delivered.results && windowOf(manifest, resultsTable.file) === undefined : delivered.timetable;
  };
}

/** By then every school has begun its year. */
const yearHasBegun = '-09-15';

/** Periods that meet the window; and those that the calendar does not have, of years that it tells whole: a wrong calendar has made them. */
function spokenPeriods(calendar: SchoolCalendar, periods: readonly Period[], window: Window | undefined): (id: string) => boolean {
  if (!window) return () => true;
  const known = new Map(periods.map((period) => [period.id, period]));
  const first = calendar.range?.from ?? window.from;
  const { id: firstYear, from } = schoolYearOf(first);
  const isWhole = first <= `${from.slice(0, 4)}${yearHasBegun}`;
  return (id) => {
    const period = known.get(id);
    const year = id.slice(0, firstYear.length);
    return period ? period.from <= window.to && window.from <= period.to : year > firstYear || (isWhole && year === firstYear);
  };
}
