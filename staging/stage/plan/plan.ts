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
import { windowOf, type ExportWindow } from '../bundle/manifest';
import { attendanceTable, behaviourTable, homeworkTable, resultsTable } from '../bundle/tables';
import type { IdentityCheck } from '../access/identity';
import type { DesiredState } from '../desiredState/desiredState';
import { isMarkedStale } from '../desiredState/freshness';
import type { Row } from '../rows/row';
import type { KeyStore, NewKey } from '../keyStore';
import type { CurrentState } from '../currentState/currentState';
import type { SiteFolder, SiteRow } from '../currentState/siteList';
import type { School } from '../school/school';
import { isMember, diffGroups, type GroupsDiff } from './adultGroups';
import { goneFolders, diffKeys, type FolderDelete, type KeysDiff } from './keyChanges';
import { changesInList, diffRows, type ListDiff } from './listDiff';
import { diffScopes, type ScopesDiff } from './scopes';

export interface NewFolder {
  readonly list: ListDefinition;
  /** '' for the root of the list. */
  readonly parent: string;
  readonly name: string;
}

/** Everything that a run would change, in the order in which it is applied. */
export interface Plan {
  readonly scopes: ScopesDiff;
  readonly groups: GroupsDiff;
  readonly newKeys: readonly NewKey[];
  readonly keyChanges: KeysDiff;
  readonly folders: readonly NewFolder[];
  readonly lists: readonly ListDiff[];
  readonly folderDeletes: readonly FolderDelete[];
}

export interface PlanInput {
  readonly school: School;
  readonly desiredState: DesiredState;
  readonly currentState: CurrentState;
  readonly keys: KeyStore;
  readonly identity: IdentityCheck;
  readonly today: SchoolDate;
}

/** All but the findings, which tell of the plan too. */
export function planChanges({ school, desiredState, currentState, keys, identity, today }: PlanInput): Plan {
  const homeScopes = diffScopes(pupilHomeList, currentState.pupilHome.folders, desiredState.homeScopes, currentState);
  const recordScopes = diffScopes(
    pupilRecordsList,
    currentState.pupilRecords.folders,
    [...desiredState.recordScopes, ...areaScopes(desiredState, currentState)],
    currentState,
  );
  const adultTargets = currentState.adultHome.rows.map((row) => ({ id: row.id, path: row.key, hasOwnScope: row.hasOwnScope }));
  const adultScopes = diffScopes(adultHomeList, adultTargets, desiredState.adultScopes, currentState);
  const all = [homeScopes, recordScopes, adultScopes];
  return {
    scopes: { removals: all.flatMap(({ removals }) => removals), scopes: all.flatMap(({ scopes }) => scopes) },
    groups: diffGroups(desiredState.adults, currentState),
    newKeys: keys.made,
    keyChanges: diffKeys(desiredState, currentState, keys, identity, today),
    folders: missingFolders(desiredState, currentState),
    lists: diffLists(school, desiredState, currentState),
    folderDeletes: goneFolders(desiredState, currentState, identity, today),
  };
}

