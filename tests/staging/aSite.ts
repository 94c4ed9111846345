import { createLocalSite, type LocalSite } from '../../localsite/site';
import { provision } from '../../staging/provision/provision';
import type { Report } from '../../staging/report';
import type { Send } from '../../staging/site/send';

export const siteUrl = 'http://localhost/sites/school';
export const adminToken = 'local:admin@oakfield.example';
export const publisherToken = 'local:publisher@oakfield.example';

/** A request as a test looks at it. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

export interface TestSite {
  readonly local: LocalSite;
  readonly database: string;
  /** The local site, with every request kept. */
  readonly fetch: Send;
  readonly sent: readonly Sent[];
  forget(): void;
}

/** A site collection without lists, and the accounts of those who run Schoolgate. */
export function emptySite(clock?: () => Date, database = ':memory:'): TestSite {
  const local = createLocalSite({ database, ...(clock ? { clock } : {}) });
  local.createSite({ url: '/sites/school', title: 'Oakfield School', adminEmail: 'admin@oakfield.example' });
  local.addAccounts(['admin', 'publisher', 'teacher', 'head'].map((name) => ({ email: `${name}@oakfield.example`, name, isGuest: false })));
  const sent: Sent[] = [];
  return {
    local,
    database,
    sent,
    fetch: async (request) => {
      sent.push({ method: request.method, url: request.url, body: await request.clone().text() });
      return local.fetch(request);
    },
    forget: () => {
      sent.length = 0;
    },
  };
}

/** One request as somebody, with JSON in and out. Throws where the site refuses it. */
export async function askAs(site: TestSite, email: string, method: string, path: string, body?: object): Promise<unknown> {
  const headers = {
    Authorization: `Bearer local:${email}`,
    Accept: 'application/json;odata=nometadata',
    'Content-Type': 'application/json',
    'If-Match': '*',
  };
  const response = await site.local.fetch(
    new Request(`${siteUrl}/_api/web/${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }),
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`The local site answered ${response.status}`);
  return text === '' ? undefined : JSON.parse(text);
}

export interface KeptReport extends Report {
  readonly lines: readonly string[];
}

export function keptReport(): KeptReport {
  const lines: string[] = [];
  return { lines, log: (text) => lines.push(text), progress: () => undefined };
}

export function provisionTestSite(site: TestSite, more: { readonly dryRun?: boolean; readonly report?: Report } = {}) {
  return provision({
    siteUrl,
    token: adminToken,
    fetch: site.fetch,
    owners: ['admin@oakfield.example'],
    publisher: ['publisher@oakfield.example'],
    staff: ['teacher@oakfield.example'],
    report: keptReport(),
    ...more,
  });
}

/** Requests that change something. Reads travel in batches too: a batch counts where a part of it is no GET. */
export function writesOf(sent: readonly Sent[]): readonly string[] {
  return sent.flatMap(({ method, url, body }) => {
    if (method === 'GET') return [];
    if (!url.includes('$batch')) return [`${method} ${new URL(url).pathname}`];
    return [...body.matchAll(/^(POST|MERGE|DELETE|PATCH|PUT) (\S+) HTTP/gm)].map(
      (match) => `${match[1]} ${new URL(match[2] ?? '').pathname}`,
    );
  });
}

/** The same without the journal: a run that publishes nothing writes down that it was there. */
export function previousStateOf(sent: readonly Sent[]): readonly string[] {
  return writesOf(sent).filter((write) => !write.includes('StagingRuns'));
}
