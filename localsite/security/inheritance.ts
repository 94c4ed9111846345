import { type EmulatorContext, invalidateSecurity, invalidateStructure } from '../context/emulatorContext';
import { belowClause, belowValues, findItem } from '../store/items';
import { type Item, pathOf } from '../objects/item';
import { findListByNo, listsOf } from '../store/lists';
import type { List } from '../objects/list';
import { assign, assignmentsOf, copyAssignments, deleteScope, findScope, insertScope, unassign, type Scope } from '../store/scopes';
import { findWebById, websBelow } from '../store/webs';
import type { Web } from '../objects/web';
import { fullControl, limitedAccess } from '../objects/masks';

/** What can carry permissions of its own. */
export type Securable =
  | { readonly kind: 'web'; readonly web: Web }
  | { readonly kind: 'list'; readonly web: Web; readonly list: List }
  | { readonly kind: 'item'; readonly web: Web; readonly list: List; readonly item: Item };

export function scopeOf(securable: Securable): number {
  return securable.kind === 'web' ? securable.web.scope : securable.kind === 'list' ? securable.list.scope : securable.item.scope;
}

function ownerOf(securable: Securable): Omit<Scope, 'id'> {
  const { web } = securable;
  return {
    site: web.site.id,
    web: web.id,
    list: securable.kind === 'web' ? null : securable.list.no,
    item: securable.kind === 'item' ? securable.item.id : null,
  };
}

export function hasOwnScope(emulator: EmulatorContext, securable: Securable): boolean {
  const scope = findScope(emulator, scopeOf(securable));
  const owner = ownerOf(securable);
  return scope?.web === owner.web && scope.list === owner.list && scope.item === owner.item;
}

/**
 * Gives an object permissions of its own. Without copying, the caller alone keeps Full Control (docs/sharepoint-facts.md, A15, recorded).
 * @param clearSubscopes also takes the permissions of everything below
 */
export function breakInheritance(
  emulator: EmulatorContext,
  securable: Securable,
  caller: number,
  copy: boolean,
  clearSubscopes: boolean,
): void {
  const before = scopeOf(securable);
  if (!hasOwnScope(emulator, securable)) {
    const own = insertScope(emulator, ownerOf(securable));
    if (copy) copyAssignments(emulator, before, own);
    else assign(emulator, own, caller, fullControl);
    moveScope(emulator, securable, before, own);
    carryLimitedAccess(emulator, securable, own, before);
  }
  if (clearSubscopes) clearBelow(emulator, securable);
  invalidateScope(emulator, securable);
}

/** Webs and lists are remembered with their scope, items are not. */
function invalidateScope(emulator: EmulatorContext, securable: Securable): void {
  if (securable.kind === 'item') invalidateSecurity(emulator);
  else invalidateStructure(emulator);
}

/** Takes an object's own permissions away: it stands in its parent's scope again. */
export function resetInheritance(emulator: EmulatorContext, securable: Securable): void {
  if (!hasOwnScope(emulator, securable)) return;
  const own = scopeOf(securable);
  const parent = parentScope(emulator, securable);
  if (parent === undefined) return;
  moveScope(emulator, securable, own, parent);
  deleteScope(emulator, own);
  invalidateScope(emulator, securable);
}

/** Points the object and everything that inherited with it from one scope to another. */
function moveScope(emulator: EmulatorContext, securable: Securable, from: number, to: number): void {
  const { db } = emulator;
  if (securable.kind === 'item') {
    const { list, item } = securable;
    db.run('UPDATE items SET scope = ? WHERE list = ? AND id = ?', to, list.no, item.id);
    if (item.kind === 'folder')
      db.run(`UPDATE items SET scope = ? WHERE list = ? AND scope = ? AND ${belowClause}`, to, list.no, from, ...belowValues(pathOf(item)));
    return;
  }
  if (securable.kind === 'list') {
    db.run('UPDATE lists SET scope = ? WHERE no = ?', to, securable.list.no);
    db.run('UPDATE items SET scope = ? WHERE list = ? AND scope = ?', to, securable.list.no, from);
    return;
  }
  moveWebScope(emulator, securable.web, from, to);
}

function moveWebScope(emulator: EmulatorContext, web: Web, from: number, to: number): void {
  emulator.db.run('UPDATE webs SET scope = ? WHERE id = ?', to, web.id);
  for (const list of listsOf(emulator, web)) {
    if (list.scope === from) moveScope(emulator, { kind: 'list', web, list }, from, to);
  }
  for (const child of websBelow(emulator, web)) if (child.scope === from) moveWebScope(emulator, child, from, to);
}

