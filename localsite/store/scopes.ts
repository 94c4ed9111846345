import { forgetSecurity, type Engine } from '../context/context';
import { builtInRoles, fullMask, limitedAccess, type BuiltInRole } from '../objects/masks';
import type { Site } from '../objects/web';

/** Where permissions are set: a web, a list, a folder or an item with permissions of its own. */
export interface Scope {
  readonly id: number;
  readonly site: string;
  readonly web: string;
  readonly list: number | null;
  readonly item: number | null;
}

/** A permission level of a site: one that every site has, or one of its own. */
export interface Role extends BuiltInRole {
  readonly site: string;
}

interface RoleRow extends Omit<Role, 'mask' | 'hidden'> {
  readonly mask: string;
  readonly hidden: number;
}

function readRole(row: RoleRow): Role {
  return { ...row, mask: BigInt(row.mask), hidden: row.hidden === 1 };
}

export function insertBuiltInRoles(engine: Engine, site: Site): void {
  for (const role of builtInRoles) insertRoleRow(engine, site, { ...role, site: site.id });
}

function insertRoleRow(engine: Engine, site: Site, role: Role): void {
  engine.db.run(
    'INSERT INTO roles VALUES (?,?,?,?,?,?,?,?)',
    site.id,
    role.id,
    role.name,
    role.description,
    role.mask.toString(),
    role.hidden ? 1 : 0,
    role.position,
    role.kind,
  );
}

export function rolesOf(engine: Engine, site: Site): readonly Role[] {
  return engine.db.all<RoleRow>('SELECT * FROM roles WHERE site = ? ORDER BY position, id', site.id).map(readRole);
}

export function findRole(engine: Engine, site: Site, id: number): Role | undefined {
  const row = engine.db.first<RoleRow>('SELECT * FROM roles WHERE site = ? AND id = ?', site.id, id);
  return row && readRole(row);
}

export function insertRole(engine: Engine, site: Site, role: Pick<Role, 'name' | 'description' | 'mask' | 'position'>): Role {
  const next = engine.db.first<{ readonly id: number }>(
    'UPDATE sites SET next_role = next_role + 1 WHERE id = ? RETURNING next_role - 1 AS id',
    site.id,
  );
  const stored: Role = { ...role, site: site.id, id: next?.id ?? 0, hidden: false, kind: 0 };
  insertRoleRow(engine, site, stored);
  return stored;
}

export function updateRole(engine: Engine, role: Role): void {
  engine.db.run(
    'UPDATE roles SET name = ?, description = ?, mask = ?, position = ? WHERE site = ? AND id = ?',
    role.name,
    role.description,
    role.mask.toString(),
    role.position,
    role.site,
    role.id,
  );
  forgetSecurity(engine);
}

export function deleteRole(engine: Engine, site: Site, id: number): void {
  engine.db.run('DELETE FROM roles WHERE site = ? AND id = ?', site.id, id);
  engine.db.run('DELETE FROM assignments WHERE role = ? AND scope IN (SELECT id FROM scopes WHERE site = ?)', id, site.id);
  forgetSecurity(engine);
}

export function insertScope(engine: Engine, owner: Omit<Scope, 'id'>): number {
  return engine.db.run('INSERT INTO scopes (site, web, list, item) VALUES (?,?,?,?)', owner.site, owner.web, owner.list, owner.item).rowId;
}

export function findScope(engine: Engine, id: number): Scope | undefined {
  return engine.db.first<Scope>('SELECT * FROM scopes WHERE id = ?', id);
}

export function deleteScope(engine: Engine, id: number): void {
  engine.db.run('DELETE FROM assignments WHERE scope = ?', id);
  engine.db.run('DELETE FROM scopes WHERE id = ?', id);
  forgetSecurity(engine);
}

export interface Assignment {
  readonly principal: number;
  readonly role: number;
}

export function assignmentsOf(engine: Engine, scope: number): readonly Assignment[] {
  return engine.db.all<Assignment>('SELECT principal, role FROM assignments WHERE scope = ? ORDER BY principal, role', scope);
}

export function assign(engine: Engine, scope: number, principal: number, role: number): void {
  engine.db.run('INSERT OR IGNORE INTO assignments VALUES (?,?,?)', scope, principal, role);
  forgetSecurity(engine);
}

export function unassign(engine: Engine, scope: number, principal: number, role: number): number {
  const { changes } = engine.db.run('DELETE FROM assignments WHERE scope = ? AND principal = ? AND role = ?', scope, principal, role);
  forgetSecurity(engine);
  return changes;
}

export function copyAssignments(engine: Engine, from: number, to: number): void {
  // Limited Access is a by-product of grants elsewhere and is not copied.
  engine.db.run(
    'INSERT OR IGNORE INTO assignments SELECT ?, principal, role FROM assignments WHERE scope = ? AND role <> ?',
    to,
    from,
    limitedAccess,
  );
  forgetSecurity(engine);
}

/** The mask that these principals hold together on a scope. */
export function maskOfPrincipals(engine: Engine, scope: number, principals: ReadonlySet<number>): bigint {
  // CROSS JOIN keeps this order: from the few principals, not from the thousands who hold something on a web.
  const rows = engine.db.all<{ readonly mask: string }>(
    'SELECT r.mask FROM json_each(?) p CROSS JOIN assignments a ON a.scope = ? AND a.principal = p.value CROSS JOIN scopes s ON s.id = a.scope CROSS JOIN roles r ON r.site = s.site AND r.id = a.role',
    JSON.stringify([...principals]),
    scope,
  );
  return rows.reduce((mask, row) => mask | (BigInt(row.mask) & fullMask), BigInt(0));
}
