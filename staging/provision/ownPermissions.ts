import type { IRoleAssignments } from '@pnp/sp/security';
import type { Grant } from '../site/roles';
import { siteGroups } from '../../src/lists/permissions';
import type { Caller } from './currentState';
import type { Principals } from './principals';
import type { Step } from './step';

/** A group that should hold a level on something that does not inherit. */
export interface WantedGrant {
  readonly group: string;
  readonly level: string;
}

/** A list, or the item of a page. */
export interface Securable {
  readonly roleAssignments: IRoleAssignments;
  breakRoleInheritance(copy: boolean, clearSubscopes: boolean): Promise<unknown>;
}

const fullControl = 'Full Control';

/** Owners and the publisher reach everything of Schoolgate's that is closed. */
export const administratorGrants: readonly WantedGrant[] = [siteGroups.owners, siteGroups.publisher].map((group) => ({
  group: group.title,
  level: fullControl,
}));

/** Breaks inheritance and grants exactly what is wanted. Whoever breaks it gets Full Control from SharePoint, and gives it back where covered. */
export async function closeTo(
  target: Securable,
  wanted: readonly WantedGrant[],
  caller: Pick<Caller, 'id' | 'isCovered'>,
  principals: Principals,
): Promise<void> {
  await target.breakRoleInheritance(false, false);
  for (const { group, level } of wanted) {
    await target.roleAssignments.add(await principals.groupId(group), await principals.levelId(level));
  }
  if (caller.isCovered) await target.roleAssignments.remove(caller.id, await principals.levelId(fullControl));
}

/**
 * Closes first of all what is there already and inherits. Where it is this run that makes the caller an owner or the publisher, the
 * caller gives the own Full Control back after that.
 */
export function planClosing(
  { name, target, wanted, description }: Pick<ClosedThing, 'name' | 'target' | 'wanted'> & { readonly description: string },
  caller: Caller,
  principals: Principals,
): readonly Step[] {
  const close = () => closeTo(target, wanted, { id: caller.id, isCovered: caller.isCoveredNow }, principals);
  const giveBack = async () => {
    await target.roleAssignments.remove(caller.id, await principals.levelId(fullControl));
  };
  return [
    { description, apply: close, isFirst: true },
    ...(caller.isCovered && !caller.isCoveredNow
      ? [{ description: `Take the own permission of this account off ${name}`, apply: giveBack }]
      : []),
  ];
}

/** What has permissions of its own, as it should be and as it is. */
export interface ClosedThing {
  /** As it stands in the plan: 'Preferences', 'the page Staff'. */
  readonly name: string;
  readonly target: Securable;
  readonly found: readonly Grant[];
  readonly wanted: readonly WantedGrant[];
  /** Whether a grant that is not among the wanted ones may stay. */
  readonly mayStay: (grant: Grant) => boolean;
}

/** Grants that are missing, and grants that do not belong there. */
export function planGrants(thing: ClosedThing, caller: Caller, principals: Principals): readonly Step[] {
  const isWanted = (grant: Grant): boolean => grant.isGroup && thing.wanted.some((each) => each.group === grant.title);
  const isCaller = (grant: Grant): boolean => !grant.isGroup && grant.principalId === caller.id && !caller.isCovered;
  return [
    ...thing.wanted.filter((each) => !holds(thing.found, each)).map((each) => grantStep(thing, principals, each)),
    ...thing.found
      .filter((grant) => !isWanted(grant) && !isCaller(grant) && !thing.mayStay(grant))
      .map((grant) => ({ ...revokeStep(thing, grant), isFirst: grant.isGroup || grant.principalId !== caller.id })),
  ];
}

function holds(found: readonly Grant[], wanted: WantedGrant): boolean {
  return found.some((grant) => grant.isGroup && grant.title === wanted.group && grant.levels.some((level) => level.name === wanted.level));
}

function grantStep({ name, target }: ClosedThing, principals: Principals, wanted: WantedGrant): Step {
  const apply = async () => {
    await target.roleAssignments.add(await principals.groupId(wanted.group), await principals.levelId(wanted.level));
  };
  return { description: `Give ${wanted.group} the level ${wanted.level} on ${name}`, apply };
}

function revokeStep({ name, target }: ClosedThing, grant: Grant): Step {
  const apply = async () => {
    for (const level of grant.levels) await target.roleAssignments.remove(grant.principalId, level.id);
  };
  return { description: `Take ${grant.isGroup ? 'a group' : 'a person'} off ${name} that does not belong there`, apply };
}
