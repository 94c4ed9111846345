import type { EmulatorContext } from '../context/emulatorContext';
import type { Field, Stored } from '../objects/field';
import { isIndexed } from '../objects/indexing';
import type { Cell } from '../context/database';
import { readItem, type ItemRow } from './items';
import type { Item } from '../objects/item';
import { fieldsOf } from './fields';
import type { List } from '../objects/list';
import { readStored } from '../objects/readStored';

/** A value as the index holds it: text without case, one row for every value of a multi-value column, NULL for empty. */
function indexKeys(stored: Stored): readonly Cell[] {
  if (stored === null || stored === '') return [null];
  if (Array.isArray(stored)) return stored.length === 0 ? [null] : stored.flatMap((one: Stored) => indexKeys(one));
  if (typeof stored === 'string') return [stored.toLowerCase()];
  if (typeof stored === 'number') return [stored];
  if (typeof stored === 'boolean') return [stored ? 1 : 0];
  return [JSON.stringify(stored)];
}

/** Brings the index rows of one item up to date. */
export function indexItem(emulator: EmulatorContext, list: List, item: Item): void {
  emulator.db.run('DELETE FROM item_index WHERE list = ? AND item = ?', list.no, item.id);
  for (const field of fieldsOf(emulator, list)) if (isIndexed(field)) insertKeys(emulator, list, field, item);
}

/** Builds the index of one column over every row: what setting `Indexed` does. */
export function indexField(emulator: EmulatorContext, list: List, field: Field): void {
  unindexField(emulator, list, field);
  for (const row of emulator.db.each<ItemRow>('SELECT * FROM items WHERE list = ?', list.no))
    insertKeys(emulator, list, field, readItem(row));
}

export function unindexField(emulator: EmulatorContext, list: List, field: Field): void {
  emulator.db.run('DELETE FROM item_index WHERE list = ? AND field = ?', list.no, field.name);
}

function insertKeys(emulator: EmulatorContext, list: List, field: Field, item: Item): void {
  for (const key of indexKeys(readStored(field, item))) {
    emulator.db.run('INSERT INTO item_index (list, field, value, item) VALUES (?,?,?,?)', list.no, field.name, key, item.id);
  }
}

/** Whether another row already holds one of the values: unique columns. Empty values may repeat. */
export function isTaken(emulator: EmulatorContext, list: List, field: Field, stored: Stored, except: number): boolean {
  return indexKeys(stored).some(
    (key) =>
      key !== null &&
      emulator.db.first(
        'SELECT 1 FROM item_index WHERE list = ? AND field = ? AND value = ? AND item <> ?',
        list.no,
        field.name,
        key,
        except,
      ) !== undefined,
  );
}
