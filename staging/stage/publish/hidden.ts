import * as v from 'valibot';
import { listUrl } from '../../../src/lists/index';
import type { ListDefinition } from '../../../src/lists/define';
import { accessList } from '../../../src/lists/access';
import { adultHomeList } from '../../../src/lists/adultHome';
import { keysList } from '../../../src/lists/keys';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { Site } from '../../site/connection';
import { countItems } from '../../site/items';
import type { Problem } from './batchWriter';
import type { CurrentState } from '../currentState/currentState';
import type { SiteList } from '../rows/siteRow';

/** Folders and rows that are on the site and that this account cannot see: nor can it close them. */
export interface Hidden {
  readonly list: string;
  readonly count: number;
  /** Opaque keys of those that we know should be there. */
  readonly keys: readonly string[];
}

/**
 * Compares what each closed list holds with what it showed us. Only staging writes to these lists, so nothing else can make a difference;
 * folders count on both sides, the list's root on neither.
 */
export async function findHidden(site: Site, currentState: CurrentState): Promise<readonly Hidden[]> {
  const folders = (list: SiteList) => list.folders.map(({ path }) => path);
  const known = publishedKeys(currentState);
  const lists = [
    { list: pupilHomeList, shown: sizeOf(currentState.pupilHome), missing: without(known.pupils, folders(currentState.pupilHome)) },
    {
      list: pupilRecordsList,
      shown: sizeOf(currentState.pupilRecords),
      missing: without(known.pupils, folders(currentState.pupilRecords)),
    },
    {
      list: adultHomeList,
      shown: sizeOf(currentState.adultHome),
      missing: without(
        known.adults,
        currentState.adultHome.rows.map(({ key }) => key),
      ),
    },
    { list: keysList, shown: currentState.keys.size, missing: [] },
    { list: accessList, shown: sizeOf(currentState.access), missing: [] },
  ];
  const hidden: Hidden[] = [];
  for (const { list, shown, missing } of lists) {
    const count = (await countItems(site, listUrl(site.path, list))) - shown;
    if (count > 0) hidden.push({ list: list.title, count, keys: missing });
  }
  return hidden;
}

/** Folders whose creation was refused because they exist, and that we still do not see. */
export function hiddenFolders(
  problems: readonly Problem[],
  seen: ReadonlySet<string>,
  lists: readonly ListDefinition[],
): readonly Hidden[] {
  const places = problems
    .filter(({ stage, kind, key }) => stage === 'Creating folders' && kind === 'duplicate' && !seen.has(key))
    .map(({ key }) => key);
  return lists.flatMap(({ name, title }) => {
    const keys = places.filter((place) => place.startsWith(`${name}:`)).map((place) => place.slice(name.length + 1));
    return keys.length > 0 ? [{ list: title, count: keys.length, keys }] : [];
  });
}

/** Both together: what is known of one list already is told with its keys. */
export function joinHidden(counted: readonly Hidden[], named: readonly Hidden[]): readonly Hidden[] {
  const both = counted.map((each) => {
    const keys = [...new Set([...each.keys, ...(named.find(({ list }) => list === each.list)?.keys ?? [])])];
    return { ...each, keys, count: Math.max(each.count, keys.length) };
  });
  return [...both, ...named.filter(({ list }) => !counted.some((each) => each.list === list))];
}

function sizeOf({ rows, folders }: SiteList): number {
  return rows.length + folders.length;
}

function without(keys: ReadonlySet<string>, there: readonly string[]): readonly string[] {
  const seen = new Set(there);
  return [...keys].filter((key) => !seen.has(key));
}

const accessRow = v.looseObject({ AdultKey: v.string(), PupilKey: v.string(), Decision: v.string() });

/** Whom the last run published: pupils whom somebody may see, and those adults. */
function publishedKeys({ access }: CurrentState): { readonly pupils: ReadonlySet<string>; readonly adults: ReadonlySet<string> } {
  const allowed = access.rows.map(({ more }) => v.parse(accessRow, more)).filter(({ Decision }) => Decision === 'allowed');
  return { pupils: new Set(allowed.map(({ PupilKey }) => PupilKey)), adults: new Set(allowed.map(({ AdultKey }) => AdultKey)) };
}