function parentScope(emulator: EmulatorContext, securable: Securable): number | undefined {
  if (securable.kind === 'list') return securable.web.scope;
  if (securable.kind === 'web') return securable.web.parent === null ? undefined : findWebById(emulator, securable.web.parent)?.scope;
  const { list, item } = securable;
  if (item.dir.toLowerCase() === list.url.toLowerCase()) return list.scope;
  const slash = item.dir.lastIndexOf('/');
  const folder = emulator.db.first<{ readonly scope: number }>(
    'SELECT scope FROM items WHERE list = ? AND dir = ? AND leaf = ?',
    list.no,
    item.dir.slice(0, slash),
    item.dir.slice(slash + 1),
  );
  return folder?.scope ?? list.scope;
}

function clearBelow(emulator: EmulatorContext, securable: Securable): void {
  const own = scopeOf(refreshed(emulator, securable));
  for (const scope of scopesBelow(emulator, securable)) {
    if (scope === own) continue;
    const list = findScope(emulator, scope)?.list;
    if (list !== undefined && list !== null) emulator.db.run('UPDATE items SET scope = ? WHERE list = ? AND scope = ?', own, list, scope);
    emulator.db.run('UPDATE lists SET scope = ? WHERE scope = ?', own, scope);
    deleteScope(emulator, scope);
  }
}

function scopesBelow(emulator: EmulatorContext, securable: Securable): readonly number[] {
  if (securable.kind === 'item') {
    const { list, item } = securable;
    if (item.kind !== 'folder') return [];
    return emulator.db
      .all<{
        readonly scope: number;
      }>(
        `SELECT DISTINCT i.scope FROM items i JOIN scopes s ON s.id = i.scope AND s.list = i.list AND s.item = i.id WHERE i.list = ? AND ${belowClause}`,
        list.no,
        ...belowValues(pathOf(item)),
      )
      .map((row) => row.scope);
  }
  const where = securable.kind === 'list' ? 'list = ? AND item IS NOT NULL' : 'web = ? AND list IS NOT NULL';
  return emulator.db
    .all<{ readonly id: number }>(`SELECT id FROM scopes WHERE ${where}`, securable.kind === 'list' ? securable.list.no : securable.web.id)
    .map((row) => row.id);
}

/** The same object as it stands in the database now. */
function refreshed(emulator: EmulatorContext, securable: Securable): Securable {
  if (securable.kind === 'web') return { ...securable, web: findWebById(emulator, securable.web.id) ?? securable.web };
  const list = findListByNo(emulator, securable.list.no) ?? securable.list;
  if (securable.kind === 'list') return { ...securable, list };
  return { ...securable, list, item: findItem(emulator, list, securable.item.id) ?? securable.item };
}

/**
 * Grants a level. Whoever gets something on an item, folder or list gets Limited Access on everything above it, so that
 * they can reach it (docs/sharepoint-facts.md, A15).
 */
export function grant(emulator: EmulatorContext, securable: Securable, principal: number, role: number): void {
  assign(emulator, scopeOf(securable), principal, role);
  for (const scope of scopesAbove(emulator, securable)) assign(emulator, scope, principal, limitedAccess);
}

/** Takes a level away. Limited Access above stays, as SharePoint leaves it. */
export function revoke(emulator: EmulatorContext, securable: Securable, principal: number, role: number): boolean {
  return unassign(emulator, scopeOf(securable), principal, role) > 0;
}

function scopesAbove(emulator: EmulatorContext, securable: Securable): readonly number[] {
  const own = scopeOf(securable);
  const above = new Set<number>();
  if (securable.kind === 'item') for (const scope of folderScopes(emulator, securable.list, securable.item)) above.add(scope);
  if (securable.kind !== 'web') above.add(securable.list.scope);
  for (let web: Web | undefined = securable.web; web; web = web.parent === null ? undefined : findWebById(emulator, web.parent))
    above.add(web.scope);
  above.delete(own);
  return [...above];
}

function folderScopes(emulator: EmulatorContext, list: List, item: Item): readonly number[] {
  const scopes: number[] = [];
  for (let dir = item.dir; dir.length > list.url.length; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    const slash = dir.lastIndexOf('/');
    const row = emulator.db.first<{ readonly scope: number }>(
      'SELECT scope FROM items WHERE list = ? AND dir = ? AND leaf = ?',
      list.no,
      dir.slice(0, slash),
      dir.slice(slash + 1),
    );
    if (row) scopes.push(row.scope);
  }
  return scopes;
}

/** Principals that keep rights below must still be able to reach them through the new scope. */
function carryLimitedAccess(emulator: EmulatorContext, securable: Securable, own: number, before: number): void {
  const reachable = new Set(assignmentsOf(emulator, before).map((one) => one.principal));
  for (const scope of scopesBelow(emulator, securable)) {
    if (scope === own) continue;
    for (const { principal } of assignmentsOf(emulator, scope))
      if (reachable.has(principal)) assign(emulator, own, principal, limitedAccess);
  }
}
