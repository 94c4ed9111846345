import type { Engine } from '../context/context';
import { showsPublished, type Item } from '../objects/item';

/** Names of an item's attachments. */
export function attachmentsOf(engine: Engine, item: Item): readonly string[] {
  if (item.attachments === 0) return [];
  return engine.db
    .all<{ readonly name: string }>('SELECT name FROM attachments WHERE list = ? AND item = ? ORDER BY name', item.list, item.id)
    .map((row) => row.name);
}

export function readAttachment(engine: Engine, item: Item, name: string): Uint8Array | undefined {
  return engine.db.first<{ readonly bytes: Uint8Array }>(
    'SELECT bytes FROM attachments WHERE list = ? AND item = ? AND name = ?',
    item.list,
    item.id,
    name,
  )?.bytes;
}

/** Bytes may be none: node:sqlite binds those as NULL, hence COALESCE here and below. */
export function saveAttachment(engine: Engine, item: Item, name: string, bytes: Uint8Array): void {
  engine.db.run('INSERT OR REPLACE INTO attachments VALUES (?,?,?,COALESCE(?, zeroblob(0)))', item.list, item.id, name, bytes);
}

export function deleteAttachment(engine: Engine, item: Item, name: string): void {
  engine.db.run('DELETE FROM attachments WHERE list = ? AND item = ? AND name = ?', item.list, item.id, name);
}

/** The bytes of a file, as the caller sees it: a reader of the published version gets that version's. */
export function readContent(engine: Engine, item: Item): Uint8Array {
  const published = showsPublished(item) ? bytesIn(engine, 'published_contents', item) : undefined;
  return published ?? bytesIn(engine, 'contents', item) ?? new Uint8Array();
}

function bytesIn(engine: Engine, table: 'contents' | 'published_contents', item: Item): Uint8Array | undefined {
  return engine.db.first<{ readonly bytes: Uint8Array }>(`SELECT bytes FROM ${table} WHERE list = ? AND item = ?`, item.list, item.id)
    ?.bytes;
}

/** Sets a file's bytes aside for readers before a draft replaces them. */
export function keepPublishedContent(engine: Engine, item: Item): void {
  engine.db.run(
    'INSERT OR REPLACE INTO published_contents SELECT list, item, bytes FROM contents WHERE list = ? AND item = ?',
    item.list,
    item.id,
  );
}

export function saveContent(engine: Engine, item: Item, bytes: Uint8Array): void {
  engine.db.run('INSERT OR REPLACE INTO contents VALUES (?,?,COALESCE(?, zeroblob(0)))', item.list, item.id, bytes);
}
