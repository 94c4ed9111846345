import { listUrl } from '../../../src/lists/index';
import type { ListDefinition } from '../../../src/lists/define';
import { findingsList } from '../../../src/lists/findings';
import { accessList } from '../../../src/lists/access';
import { adultHomeList } from '../../../src/lists/adultHome';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import { assignmentsList } from '../../../src/lists/assignments';
import { freshnessList } from '../../../src/lists/freshness';
import { schoolDaysList } from '../../../src/lists/schoolDays';
import { noProgress, type Progress } from '../../report';
import type { Site } from '../../site/connection';
import { readGrants, type Grant } from '../../site/roles';
import { pairColumns } from './pairStates';
import { NotReady } from '../notReady';
import { readKeyRows, type KnownPerson } from './people';
import { readPrincipals, type SitePrincipals } from './principals';
import { readSiteList } from './siteList';
import type { SiteList } from '../rows/siteRow';

/** Everything on the site that staging may change, without payloads. */
export interface CurrentState {
  readonly principals: SitePrincipals;
  readonly pupilHome: SiteList;
  readonly pupilRecords: SiteList;
  readonly adultHome: SiteList;
  readonly freshness: SiteList;
  readonly schoolDays: SiteList;
  readonly assignments: SiteList;
  readonly access: SiteList;
  readonly findings: SiteList;
  /** Opaque key by '<kind>:<MIS id>'. */
  readonly keys: ReadonlyMap<string, string>;
  /** Pupils and adults who have a key, by the same. */
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** Grants of every scope below a list: by '<list name>:<item id>'. */
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
}

export function scopeName(list: ListDefinition, itemId: number): string {
  return `${list.name}:${itemId}`;
}

/** Reads a site that is provisioned. Throws NotReady where a group or a level is missing. */
export async function readCurrentState(site: Site, progress: Progress = noProgress): Promise<CurrentState> {
  const principals = await readPrincipals(site, progress);
  const closed = (list: ListDefinition, keyColumn: string, more: readonly string[]) =>
    readSiteList(site, { list, keyColumn, withHash: true, withScopes: true, more });
  const shared = (list: ListDefinition, keyColumn: string, more: readonly string[] = []) =>
    readSiteList(site, { list, keyColumn, withHash: true, withScopes: false, more });
  const pupilHome = await closed(pupilHomeList, 'PupilKey', ['StaleSince']);
  const pupilRecords = await closed(pupilRecordsList, 'RecordKey', ['PupilKey', 'Area', 'PeriodId']);
  const adultHome = await closed(adultHomeList, 'AdultKey', ['AdultId']);
  return {
    principals,
    pupilHome,
    pupilRecords,
    adultHome,
    freshness: await shared(freshnessList, 'Area', ['UpdatedAt']),
    schoolDays: await shared(schoolDaysList, 'SchoolDayKey'),
    assignments: await shared(assignmentsList, 'AssignmentKey'),
    access: await shared(accessList, 'AccessKey', pairColumns),
    findings: await shared(findingsList, 'FindingKey'),
    ...(await readKeyRows(site)),
    grants: await readScopes(
      site,
      [
        [pupilHomeList, pupilHome],
        [pupilRecordsList, pupilRecords],
        [adultHomeList, adultHome],
      ],
      progress,
    ),
  };
}

async function readScopes(
  site: Site,
  listsRead: readonly (readonly [ListDefinition, SiteList])[],
  progress: Progress,
): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const scopes = listsRead.flatMap(([list, { folders, rows }]) =>
    [...folders, ...rows].filter((each) => each.hasOwnScope).map(({ id }) => ({ list, id })),
  );
  const answers = await site.batch(
    scopes.map(({ list, id }) => ({
      run: (web) => readGrants(web.getList(listUrl(site.path, list)).items.getById(id).roleAssignments),
    })),
    { onProgress: (done, total) => progress('Reading permissions', done, total) },
  );
  return new Map(
    scopes.map(({ list, id }, index) => {
      const answer = answers[index];
      if (!answer?.ok) throw answer?.error ?? new NotReady('A batch came back without an answer.');
      return [scopeName(list, id), answer.value];
    }),
  );
}
