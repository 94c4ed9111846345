/** REST as a person: the one way in which tests ask a site for something. */
import type { ListDefinition } from '../../src/lists/define';
import { listUrl } from '../../src/lists/index';
import { origin, siteUrl } from './localSite';

/** What answers: a local site in memory, a page host, or the school that runs for journeys. */
export interface Server {
  fetch(request: Request): Promise<Response>;
  /** Where it is; `origin` when absent. */
  readonly origin?: string;
  /** The site behind one whose requests are recorded: a test's own questions are not recorded among them. */
  readonly local?: Server;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON body; undefined when it is none. */
  readonly json: unknown;
}

export type Row = Readonly<Record<string, unknown>>;

/** Paths begin after the site's address (`_api/web`), or with a slash at the root of the server. */
export interface Caller {
  get(path: string): Promise<Answer>;
  /** POSTs JSON. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Any request; `accept` is JSON without metadata unless named. */
  send(path: string, init: RequestInit & { readonly accept?: string }): Promise<Answer>;
  /** Reads JSON. Throws where the site refuses it. */
  read(path: string): Promise<unknown>;
  /** Writes JSON over whatever version there is, and returns what the site answers. Throws where the site refuses it. */
  write(method: string, path: string, body?: object): Promise<unknown>;
  /** The rows of a list that the person may read, without folders. Empty where the list itself is refused or hidden. */
  rows(list: ListDefinition, columns: readonly string[]): Promise<readonly Row[]>;
  /** The same with folders. */
  rowsAndFolders(list: ListDefinition, columns: readonly string[]): Promise<readonly Row[]>;
}

/** Somebody with a bearer token of the local site. */
export function as(server: Server, email: string): Caller {
  const send: Caller['send'] = (path, init) => sendAs(server.local ?? server, email, path, init);
  const post: Caller['post'] = (path, body, headers) =>
    send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json;odata=nometadata', ...headers },
    });
  const write = (method: string, path: string, body?: object): Promise<unknown> =>
    send(path, {
      method,
      headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).then(jsonOf);
  const items = async (list: ListDefinition, query: string): Promise<readonly Row[]> => {
    const answer = await send(`_api/web/getlist('${listUrl(siteUrl, list)}')/items?$top=5000&${query}`, {});
    return [403, 404].includes(answer.status) ? [] : (jsonOf(answer) as { readonly value: readonly Row[] }).value;
  };
  return {
    get: (path) => send(path, {}),
    post,
    send,
    read: (path) => write('GET', path),
    write,
    rows: (list, columns) => items(list, `$select=${columns.join(',')}&$filter=FSObjType eq 0`),
    rowsAndFolders: (list, columns) => items(list, `$select=${columns.join(',')}`),
  };
}

async function sendAs(
  server: Server,
  email: string,
  path: string,
  { method, body, ...init }: RequestInit & { readonly accept?: string },
): Promise<Answer> {
  const headers = new Headers(init.headers);
  if (!headers.has('Accept')) headers.set('Accept', init.accept ?? 'application/json;odata=nometadata');
  if (!headers.has('Authorization') && !headers.has('Cookie')) headers.set('Authorization', `Bearer local:${email}`);
  const address = `${server.origin ?? origin}${path.startsWith('/') ? path : `${siteUrl}/${path}`}`;
  const response = await server.fetch(new Request(address, { headers, ...(method ? { method } : {}), ...(body ? { body } : {}) }));
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

function jsonOf({ status, json }: Answer): unknown {
  if (status >= 300) throw new Error(`The site answered ${status}`);
  return json;
}
