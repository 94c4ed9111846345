/** How a person likes their pages: one row of their own for each purpose. */
import { decode, encode } from '../lists/payload';
import { preferencesList, preferencesRow, type Purpose } from '../lists/preferences';
import type { Connection, RowVersion } from './connection';
import { where } from './filter';
import { parseRows } from './parseRows';

/** What a person keeps, with what is needed to change it without overwriting a newer change. */
export interface Versioned<T> extends RowVersion {
  readonly value: T;
}

export interface PreferencesData<T> {
  read(): Promise<Versioned<T> | undefined>;
  /** Replaces what was read; with nothing read before, adds a first row. Rejects with a conflict where it was changed in between. */
  save(value: T, read: Versioned<T> | undefined): Promise<void>;
}

export function preferencesData<T>(connection: Connection, { name, schema, empty }: Purpose<T>): PreferencesData<T> {
  return {
    read: async () => {
      // By author too: owners read everybody's rows.
      const filter = [where('Purpose', 'eq', name), where('AuthorId', 'eq', await connection.userId())];
      const [row] = parseRows(preferencesRow, await connection.read(preferencesRow, { filter, limit: 1 }));
      const decoded = row && decode(schema, row.Payload);
      // A row that cannot be read is as good as none, yet it is the row to replace.
      return row && { value: decoded?.ok ? decoded.value : empty, id: row.Id, etag: row['odata.etag'] };
    },
    save: async (value, read) => {
      const Payload = encode(schema, value);
      if (read) await connection.update(preferencesList, read, { Payload });
      else await connection.add(preferencesList, { Title: name, Purpose: name, Payload });
    },
  };
}
