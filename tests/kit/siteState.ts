import { listUrl } from '../../src/lists/index';
import { findingsList } from '../../src/lists/findings';
import type { ListDefinition } from '../../src/lists/define';
import { adultHomeList } from '../../src/lists/adultHome';
import { pupilHomeList } from '../../src/lists/pupilHome';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { openSite } from '../../staging/site/connection';
import { readAllItems } from '../../staging/site/items';
import { readPresent } from '../../staging/stage/present/present';
import { siteAddress } from './localSite';
import { publisherToken, type TestSite } from './provisionedSite';
import { as } from './request';

function asPublisher(site: TestSite) {
  return openSite({ siteUrl: siteAddress, token: publisherToken, fetch: (request) => site.local.fetch(request) });
}

/** Opaque key of a pupil or adult. */
export async function keyOf(site: TestSite, misKey: string): Promise<string> {
  const { keys } = await readPresent(asPublisher(site));
  return keys.get(misKey) ?? 'no key';
}

/** MIS ids of the pupils whose row in a list somebody reads. */
export async function pupilsSeenBy(site: TestSite, email: string, list: ListDefinition): Promise<readonly string[]> {
  const { keys } = await readPresent(asPublisher(site));
  const ids = new Map([...keys].map(([misKey, key]) => [key, misKey.replace('pupil:', '')]));
  const rows = await as(site, email).rows(list, ['PupilKey']);
  return [...new Set(rows.map((row) => ids.get(String(row['PupilKey'])) ?? 'nobody'))].sort();
}

/** Everything that staging leaves on the site, with MIS ids in place of random keys, so that two sites can be compared. */
export async function stateOf(site: TestSite): Promise<unknown> {
  const publisher = asPublisher(site);
  const present = await readPresent(publisher);
  const names = [...present.keys].map(([misKey, key]) => [key, misKey] as const);
  const named = (text: string) => names.reduce((all, [key, misKey]) => all.split(key).join(misKey), text);
  const payloads = await Promise.all(
    [pupilHomeList, pupilRecordsList, adultHomeList].map(async (list) =>
      readAllItems(publisher, listUrl('/sites/school', list), ['FileRef', 'Payload']),
    ),
  );
  const scopes = [
    ...present.pupilHome.folders.map((folder) => ['PupilHome', folder] as const),
    ...present.pupilRecords.folders.map((folder) => ['PupilRecords', folder] as const),
    ...present.adultHome.rows.map((row) => ['AdultHome', { id: row.id, path: row.key, hasOwnScope: row.hasOwnScope }] as const),
  ];
  const groupNames = new Map([...present.principals.adultGroups.values()].map((group) => [group.id, named(group.title)]));
  return {
    keys: [...present.keys.keys()].sort(),
    payloads: payloads.map((rows, index) => rows.map((row) => named(withoutIds(JSON.stringify(row), index === 2))).sort()),
    scopes: scopes
      .map(([list, target]) => [
        list,
        named(target.path),
        target.hasOwnScope,
        (present.grants.get(`${list}:${target.id}`) ?? [])
          .map((grant) => `${groupNames.get(grant.principalId) ?? grant.title}=${grant.levels.map((level) => level.name).join()}`)
          .sort(),
      ])
      .sort((a, b) => String(a).localeCompare(String(b))),
    groups: [...present.principals.adultGroups.values()]
      .map((group) => [
        named(group.title),
        group.isClosed,
        group.readsSite,
        group.keepsPreferences,
        group.members.map((member) => member.email),
      ])
      .sort(),
    rows: [present.schoolDays, present.assignments, present.access].map((list) => list.rows.map((row) => named(row.key)).sort()),
    freshness: present.freshness.rows.map((row) => [row.key, row.more['UpdatedAt']]).sort(),
    findings: (await readAllItems(publisher, listUrl('/sites/school', findingsList), ['Code', 'FileName', 'Line', 'ColumnName', 'Message']))
      .map((row) => JSON.stringify(row))
      .sort(),
  };
}

/** Rows in folders are named by their id, which depends on the order in which they were made. */
function withoutIds(text: string, isAdults: boolean): string {
  return text.replace(/\/\d+_\.000"/, '/row"').replace(isAdults ? /"ContentHash":"\w+",?/ : /^$/, '');
}
