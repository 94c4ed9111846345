import { randomUUID } from 'node:crypto';
import { createReferences } from './columns/references';
import type { Engine } from './engine/engine';
import { forgetStructure } from './engine/engine';
import { parseODataQuery, type ODataQuery } from './query/odata';
import { contextInfo } from './routes/contextInfo';
import { folderModelOfList, folderModelOfWeb } from './routes/folderModel';
import { itemModel } from './routes/itemModel';
import { itemOf } from './routes/items';
import { listModel } from './routes/listModel';
import { listResource, listsResource } from './routes/lists';
import { apiRoot } from './routes/model';
import { action, follow, type Call, type Method, type Models, type Reply, type Resource, type Resources } from './routes/resource';
import { siteResource } from './routes/site';
import { sitePagesResource } from './routes/sitePages';
import { webResource } from './routes/web';
import { has, noMask } from './security/masks';
import { findViewer, maskOn } from './security/viewer';
import type { Account } from './store/accounts';
import type { Web } from './store/webs';
import { safeFileHeaders } from './mediaTypes';
import { chooseDialect, contentType } from './wire/dialect';
import { errorDialect, renderError } from './wire/errorBody';
import { SharePointError } from './wire/errors';
import { renderAnswer } from './wire/format';
import { parseApiPath } from './wire/path';
import { notImplemented, unauthorizedOperation, unknownError } from './wire/refusals';
import { readEntityBody, readMethodBody } from './wire/requestBody';

const models: Models = { list: listModel, folderOfWeb: folderModelOfWeb, folderOfList: folderModelOfList, item: itemModel };
const resources: Resources = { web: webResource, list: listResource, item: itemOf };

/** One call of the REST API, taken out of a request or a part of a batch. */
export interface ApiRequest {
  readonly method: string;
  readonly url: URL;
  /** What follows `_api/`, percent-encoded. */
  readonly path: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | Uint8Array;
}

/** Answers one call as the account on the web. Writes are all or nothing. Errors become SharePoint's error bodies. */
export function answerApi(engine: Engine, web: Web, account: Account, request: ApiRequest): ApiAnswer {
  try {
    const call = createCall(engine, web, account, request);
    const act = (): ApiAnswer => render(call, follow(root(call), parseApiPath(request.path, request.url.searchParams), call.method));
    if (call.method === 'GET') return act();
    return engine.db.transaction(act);
  } catch (error) {
    if (request.method !== 'GET') forgetStructure(engine);
    return refusalOf(engine, error, request.headers);
  }
}

/** `_api/web`, `_api/lists` (the web left out), `_api/site` ... */
function root(call: Call): Resource {
  const web = webResource(call);
  return {
    steps: {
      ...web.steps,
      web: () => web,
      site: () => siteResource(call),
      lists: (segment) => listsResource(call, segment),
      sitepages: () => sitePagesResource(call),
      // A service of its own on SharePoint, and not the navigation of the web.
      navigation: () => ({}),
      contextinfo: () => action(() => contextInfo(call)),
    },
  };
}

function createCall(engine: Engine, web: Web, account: Account, request: ApiRequest): Call {
  const viewer = findViewer(engine, web, account);
  const mask = maskOn(engine, viewer, web.scope);
  // Whole-web denial (A4). REST also needs UseRemoteAPIs, which Limited Access includes (A15).
  if (mask === noMask || !has(mask, 'UseRemoteAPIs')) throw unauthorizedOperation();
  const text = (): string => new TextDecoder().decode(request.bytes);
  let options: ODataQuery | undefined;
  return {
    engine,
    web,
    viewer,
    origin: request.url.origin,
    url: request.url,
    method: methodOf(request),
    headers: request.headers,
    bytes: request.bytes,
    references: createReferences(engine, web),
    models,
    resources,
    options: () => (options ??= parseODataQuery(request.url.searchParams)),
    methodBody: () => readMethodBody(text(), request.headers.get('content-type')),
    entityBody: (type) => readEntityBody(text(), request.headers.get('content-type'), type),
  };
}

const methods: ReadonlyMap<string, Method> = new Map([
  ['GET', 'GET'],
  ['HEAD', 'GET'],
  ['POST', 'POST'],
  ['PUT', 'PUT'],
  ['DELETE', 'DELETE'],
  ['MERGE', 'MERGE'],
  ['PATCH', 'MERGE'],
]);

/** `X-HTTP-Method` on a POST says what is really meant (A1). Throws notImplemented for a method nobody knows. */
function methodOf(request: ApiRequest): Method {
  const asked = (request.method === 'POST' ? (request.headers.get('x-http-method') ?? request.method) : request.method).toUpperCase();
  const method = methods.get(asked);
  if (!method) throw notImplemented(`the method ${asked}`);
  return method;
}

function render(call: Call, reply: Reply): ApiAnswer {
  const headers = new Headers(reply.headers);
  const status = reply.status ?? 200;
  if (reply.bytes) {
    const { contentType: type } = reply.bytes;
    for (const [name, value] of Object.entries({ 'Content-Type': type, ...safeFileHeaders(type) })) headers.set(name, value);
    return { status, headers, body: reply.bytes.body };
  }
  if (reply.text) {
    headers.set('Content-Type', reply.text.contentType);
    return { status, headers, body: reply.text.body };
  }
  if (!reply.answer) return { status, headers, body: '' };
  const dialect = chooseDialect(call.headers);
  headers.set('Content-Type', contentType(dialect));
  return { status, headers, body: renderAnswer(reply.answer, { dialect, apiRoot: apiRoot(call) }) };
}

/** The answer to an error: SharePoint's own words, or a plain 500 for what should not have happened, which is reported. */
export function refusalOf(engine: Engine, error: unknown, requestHeaders: Headers): ApiAnswer {
  if (error instanceof SharePointError) return errorAnswer(error, requestHeaders);
  engine.report(error);
  return errorAnswer(unknownError(), requestHeaders);
}

export function errorAnswer(error: SharePointError, requestHeaders: Headers, more: Readonly<Record<string, string>> = {}): ApiAnswer {
  const { contentType: type, body } = renderError(error, errorDialect(requestHeaders));
  return { status: error.status, headers: new Headers({ 'Content-Type': type, ...more }), body };
}

/** What SharePoint puts on every answer (A2, recorded). */
export function toResponse(answer: ApiAnswer): Response {
  const headers = new Headers(answer.headers);
  const id = randomUUID();
  headers.set('SPRequestGuid', id);
  headers.set('request-id', id);
  headers.set('SPClientServiceRequestDuration', '12');
  headers.set('X-SharePointHealthScore', '1');
  headers.set('X-SP-SERVERSTATE', 'ReadOnly=0');
  headers.set('Cache-Control', 'private, max-age=0');
  const empty = answer.status === 204 || answer.status === 304;
  // A Uint8Array over any buffer is a body; the DOM's type asks for one kind of buffer.
  return new Response(empty ? null : (answer.body as BodyInit), { status: answer.status, headers });
}
