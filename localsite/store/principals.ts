import { forgetSecurity, type Engine } from '../context/context';
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

export function findPrincipal(engine: Engine, site: Site, id: number): Principal | undefined {
  const row = engine.db.first<Row>('SELECT * FROM principals WHERE site = ? AND id = ?', site.id, id);
  return row && readPrincipal(row);
}

export function findByLogin(engine: Engine, site: Site, login: string): Principal | undefined {
  const row = engine.db.first<Row>('SELECT * FROM principals WHERE site = ? AND login = ?', site.id, login);
  return row && readPrincipal(row);
}

export function findUserByEmail(engine: Engine, site: Site, email: string): Principal | undefined {
  const row = engine.db.first<Row>("SELECT * FROM principals WHERE site = ? AND email = ? AND kind = 'user'", site.id, email);
  return row && readPrincipal(row);
}

export function findGroupByTitle(engine: Engine, site: Site, title: string): Principal | undefined {
  const row = engine.db.first<Row>("SELECT * FROM principals WHERE site = ? AND title = ? AND kind = 'group'", site.id, title);
  return row && readPrincipal(row);
}

export function siteUsers(engine: Engine, site: Site): readonly Principal[] {
  return engine.db.all<Row>("SELECT * FROM principals WHERE site = ? AND kind <> 'group' ORDER BY id", site.id).map(readPrincipal);
}

export function siteGroups(engine: Engine, site: Site): readonly Principal[] {
  return engine.db.all<Row>("SELECT * FROM principals WHERE site = ? AND kind = 'group' ORDER BY id", site.id).map(readPrincipal);
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

export function insertPrincipal(engine: Engine, site: Site, principal: NewPrincipal): Principal {
  const { id } = engine.db.first<{ readonly id: number }>(
    'UPDATE sites SET next_principal = next_principal + 1 WHERE id = ? RETURNING next_principal - 1 AS id',
    site.id,
  ) ?? { id: 0 };
  const { kind, login, title, email = '', isAdmin = false, owner = null, settings = {} } = principal;
  engine.db.run(
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
  forgetSecurity(engine);
  return { site: site.id, id, kind, login, title, email, isAdmin, owner, settings };
}

export function updatePrincipal(engine: Engine, site: Site, changed: Principal): void {
  engine.db.run(
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
  forgetSecurity(engine);
}

/** Takes a principal out of the site with all it was granted. */
export function deletePrincipal(engine: Engine, site: Site, id: number): void {
  engine.db.run('DELETE FROM principals WHERE site = ? AND id = ?', site.id, id);
  engine.db.run('DELETE FROM members WHERE site = ? AND (team = ? OR person = ?)', site.id, id, id);
  engine.db.run('DELETE FROM assignments WHERE principal = ? AND scope IN (SELECT id FROM scopes WHERE site = ?)', id, site.id);
  forgetSecurity(engine);
}

export function membersOf(engine: Engine, site: Site, group: number): readonly Principal[] {
  return engine.db
    .all<Row>(
      'SELECT p.* FROM members m JOIN principals p ON p.site = m.site AND p.id = m.person WHERE m.site = ? AND m.team = ? ORDER BY p.id',
      site.id,
      group,
    )
    .map(readPrincipal);
}

export function groupsOf(engine: Engine, site: Site, person: number): readonly Principal[] {
  return engine.db
    .all<Row>(
      'SELECT p.* FROM members m JOIN principals p ON p.site = m.site AND p.id = m.team WHERE m.site = ? AND m.person = ? ORDER BY p.id',
      site.id,
      person,
    )
    .map(readPrincipal);
}

export function groupIdsOf(engine: Engine, site: Site, person: number): readonly number[] {
  return engine.db
    .all<{ readonly team: number }>('SELECT team FROM members WHERE site = ? AND person = ?', site.id, person)
    .map((row) => row.team);
}

export function addMember(engine: Engine, site: Site, group: number, person: number): void {
  engine.db.run('INSERT OR IGNORE INTO members VALUES (?,?,?)', site.id, group, person);
  forgetSecurity(engine);
}

export function removeMember(engine: Engine, site: Site, group: number, person: number): void {
  engine.db.run('DELETE FROM members WHERE site = ? AND team = ? AND person = ?', site.id, group, person);
  forgetSecurity(engine);
}
