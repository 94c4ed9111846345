/** What staging leaves on a site, read by REST alone: production code that read wrongly would hide that it writes wrongly. */
import { accessList } from '../../src/lists/access';
import { adultHomeList } from '../../src/lists/adultHome';
import { assignmentsList } from '../../src/lists/assignments';
import type { ListDefinition } from '../../src/lists/define';
import { findingsList } from '../../src/lists/findings';
import { freshnessList } from '../../src/lists/freshness';
import { listUrl } from '../../src/lists/index';
import { keysList } from '../../src/lists/keys';
import { ownRowsLevel, parentReadLevel } from '../../src/lists/permissions';
import { preferencesList } from '../../src/lists/preferences';
import { pupilHomeList } from '../../src/lists/pupilHome';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { schoolDaysList } from '../../src/lists/schoolDays';
import { admin, siteUrl } from './localSite';
import type { TestSite } from './provisionedSite';
import { as, type Caller } from './request';

/** Opaque key by '<kind>:<MIS id>'. */
async function keysOn(site: TestSite): Promise<ReadonlyMap<string, string>> {
  const rows = await as(site, admin).rows(keysList, ['MisKey', 'OpaqueKey']);
  return new Map(rows.map(({ MisKey, OpaqueKey }) => [String(MisKey), String(OpaqueKey)]));
}

/** Opaque key of a pupil or adult. */
export async function keyOf(site: TestSite, misKey: string): Promise<string> {
  return (await keysOn(site)).get(misKey) ?? 'no key';
}

/** MIS ids of the pupils whose row in a list somebody reads. */
export async function pupilsSeenBy(site: TestSite, email: string, list: ListDefinition): Promise<readonly string[]> {
  const ids = new Map([...(await keysOn(site))].map(([misKey, key]) => [key, misKey.replace('pupil:', '')]));
  const rows = await as(site, email).rows(list, ['PupilKey']);
  return [...new Set(rows.map((row) => ids.get(String(row['PupilKey'])) ?? 'nobody'))].sort();
}

/** Everything that staging leaves on the site, with MIS ids in place of random keys, so that two sites can be compared. */
export async function stateOf(site: TestSite): Promise<unknown> {
  const owner = as(site, admin);
  const keys = [...(await keysOn(site))];
  const named = (text: string) => keys.reduce((all, [misKey, key]) => all.split(key).join(misKey), text);
  const textsOf = async (list: ListDefinition, columns: readonly string[]) =>
    (await owner.rowsAndFolders(list, columns)).map((row) => named(withoutId(JSON.stringify(row)))).sort();
  const closedLists = [pupilHomeList, pupilRecordsList, adultHomeList];
  return {
    keys: keys.map(([misKey]) => misKey).sort(),
    payloads: await inTurn(closedLists, (list) => textsOf(list, ['FileRef', 'Payload'])),
    scopes: (await inTurn(closedLists, (list) => scopesOf(owner, list, named))).flat().sort(),
    groups: (await adultGroups(owner)).map(named).sort(),
    schoolDays: await textsOf(schoolDaysList, ['SchoolDayKey']),
    assignments: await textsOf(assignmentsList, ['AssignmentKey']),
    access: await textsOf(accessList, ['AccessKey']),
    freshness: await textsOf(freshnessList, ['Area', 'UpdatedAt']),
    findings: await textsOf(findingsList, ['Code', 'FileName', 'Line', 'ColumnName', 'Message']),
  };
}

/** Rows in folders are named by their id, which depends on the order in which they were made. */
function withoutId(text: string): string {
  return text.replace(/\/\d+_\.000(?="|$)/, '/row');
}

/** Each folder and each row that has a scope of its own: '<path>: <who holds which level>'. */
async function scopesOf(owner: Caller, list: ListDefinition, named: (text: string) => string): Promise<readonly string[]> {
  const columns = ['Id', 'FileRef', 'AdultKey', 'HasUniqueRoleAssignments'].filter(isColumnOf(list));
  return inTurn(await owner.rowsAndFolders(list, columns), async (item) => {
    const name = named([withoutId(String(item['FileRef'])), item['AdultKey'] ?? ''].join(' '));
    if (item['HasUniqueRoleAssignments'] !== true) return `${name}: as its parent`;
    const grants = await grantsOn(owner, `_api/web/getlist('${listUrl(siteUrl, list)}')/items(${String(item['Id'])})`);
    // Sorted with the names in: the order of random keys differs from site to site.
    return `${name}: ${grants
      .map(({ title, level }) => named(`${title}=${level}`))
      .sort()
      .join()}`;
  });
}

function isColumnOf(list: ListDefinition): (column: string) => boolean {
  return (column) => column !== 'AdultKey' || list.fields.some(({ name }) => name === column);
}

interface Group {
  readonly Id: number;
  readonly Title: string;
  readonly OnlyAllowMembersViewMembership: boolean;
  readonly AllowMembersEditMembership: boolean;
}

/** Each adult's own group: who may see its members, what it holds on the site and on Preferences, and its members. */
async function adultGroups(owner: Caller): Promise<readonly string[]> {
  const { value } = (await owner.read('_api/web/sitegroups?$top=5000')) as { readonly value: readonly Group[] };
  const readers = holdersOf(parentReadLevel.name, await grantsOn(owner, '_api/web'));
  const keepers = holdersOf(ownRowsLevel.name, await grantsOn(owner, `_api/web/getlist('${listUrl(siteUrl, preferencesList)}')`));
  return inTurn(
    value.filter(({ Title }) => Title.startsWith('A-')),
    async ({ Id, Title, ...group }) => {
      const users = (await owner.read(`_api/web/sitegroups(${Id})/users`)) as { readonly value: readonly { readonly Email: string }[] };
      return [
        Title,
        group.OnlyAllowMembersViewMembership && !group.AllowMembersEditMembership ? 'closed' : 'open',
        readers.has(Title) ? 'reads the site' : '',
        keepers.has(Title) ? 'has preferences' : '',
        ...users.value.map(({ Email }) => Email.toLowerCase()).sort(),
      ].join();
    },
  );
}

interface Held {
  readonly title: string;
  readonly level: string;
}

/** RoleTypeKind of Limited Access and of its web-only sibling: SharePoint adds them by itself for grants further down. */
const limitedAccess = [1, 9];

interface RoleAssignments {
  readonly value: readonly {
    readonly Member: { readonly Title: string };
    readonly RoleDefinitionBindings: readonly { readonly Name: string; readonly RoleTypeKind: number }[];
  }[];
}

async function grantsOn(owner: Caller, address: string): Promise<readonly Held[]> {
  const answer = await owner.read(`${address}/roleassignments?$top=5000&$expand=Member,RoleDefinitionBindings`);
  return (answer as RoleAssignments).value.flatMap(({ Member, RoleDefinitionBindings }) =>
    RoleDefinitionBindings.filter(({ RoleTypeKind }) => !limitedAccess.includes(RoleTypeKind)).map(({ Name }) => ({
      title: Member.Title,
      level: Name,
    })),
  );
}

function holdersOf(level: string, grants: readonly Held[]): ReadonlySet<string> {
  return new Set(grants.filter((grant) => grant.level === level).map(({ title }) => title));
}

async function inTurn<T, R>(all: readonly T[], ask: (one: T) => Promise<R>): Promise<readonly R[]> {
  const answers: R[] = [];
  for (const one of all) answers.push(await ask(one));
  return answers;
}
