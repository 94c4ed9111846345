import type { BaseComponentContext } from '@microsoft/sp-component-base';
import { asDataError, DataError } from '../../data/errors';
import type { Session } from '../../data/session';
import { openOtherSite, tenantProperty } from '../../data/sharepoint/otherSite';
import { parseSiteAddress } from './siteAddress';

/** The tenant property in which an admin says once where the school's lists are: for a personal app, which has no settings of its own. */
export const schoolSiteProperty = 'SchoolgateSite';

export interface WantedSite {
  /** The web part's property, as typed. Empty or absent: not said. */
  readonly siteUrl: string | undefined;
  /** In Teams the page is that of a team or of the tenant's root site, which has no lists of the school. */
  readonly isInTeams: boolean;
}

const opened = new Map<string, Promise<Session>>();

/**
 * The signed-in person on the site whose lists the web part reads. At once where that is the page's own site; else after asking that site,
 * once for all web parts of the page. Rejects with a DataError, and every later call with the same promise, so that a page which renders
 * at each keystroke asks and announces nothing anew; `forgetSession` lets the next call ask again.
 */
export function sessionOf(context: BaseComponentContext, { siteUrl, isInTeams }: WantedSite): Session | Promise<Session> {
  const origin = new URL(context.pageContext.web.absoluteUrl).origin;
  const typed = parseSiteAddress(siteUrl ?? '', origin);
  if (!typed.ok) return once('no address', () => Promise.reject(new DataError('notSetUp', 'site-address')));
  const here = ownSession(context);
  const { path } = typed;
  if (path !== undefined) return isSame(path, here) ? here : once(origin + path, () => openOtherSite(path, origin));
  return isInTeams
    ? once(`${schoolSiteProperty} of ${context.pageContext.web.absoluteUrl}`, () => tenantSession(context, here, origin))
    : here;
}

/** The site that the tenant's admin has named; where nobody has, that of the page. */
async function tenantSession(context: BaseComponentContext, here: Session, origin: string): Promise<Session> {
  const set = await tenantProperty(context.pageContext.web.absoluteUrl, schoolSiteProperty).catch((thrown: unknown) => {
    if (asDataError(thrown).kind === 'notSetUp') return undefined;
    throw thrown;
  });
  const named = parseSiteAddress(set ?? '', origin);
  if (!named.ok) throw new DataError('notSetUp', 'site-property');
  return named.path === undefined || isSame(named.path, here) ? here : openOtherSite(named.path, origin);
}

function once(key: string, open: () => Promise<Session>): Promise<Session> {
  const known = opened.get(key);
  if (known) return known;
  const opening = heard(open());
  opened.set(key, opening);
  return opening;
}

/** Lets the next call of `sessionOf` ask anew for a session that could not be opened. */
export function forgetSession(failed: Session | Promise<Session>): void {
  for (const [key, known] of opened) {
    if (known === failed) opened.delete(key);
  }
}

/** A failure is told where the session is shown, which may be later: until then the browser must not report it as unhandled. */
function heard(session: Promise<Session>): Promise<Session> {
  session.catch(() => undefined);
  return session;
}

/** SharePoint's addresses are the same in capitals. */
function isSame(path: string, { siteUrl }: Session): boolean {
  return path.toLowerCase() === siteUrl.toLowerCase();
}

/**
 * SPFx has the number of a person only in its legacy page context, which is not typed; without it the session is that of nobody (0), for
 * whom SharePoint answers nothing.
 */
function ownSession(context: BaseComponentContext): Session {
  const legacy: unknown = context.pageContext.legacyPageContext;
  return { siteUrl: context.pageContext.web.serverRelativeUrl, userId: userIdIn(legacy), context };
}

function userIdIn(legacy: unknown): number {
  const isNumbered = typeof legacy === 'object' && legacy !== null && 'userId' in legacy;
  return isNumbered && typeof legacy.userId === 'number' ? legacy.userId : 0;
}
