import type { Operation } from './batch';

/** A row or folder with permissions of its own, by its list's address and its id. */
export interface Securable {
  readonly address: string;
  readonly itemId: number;
}

/** From now on the list's permissions do not count here. SharePoint leaves nobody but the caller. */
export function breakInheritance({ address, itemId }: Securable): Operation<unknown> {
  return { run: web => web.getList(address).items.getById(itemId).breakRoleInheritance(false, false) };
}

export function grant({ address, itemId }: Securable, principalId: number, levelId: number): Operation<unknown> {
  return { run: web => web.getList(address).items.getById(itemId).roleAssignments.add(principalId, levelId) };
}

export function revoke({ address, itemId }: Securable, principalId: number, levelId: number): Operation<unknown> {
  return { run: web => web.getList(address).items.getById(itemId).roleAssignments.remove(principalId, levelId) };
}