/** How many things a run would change. 0: the site is as it should be. */
export function changesOf({ scopes, groups, newKeys, keyChanges, folders, lists, folderDeletes }: Plan): number {
  const inLists = lists.reduce((sum, list) => sum + changesInList(list), 0);
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
function areaScopes(desiredState: DesiredState, currentState: CurrentState): DesiredState['areaScopes'] {
  const wanted = new Set(desiredState.areaScopes.map(({ path }) => path));
  const above = new Map(desiredState.recordScopes.map((scope) => [scope.path, scope.adultKeys]));
  const kept = currentState.pupilRecords.folders
    .filter((folder) => folder.hasOwnScope && folder.path.includes('/') && !wanted.has(folder.path))
    .flatMap(({ path }) => {
      const adultKeys = above.get(pupilOf(path));
      return adultKeys ? [{ path, adultKeys }] : [];
    });
  return [...desiredState.areaScopes, ...kept];
}

function missingFolders(desiredState: DesiredState, currentState: CurrentState): readonly NewFolder[] {
  const missing = (list: ListDefinition, there: readonly SiteFolder[], paths: Iterable<string>): readonly NewFolder[] => {
    const known = new Set(there.map(({ path }) => path));
    return [...new Set(paths)]
      .filter((path) => !known.has(path))
      .map((path) => {
        const cut = path.lastIndexOf('/');
        return { list, parent: path.slice(0, Math.max(cut, 0)), name: path.slice(cut + 1) };
      });
  };
  const areas = [...desiredState.records.map((row) => row.folder), ...desiredState.areaScopes.map(({ path }) => path)];
  return [
    ...missing(
      pupilHomeList,
      currentState.pupilHome.folders,
      desiredState.homeScopes.map(({ path }) => path),
    ),
    ...missing(
      pupilRecordsList,
      currentState.pupilRecords.folders,
      desiredState.recordScopes.map(({ path }) => path),
    ),
    ...missing(pupilRecordsList, currentState.pupilRecords.folders, areas),
  ];
}

function pupilOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function diffLists(school: School, desiredState: DesiredState, currentState: CurrentState): readonly ListDiff[] {
  // Rows of a folder that goes, go with it.
  const staysInFolder = (row: SiteRow) =>
    desiredState.livingPupils.has(pupilOf(row.folder)) && !desiredState.quarantinedPupils.has(pupilOf(row.folder));
  const isSpokenOf = recordFilter(school);
  const emptyFolder = (row: SiteRow) => row.folder === '';
  return [
    diffRows({
      list: adultHomeList,
      desired: desiredState.adultHomes,
      current: currentState.adultHome,
      mayDelete: () => true,
      isStale: staleAdult(desiredState, currentState),
    }),
    diffRows({
      list: pupilHomeList,
      desired: desiredState.homes,
      marks: desiredState.staleHomes,
      current: currentState.pupilHome,
      mayDelete: (row) => staysInFolder(row) || emptyFolder(row),
      isStale: isMarkedStale,
    }),
    diffRows({
      list: pupilRecordsList,
      desired: desiredState.records,
      current: currentState.pupilRecords,
      mayDelete: (row) => emptyFolder(row) || (staysInFolder(row) && isSpokenOf(row)),
    }),
    diffRows({
      list: schoolDaysList,
      desired: desiredState.schoolDays,
      current: currentState.schoolDays,
      mayDelete: () => true,
    }),
    diffRows({
      list: assignmentsList,
      desired: school.delivered.homework ? desiredState.assignments : [],
      current: currentState.assignments,
      mayDelete: (row) =>
        school.delivered.homework &&
        !school.quarantinedHomework.has(row.key) &&
        windowOf(school.manifest, homeworkTable.file) === undefined,
    }),
    diffRows({ list: accessList, desired: desiredState.access, current: currentState.access, mayDelete: () => true }),
    // Last: a run that is killed must not have called rows fresh that it did not write.
    diffRows({ list: freshnessList, desired: desiredState.freshness, current: currentState.freshness, mayDelete: () => false }),
  ];
}

/** What was found this time, in place of what the last run found. */
export function diffFindings(rows: readonly Row[], currentState: CurrentState): ListDiff {
  return diffRows({ list: findingsList, desired: rows, current: currentState.findings, mayDelete: () => true });
}

/** The Adult column has to be the member of the adult's group. */
function staleAdult(desiredState: DesiredState, currentState: CurrentState): (row: SiteRow) => boolean {
  const adults = new Map(desiredState.adults.map((adult) => [adult.key, adult]));
  return (row) => {
    const members = currentState.principals.adultGroups.get(adultGroupTitle(row.key))?.members ?? [];
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
function spokenPeriods(calendar: SchoolCalendar, periods: readonly Period[], window: ExportWindow | undefined): (id: string) => boolean {
  if (!window) return () => true;
  const known = new Map(periods.map((period) => [period.id, period]));
  const first = calendar.from ?? window.from;
  const { id: firstYear, from } = schoolYearOf(first);
  const isWhole = first <= `${from.slice(0, 4)}${yearHasBegun}`;
  return (id) => {
    const period = known.get(id);
    const year = id.slice(0, firstYear.length);
    return period ? period.from <= window.to && window.from <= period.to : year > firstYear || (isWhole && year === firstYear);
  };
}
