import type { Progress } from '../../report';
import type { Site } from '../../site/connection';
import { adultGroupTitle } from '../../../src/lists/permissions';
import { adultHomeList } from '../../../src/lists/adultHome';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { ListDefinition } from '../../../src/lists/define';
import { listUrl } from '../../../src/lists/index';
import { readGrants } from '../../site/roles';
import type { DesiredState } from '../desiredState/desiredState';
import type { WantedScope } from '../desiredState/scopes';
import type { Row } from '../rows/row';
import type { SitePrincipals } from '../currentState/principals';
import { readSiteList } from '../currentState/siteList';
import type { SiteList } from '../rows/siteRow';

interface Part {
  readonly list: ListDefinition;
  readonly keyColumn: string;
  readonly rows: readonly Row[];
  readonly scopes: readonly WantedScope[];
}

/** How many scopes of each list are read back in full. */
const sampled = 20;

export interface Verified {
  /** Each sentence is something that is not as it should be; none: all is well. */
  readonly wrong: readonly string[];
  /** Folders that we see: '<list name>:<path>'. */
  readonly folders: ReadonlySet<string>;
}

/** Reads back what was written. */
export async function verify(
  site: Site,
  desiredState: DesiredState,
  { owners, publisher, caller }: SitePrincipals,
  progress: Progress,
): Promise<Verified> {
  const parts = partsOf(desiredState);
  const total = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  progress('Verifying', done, total);
  const problems: string[] = [];
  const folders = new Set<string>();
  for (const { list, keyColumn, rows, scopes } of parts) {
    const before = done;
    const onPage = (items: number) => progress('Verifying', before + Math.min(items, rows.length - 1), total);
    const there = await readSiteList(site, { list, keyColumn, withHash: true, withScopes: true, onPage });
    const targets = new Map<string, { readonly id: number; readonly hasOwnScope: boolean }>();
    there.folders.forEach((folder) => targets.set(folder.path, folder));
    there.folders.forEach(({ path }) => folders.add(`${list.name}:${path}`));
    if (list.name === adultHomeList.name) there.rows.forEach((row) => targets.set(row.key, row));
    const open = scopes.filter((scope) => !targets.get(scope.path)?.hasOwnScope).length;
    problems.push(...rowProblems(list, rows, there), ...(open > 0 ? [`${list.title}: ${open} scopes are missing.`] : []));
    const wrong = await wrongScopes(site, list, sampleOf(scopes), (path) => targets.get(path)?.id, [owners, publisher, caller]);
    if (wrong > 0)
      problems.push(
        `${list.title}: ${wrong} of ${Math.min(sampled, scopes.length)} sampled scopes let somebody in who does not belong there.`,
      );
    done += rows.length;
    progress('Verifying', done, total);
  }
  return { wrong: problems, folders };
}

function partsOf(desiredState: DesiredState): readonly Part[] {
  return [
    { list: pupilHomeList, keyColumn: 'PupilKey', rows: desiredState.homes, scopes: desiredState.homeScopes },
    {
      list: pupilRecordsList,
      keyColumn: 'RecordKey',
      rows: desiredState.records,
      scopes: [...desiredState.recordScopes, ...desiredState.areaScopes],
    },
    { list: adultHomeList, keyColumn: 'AdultKey', rows: desiredState.adultHomes, scopes: desiredState.adultScopes },
  ];
}

function rowProblems(list: ListDefinition, rows: readonly Row[], there: SiteList): readonly string[] {
  const found = new Map(there.rows.map((row) => [row.key, row]));
  const missing = rows.filter((row) => found.get(row.key)?.hash !== row.hash).length;
  const misplaced = rows.filter((row) => found.has(row.key) && found.get(row.key)?.folder !== row.folder).length;
  return [
    ...(missing > 0 ? [`${list.title}: ${missing} rows are missing or not as they should be.`] : []),
    ...(misplaced > 0 ? [`${list.title}: ${misplaced} rows lie in a folder that is not theirs.`] : []),
  ];
}

/** Every n-th, so that a sample of a sorted list is spread over it. */
function sampleOf(scopes: readonly WantedScope[]): readonly WantedScope[] {
  const step = Math.max(1, Math.floor(scopes.length / sampled));
  return scopes.filter((_, index) => index % step === 0).slice(0, sampled);
}

async function wrongScopes(
  site: Site,
  list: ListDefinition,
  scopes: readonly WantedScope[],
  idOf: (path: string) => number | undefined,
  masters: readonly number[],
): Promise<number> {
  const known = scopes.flatMap((scope) => {
    const id = idOf(scope.path);
    return id === undefined ? [] : [{ scope, id }];
  });
  const answers = await site.batch(
    known.map(({ id }) => ({ run: (web) => readGrants(web.getList(listUrl(site.path, list)).items.getById(id).roleAssignments) })),
  );
  return known.filter(({ scope }, index) => {
    const answer = answers[index];
    const titles = scope.adultKeys.map(adultGroupTitle);
    return !answer?.ok || answer.value.some((grant) => !masters.includes(grant.principalId) && !titles.includes(grant.title));
  }).length;
}
