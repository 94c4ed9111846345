import { randomUUID } from 'node:crypto';
import { invalidateSecurity, nowText } from '../context/emulatorContext';
import { visibleItem, canWrite } from '../security/visibility';
import type { AccessContext } from '../security/viewer';
import { logItemChange } from '../store/changes';
import { findItemByPath, itemsBelow, removeItem, readItem, type ItemRow } from '../store/items';
import { pathOf, type Item } from '../objects/item';
import { readStored } from '../objects/readStored';
import { fieldsOf } from '../store/fields';
import { indexItem, isTaken } from '../store/itemIndex';
import type { List } from '../objects/list';
import { deleteScope, findScope } from '../store/scopes';
import { accessDenied, duplicateValue, fileExists } from '../wire/errors';

/** Deletes an item for good, a folder with everything in it. Throws accessDenied. */
export function deleteItem(access: AccessContext, list: List, item: Item): void {
  for (const one of removable(access, list, item)) {
    drop(access, list, one);
    dropScope(access, one);
  }
}

/** The item and all below it, deepest first; the caller must be allowed to delete every one of them. */
function removable(access: AccessContext, list: List, item: Item): readonly Item[] {
  const all = [item, ...(item.kind === 'folder' ? itemsBelow(access.emulator, list, pathOf(item)) : [])];
  if (all.some((one) => !visibleItem(access, list, one) || !canWrite(access, list, one, 'DeleteListItems'))) throw accessDenied();
  return [...all].reverse();
}

function drop(access: AccessContext, list: List, item: Item): void {
  removeItem(access.emulator, item, nowText(access.emulator));
  logItemChange(access.emulator, access.web, list, item, 'delete', access.viewer.principal.id);
}

function dropScope({ emulator }: AccessContext, item: Item): void {
  const scope = findScope(emulator, item.scope);
  if (scope?.list === item.list && scope.item === item.id) deleteScope(emulator, scope.id);
}

const kept = ['items', 'contents', 'published_contents', 'attachments', 'versions', 'comments'] as const;

interface Bundle {
  readonly [table: string]: readonly Readonly<Record<string, string | number | null | { readonly base64: string }>>[];
}

/** Moves an item to the recycle bin, its permissions with it. Answers the id of the bin's entry. */
export function recycleItem(access: AccessContext, list: List, item: Item): string {
  const { emulator, web, viewer } = access;
  const all = removable(access, list, item);
  const content = bundle(access, list, all);
  for (const one of all) drop(access, list, one);
  const id = randomUUID();
  const title = typeof item.data.Title === 'string' && item.kind === 'item' ? item.data.Title : item.leaf;
  emulator.db.run(
    'INSERT INTO recycle_bin VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)',
    id,
    web.site.id,
    web.id,
    list.no,
    item.id,
    title,
    item.dir,
    item.leaf,
    item.kind,
    viewer.principal.id,
    nowText(emulator),
    item.author,
    JSON.stringify(content),
  );
  invalidateSecurity(emulator);
  return id;
}

function bundle({ emulator }: AccessContext, list: List, items: readonly Item[]): Bundle {
  const ids = JSON.stringify(items.map((one) => one.id));
  return Object.fromEntries(
    kept.map((table) => {
      const column = table === 'items' ? 'id' : 'item';
      const rows = emulator.db.all<Record<string, string | number | null | Uint8Array>>(
        `SELECT * FROM ${table} WHERE list = ? AND ${column} IN (SELECT value FROM json_each(?))`,
        list.no,
        ids,
      );
      return [
        table,
        rows.map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [
              name,
              value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
            ]),
          ),
        ),
      ];
    }),
  );
}

/** Puts everything of a recycle bin entry back. Throws fileExists when the place is taken, duplicateValue [K] when a unique value is. */
export function restoreItem(access: AccessContext, list: List, content: string): void {
  const { emulator } = access;
  // Written by recycleItem only.
  const parsed = JSON.parse(content) as Bundle;
  for (const [table, rows] of Object.entries(parsed)) {
    for (const row of rows) {
      if (table === 'items' && findItemByPath(emulator, list, `${String(row.dir)}/${String(row.leaf)}`)) throw fileExists(String(row.leaf));
      const values = Object.values(row).map((value) =>
        typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value,
      );
      emulator.db.run(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${values.map(() => '?').join(', ')})`, ...values);
    }
  }
  for (const row of parsed.items ?? []) {
    const stored = emulator.db.first<ItemRow>('SELECT * FROM items WHERE list = ? AND id = ?', list.no, Number(row.id));
    if (!stored) continue;
    const item = readItem(stored);
    assertStillUnique(access, list, item);
    indexItem(emulator, list, item);
    logItemChange(emulator, access.web, list, item, 'restore', access.viewer.principal.id);
  }
  emulator.cache.counts.delete(list.no);
}

/** What lies in the bin keeps no value to itself: a new row may have taken it in the meantime. */
function assertStillUnique({ emulator }: AccessContext, list: List, item: Item): void {
  const unique = fieldsOf(emulator, list).filter((field) => field.settings.unique === true);
  if (unique.some((field) => isTaken(emulator, list, field, readStored(field, item), item.id))) throw duplicateValue();
}
