import '@pnp/sp/attachments';
import '@pnp/sp/batching';
import '@pnp/sp/clientside-pages';
import '@pnp/sp/comments';
import '@pnp/sp/content-types';
import '@pnp/sp/fields';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/recycle-bin';
import '@pnp/sp/security';
import '@pnp/sp/site-groups';
import '@pnp/sp/site-users';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { DefaultParse, InjectHeaders, type Queryable } from '@pnp/queryable';
import { DefaultHeaders, DefaultInit, RequestDigest, spfi, type SPFI } from '@pnp/sp';
import { createLocalSite, type LocalSite, type LocalSiteOptions } from '../../localsite/site';

export const origin = 'http://localhost:4321';
export const siteUrl = '/sites/school';
export const admin = 'admin@oakfield.example';
const publisher = 'publisher@oakfield.example';

/** The people of the tests: invented, and named for what they are. */
export const people = {
  ann: 'ann@family.example',
  ben: 'ben@family.example',
  cat: 'cat@family.example',
  teacher: 'teacher@oakfield.example',
} as const;

/** A site collection with its people, in memory unless a file is named. */
export function openTestSite(options: Partial<LocalSiteOptions> = {}): LocalSite {
  const site = createLocalSite({ database: ':memory:', ...options });
  site.addAccounts([
    { email: admin, name: 'Site Admin', isGuest: false },
    { email: publisher, name: 'Publisher', isGuest: false },
    { email: people.teacher, name: 'Terry Teacher', isGuest: false },
    { email: people.ann, name: 'Ann Adult', isGuest: true },
    { email: people.ben, name: 'Ben Adult', isGuest: true },
    { email: people.cat, name: 'Cat Adult', isGuest: true },
  ]);
  site.createSite({ url: siteUrl, title: 'Oakfield School', adminEmail: admin });
  return site;
}

/** PnPjs keeps digests by address for the whole process: an origin for each browser keeps people's digests apart. */
let browsers = 0;

/** Unmodified PnPjs whose requests go to the local site: `cookie` as a web part (with digests), `bearer` as a command. */
export function clientOf(site: LocalSite, email: string, mode: 'cookie' | 'bearer' = 'bearer', web = siteUrl): SPFI {
  browsers += 1;
  const address = mode === 'bearer' ? origin : `http://browser${browsers}.localhost:4321`;
  return spfi(`${address}${web}`).using(through(site, email, mode));
}

function through(site: LocalSite, email: string, mode: 'cookie' | 'bearer') {
  return (instance: Queryable): Queryable => {
    const signedIn = mode === 'bearer' ? InjectHeaders({ Authorization: `Bearer local:${email}` }) : RequestDigest();
    instance.using(DefaultHeaders(), DefaultInit(), DefaultParse(), signedIn);
    instance.on.send.replace((url, init) => send(site, url, init, mode === 'cookie' ? email : undefined));
    return instance;
  };
}

function send(site: LocalSite, url: URL | string, init: RequestInit, cookieOf: string | undefined): Promise<Response> {
  const headers = new Headers(init.headers);
  if (cookieOf !== undefined) headers.set('Cookie', `localsite_signin=${encodeURIComponent(cookieOf)}`);
  const { method, body } = init;
  return site.fetch(new Request(url, { headers, ...(method ? { method } : {}), ...(body ? { body } : {}) }));
}

export interface Raw {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON body; undefined when it is none. */
  readonly json: unknown;
}

/** One raw request as a person with a bearer token. `path` begins after the site: `_api/web`. */
export async function ask(
  site: LocalSite,
  email: string,
  path: string,
  init: RequestInit & { readonly accept?: string } = {},
): Promise<Raw> {
  const headers = new Headers(init.headers);
  if (!headers.has('Accept')) headers.set('Accept', init.accept ?? 'application/json;odata=nometadata');
  if (!headers.has('Authorization') && !headers.has('Cookie')) headers.set('Authorization', `Bearer local:${email}`);
  const { method, body } = init;
  const response = await site.fetch(
    new Request(`${origin}${path.startsWith('/') ? path : `${siteUrl}/${path}`}`, {
      headers,
      ...(method ? { method } : {}),
      ...(body ? { body } : {}),
    }),
  );
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** POSTs JSON. */
export function post(
  site: LocalSite,
  email: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Raw> {
  return ask(site, email, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json;odata=nometadata', ...headers },
  });
}
