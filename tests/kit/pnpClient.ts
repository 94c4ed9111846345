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
import type { LocalSite } from '../../localsite/site';
import { origin, siteUrl } from './localSite';

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
