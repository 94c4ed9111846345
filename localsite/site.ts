import { answerApi } from './api/dispatch';
import type { ApiRequest } from './api/requestContext';
import { errorAnswer, toErrorAnswer } from './api/errors';
import { toResponse, type ApiAnswer } from './api/answer';
import { splitApiUrl } from './wire/address';
import { checkDigest } from './security/digest';
import { createCache, type EmulatorContext } from './context/emulatorContext';
import { createSite, type NewSite } from './operations/createSite';
import { createFaults, DroppedConnection, faultAnswer, type FaultAnswer, type Faults } from './api/faults';
import { readIdentity, type Identity } from './identity';
import { answerLocal } from './localRoutes';
import { answerBatch } from './batch/answer';
import { answerFile } from './staticFiles';
import { findAccount, upsertAccount, type Account } from './store/accounts';
import { Database } from './context/database';
import { prepareSchema } from './store/schema';
import { findWeb } from './store/webs';
import { resourceNotFound, unauthorizedOperation } from './wire/errors';

export type { Account } from './store/accounts';
export type { FaultRule, Faults } from './api/faults';
export { DroppedConnection } from './api/faults';

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
  const emulator: EmulatorContext = {
    db,
    clock: options.clock ?? (() => new Date()),
    threshold: options.listViewThreshold ?? 5000,
    cache: createCache(),
    tenantProperties: options.tenantProperties ?? {},
    report: options.report ?? reportPlace,
  };
  const faults = createFaults();
  return {
    fetch: (request) => answer(emulator, faults, request),
    faults,
    createSite: (site) => db.transaction(() => createSite(emulator, site)),
    addAccounts: (accounts) => db.transaction(() => accounts.forEach((account) => upsertAccount(emulator, account))),
    close: () => db.close(),
  };
}

async function answer(emulator: EmulatorContext, faults: Faults, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const identity = readIdentity(request.headers);
  if (url.pathname.toLowerCase().startsWith('/_local/')) return answerLocal(emulator, faults, identity, request);
  const met = faults.meet({ user: identity?.email ?? '', route: url.pathname + url.search, method: request.method });
  for (const fault of met) if (fault !== 'drop' && 'latencyMs' in fault) await wait(fault.latencyMs);
  if (met.includes('drop')) throw new DroppedConnection();
  const failing = met.find((fault) => fault !== 'drop' && 'status' in fault && !('batchPart' in fault));
  if (failing && failing !== 'drop' && 'status' in failing) return toResponse(faultAnswer(failing, request.headers));
  const bytes = new Uint8Array(await request.arrayBuffer());
  const apiRequest: ApiRequest = { method: request.method, url, path: '', headers: request.headers, bytes };
  try {
    return toResponse(serve(emulator, identity, apiRequest, met));
  } catch (error) {
    return toResponse(toErrorAnswer(emulator, error, request.headers));
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
function serve(emulator: EmulatorContext, identity: Identity | undefined, request: ApiRequest, faults: readonly FaultAnswer[]): ApiAnswer {
  const account = identity && findAccount(emulator, identity.email);
  if (!identity || !account)
    return { ...errorAnswer(unauthorizedOperation(), request.headers), status: request.headers.has('authorization') ? 401 : 403 };
  const address = splitApiUrl(request.url);
  if (!address) return answerFile(emulator, account, request.url);
  const web = findWeb(emulator, address.webUrl);
  if (!web) return errorAnswer(resourceNotFound(request.url.pathname), request.headers);
  const apiRequest: ApiRequest = { ...request, path: address.apiPath };
  const isContextInfo = /^contextinfo\/?$/i.test(address.apiPath);
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading && identity.mode === 'cookie' && !isContextInfo)
    checkDigest(web.site, account.email, emulator.clock(), request.headers.get('x-requestdigest'));
  if (!isReading && /^(\$|%24)batch\/?$/i.test(address.apiPath)) return answerBatch(emulator, web, account, apiRequest, faults);
  return answerApi(emulator, web, account, apiRequest);
}
