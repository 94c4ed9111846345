import type { EmulatorContext } from '../context/emulatorContext';
import type { StoredValues } from '../objects/field';
import type { Item, ItemKind } from '../objects/item';
import type { List } from '../objects/list';

export interface ItemRow extends Omit<Item, 'contentType' | 'uiVersion' | 'checkedOut' | 'data' | 'published'> {
  readonly content_type: string;
  readonly ui_version: number;
  readonly checked_out: number | null;
  readonly data: string;
  readonly published: string | null;
}

export function readItem(row: ItemRow): Item {
  const { content_type: contentType, ui_version: uiVersion, checked_out: checkedOut, data, published, ...rest } = row;
  return {
    ...rest,
    contentType,
    uiVersion,
    checkedOut,
    // Written by this module only.
    data: JSON.parse(data) as StoredValues,
    published: published === null ? null : (JSON.parse(published) as StoredValues),
  };
}

export function findItem(emulator: EmulatorContext, list: List, id: number): Item | undefined {
  const row = emulator.db.first<ItemRow>('SELECT * FROM items WHERE list = ? AND id = ?', list.no, id);
  return row && readItem(row);
}

export function findItemByPath(emulator: EmulatorContext, list: List, path: string): Item | undefined {
  const slash = path.lastIndexOf('/');
  const row = emulator.db.first<ItemRow>(
    'SELECT * FROM items WHERE list = ? AND dir = ? AND leaf = ?',
    list.no,
    path.slice(0, slash),
    path.slice(slash + 1),
  );
  return row && readItem(row);
}

export function findItemByGuid(emulator: EmulatorContext, guid: string): Item | undefined {
  const row = emulator.db.first<ItemRow>('SELECT * FROM items WHERE guid = ?', guid);
  return row && readItem(row);
}

/** What of a kind lies directly in a folder, by name: all of it, or what stands in these scopes. */
export function itemsIn(
  emulator: EmulatorContext,
  list: List,
  dir: string,
  kind: ItemKind,
  scopes: readonly number[] | 'all',
): readonly Item[] {
  const rows =
    scopes === 'all'
      ? emulator.db.all<ItemRow>('SELECT * FROM items WHERE list = ? AND dir = ? AND kind = ? ORDER BY leaf', list.no, dir, kind)
      : emulator.db.all<ItemRow>(
          `SELECT * FROM items WHERE list = ? AND dir = ? AND kind = ? AND scope IN (SELECT value FROM json_each(?)) ORDER BY ${scopes.length > 100 ? '' : '+'}leaf`,
          list.no,
          dir,
          kind,
          JSON.stringify(scopes),
        );
  return rows.map(readItem);
}

/** Everything below a folder, at any depth. */
export function itemsBelow(emulator: EmulatorContext, list: List, path: string): readonly Item[] {
  return emulator.db
    .all<ItemRow>(`SELECT * FROM items WHERE list = ? AND ${belowClause} ORDER BY id`, list.no, ...belowValues(path))
    .map(readItem);
}

/** SQL for "in this folder or below"; the range on dir uses the index, LIKE would not. */
export const belowClause = '(dir >= ? AND dir < ? AND (dir = ? OR dir >= ?))';

/** `0` comes right after `/`; what sorts between the folder's own address and `/` are its neighbours, hence the second half. */
export function belowValues(path: string): readonly [string, string, string, string] {
  return [path, `${path}0`, path, `${path}/`];
}

/** The next id of a list. */
export function takeItemId(emulator: EmulatorContext, list: List, now: string): number {
  const row = emulator.db.first<{ readonly id: number }>(
    'UPDATE lists SET next_item = next_item + 1, version = version + 1, modified = ? WHERE no = ? RETURNING next_item - 1 AS id',
    now,
    list.no,
  );
  return row?.id ?? 0;
}

export function insertItem(emulator: EmulatorContext, item: Item): void {
  emulator.db.run(
    'INSERT INTO items (list, id, guid, kind, dir, leaf, scope, content_type, author, editor, created, modified, version, ui_version, moderation, checked_out, attachments, size, data, published) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)',
    item.list,
    item.id,
    item.guid,
    item.kind,
    item.dir,
    item.leaf,
    item.scope,
    ...changeable(item),
  );
  emulator.cache.counts.delete(item.list);
}

export function saveItem(emulator: EmulatorContext, item: Item): void {
  emulator.db.run(
    'UPDATE items SET dir = ?, leaf = ?, scope = ?, content_type = ?, author = ?, editor = ?, created = ?, modified = ?, version = ?, ui_version = ?, moderation = ?, checked_out = ?, attachments = ?, size = ?, data = ?, published = ? WHERE list = ? AND id = ?',
    item.dir,
    item.leaf,
    item.scope,
    ...changeable(item),
    item.list,
    item.id,
  );
}

function changeable(item: Item): readonly (string | number | null)[] {
  return [
    item.contentType,
    item.author,
    item.editor,
    item.created,
    item.modified,
    item.version,
    item.uiVersion,
    item.moderation,
    item.checkedOut,
    item.attachments,
    item.size,
    JSON.stringify(item.data),
    item.published === null ? null : JSON.stringify(item.published),
  ];
}

const belongings = ['versions', 'contents', 'published_contents', 'attachments', 'comments', 'item_index'] as const;

/** Removes a row with all that hangs on it, its own scope included. */
export function removeItem(emulator: EmulatorContext, item: Item, now: string): void {
  for (const table of belongings) emulator.db.run(`DELETE FROM ${table} WHERE list = ? AND item = ?`, item.list, item.id);
  emulator.db.run('DELETE FROM items WHERE list = ? AND id = ?', item.list, item.id);
  emulator.db.run('UPDATE lists SET deleted = ?, modified = ?, version = version + 1 WHERE no = ?', now, now, item.list);
  emulator.cache.counts.delete(item.list);
}
