import { answerApi, errorAnswer, refusalOf, toResponse, type ApiAnswer, type ApiRequest } from './api';
import { splitApiUrl } from './address';
import { checkDigest } from './digest';
import { createMemory, type Engine } from './engine/engine';
import { makeSite, type NewSite } from './engine/siteMaker';
import { createFaults, DroppedConnection, type FaultAnswer, type Faults } from './faults';
import { readIdentity, type Identity } from './identity';
import { answerLocal } from './localRoutes';
import { answerBatch, faultAnswer } from './routes/batch';
import { answerFile } from './staticFiles';
import { findAccount, upsertAccount, type Account } from './store/accounts';
import { Database } from './store/database';
import { prepareSchema } from './store/schema';
import { findWeb } from './store/webs';
import { resourceNotFound, unauthorizedOperation } from './wire/refusals';

export type { Account } from './store/accounts';
export type { FaultRule, Faults } from './faults';
export { DroppedConnection } from './faults';

export interface LocalSiteOptions {
  /** A file, or ':memory:'. */
  readonly database: string;
  readonly clock?: () => Date;
  /** Rows past which SharePoint refuses or cuts queries; 5,000 as SharePoint Online has it. */
  readonly listViewThreshold?: number;
  /** Tenant properties by key, as an admin sets them in the app catalog. None when absent. */
  readonly tenantProperties?: Readonly<Record<string, string>>;
  /** Told of errors in the local site itself. The console when absent: where it happened, without what was asked. */
  readonly report?: (error: unknown) => void;
}

export interface LocalSite {
  /** The one function: SharePoint's REST API (and /_local/*) from Request to Response. Rejects when a fault drops the connection. */
  fetch(request: Request): Promise<Response>;
  readonly faults: Faults;
  /** What a tenant admin does outside REST: creates a site collection. Safe to repeat. */
  createSite(site: NewSite): void;
  /** Accounts of the tenant's directory: who can sign in, whom `ensureuser` can resolve. Safe to repeat. */
  addAccounts(accounts: readonly Account[]): void;
  close(): void;
}

export function createLocalSite(options: LocalSiteOptions): LocalSite {
  const db = new Database(options.database);
  prepareSchema(db);
  const engine: Engine = {
    db,
    clock: options.clock ?? (() => new Date()),
    threshold: options.listViewThreshold ?? 5000,
    memory: createMemory(),
    tenantProperties: options.tenantProperties ?? {},
    report: options.report ?? reportPlace,
  };
  const faults = createFaults();
  return {
    fetch: (request) => answer(engine, faults, request),
    faults,
    createSite: (site) => db.transaction(() => makeSite(engine, site)),
    addAccounts: (accounts) => db.transaction(() => accounts.forEach((account) => upsertAccount(engine, account))),
    close: () => db.close(),
  };
}

async function answer(engine: Engine, faults: Faults, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const identity = readIdentity(request.headers);
  if (url.pathname.toLowerCase().startsWith('/_local/')) return answerLocal(engine, faults, identity, request);
  const met = faults.meet({ user: identity?.email ?? '', route: url.pathname + url.search, method: request.method });
  for (const fault of met) if (fault !== 'drop' && 'latencyMs' in fault) await wait(fault.latencyMs);
  if (met.includes('drop')) throw new DroppedConnection();
  const failing = met.find((fault) => fault !== 'drop' && 'status' in fault && !('batchPart' in fault));
  if (failing && failing !== 'drop' && 'status' in failing) return toResponse(faultAnswer(failing, request.headers));
  const bytes = new Uint8Array(await request.arrayBuffer());
  const call: ApiRequest = { method: request.method, url, path: '', headers: request.headers, bytes };
  try {
    return toResponse(serve(engine, identity, call, met));
  } catch (error) {
    return toResponse(refusalOf(engine, error, request.headers));
  }
}

/** An error's text may repeat what a person wrote: only its kind and its place are told. */
function reportPlace(error: unknown): void {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')) : [];
  console.error([`The local site failed: ${error instanceof Error ? error.name : typeof error}`, ...frames].join('\n'));
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}

/** Everything from here on is synchronous: one request at a time sees and changes the site. */
function serve(engine: Engine, identity: Identity | undefined, request: ApiRequest, faults: readonly FaultAnswer[]): ApiAnswer {
  const account = identity && findAccount(engine, identity.email);
  if (!identity || !account)
    return { ...errorAnswer(unauthorizedOperation(), request.headers), status: request.headers.has('authorization') ? 401 : 403 };
  const address = splitApiUrl(request.url);
  if (!address) return answerFile(engine, account, request.url);
  const web = findWeb(engine, address.webUrl);
  if (!web) return errorAnswer(resourceNotFound(request.url.pathname), request.headers);
  const call: ApiRequest = { ...request, path: address.apiPath };
  const isContextInfo = /^contextinfo\/?$/i.test(address.apiPath);
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading && identity.mode === 'cookie' && !isContextInfo)
    checkDigest(web.site, account.email, engine.clock(), request.headers.get('x-requestdigest'));
  if (!isReading && /^(\$|%24)batch\/?$/i.test(address.apiPath)) return answerBatch(engine, web, account, call, faults);
  return answerApi(engine, web, account, call);
}
