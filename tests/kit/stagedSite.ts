import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stage, type StageOptions } from '../../staging/stage/stage';
import type { Summary } from '../../staging/stage/summary';
import { clock, emails, smallSchool, type Tables } from './smallSchool';
import { writeBundle, type BundleOptions } from './bundle';
import { siteAddress } from './localSite';
import { emptySite, provisionTestSite, publisherToken, type TestSite } from './provisionedSite';
import { keptReport, type KeptReport } from './keptReport';
import { temporaryFolder } from './temporaryFolder';

/** A site as it was left once, copied for every test: making it again would only take time. */
export function remembered(make: (database: string) => Promise<TestSite>): () => Promise<TestSite> {
  let made: Promise<string> | undefined;
  return async () => {
    const folder = await temporaryFolder();
    made ??= make(join(folder, 'made.sqlite')).then((site) => {
      site.local.close();
      return site.database;
    });
    const copy = join(folder, 'copy.sqlite');
    await copyFile(await made, copy);
    return emptySite(clock, copy);
  };
}

/** A provisioned site whose adults have accounts. */
export const schoolSite = remembered(async (database) => {
  const site = emptySite(clock, database);
  site.local.addAccounts(
    [...Object.values(emails), 'newcomer@family.example'].map((email) => ({ email, name: 'A parent', isGuest: true })),
  );
  await provisionTestSite(site);
  return site;
});

/** The small school, published. */
export const stagedSchool = remembered(async () => {
  const site = await schoolSite();
  await stageTables(site, smallSchool());
  return site;
});

export interface Staged {
  readonly summary: Summary;
  readonly report: KeptReport;
}

/** Stages tables onto the site as the publisher. Throttling does not make a test wait. */
export async function stageTables(
  site: TestSite,
  tables: Tables,
  { bundle, ...options }: { readonly bundle?: BundleOptions } & Partial<StageOptions> = {},
): Promise<Staged> {
  const report = keptReport();
  const folder = await writeBundle(tables, bundle);
  const summary = await stage({
    folder,
    siteUrl: siteAddress,
    token: publisherToken,
    fetch: site.fetch,
    pause: async () => undefined,
    clock,
    report,
    ...options,
  });
  return { summary, report };
}

/** The token under which a run printed what waits. */
export function tokenIn({ report }: Staged): string {
  const token = /--approve (\S+)/.exec(report.lines.join('\n'))?.[1];
  if (token === undefined) throw new Error('The run printed no token');
  return token;
}

/** Stages tables, and once more with the token that the run printed: a person has looked at what waits. */
export async function stageApproved(site: TestSite, tables: Tables, options: Parameters<typeof stageTables>[2] = {}): Promise<Staged> {
  const asked = await stageTables(site, tables, options);
  return stageTables(site, tables, { ...options, approve: tokenIn(asked) });
}

/** The small school with a change, published. */
export async function changedSchool(change: (tables: Tables) => void): Promise<TestSite> {
  const site = await schoolSite();
  const tables = smallSchool();
  change(tables);
  await stageTables(site, tables);
  site.forget();
  return site;
}
