/** One person on one site: what every web part of a page reads and writes through, whatever it is about. Every promise rejects with a DataError only. */
import type { ListDefinition } from '../lists/define';
import type { RowShape } from '../lists/row';
import type { Filter } from './filter';

export interface RowQuery {
  readonly filter?: Filter;
  readonly orderBy?: { readonly column: string; readonly ascending: boolean };
  /** Rows at most. */
  readonly limit: number;
}

/** A row as it stood when it was read. */
export interface RowVersion {
  readonly id: number;
  readonly etag: string;
}

export type RowValues = Readonly<Record<string, string | number | null>>;

export interface Connection {
  /** Site and person. Begins the key of everything in the cache: what is read for one is never shown to another. */
  readonly userKey: string;
  /** SharePoint's number of the person on this site. */
  userId(): Promise<number>;
  /** Rows of a list that everybody on the site reads, not parsed yet (parseRows.ts). */
  read(rows: RowShape<unknown>, query: RowQuery): Promise<unknown>;
  /** Rows of a list that only some people may see: to whom nothing in it is shared, it has no rows. */
  readShared(rows: RowShape<unknown>, query: RowQuery): Promise<unknown>;
  add(list: ListDefinition, values: RowValues): Promise<void>;
  /** Rejects with a conflict where the row is not as it was read. */
  update(list: ListDefinition, row: RowVersion, values: RowValues): Promise<void>;
}
