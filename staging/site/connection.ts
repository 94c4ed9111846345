import '@pnp/sp/batching';
import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/security';
import '@pnp/sp/site-groups';
import '@pnp/sp/site-users';
import '@pnp/sp/webs';
import { spfi } from '@pnp/sp';
import type { IWeb } from '@pnp/sp/webs';
import { InjectHeaders, parseODataJSON, RejectOnError, ResolveOnData, type Queryable } from '@pnp/queryable';
import { runBatches, type BatchOptions, type Operation, type OperationResult } from './batch';
import { pause, sender, type OnWait, type Pause, type Send } from './send';
import { SiteError, siteErrorOf, toSiteError } from './siteError';
import { assertTokenFits } from './token';

export interface ConnectionOptions {
  /** 'https://school.sharepoint.com/sites/parents' */
  readonly siteUrl: string;
  /** A bearer token for the site. */
  readonly token: string;
  readonly fetch?: Send | undefined;
  readonly pause?: Pause | undefined;
  /** Told of every time that SharePoint asks to wait. */
  readonly onWait?: OnWait | undefined;
  /** Asked to stop: no batch begins any more. */
  readonly signal?: AbortSignal | undefined;
}

/** A SharePoint site, reached with PnPjs. Everything that staging knows of SharePoint's API lies in this folder. */
export interface Site {
  readonly url: string;
  /** Server-relative: '/sites/parents'. */
  readonly path: string;
  readonly web: IWeb;
  /** Runs operations in order, at most 100 and about half a MiB a request. Each outcome stands where its operation stood. */
  batch<T>(operations: readonly Operation<T>[], options?: BatchOptions): Promise<readonly OperationResult<T>[]>;
}

/** Throws TokenDoesNotFit. */
export function openSite(options: ConnectionOptions): Site {
  assertTokenFits(options.token, options.siteUrl);
  const url = options.siteUrl.replace(/\/+$/, '');
  const waiting = { wait: options.pause ?? pause, onWait: options.onWait };
  const send = sender(options.fetch ?? ((request) => fetch(request)), options.token, waiting);
  const { web } = spfi(url).using(throughSender(send));
  return {
    url,
    path: new URL(url).pathname.replace(/\/+$/, '') || '/',
    web,
    batch: (operations, batchOptions = {}) => runBatches(web, operations, { ...waiting, signal: options.signal, ...batchOptions }),
  };
}

function throughSender(send: (url: string, init: RequestInit) => Promise<Response>) {
  return (instance: Queryable): Queryable => {
    instance.using(
      RejectOnError(),
      ResolveOnData(),
      InjectHeaders({
        Accept: 'application/json;odata=nometadata',
        'Content-Type': 'application/json;odata=nometadata;charset=utf-8',
      }),
    );
    instance.on.send.replace(async (url: URL, init: RequestInit) => send(url.toString(), init));
    instance.on.parse.replace(async (url: URL, response: Response) => [url, response, await parsed(response)] as [URL, Response, unknown]);
    return instance;
  };
}

async function parsed(response: Response): Promise<unknown> {
  const text = response.status === 204 ? '' : await response.text();
  if (!response.ok) throw siteErrorOf(response, text);
  return text.trim() === '' ? {} : parseODataJSON(jsonOf(text, response.status));
}

function jsonOf(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A sign-in page or another web server: its text is of no use to anybody.
    throw new SiteError('notSharePoint', status);
  }
}

/** Throws SiteError of the kind 'noSite' where there is no site at the address. */
export async function assertSiteExists(site: Site): Promise<void> {
  try {
    await site.web.select('Id')();
  } catch (thrown) {
    const error = await toSiteError(thrown);
    throw error.kind === 'missing' ? new SiteError('noSite', error.status) : error;
  }
}
