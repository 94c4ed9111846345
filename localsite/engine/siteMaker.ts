import { resolveUser } from './people';
import type { Acting, Viewer } from '../security/viewer';
import { editRole, fullControl, readRole } from '../security/masks';
import { findByLogin, insertPrincipal, updatePrincipal, type Principal } from '../store/principals';
import { insertHomeNode } from '../store/navigation';
import { assign, insertBuiltInRoles, insertScope } from '../store/scopes';
import { findSite, findWeb, insertSite, insertWeb, updateWeb, type Site, type Web } from '../store/webs';
import type { Engine } from './engine';
import { makeFirstLists } from './listMaker';
import { makePage } from './pages';
import { loginName } from '../identity';
import { findAccount } from '../store/accounts';

export interface NewSite {
  /** Server-relative: `/sites/school`. */
  readonly url: string;
  readonly title: string;
  readonly adminEmail: string;
}

/** Makes a site collection with its groups, libraries and home page, or finds it made; the admin is made sure of. */
export function makeSite(engine: Engine, wanted: NewSite): void {
  const known = findSite(engine, wanted.url);
  const site = known ?? insertSite(engine, wanted.url);
  if (!known) insertBuiltInRoles(engine, site);
  const admin = ensureAdmin(engine, site, wanted.adminEmail);
  if (!findWeb(engine, wanted.url)) makeRootWeb(engine, site, wanted, admin);
}

function ensureAdmin(engine: Engine, site: Site, email: string): Principal {
  const account = findAccount(engine, email);
  const known =
    resolveUser(engine, site, email) ??
    findByLogin(engine, site, loginName(email, false)) ??
    insertPrincipal(engine, site, {
      kind: 'user',
      login: loginName(email, account?.isGuest ?? false),
      title: account?.name ?? 'Site admin',
      email,
    });
  const admin = { ...known, isAdmin: true };
  if (!known.isAdmin) updatePrincipal(engine, site, admin);
  return admin;
}

function makeRootWeb(engine: Engine, site: Site, wanted: NewSite, admin: Principal): void {
  const scope = insertScope(engine, { site: site.id, web: '', list: null, item: null });
  const web = insertWeb(engine, { site, parent: null, url: wanted.url, title: wanted.title, description: '', scope });
  engine.db.run('UPDATE scopes SET web = ? WHERE id = ?', web.id, scope);
  const viewer: Viewer = { site, principal: admin, ids: new Set([admin.id]), isAdmin: true };
  makeSiteGroups({ engine, web, viewer });
  furnishWeb({ engine, web: findWeb(engine, wanted.url) ?? web, viewer });
}

/** Owners, Members and Visitors, as every site has them. */
function makeSiteGroups({ engine, web, viewer }: Acting): void {
  const group = (name: string, role: number, onlyMembers: boolean): number => {
    const title = `${web.title} ${name}`;
    const made = insertPrincipal(engine, web.site, {
      kind: 'group',
      login: title,
      title,
      settings: { OnlyAllowMembersViewMembership: onlyMembers },
    });
    assign(engine, web.scope, made.id, role);
    return made.id;
  };
  const ownersGroup = group('Owners', fullControl, true);
  const visitorsGroup = group('Visitors', readRole, true);
  const membersGroup = group('Members', editRole, false);
  for (const id of [ownersGroup, visitorsGroup, membersGroup]) {
    engine.db.run('UPDATE principals SET owner = ? WHERE site = ? AND id = ?', ownersGroup, web.site.id, id);
  }
  updateWeb(engine, web, { settings: { ownersGroup, visitorsGroup, membersGroup, welcomePage: 'SitePages/Home.aspx' } });
  assign(engine, web.scope, viewer.principal.id, fullControl);
}

/** Documents, Site Pages, the home page and its entry in the navigation: root webs and subsites alike. */
function furnishWeb(acting: Acting): void {
  makeFirstLists(acting);
  makePage(acting, { name: 'Home.aspx', title: 'Home', layout: 'Home', published: true });
  insertHomeNode(acting.engine, acting.web);
}

/** The web a subsite makes. */
export function makeSubweb(
  acting: Acting,
  wanted: { readonly url: string; readonly title: string; readonly description: string; readonly inherits: boolean },
): Web {
  const { engine, web: parent, viewer } = acting;
  const scope = wanted.inherits ? parent.scope : insertScope(engine, { site: parent.site.id, web: '', list: null, item: null });
  const web = insertWeb(engine, {
    site: parent.site,
    parent: parent.id,
    url: wanted.url,
    title: wanted.title,
    description: wanted.description,
    scope,
  });
  if (!wanted.inherits) {
    engine.db.run('UPDATE scopes SET web = ? WHERE id = ?', web.id, scope);
    assign(engine, scope, viewer.principal.id, fullControl);
  }
  const { ownersGroup, membersGroup, visitorsGroup } = parent.settings;
  updateWeb(engine, web, {
    settings: {
      ...(ownersGroup === undefined ? {} : { ownersGroup }),
      ...(membersGroup === undefined ? {} : { membersGroup }),
      ...(visitorsGroup === undefined ? {} : { visitorsGroup }),
      welcomePage: 'SitePages/Home.aspx',
    },
  });
  const made = findWeb(engine, wanted.url) ?? web;
  furnishWeb({ ...acting, web: made });
  return made;
}
