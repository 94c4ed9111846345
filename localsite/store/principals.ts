import { invalidateSecurity, type EmulatorContext } from '../context/emulatorContext';
import type { Site } from '../objects/web';

export type PrincipalKind = 'user' | 'claim' | 'group';

/** A person, a claim such as "everyone", or a SharePoint group: they share one numbering in a site. */
export interface Principal {
  readonly site: string;
  readonly id: number;
  readonly kind: PrincipalKind;
  readonly login: string;
  readonly title: string;
  readonly email: string;
  readonly isAdmin: boolean;
  readonly owner: number | null;
  readonly settings: GroupSettings;
}

export interface GroupSettings {
  readonly Description?: string;
  readonly OnlyAllowMembersViewMembership?: boolean;
  readonly AllowMembersEditMembership?: boolean;
  readonly AllowRequestToJoinLeave?: boolean;
  readonly AutoAcceptRequestToJoinLeave?: boolean;
  readonly RequestToJoinLeaveEmailSetting?: string;
}

interface Row extends Omit<Principal, 'isAdmin' | 'settings'> {
  readonly is_admin: number;
  readonly settings: string;
}

function readPrincipal({ is_admin: isAdmin, ...row }: Row): Principal {
  // Written by this module only.
  return { ...row, isAdmin: isAdmin === 1, settings: JSON.parse(row.settings) as GroupSettings };
}

export function findPrincipal(emulator: EmulatorContext, site: Site, id: number): Principal | undefined {
  const row = emulator.db.first<Row>('SELECT * FROM principals WHERE site = ? AND id = ?', site.id, id);
  return row && readPrincipal(row);
}

export function findByLogin(emulator: EmulatorContext, site: Site, login: string): Principal | undefined {
  const row = emulator.db.first<Row>('SELECT * FROM principals WHERE site = ? AND login = ?', site.id, login);
  return row && readPrincipal(row);
}

export function findUserByEmail(emulator: EmulatorContext, site: Site, email: string): Principal | undefined {
  const row = emulator.db.first<Row>("SELECT * FROM principals WHERE site = ? AND email = ? AND kind = 'user'", site.id, email);
  return row && readPrincipal(row);
}

export function findGroupByTitle(emulator: EmulatorContext, site: Site, title: string): Principal | undefined {
  const row = emulator.db.first<Row>("SELECT * FROM principals WHERE site = ? AND title = ? AND kind = 'group'", site.id, title);
  return row && readPrincipal(row);
}

export function siteUsers(emulator: EmulatorContext, site: Site): readonly Principal[] {
  return emulator.db.all<Row>("SELECT * FROM principals WHERE site = ? AND kind <> 'group' ORDER BY id", site.id).map(readPrincipal);
}

export function siteGroups(emulator: EmulatorContext, site: Site): readonly Principal[] {
  return emulator.db.all<Row>("SELECT * FROM principals WHERE site = ? AND kind = 'group' ORDER BY id", site.id).map(readPrincipal);
}

export interface NewPrincipal {
  readonly kind: PrincipalKind;
  readonly login: string;
  readonly title: string;
  readonly email?: string;
  readonly isAdmin?: boolean;
  readonly owner?: number;
  readonly settings?: GroupSettings;
}

export function insertPrincipal(emulator: EmulatorContext, site: Site, principal: NewPrincipal): Principal {
  const { id } = emulator.db.first<{ readonly id: number }>(
    'UPDATE sites SET next_principal = next_principal + 1 WHERE id = ? RETURNING next_principal - 1 AS id',
    site.id,
  ) ?? { id: 0 };
  const { kind, login, title, email = '', isAdmin = false, owner = null, settings = {} } = principal;
  emulator.db.run(
    'INSERT INTO principals VALUES (?,?,?,?,?,?,?,?,?)',
    site.id,
    id,
    kind,
    login,
    title,
    email,
    isAdmin ? 1 : 0,
    owner,
    JSON.stringify(settings),
  );
  invalidateSecurity(emulator);
  return { site: site.id, id, kind, login, title, email, isAdmin, owner, settings };
}

export function updatePrincipal(emulator: EmulatorContext, site: Site, changed: Principal): void {
  emulator.db.run(
    'UPDATE principals SET login = ?, title = ?, email = ?, is_admin = ?, owner = ?, settings = ? WHERE site = ? AND id = ?',
    changed.login,
    changed.title,
    changed.email,
    changed.isAdmin ? 1 : 0,
    changed.owner,
    JSON.stringify(changed.settings),
    site.id,
    changed.id,
  );
  invalidateSecurity(emulator);
}

/** Takes a principal out of the site with all it was granted. */
export function deletePrincipal(emulator: EmulatorContext, site: Site, id: number): void {
  emulator.db.run('DELETE FROM principals WHERE site = ? AND id = ?', site.id, id);
  emulator.db.run('DELETE FROM members WHERE site = ? AND (team = ? OR person = ?)', site.id, id, id);
  emulator.db.run('DELETE FROM assignments WHERE principal = ? AND scope IN (SELECT id FROM scopes WHERE site = ?)', id, site.id);
  invalidateSecurity(emulator);
}

export function membersOf(emulator: EmulatorContext, site: Site, group: number): readonly Principal[] {
  return emulator.db
    .all<Row>(
      'SELECT p.* FROM members m JOIN principals p ON p.site = m.site AND p.id = m.person WHERE m.site = ? AND m.team = ? ORDER BY p.id',
      site.id,
      group,
    )
    .map(readPrincipal);
}

export function groupsOf(emulator: EmulatorContext, site: Site, person: number): readonly Principal[] {
  return emulator.db
    .all<Row>(
      'SELECT p.* FROM members m JOIN principals p ON p.site = m.site AND p.id = m.team WHERE m.site = ? AND m.person = ? ORDER BY p.id',
      site.id,
      person,
    )
    .map(readPrincipal);
}

export function groupIdsOf(emulator: EmulatorContext, site: Site, person: number): readonly number[] {
  return emulator.db
    .all<{ readonly team: number }>('SELECT team FROM members WHERE site = ? AND person = ?', site.id, person)
    .map((row) => row.team);
}

export function addMember(emulator: EmulatorContext, site: Site, group: number, person: number): void {
  emulator.db.run('INSERT OR IGNORE INTO members VALUES (?,?,?)', site.id, group, person);
  invalidateSecurity(emulator);
}

export function removeMember(emulator: EmulatorContext, site: Site, group: number, person: number): void {
  emulator.db.run('DELETE FROM members WHERE site = ? AND team = ? AND person = ?', site.id, group, person);
  invalidateSecurity(emulator);
}
