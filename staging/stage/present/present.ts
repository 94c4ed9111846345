import * as v from 'valibot';
import { lists, listUrl } from '../../../src/lists/index';
import type { ListDefinition } from '../../../src/lists/definition';
import { findingsList } from '../../../src/lists/journalLists';
import { accessList, adultHomeList, keysList, pupilHomeList, pupilRecordsList } from '../../../src/lists/pupilLists';
import { assignmentsList, schoolDaysList } from '../../../src/lists/sharedLists';
import { untold, type Progress } from '../../report';
import type { Site } from '../../site/connection';
import { readGrants, type Grant } from '../../site/roles';
import { findingKey } from '../desired/shared';
import { NotReady } from '../notReady';
import { readPrincipals, type Principals } from './principals';
import { readSiteList, type SiteList, type SiteRow } from './siteRows';

/** Everything on the site that staging may change, without payloads. */
export interface Present {
  readonly principals: Principals;
  readonly pupilHome: SiteList;
  readonly pupilRecords: SiteList;
  readonly adultHome: SiteList;
  readonly schoolDays: SiteList;
  readonly assignments: SiteList;
  readonly access: SiteList;
  readonly findings: SiteList;
  /** Opaque key by '<kind>:<MIS id>'. */
  readonly keys: ReadonlyMap<string, string>;
  /** Grants of every scope below a list: by '<list name>:<item id>'. */
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
}

export function scopeName(list: ListDefinition, itemId: number): string {
  return `${list.name}:${itemId}`;
}

/** Reads a site that is provisioned. Throws NotReady where a group or a level is missing. */
export async function readPresent(site: Site, progress: Progress = untold): Promise<Present> {
  const principals = await readPrincipals(site, progress);
  const pupilHome = await readSiteList(site, { list: pupilHomeList, keyColumn: 'PupilKey', withHash: true, withScopes: true });
  const pupilRecords = await readSiteList(site, {
    list: pupilRecordsList, keyColumn: 'RecordKey', withHash: true, withScopes: true, more: ['PupilKey', 'Area', 'PeriodId'],
  });
  const adultHome = await readSiteList(site, { list: adultHomeList, keyColumn: 'AdultKey', withHash: true, withScopes: true, more: ['AdultId'] });
  const shared = (list: ListDefinition, keyColumn: string, more: readonly string[] = []) =>
    readSiteList(site, { list, keyColumn, withHash: true, withScopes: false, more });
  return {
    principals, pupilHome, pupilRecords, adultHome,
    schoolDays: await shared(schoolDaysList, 'SchoolDayKey', ['Day']),
    assignments: await shared(assignmentsList, 'AssignmentKey'),
    access: await shared(accessList, 'AccessKey', ['AdultKey', 'PupilKey', 'Decision', 'Areas']),
    findings: await readFindings(site),
    keys: await readKeys(site),
    grants: await readScopes(site, [[pupilHomeList, pupilHome], [pupilRecordsList, pupilRecords], [adultHomeList, adultHome]], progress),
  };
}

const listRow = v.object({ HasUniqueRoleAssignments: v.boolean(), RootFolder: v.object({ ServerRelativeUrl: v.string() }) });

/** Throws NotReady where a list is missing or a closed list is open. */
export async function assureProvisioned(site: Site): Promise<void> {
  const rows = v.parse(v.array(listRow), await site.web.lists
    .select('HasUniqueRoleAssignments', 'RootFolder/ServerRelativeUrl').expand('RootFolder')());
  for (const list of lists) {
    const row = rows.find(each => each.RootFolder.ServerRelativeUrl.toLowerCase() === listUrl(site.path, list).toLowerCase());
    if (!row) throw new NotReady(`The site lacks the list ${list.title}.`);
    if (list.access.kind !== 'inherited' && !row.HasUniqueRoleAssignments) throw new NotReady(`The list ${list.title} is open to everybody who may read the site.`);
  }
}

const findingRow = v.looseObject({
  Code: v.string(), Effect: v.string(), FileName: v.nullable(v.string()), Line: v.nullable(v.number()), ColumnName: v.nullable(v.string()), Message: v.nullable(v.string()),
});

/** Findings have no key of their own on the site: it is made of their columns. */
async function readFindings(site: Site): Promise<SiteList> {
  const list = await readSiteList(site, {
    list: findingsList, keyColumn: 'Code', withHash: false, withScopes: false, more: ['Effect', 'FileName', 'Line', 'ColumnName', 'Message'],
  });
  return { folders: [], rows: list.rows.map(row => ({ ...row, key: keyOfFinding(row) })) };
}

function keyOfFinding(row: SiteRow): string {
  const { Code, Effect, FileName, Line, ColumnName, Message } = v.parse(findingRow, row.more);
  return findingKey({ Code, Effect, FileName: FileName ?? '', Line, ColumnName: ColumnName ?? '', Message: Message ?? '' });
}

const keyRow = v.looseObject({ MisKey: v.string(), OpaqueKey: v.string() });

async function readKeys(site: Site): Promise<ReadonlyMap<string, string>> {
  const list = await readSiteList(site, { list: keysList, keyColumn: 'MisKey', withHash: false, withScopes: false, more: ['OpaqueKey'] });
  return new Map(list.rows.map(row => {
    const { MisKey, OpaqueKey } = v.parse(keyRow, row.more);
    return [MisKey, OpaqueKey];
  }));
}

async function readScopes(
  site: Site, listsRead: readonly (readonly [ListDefinition, SiteList])[], progress: Progress,
): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const scopes = listsRead.flatMap(([list, { folders, rows }]) =>
    [...folders, ...rows].filter(each => each.hasOwnScope).map(({ id }) => ({ list, id })));
  const answers = await site.batch(scopes.map(({ list, id }) => ({
    run: web => readGrants(web.getList(listUrl(site.path, list)).items.getById(id).roleAssignments),
  })), { onProgress: (done, total) => progress('Reading permissions', done, total) });
  return new Map(scopes.map(({ list, id }, index) => {
    const answer = answers[index];
    if (!answer?.ok) throw answer?.error ?? new NotReady('A batch came back without an answer.');
    return [scopeName(list, id), answer.value];
  }));
}
