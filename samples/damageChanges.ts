/** The words of the catalogue: what happens to a table, a column, a cell, a text or the manifest. */
import { minutesLater, type Change, type Encoding, type Manifest } from './damagedExport';
import { changeOneRow, damageColumn, mapColumn, type ColumnDamage, type Draw, type Table } from './damagedTable';
import type { Place } from './damagePlaces';

export interface Damage {
  /** One sentence. */
  readonly words: string;
  /** True where the export still says the same: what is published must not change. */
  readonly harmless: boolean;
  readonly changes: readonly Change[];
}

export function damaged(words: string, ...changes: readonly Change[]): Damage {
  return { words, harmless: false, changes };
}

export function harmless(words: string, ...changes: readonly Change[]): Damage {
  return { words, harmless: true, changes };
}

/** The same damage to several files or columns: pupils and 'half' make 'pupils-half'. */
export function each<K extends string, T, S extends string>(
  things: Readonly<Record<K, T>>,
  suffix: S,
  make: (thing: T) => Damage,
): Readonly<Record<`${K}-${S}`, Damage>> {
  const made = Object.entries<T>(things).map(([name, thing]) => [`${name}-${suffix}`, make(thing)] as const);
  // Object.fromEntries forgets the keys, which are those of things with the suffix.
  return Object.fromEntries(made) as Readonly<Record<`${K}-${S}`, Damage>>;
}

export function table(file: string, change: (table: Table, draw: Draw) => Table): Change {
  return { file, table: change };
}

export function column(place: Place, kind: ColumnDamage): Change {
  return table(place.file, (rows) => damageColumn(rows, place.column, kind));
}

export function cells(place: Place, change: (cell: string) => string): Change {
  return table(place.file, (rows) => mapColumn(rows, place.column, change));
}

export function oneCell(file: string, name: string, cell: string): Change {
  return table(file, (rows, draw) => changeOneRow(rows, draw, { [name]: cell }));
}

export function text(file: string, change: (text: string) => string): Change {
  return { file, text: change };
}

export function encoded(file: string, encoding: Encoding): Change {
  return { file, encoding };
}

export function manifest(change: (was: Manifest) => Manifest): Change {
  return { manifest: change };
}

export function entry(file: string, change: (was: Manifest['files'][string]) => Manifest['files'][string]): Change {
  return manifest((was) => ({
    ...was,
    files: Object.fromEntries(Object.entries(was.files).map(([name, one]) => [name, name === file ? change(one) : one])),
  }));
}

export function dated(minutes: number): Change {
  return manifest((was) => ({ ...was, extractedAt: minutesLater(was.extractedAt, minutes) }));
}
