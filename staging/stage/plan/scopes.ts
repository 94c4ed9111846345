import type { ListDefinition } from '../../../src/lists/define';
import { adultGroupTitle } from '../../../src/lists/permissions';
import type { Grant } from '../../site/roles';
import type { WantedScope } from '../desiredState/scopes';
import { scopeName, type CurrentState } from '../currentState/currentState';

/** A level taken from a principal on a scope. */
export interface Removal {
  readonly list: ListDefinition;
  readonly itemId: number;
  readonly principalId: number;
  readonly levelId: number;
}

/** What a folder's or a row's own permissions lack. */
export interface ScopeChange {
  readonly list: ListDefinition;
  /** Folder path, or key of a row in Adult Home. */
  readonly path: string;
  readonly needsBreak: boolean;
  readonly needsOwners: boolean;
  readonly needsPublisher: boolean;
  readonly adultKeys: readonly string[];
  /** SharePoint gives whoever breaks inheritance Full Control in person: taken off at the end. */
  readonly dropsCaller: boolean;
}

export interface ScopesDiff {
  readonly removals: readonly Removal[];
  readonly scopes: readonly ScopeChange[];
}

export interface ScopeTarget {
  readonly id: number;
  readonly path: string;
  readonly hasOwnScope: boolean;
}

/**
 * Compares the scopes of a list with those wanted. Targets that nobody wants a scope for but that have one keep owners and publisher only.
 * A target that inherits and is not wanted stays as it is: the scope above it is right.
 */
export function diffScopes(
  list: ListDefinition,
  targets: readonly ScopeTarget[],
  wanted: readonly WantedScope[],
  currentState: CurrentState,
): ScopesDiff {
  const byPath = new Map(targets.map((target) => [target.path, target]));
  const plans = wanted.map((scope) => diffScope(list, byPath.get(scope.path), scope, currentState));
  const wantedPaths = new Set(wanted.map(({ path }) => path));
  const orphans = targets
    .filter((target) => target.hasOwnScope && !wantedPaths.has(target.path))
    .map((target) => diffScope(list, target, { path: target.path, adultKeys: [] }, currentState));
  return {
    removals: [...plans, ...orphans].flatMap(({ removals }) => removals),
    scopes: plans.flatMap(({ scope }) => (isWork(scope) ? [scope] : [])),
  };
}

function diffScope(
  list: ListDefinition,
  target: ScopeTarget | undefined,
  { path, adultKeys }: WantedScope,
  currentState: CurrentState,
): { readonly removals: readonly Removal[]; readonly scope: ScopeChange } {
  const { principals } = currentState;
  const grants = target?.hasOwnScope ? (currentState.grants.get(scopeName(list, target.id)) ?? []) : [];
  const holds = (principalId: number | undefined, levelId: number) =>
    grants.some((grant) => grant.principalId === principalId && grant.levels.some((level) => level.id === levelId));
  const groups = adultKeys.map((key) => ({ key, id: principals.adultGroups.get(adultGroupTitle(key))?.id }));
  const allowed = (grant: Grant, levelId: number) => {
    const isMaster = grant.principalId === principals.owners || grant.principalId === principals.publisher;
    const isAdult = groups.some(({ id }) => id === grant.principalId);
    return (isMaster && levelId === principals.levels.fullControl) || (isAdult && levelId === principals.levels.parentRead);
  };
  const isCaller = (grant: Grant) => grant.principalId === principals.caller;
  return {
    removals: target
      ? grants
          .filter((grant) => !isCaller(grant))
          .flatMap((grant) =>
            grant.levels
              .filter((level) => !allowed(grant, level.id))
              .map((level) => ({ list, itemId: target.id, principalId: grant.principalId, levelId: level.id })),
          )
      : [],
    scope: {
      list,
      path,
      needsBreak: !target?.hasOwnScope,
      needsOwners: !holds(principals.owners, principals.levels.fullControl),
      needsPublisher: !holds(principals.publisher, principals.levels.fullControl),
      adultKeys: groups.filter(({ id }) => !holds(id, principals.levels.parentRead)).map(({ key }) => key),
      dropsCaller: !target?.hasOwnScope || grants.some(isCaller),
    },
  };
}

function isWork({ needsBreak, needsOwners, needsPublisher, adultKeys, dropsCaller }: ScopeChange): boolean {
  return needsBreak || needsOwners || needsPublisher || dropsCaller || adultKeys.length > 0;
}
