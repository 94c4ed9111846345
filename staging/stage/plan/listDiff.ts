import type { ListDefinition } from '../../../src/lists/define';
import type { Row } from '../rows/row';
import type { SiteList, SiteRow } from '../currentState/siteList';

/** What has to change in one list. */
export interface ListPlan {
  readonly list: ListDefinition;
  readonly creates: readonly Row[];
  readonly updates: readonly { readonly id: number; readonly row: Row }[];
  readonly deletes: readonly SiteRow[];
  /** Rows in a folder that is not theirs, where others could read them: gone before all else, and made anew. */
  readonly misplaced: readonly SiteRow[];
  readonly unchanged: number;
}

export interface RowDifference {
  readonly list: ListDefinition;
  readonly desired: readonly Row[];
  readonly present: SiteList;
  /** Rows outside what the export speaks about stay. */
  readonly mayDelete: (row: SiteRow) => boolean;
  /** Rows on the site of which only these columns are written. */
  readonly marks?: readonly Row[];
  /** More than the hash decides: a person column that is no content. */
  readonly isStale?: (row: SiteRow) => boolean;
}

export function planRows({ list, desired, present, mayDelete, marks = [], isStale = () => false }: RowDifference): ListPlan {
  const wanted = new Map(desired.map((row) => [row.key, row]));
  const isMisplaced = (row: SiteRow) => wanted.has(row.key) && wanted.get(row.key)?.folder !== row.folder;
  const misplaced = present.rows.filter(isMisplaced);
  const there = new Map(present.rows.filter((row) => !isMisplaced(row)).map((row) => [row.key, row]));
  const withFound = (rows: readonly Row[]) =>
    rows.flatMap((row) => {
      const found = there.get(row.key);
      return found ? [{ row, found }] : [];
    });
  const both = withFound(desired);
  const updates = both.filter(({ row, found }) => row.hash !== found.hash || isStale(found));
  return {
    list,
    misplaced,
    updates: [...updates, ...withFound(marks)].map(({ row, found }) => ({ id: found.id, row })),
    creates: desired.filter((row) => !there.has(row.key)),
    // Twice the same where no column is unique: SharePoint failed after it had written, and was asked again.
    deletes: present.rows.filter((row) => (wanted.has(row.key) ? !isMisplaced(row) && there.get(row.key) !== row : mayDelete(row))),
    unchanged: both.length - updates.length,
  };
}

export function changesIn({ creates, updates, deletes, misplaced }: ListPlan): number {
  return creates.length + updates.length + deletes.length + misplaced.length;
}
