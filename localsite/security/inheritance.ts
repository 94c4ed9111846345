import { type Engine, forgetSecurity, forgetStructure } from '../context/context';
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

export function hasOwnScope(engine: Engine, securable: Securable): boolean {
  const scope = findScope(engine, scopeOf(securable));
  const owner = ownerOf(securable);
  return scope?.web === owner.web && scope.list === owner.list && scope.item === owner.item;
}

/**
 * Gives an object permissions of its own. Without copying, the caller alone keeps Full Control (A15, recorded).
 * @param clearSubscopes also takes the permissions of everything below
 */
export function breakInheritance(engine: Engine, securable: Securable, caller: number, copy: boolean, clearSubscopes: boolean): void {
  const before = scopeOf(securable);
  if (!hasOwnScope(engine, securable)) {
    const own = insertScope(engine, ownerOf(securable));
    if (copy) copyAssignments(engine, before, own);
    else assign(engine, own, caller, fullControl);
    moveScope(engine, securable, before, own);
    carryLimitedAccess(engine, securable, own, before);
  }
  if (clearSubscopes) clearBelow(engine, securable);
  forgetScope(engine, securable);
}

/** Webs and lists are remembered with their scope, items are not. */
function forgetScope(engine: Engine, securable: Securable): void {
  if (securable.kind === 'item') forgetSecurity(engine);
  else forgetStructure(engine);
}

/** Takes an object's own permissions away: it stands in its parent's scope again. */
export function resetInheritance(engine: Engine, securable: Securable): void {
  if (!hasOwnScope(engine, securable)) return;
  const own = scopeOf(securable);
  const parent = parentScope(engine, securable);
  if (parent === undefined) return;
  moveScope(engine, securable, own, parent);
  deleteScope(engine, own);
  forgetScope(engine, securable);
}

/** Points the object and everything that inherited with it from one scope to another. */
function moveScope(engine: Engine, securable: Securable, from: number, to: number): void {
  const { db } = engine;
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
  moveWebScope(engine, securable.web, from, to);
}

function moveWebScope(engine: Engine, web: Web, from: number, to: number): void {
  engine.db.run('UPDATE webs SET scope = ? WHERE id = ?', to, web.id);
  for (const list of listsOf(engine, web)) {
    if (list.scope === from) moveScope(engine, { kind: 'list', web, list }, from, to);
  }
  for (const child of websBelow(engine, web)) if (child.scope === from) moveWebScope(engine, child, from, to);
}

function parentScope(engine: Engine, securable: Securable): number | undefined {
  if (securable.kind === 'list') return securable.web.scope;
  if (securable.kind === 'web') return securable.web.parent === null ? undefined : findWebById(engine, securable.web.parent)?.scope;
  const { list, item } = securable;
  if (item.dir.toLowerCase() === list.url.toLowerCase()) return list.scope;
  const slash = item.dir.lastIndexOf('/');
  const folder = engine.db.first<{ readonly scope: number }>(
    'SELECT scope FROM items WHERE list = ? AND dir = ? AND leaf = ?',
    list.no,
    item.dir.slice(0, slash),
    item.dir.slice(slash + 1),
  );
  return folder?.scope ?? list.scope;
}

function clearBelow(engine: Engine, securable: Securable): void {
  const own = scopeOf(refreshed(engine, securable));
  for (const scope of scopesBelow(engine, securable)) {
    if (scope === own) continue;
    const list = findScope(engine, scope)?.list;
    if (list !== undefined && list !== null) engine.db.run('UPDATE items SET scope = ? WHERE list = ? AND scope = ?', own, list, scope);
    engine.db.run('UPDATE lists SET scope = ? WHERE scope = ?', own, scope);
    deleteScope(engine, scope);
  }
}

function scopesBelow(engine: Engine, securable: Securable): readonly number[] {
  if (securable.kind === 'item') {
    const { list, item } = securable;
    if (item.kind !== 'folder') return [];
    return engine.db
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
  return engine.db
    .all<{ readonly id: number }>(`SELECT id FROM scopes WHERE ${where}`, securable.kind === 'list' ? securable.list.no : securable.web.id)
    .map((row) => row.id);
}

/** The same object as it stands in the database now. */
function refreshed(engine: Engine, securable: Securable): Securable {
  if (securable.kind === 'web') return { ...securable, web: findWebById(engine, securable.web.id) ?? securable.web };
  const list = findListByNo(engine, securable.list.no) ?? securable.list;
  if (securable.kind === 'list') return { ...securable, list };
  return { ...securable, list, item: findItem(engine, list, securable.item.id) ?? securable.item };
}

/**
 * Grants a level. Whoever gets something on an item, folder or list gets Limited Access on everything above it, so that
 * they can reach it (A15).
 */
export function grant(engine: Engine, securable: Securable, principal: number, role: number): void {
  assign(engine, scopeOf(securable), principal, role);
  for (const scope of scopesAbove(engine, securable)) assign(engine, scope, principal, limitedAccess);
}

/** Takes a level away. Limited Access above stays, as SharePoint leaves it. */
export function revoke(engine: Engine, securable: Securable, principal: number, role: number): boolean {
  return unassign(engine, scopeOf(securable), principal, role) > 0;
}

function scopesAbove(engine: Engine, securable: Securable): readonly number[] {
  const own = scopeOf(securable);
  const above = new Set<number>();
  if (securable.kind === 'item') for (const scope of folderScopes(engine, securable.list, securable.item)) above.add(scope);
  if (securable.kind !== 'web') above.add(securable.list.scope);
  for (let web: Web | undefined = securable.web; web; web = web.parent === null ? undefined : findWebById(engine, web.parent))
    above.add(web.scope);
  above.delete(own);
  return [...above];
}

function folderScopes(engine: Engine, list: List, item: Item): readonly number[] {
  const scopes: number[] = [];
  for (let dir = item.dir; dir.length > list.url.length; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    const slash = dir.lastIndexOf('/');
    const row = engine.db.first<{ readonly scope: number }>(
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
function carryLimitedAccess(engine: Engine, securable: Securable, own: number, before: number): void {
  const reachable = new Set(assignmentsOf(engine, before).map((one) => one.principal));
  for (const scope of scopesBelow(engine, securable)) {
    if (scope === own) continue;
    for (const { principal } of assignmentsOf(engine, scope)) if (reachable.has(principal)) assign(engine, own, principal, limitedAccess);
  }
}
