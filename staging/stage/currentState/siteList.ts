import * as v from 'valibot';
import { listUrl } from '../../../src/lists/index';
import type { ListDefinition } from '../../../src/lists/define';
import type { Site } from '../../site/connection';
import { readAllItems } from '../../site/items';
import type { SiteList } from '../rows/siteRow';

const item = v.looseObject({
  Id: v.number(),
  FileRef: v.string(),
  FileDirRef: v.string(),
  FSObjType: v.pipe(v.union([v.number(), v.string()]), v.transform(Number)),
  HasUniqueRoleAssignments: v.optional(v.boolean(), false),
  ContentHash: v.optional(v.nullable(v.string())),
});

export interface ListReading {
  readonly list: ListDefinition;
  readonly keyColumn: string;
  readonly withHash: boolean;
  readonly withScopes: boolean;
  readonly more?: readonly string[];
  /** Told how many rows and folders have come. */
  readonly onPage?: (items: number) => void;
}

/** Reads rows and folders of a list without their payloads. */
export async function readSiteList(
  site: Site,
  { list, keyColumn, withHash, withScopes, more = [], onPage }: ListReading,
): Promise<SiteList> {
  const address = listUrl(site.path, list);
  const columns = [
    'Id',
    'FileRef',
    'FileDirRef',
    'FSObjType',
    keyColumn,
    ...more,
    ...(withHash ? ['ContentHash'] : []),
    ...(withScopes ? ['HasUniqueRoleAssignments'] : []),
  ];
  const items = v.parse(v.array(item), await readAllItems(site, address, columns, onPage));
  const below = (path: string) => path.slice(address.length).replace(/^\//, '');
  return {
    folders: items
      .filter((each) => each.FSObjType === 1)
      .map((each) => ({ id: each.Id, path: below(each.FileRef), hasOwnScope: each.HasUniqueRoleAssignments })),
    rows: items
      .filter((each) => each.FSObjType === 0)
      .map((each) => ({
        id: each.Id,
        key: textOf(each[keyColumn]),
        folder: below(each.FileDirRef),
        hash: each.ContentHash ?? '',
        hasOwnScope: each.HasUniqueRoleAssignments,
        more: each,
      })),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
