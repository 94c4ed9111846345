/** What an editor or an admin may type for the school's site. */
export type SiteAddress =
  /** Server-relative: '/sites/school'; '/' for the root site. Undefined: nothing was typed. */
  { readonly ok: true; readonly path: string | undefined } | { readonly ok: false; readonly reason: 'other tenant' | 'no site' };

/**
 * Reads the address of a site: server-relative, or absolute on the page's own origin, for a browser carries the person's sign-in to no
 * other. The address of one of the site's pages or lists, pasted as it is, means its site.
 *
 * @param origin of the page: 'https://oakfield.sharepoint.com'
 */
export function parseSiteAddress(text: string, origin: string): SiteAddress {
  const typed = text.trim();
  if (typed === '') return { ok: true, path: undefined };
  const isAddress = /^(https?:\/\/|\/(?![/\\]))[^\\]*$/i.test(typed) && URL.canParse(typed, origin);
  if (!isAddress) return { ok: false, reason: 'no site' };
  const url = new URL(typed, origin);
  if (url.origin !== new URL(origin).origin) return { ok: false, reason: 'other tenant' };
  const path = sitePath(url.pathname);
  return path === undefined ? { ok: false, reason: 'no site' } : { ok: true, path };
}

/** The site's part of a path: what stands before its pages, lists, forms and services. */
function sitePath(pathname: string): string | undefined {
  const decoded = decodePath(pathname);
  // Decoded anew: an encoded slash may have kept '..' from being resolved.
  if (decoded === undefined || decoded.split('/').some((segment) => segment === '.' || segment === '..')) return undefined;
  const name = /^\/(sites|teams)\/[^/]+/i.exec(decoded)?.[0] ?? ''; // may itself be '/sites/lists'
  const below = decoded.slice(name.length).replace(/\/(SitePages|Lists|Shared Documents|_layouts|_api)(\/.*)?$/i, '');
  const site = (name + below).replace(/\/+$/, '');
  if (site === '') return '/';
  return /^\/(sites|teams)\/[^/?#%"'*:<>|]+(\/[^/?#%"'*:<>|]+)*$/i.test(site) ? site : undefined;
}

function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
