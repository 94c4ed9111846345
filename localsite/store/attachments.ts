import type { EmulatorContext } from '../context/emulatorContext';
import { showsPublished, type Item } from '../objects/item';

/** Names of an item's attachments. */
export function attachmentsOf(emulator: EmulatorContext, item: Item): readonly string[] {
  if (item.attachments === 0) return [];
  return emulator.db
    .all<{ readonly name: string }>('SELECT name FROM attachments WHERE list = ? AND item = ? ORDER BY name', item.list, item.id)
    .map((row) => row.name);
}

export function readAttachment(emulator: EmulatorContext, item: Item, name: string): Uint8Array | undefined {
  return emulator.db.first<{ readonly bytes: Uint8Array }>(
    'SELECT bytes FROM attachments WHERE list = ? AND item = ? AND name = ?',
    item.list,
    item.id,
    name,
  )?.bytes;
}

/** Bytes may be none: node:sqlite binds those as NULL, hence COALESCE here and below. */
export function saveAttachment(emulator: EmulatorContext, item: Item, name: string, bytes: Uint8Array): void {
  emulator.db.run('INSERT OR REPLACE INTO attachments VALUES (?,?,?,COALESCE(?, zeroblob(0)))', item.list, item.id, name, bytes);
}

export function deleteAttachment(emulator: EmulatorContext, item: Item, name: string): void {
  emulator.db.run('DELETE FROM attachments WHERE list = ? AND item = ? AND name = ?', item.list, item.id, name);
}

/** The bytes of a file, as the caller sees it: a reader of the published version gets that version's. */
export function readContent(emulator: EmulatorContext, item: Item): Uint8Array {
  const published = showsPublished(item) ? bytesIn(emulator, 'published_contents', item) : undefined;
  return published ?? bytesIn(emulator, 'contents', item) ?? new Uint8Array();
}

function bytesIn(emulator: EmulatorContext, table: 'contents' | 'published_contents', item: Item): Uint8Array | undefined {
  return emulator.db.first<{ readonly bytes: Uint8Array }>(`SELECT bytes FROM ${table} WHERE list = ? AND item = ?`, item.list, item.id)
    ?.bytes;
}

/** Sets a file's bytes aside for readers before a draft replaces them. */
export function savePublishedContent(emulator: EmulatorContext, item: Item): void {
  emulator.db.run(
    'INSERT OR REPLACE INTO published_contents SELECT list, item, bytes FROM contents WHERE list = ? AND item = ?',
    item.list,
    item.id,
  );
}

export function saveContent(emulator: EmulatorContext, item: Item, bytes: Uint8Array): void {
  emulator.db.run('INSERT OR REPLACE INTO contents VALUES (?,?,COALESCE(?, zeroblob(0)))', item.list, item.id, bytes);
}
