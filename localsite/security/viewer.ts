import type { EmulatorContext } from '../context/emulatorContext';
import { everyone, everyoneExceptExternal, loginName } from '../objects/loginNames';
import { findAccount, type Account } from '../store/accounts';
import { findByLogin, groupIdsOf, insertPrincipal, type Principal } from '../store/principals';
import { maskOfPrincipals } from '../store/scopes';
import type { List } from '../objects/list';
import type { Site, Web } from '../objects/web';
import { bit, fullMask, has, noMask, type PermissionName } from '../objects/masks';

/** The caller of a request, as one site knows them. */
export interface Viewer {
  readonly site: Site;
  readonly principal: Principal;
  /** The person, their groups and the claims they hold. */
  readonly ids: ReadonlySet<number>;
  readonly isAdmin: boolean;
}

/** Who acts, and where. */
export interface AccessContext {
  readonly emulator: EmulatorContext;
  readonly web: Web;
  readonly viewer: Viewer;
}

/**
 * The caller on this site. A person whom the site has never met holds nothing but the "everyone" claims; SharePoint
 * writes such a person into the user information list on the first visit that is allowed.
 */
export function findViewer(emulator: EmulatorContext, web: Web, account: Account): Viewer {
  const { site } = web;
  const login = loginName(account.email, account.isGuest);
  const known = findByLogin(emulator, site, login);
  const claims = claimsOf(emulator, site, account);
  if (known) return viewerOf(emulator, site, known, claims);
  const stranger: Principal = {
    site: site.id,
    id: 0,
    kind: 'user',
    login,
    title: account.name,
    email: account.email,
    isAdmin: false,
    owner: null,
    settings: {},
  };
  const visiting = viewerOf(emulator, site, stranger, claims);
  if (maskOn(emulator, visiting, web.scope) === noMask) return visiting;
  return viewerOf(
    emulator,
    site,
    insertPrincipal(emulator, site, { kind: 'user', login, title: account.name, email: account.email }),
    claims,
  );
}

/** Another person of the site, for getUserEffectivePermissions. */
export function viewerFor(emulator: EmulatorContext, site: Site, principal: Principal): Viewer {
  const account = findAccount(emulator, principal.email);
  return viewerOf(emulator, site, principal, account ? claimsOf(emulator, site, account) : []);
}

function viewerOf(emulator: EmulatorContext, site: Site, principal: Principal, claims: readonly number[]): Viewer {
  const own = [principal.id, ...claims].filter((id) => id !== 0);
  const groups = own.flatMap((id) => groupIdsOf(emulator, site, id));
  return { site, principal, ids: new Set([...own, ...groups]), isAdmin: principal.isAdmin };
}

function claimsOf(emulator: EmulatorContext, site: Site, account: Account): readonly number[] {
  const logins = account.isGuest ? [everyone] : [everyone, everyoneExceptExternal];
  return logins.flatMap((login) => findByLogin(emulator, site, login)?.id ?? []);
}

/** What the viewer may do on a scope. Cached until anything about security changes. */
export function maskOn(emulator: EmulatorContext, viewer: Viewer, scope: number): bigint {
  if (viewer.isAdmin) return fullMask;
  if (viewer.principal.id === 0) return maskOfPrincipals(emulator, scope, viewer.ids);
  const key = `${viewer.site.id}/${viewer.principal.id}`;
  const masks = emulator.cache.masks.get(key) ?? new Map<number, bigint>();
  emulator.cache.masks.set(key, masks);
  const mask = masks.get(scope) ?? maskOfPrincipals(emulator, scope, viewer.ids);
  masks.set(scope, mask);
  return mask;
}

export function may(access: AccessContext, scope: number, name: PermissionName): boolean {
  return has(maskOn(access.emulator, access.viewer, scope), name);
}

/**
 * The scopes of a list whose rows the viewer may read, or 'all'. Found from what the viewer was granted, so that a
 * parent of one pupil does not pay for two thousand folders.
 */
export function readableScopes(access: AccessContext, list: List): readonly number[] | 'all' {
  const { emulator, viewer } = access;
  if (viewer.isAdmin) return 'all';
  const granted = emulator.db.all<{ readonly scope: number }>(
    'SELECT DISTINCT a.scope FROM json_each(?) p CROSS JOIN assignments a ON a.principal = p.value CROSS JOIN scopes s ON s.id = a.scope WHERE s.list = ?',
    JSON.stringify([...viewer.ids]),
    list.no,
  );
  const scopes = new Set([list.scope, ...granted.map((row) => row.scope)]);
  return [...scopes].filter((scope) => (maskOn(emulator, viewer, scope) & bit('ViewListItems')) !== noMask);
}
