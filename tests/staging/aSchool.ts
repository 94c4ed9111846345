import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listUrl } from '../../src/lists/index';
import { findingsList } from '../../src/lists/findings';
import type { ListDefinition } from '../../src/lists/define';
import { adultHomeList } from '../../src/lists/adultHome';
import { pupilHomeList } from '../../src/lists/pupilHome';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { openSite } from '../../staging/site/connection';
import { readAllItems } from '../../staging/site/items';
import { readCurrentState } from '../../staging/stage/currentState/currentState';
import { stage, type StageOptions } from '../../staging/stage/stage';
import type { Summary } from '../../staging/stage/summary';
import { clock, emails, smallSchool, writeBundle, type BundleOptions, type Tables } from './aBundle';
import { emptySite, keptReport, provisionTestSite, publisherToken, siteUrl, type KeptReport, type TestSite } from './aSite';
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
    siteUrl,
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

function asPublisher(site: TestSite) {
  return openSite({ siteUrl, token: publisherToken, fetch: (request) => site.local.fetch(request) });
}

/** What somebody reads in a list, through REST and nothing else. Empty where the list itself is refused. */
export async function readAs(
  site: TestSite,
  email: string,
  list: ListDefinition,
  columns: readonly string[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const query = `$select=${columns.join(',')}&$filter=FSObjType eq 0&$top=5000`;
  const url = `${siteUrl}/_api/web/getlist('${listUrl('/sites/school', list)}')/items?${query}`;
  const response = await site.local.fetch(
    new Request(url, { headers: { Authorization: `Bearer local:${email}`, Accept: 'application/json;odata=nometadata' } }),
  );
  if (!response.ok) return [];
  const { value } = (await response.json()) as { value: Record<string, unknown>[] };
  return value;
}

/** Opaque key of a pupil or adult. */
export async function keyOf(site: TestSite, misKey: string): Promise<string> {
  const { keys } = await readCurrentState(asPublisher(site));
  return keys.get(misKey) ?? 'no key';
}

/** MIS ids of the pupils whose row in a list somebody reads. */
export async function pupilsSeenBy(site: TestSite, email: string, list: ListDefinition): Promise<readonly string[]> {
  const { keys } = await readCurrentState(asPublisher(site));
  const ids = new Map([...keys].map(([misKey, key]) => [key, misKey.replace('pupil:', '')]));
  const rows = await readAs(site, email, list, ['PupilKey']);
  return [...new Set(rows.map((row) => ids.get(String(row['PupilKey'])) ?? 'nobody'))].sort();
}

/** Everything that staging leaves on the site, with MIS ids in place of random keys, so that two sites can be compared. */
export async function stateOf(site: TestSite): Promise<unknown> {
  const publisher = asPublisher(site);
  const currentState = await readCurrentState(publisher);
  const names = [...currentState.keys].map(([misKey, key]) => [key, misKey] as const);
  const named = (text: string) => names.reduce((all, [key, misKey]) => all.split(key).join(misKey), text);
  const payloads = await Promise.all(
    [pupilHomeList, pupilRecordsList, adultHomeList].map(async (list) =>
      readAllItems(publisher, listUrl('/sites/school', list), ['FileRef', 'Payload']),
    ),
  );
  const scopes = [
    ...currentState.pupilHome.folders.map((folder) => ['PupilHome', folder] as const),
    ...currentState.pupilRecords.folders.map((folder) => ['PupilRecords', folder] as const),
    ...currentState.adultHome.rows.map((row) => ['AdultHome', { id: row.id, path: row.key, hasOwnScope: row.hasOwnScope }] as const),
  ];
  const groupNames = new Map([...currentState.principals.adultGroups.values()].map((group) => [group.id, named(group.title)]));
  return {
    keys: [...currentState.keys.keys()].sort(),
    payloads: payloads.map((rows, index) => rows.map((row) => named(withoutIds(JSON.stringify(row), index === 2))).sort()),
    scopes: scopes
      .map(([list, target]) => [
        list,
        named(target.path),
        target.hasOwnScope,
        (currentState.grants.get(`${list}:${target.id}`) ?? [])
          .map((grant) => `${groupNames.get(grant.principalId) ?? grant.title}=${grant.levels.map((level) => level.name).join()}`)
          .sort(),
      ])
      .sort((a, b) => String(a).localeCompare(String(b))),
    groups: [...currentState.principals.adultGroups.values()]
      .map((group) => [
        named(group.title),
        group.isClosed,
        group.readsSite,
        group.keepsPreferences,
        group.members.map((member) => member.email),
      ])
      .sort(),
    rows: [currentState.schoolDays, currentState.assignments, currentState.access].map((list) =>
      list.rows.map((row) => named(row.key)).sort(),
    ),
    freshness: currentState.freshness.rows.map((row) => [row.key, row.more['UpdatedAt']]).sort(),
    findings: (await readAllItems(publisher, listUrl('/sites/school', findingsList), ['Code', 'FileName', 'Line', 'ColumnName', 'Message']))
      .map((row) => JSON.stringify(row))
      .sort(),
  };
}

/** Rows in folders are named by their id, which depends on the order in which they were made. */
function withoutIds(text: string, isAdults: boolean): string {
  return text.replace(/\/\d+_\.000"/, '/row"').replace(isAdults ? /"ContentHash":"\w+",?/ : /^$/, '');
}
