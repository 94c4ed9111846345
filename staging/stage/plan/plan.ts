import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import { adultHomeList } from '../../../src/lists/adultHome';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { IdentityCheck } from '../access/identity';
import type { CurrentState } from '../currentState/currentState';
import type { DesiredState } from '../desiredState/desiredState';
import type { KeyStore, NewKey } from '../keyStore';
import type { School } from '../school/school';
import { diffGroups, type GroupsDiff } from './adultGroups';
import { areaScopes, missingFolders, type NewFolder } from './folders';
import { diffKeys, goneFolders, type FolderDelete, type KeysDiff } from './keyChanges';
import { changesInList, type ListDiff } from './listDiff';
import { diffLists } from './lists';
import { diffScopes, type ScopesDiff } from './scopes';

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
