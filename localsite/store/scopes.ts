import { invalidateSecurity, type EmulatorContext } from '../context/emulatorContext';
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

export function insertBuiltInRoles(emulator: EmulatorContext, site: Site): void {
  for (const role of builtInRoles) insertRoleRow(emulator, site, { ...role, site: site.id });
}

function insertRoleRow(emulator: EmulatorContext, site: Site, role: Role): void {
  emulator.db.run(
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

export function rolesOf(emulator: EmulatorContext, site: Site): readonly Role[] {
  return emulator.db.all<RoleRow>('SELECT * FROM roles WHERE site = ? ORDER BY position, id', site.id).map(readRole);
}

export function findRole(emulator: EmulatorContext, site: Site, id: number): Role | undefined {
  const row = emulator.db.first<RoleRow>('SELECT * FROM roles WHERE site = ? AND id = ?', site.id, id);
  return row && readRole(row);
}

export function insertRole(emulator: EmulatorContext, site: Site, role: Pick<Role, 'name' | 'description' | 'mask' | 'position'>): Role {
  const next = emulator.db.first<{ readonly id: number }>(
    'UPDATE sites SET next_role = next_role + 1 WHERE id = ? RETURNING next_role - 1 AS id',
    site.id,
  );
  const stored: Role = { ...role, site: site.id, id: next?.id ?? 0, hidden: false, kind: 0 };
  insertRoleRow(emulator, site, stored);
  return stored;
}

export function updateRole(emulator: EmulatorContext, role: Role): void {
  emulator.db.run(
    'UPDATE roles SET name = ?, description = ?, mask = ?, position = ? WHERE site = ? AND id = ?',
    role.name,
    role.description,
    role.mask.toString(),
    role.position,
    role.site,
    role.id,
  );
  invalidateSecurity(emulator);
}

export function deleteRole(emulator: EmulatorContext, site: Site, id: number): void {
  emulator.db.run('DELETE FROM roles WHERE site = ? AND id = ?', site.id, id);
  emulator.db.run('DELETE FROM assignments WHERE role = ? AND scope IN (SELECT id FROM scopes WHERE site = ?)', id, site.id);
  invalidateSecurity(emulator);
}

export function insertScope(emulator: EmulatorContext, owner: Omit<Scope, 'id'>): number {
  return emulator.db.run('INSERT INTO scopes (site, web, list, item) VALUES (?,?,?,?)', owner.site, owner.web, owner.list, owner.item)
    .rowId;
}

export function findScope(emulator: EmulatorContext, id: number): Scope | undefined {
  return emulator.db.first<Scope>('SELECT * FROM scopes WHERE id = ?', id);
}

export function deleteScope(emulator: EmulatorContext, id: number): void {
  emulator.db.run('DELETE FROM assignments WHERE scope = ?', id);
  emulator.db.run('DELETE FROM scopes WHERE id = ?', id);
  invalidateSecurity(emulator);
}

export interface Assignment {
  readonly principal: number;
  readonly role: number;
}

export function assignmentsOf(emulator: EmulatorContext, scope: number): readonly Assignment[] {
  return emulator.db.all<Assignment>('SELECT principal, role FROM assignments WHERE scope = ? ORDER BY principal, role', scope);
}

export function assign(emulator: EmulatorContext, scope: number, principal: number, role: number): void {
  emulator.db.run('INSERT OR IGNORE INTO assignments VALUES (?,?,?)', scope, principal, role);
  invalidateSecurity(emulator);
}

export function unassign(emulator: EmulatorContext, scope: number, principal: number, role: number): number {
  const { changes } = emulator.db.run('DELETE FROM assignments WHERE scope = ? AND principal = ? AND role = ?', scope, principal, role);
  invalidateSecurity(emulator);
  return changes;
}

export function copyAssignments(emulator: EmulatorContext, from: number, to: number): void {
  // Limited Access is a by-product of grants elsewhere and is not copied.
  emulator.db.run(
    'INSERT OR IGNORE INTO assignments SELECT ?, principal, role FROM assignments WHERE scope = ? AND role <> ?',
    to,
    from,
    limitedAccess,
  );
  invalidateSecurity(emulator);
}

/** The mask that these principals hold together on a scope. */
export function maskOfPrincipals(emulator: EmulatorContext, scope: number, principals: ReadonlySet<number>): bigint {
  // CROSS JOIN keeps this order: from the few principals, not from the thousands who hold something on a web.
  const rows = emulator.db.all<{ readonly mask: string }>(
    'SELECT r.mask FROM json_each(?) p CROSS JOIN assignments a ON a.scope = ? AND a.principal = p.value CROSS JOIN scopes s ON s.id = a.scope CROSS JOIN roles r ON r.site = s.site AND r.id = a.role',
    JSON.stringify([...principals]),
    scope,
  );
  return rows.reduce((mask, row) => mask | (BigInt(row.mask) & fullMask), BigInt(0));
}
