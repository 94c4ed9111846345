import { createLocalSite, type LocalSite } from '../../localsite/site';
import { provision } from '../../staging/provision/provision';
import type { Report } from '../../staging/report';
import type { Send } from '../../staging/site/send';
import { keptReport } from './keptReport';
import { admin, publisher, siteAddress, siteUrl } from './localSite';
import type { Sent } from './sentRequests';

export const adminToken = `local:${admin}`;
export const publisherToken = `local:${publisher}`;

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
  local.createSite({ url: siteUrl, title: 'Oakfield School', adminEmail: admin });
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

export function provisionTestSite(site: TestSite, more: { readonly dryRun?: boolean; readonly report?: Report } = {}) {
  return provision({
    siteUrl: siteAddress,
    token: adminToken,
    fetch: site.fetch,
    owners: [admin],
    publisher: [publisher],
    staff: ['teacher@oakfield.example'],
    report: keptReport(),
    ...more,
  });
}
