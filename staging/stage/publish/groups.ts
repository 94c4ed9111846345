import { adultGroupTitle } from '../../../src/lists/permissions';
import { preferencesList } from '../../../src/lists/preferences';
import { addClosedGroup, addMember, closeGroup, ensureUser, type SiteUser } from '../../site/groups';
import type { Operation } from '../../site/batch';
import { isMember, type GroupChange } from '../plan/adultGroups';
import type { Adult } from '../desiredState/adults';
import type { SitePrincipals } from '../currentState/principals';
import { shuffled } from './shuffled';
import type { WriteTask, BatchWriter } from './batchWriter';

/** The stage in which an adult may turn out to have no account in the tenant. */
export const findingAccounts = 'Finding accounts';

/** Ids by adult key, after the groups were made and their members put in. */
export interface AdultIds {
  readonly groups: ReadonlyMap<string, number>;
  /** The adult's own user on the site; missing where the tenant has no such account. */
  readonly users: ReadonlyMap<string, number>;
  /** Adults who were put into their group in this run. */
  readonly joined: ReadonlySet<string>;
}

/**
 * Groups, their level on the site and on Preferences, and the one member of each. Parents may see the numbers of a site's users and
 * groups: both are made in random orders that know nothing of each other, so that numbers do not tell whose group it is.
 */
export async function applyGroups(
  plans: readonly GroupChange[],
  adults: readonly Adult[],
  principals: SitePrincipals,
  writer: BatchWriter,
): Promise<AdultIds> {
  const groups = await makeGroups(plans, adults, principals, writer);
  const idOf = (plan: GroupChange) => groups.get(plan.adultKey);
  const levels = plans.flatMap((plan) => {
    const id = idOf(plan);
    return id === undefined ? [] : levelWork(plan, id, principals, writer);
  });
  await writer.write('Setting up groups', levels);
  const users = await findUsers(shuffled(plans.filter((plan) => plan.needsMember)), writer);
  await writer.write(
    'Putting adults into their groups',
    [...users].flatMap(([adultKey, { loginName }]) => {
      const groupId = groups.get(adultKey);
      return groupId === undefined ? [] : [{ key: adultKey, operation: addMember(groupId, loginName) }];
    }),
  );
  const ids = new Map([...knownUsers(adults, principals), ...[...users].map(([key, { id }]) => [key, id] as const)]);
  return { groups, users: ids, joined: new Set(users.keys()) };
}

async function makeGroups(
  plans: readonly GroupChange[],
  adults: readonly Adult[],
  principals: SitePrincipals,
  writer: BatchWriter,
): Promise<ReadonlyMap<string, number>> {
  const missing = shuffled(plans.filter((plan) => plan.id === undefined));
  const made = await writer.write(
    'Creating groups',
    missing.map((plan) => ({ key: plan.adultKey, operation: addClosedGroup(plan.title) })),
  );
  const known = adults.flatMap(({ key }) => {
    const id = principals.adultGroups.get(adultGroupTitle(key))?.id;
    return id === undefined ? [] : [[key, id] as const];
  });
  const fresh = missing.flatMap((plan, index) => {
    const id = made[index];
    return id === undefined ? [] : [[plan.adultKey, id] as const];
  });
  return new Map([...known, ...fresh]);
}

function levelWork(plan: GroupChange, id: number, { levels }: SitePrincipals, writer: BatchWriter): readonly WriteTask<unknown>[] {
  const preferences = writer.addressOf(preferencesList);
  const onSite: Operation<unknown> = { run: (web) => web.roleAssignments.add(id, levels.parentRead) };
  const onPreferences: Operation<unknown> = { run: (web) => web.getList(preferences).roleAssignments.add(id, levels.ownRows) };
  return [
    ...(plan.needsClosing ? [closeGroup(id)] : []),
    ...(plan.needsSite ? [onSite] : []),
    ...(plan.needsPreferences ? [onPreferences] : []),
  ].map((operation) => ({ key: plan.adultKey, operation }));
}

async function findUsers(plans: readonly GroupChange[], writer: BatchWriter): Promise<ReadonlyMap<string, SiteUser>> {
  const found = await writer.write(
    findingAccounts,
    plans.map((plan) => ({ key: plan.adultKey, operation: ensureUser(plan.email) })),
  );
  return new Map(
    plans.flatMap((plan, index) => {
      const user = found[index];
      return user ? [[plan.adultKey, user] as const] : [];
    }),
  );
}

function knownUsers(adults: readonly Adult[], principals: SitePrincipals): readonly (readonly [string, number])[] {
  return adults.flatMap((adult) => {
    const member = principals.adultGroups.get(adultGroupTitle(adult.key))?.members.find((each) => isMember(each, adult));
    return member ? [[adult.key, member.id] as const] : [];
  });
}
