import type { ListDefinition } from '../../../src/lists/define';
import type { Row } from '../rows/row';
import type { SiteList, SiteRow } from '../rows/siteRow';

/** What has to change in one list. */
export interface ListDiff {
  readonly list: ListDefinition;
  readonly create: readonly Row[];
  readonly update: readonly { readonly id: number; readonly row: Row }[];
  readonly delete: readonly SiteRow[];
  /** Rows in a folder that is not theirs, where others could read them: gone before all else, and made anew. */
  readonly misplaced: readonly SiteRow[];
  readonly unchanged: number;
}

export interface RowDiffInput {
  readonly list: ListDefinition;
  readonly desired: readonly Row[];
  readonly current: SiteList;
  /** Rows outside what the export speaks about stay. */
  readonly mayDelete: (row: SiteRow) => boolean;
  /** Rows on the site of which only these columns are written. */
  readonly marks?: readonly Row[];
  /** More than the hash decides: a person column that is no content. */
  readonly isStale?: (row: SiteRow) => boolean;
}

export function diffRows({ list, desired, current, mayDelete, marks = [], isStale = () => false }: RowDiffInput): ListDiff {
  const wanted = new Map(desired.map((row) => [row.key, row]));
  const isMisplaced = (row: SiteRow) => wanted.has(row.key) && wanted.get(row.key)?.folder !== row.folder;
  const misplaced = current.rows.filter(isMisplaced);
  const there = new Map(current.rows.filter((row) => !isMisplaced(row)).map((row) => [row.key, row]));
  const withFound = (rows: readonly Row[]) =>
    rows.flatMap((row) => {
      const found = there.get(row.key);
      return found ? [{ row, found }] : [];
    });
  const both = withFound(desired);
  const update = both.filter(({ row, found }) => row.hash !== found.hash || isStale(found));
  return {
    list,
    misplaced,
    update: [...update, ...withFound(marks)].map(({ row, found }) => ({ id: found.id, row })),
    create: desired.filter((row) => !there.has(row.key)),
    // Twice the same where no column is unique: SharePoint failed after it had written, and was asked again.
    delete: current.rows.filter((row) => (wanted.has(row.key) ? !isMisplaced(row) && there.get(row.key) !== row : mayDelete(row))),
    unchanged: both.length - update.length,
  };
}

export function changesInList({ create, update, delete: gone, misplaced }: ListDiff): number {
  return create.length + update.length + gone.length + misplaced.length;
}
