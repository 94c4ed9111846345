import { createReferences } from '../columns/references';
import type { EmulatorContext } from '../context/emulatorContext';
import { parseODataQuery, type ODataQuery } from '../query/odata';
import type { RequestContext, Method } from '../routes/resource';
import { has, noMask } from '../objects/masks';
import { findViewer, maskOn } from '../security/viewer';
import type { Account } from '../store/accounts';
import type { Web } from '../objects/web';
import { notImplemented, unauthorizedOperation } from '../wire/errors';
import { readEntityBody, readMethodBody } from '../wire/requestBody';

/** One call of the REST API, taken out of a request or a part of a batch. */
export interface ApiRequest {
  readonly method: string;
  readonly url: URL;
  /** What follows `_api/`, percent-encoded. */
  readonly path: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/**
 * The context of one request: who asks, where, and readers of what was sent.
 * @param tree descriptions and places that lead round in a circle, see Models
 * Throws unauthorizedOperation for whoever may not enter the web, notImplemented for an unknown method.
 */
export function createRequestContext(
  emulator: EmulatorContext,
  web: Web,
  account: Account,
  request: ApiRequest,
  tree: Pick<RequestContext, 'models' | 'resources'>,
): RequestContext {
  const viewer = findViewer(emulator, web, account);
  const mask = maskOn(emulator, viewer, web.scope);
  // Whole-web denial (docs/sharepoint-facts.md, A4). REST also needs UseRemoteAPIs, which Limited Access includes
  // (docs/sharepoint-facts.md, A15).
  if (mask === noMask || !has(mask, 'UseRemoteAPIs')) throw unauthorizedOperation();
  const text = (): string => new TextDecoder().decode(request.bytes);
  let options: ODataQuery | undefined;
  return {
    emulator,
    web,
    viewer,
    origin: request.url.origin,
    url: request.url,
    method: methodOf(request),
    headers: request.headers,
    bytes: request.bytes,
    references: createReferences(emulator, web),
    ...tree,
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

/** `X-HTTP-Method` on a POST says what is really meant (docs/sharepoint-facts.md, A1). Throws notImplemented for a method nobody knows. */
function methodOf(request: ApiRequest): Method {
  const asked = (request.method === 'POST' ? (request.headers.get('x-http-method') ?? request.method) : request.method).toUpperCase();
  const method = methods.get(asked);
  if (!method) throw notImplemented(`the method ${asked}`);
  return method;
}
