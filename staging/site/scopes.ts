import type { Operation } from './batch';
import { unlessMissing, whereThere } from './missing';
import { readGrants } from './roles';

/** A row or folder with permissions of its own, by its list's address and its id. */
export interface Securable {
  readonly address: string;
  readonly itemId: number;
}

/** From now on the list's permissions do not count here. SharePoint leaves nobody but the caller. */
export function breakInheritance({ address, itemId }: Securable): Operation<unknown> {
  return { run: (web) => web.getList(address).items.getById(itemId).breakRoleInheritance(false, false) };
}

export function grant({ address, itemId }: Securable, principalId: number, levelId: number): Operation<unknown> {
  return { run: (web) => web.getList(address).items.getById(itemId).roleAssignments.add(principalId, levelId) };
}

export function revoke({ address, itemId }: Securable, principalId: number, levelId: number): Operation<unknown> {
  return { run: (web) => unlessMissing(web.getList(address).items.getById(itemId).roleAssignments.remove(principalId, levelId)) };
}

/** Whether a principal still holds a level on a scope. */
export function holdsLevel({ address, itemId }: Securable, principalId: number, levelId: number): Operation<boolean> {
  return {
    run: async (web) => {
      const grants = await whereThere(readGrants(web.getList(address).items.getById(itemId).roleAssignments), []);
      return grants.some((grant) => grant.principalId === principalId && grant.levels.some((level) => level.id === levelId));
    },
  };
}
