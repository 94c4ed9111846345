import { resolveUser } from '../security/people';
import type { AccessContext, Viewer } from '../security/viewer';
import { editRole, fullControl, readRole } from '../objects/masks';
import { findByLogin, insertPrincipal, updatePrincipal, type Principal } from '../store/principals';
import { insertHomeNode } from '../store/navigation';
import { assign, insertBuiltInRoles, insertScope } from '../store/scopes';
import { findSite, findWeb, insertSite, insertWeb, updateWeb } from '../store/webs';
import type { Site, Web } from '../objects/web';
import type { EmulatorContext } from '../context/emulatorContext';
import { createDefaultLists } from './createList';
import { createPage } from './pages';
import { loginName } from '../objects/loginNames';
import { findAccount } from '../store/accounts';

export interface NewSite {
  /** Server-relative: `/sites/school`. */
  readonly url: string;
  readonly title: string;
  readonly adminEmail: string;
}

/** Makes a site collection with its groups, libraries and home page, or finds it made; the admin is made sure of. */
export function createSite(emulator: EmulatorContext, wanted: NewSite): void {
  const known = findSite(emulator, wanted.url);
  const site = known ?? insertSite(emulator, wanted.url);
  if (!known) insertBuiltInRoles(emulator, site);
  const admin = ensureAdmin(emulator, site, wanted.adminEmail);
  if (!findWeb(emulator, wanted.url)) createRootWeb(emulator, site, wanted, admin);
}

function ensureAdmin(emulator: EmulatorContext, site: Site, email: string): Principal {
  const account = findAccount(emulator, email);
  const known =
    resolveUser(emulator, site, email) ??
    findByLogin(emulator, site, loginName(email, false)) ??
    insertPrincipal(emulator, site, {
      kind: 'user',
      login: loginName(email, account?.isGuest ?? false),
      title: account?.name ?? 'Site admin',
      email,
    });
  const admin = { ...known, isAdmin: true };
  if (!known.isAdmin) updatePrincipal(emulator, site, admin);
  return admin;
}

function createRootWeb(emulator: EmulatorContext, site: Site, wanted: NewSite, admin: Principal): void {
  const scope = insertScope(emulator, { site: site.id, web: '', list: null, item: null });
  const web = insertWeb(emulator, { site, parent: null, url: wanted.url, title: wanted.title, description: '', scope });
  emulator.db.run('UPDATE scopes SET web = ? WHERE id = ?', web.id, scope);
  const viewer: Viewer = { site, principal: admin, ids: new Set([admin.id]), isAdmin: true };
  createSiteGroups({ emulator, web, viewer });
  createDefaultContent({ emulator, web: findWeb(emulator, wanted.url) ?? web, viewer });
}

/** Owners, Members and Visitors, as every site has them. */
function createSiteGroups({ emulator, web, viewer }: AccessContext): void {
  const group = (name: string, role: number, onlyMembers: boolean): number => {
    const title = `${web.title} ${name}`;
    const made = insertPrincipal(emulator, web.site, {
      kind: 'group',
      login: title,
      title,
      settings: { OnlyAllowMembersViewMembership: onlyMembers },
    });
    assign(emulator, web.scope, made.id, role);
    return made.id;
  };
  const ownersGroup = group('Owners', fullControl, true);
  const visitorsGroup = group('Visitors', readRole, true);
  const membersGroup = group('Members', editRole, false);
  for (const id of [ownersGroup, visitorsGroup, membersGroup]) {
    emulator.db.run('UPDATE principals SET owner = ? WHERE site = ? AND id = ?', ownersGroup, web.site.id, id);
  }
  updateWeb(emulator, web, { settings: { ownersGroup, visitorsGroup, membersGroup, welcomePage: 'SitePages/Home.aspx' } });
  assign(emulator, web.scope, viewer.principal.id, fullControl);
}

/** Documents, Site Pages, the home page and its entry in the navigation: root webs and subsites alike. */
function createDefaultContent(access: AccessContext): void {
  createDefaultLists(access);
  createPage(access, { name: 'Home.aspx', title: 'Home', layout: 'Home', published: true });
  insertHomeNode(access.emulator, access.web);
}

/** The web a subsite makes. */
export function createSubweb(
  access: AccessContext,
  wanted: { readonly url: string; readonly title: string; readonly description: string; readonly inherits: boolean },
): Web {
  const { emulator, web: parent, viewer } = access;
  const scope = wanted.inherits ? parent.scope : insertScope(emulator, { site: parent.site.id, web: '', list: null, item: null });
  const web = insertWeb(emulator, {
    site: parent.site,
    parent: parent.id,
    url: wanted.url,
    title: wanted.title,
    description: wanted.description,
    scope,
  });
  if (!wanted.inherits) {
    emulator.db.run('UPDATE scopes SET web = ? WHERE id = ?', web.id, scope);
    assign(emulator, scope, viewer.principal.id, fullControl);
  }
  const { ownersGroup, membersGroup, visitorsGroup } = parent.settings;
  updateWeb(emulator, web, {
    settings: {
      ...(ownersGroup === undefined ? {} : { ownersGroup }),
      ...(membersGroup === undefined ? {} : { membersGroup }),
      ...(visitorsGroup === undefined ? {} : { visitorsGroup }),
      welcomePage: 'SitePages/Home.aspx',
    },
  });
  const made = findWeb(emulator, wanted.url) ?? web;
  createDefaultContent({ ...access, web: made });
  return made;
}
