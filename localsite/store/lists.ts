import { randomUUID } from 'node:crypto';
import { invalidateStructure, nowText, type EmulatorContext } from '../context/emulatorContext';
import type { List, ListActivity, ListSettings } from '../objects/list';
import type { Web } from '../objects/web';

interface Row extends Omit<List, 'settings' | 'folderGuid' | 'entityName'> {
  readonly settings: string;
  readonly folder_guid: string;
  readonly entity_name: string;
}

const columns = 'no, id, web, title, url, folder_guid, template, entity_name, scope, created, author, settings';

function readList({ folder_guid: folderGuid, entity_name: entityName, ...row }: Row): List {
  // Written by this module only.
  return { ...row, folderGuid, entityName, settings: JSON.parse(row.settings) as ListSettings };
}

/** Every list of a web, cached: reading a path or a title must not cost a query. */
export function listsOf(emulator: EmulatorContext, web: Web): readonly List[] {
  const known = emulator.cache.lists.get(web.id);
  if (known) return known;
  const lists = emulator.db.all<Row>(`SELECT ${columns} FROM lists WHERE web = ? ORDER BY title`, web.id).map(readList);
  emulator.cache.lists.set(web.id, lists);
  return lists;
}

export function findListByTitle(emulator: EmulatorContext, web: Web, title: string): List | undefined {
  const wanted = title.toLowerCase();
  return listsOf(emulator, web).find((list) => list.title.toLowerCase() === wanted);
}

export function findListById(emulator: EmulatorContext, web: Web, id: string): List | undefined {
  const wanted = id.toLowerCase();
  return listsOf(emulator, web).find((list) => list.id === wanted);
}

export function findListByUrl(emulator: EmulatorContext, web: Web, url: string): List | undefined {
  const wanted = url.replace(/\/$/, '').toLowerCase();
  return listsOf(emulator, web).find((list) => list.url.toLowerCase() === wanted);
}

/** The list an address lies in. */
export function findListOf(emulator: EmulatorContext, web: Web, path: string): List | undefined {
  const wanted = path.toLowerCase();
  return listsOf(emulator, web).find((list) => wanted === list.url.toLowerCase() || wanted.startsWith(`${list.url.toLowerCase()}/`));
}

export function findListByNo(emulator: EmulatorContext, no: number): List | undefined {
  const row = emulator.db.first<Row>(`SELECT ${columns} FROM lists WHERE no = ?`, no);
  return row && readList(row);
}

export function readActivity(emulator: EmulatorContext, list: List): ListActivity {
  return (
    emulator.db.first<ListActivity>('SELECT modified, deleted, version FROM lists WHERE no = ?', list.no) ?? {
      modified: list.created,
      deleted: list.created,
      version: 1,
    }
  );
}

export interface NewList {
  readonly web: Web;
  readonly title: string;
  readonly url: string;
  readonly template: number;
  readonly entityName: string;
  readonly author: number;
  readonly settings: ListSettings;
}

export function insertList(emulator: EmulatorContext, list: NewList): List {
  const now = nowText(emulator);
  const id = randomUUID();
  const folderGuid = randomUUID();
  const { rowId } = emulator.db.run(
    'INSERT INTO lists (id, web, title, url, folder_guid, template, entity_name, scope, next_item, created, modified, deleted, version, author, settings) VALUES (?,?,?,?,?,?,?,?,1,?,?,?,1,?,?)',
    id,
    list.web.id,
    list.title,
    list.url,
    folderGuid,
    list.template,
    list.entityName,
    list.web.scope,
    now,
    now,
    now,
    list.author,
    JSON.stringify(list.settings),
  );
  invalidateStructure(emulator);
  const { web, ...rest } = list;
  return { ...rest, no: rowId, id, web: web.id, folderGuid, scope: web.scope, created: now };
}

export function updateList(emulator: EmulatorContext, list: List, title: string, settings: ListSettings): void {
  emulator.db.run(
    'UPDATE lists SET title = ?, settings = ?, version = version + 1, modified = ? WHERE no = ?',
    title,
    JSON.stringify(settings),
    nowText(emulator),
    list.no,
  );
  invalidateStructure(emulator);
}

const belongings = [
  'fields',
  'views',
  'content_types',
  'items',
  'item_index',
  'versions',
  'contents',
  'published_contents',
  'attachments',
  'comments',
] as const;

export function deleteList(emulator: EmulatorContext, list: List): void {
  for (const table of belongings) emulator.db.run(`DELETE FROM ${table} WHERE list = ?`, list.no);
  emulator.db.run('DELETE FROM assignments WHERE scope IN (SELECT id FROM scopes WHERE list = ?)', list.no);
  emulator.db.run('DELETE FROM scopes WHERE list = ?', list.no);
  emulator.db.run('DELETE FROM recycle_bin WHERE list = ?', list.no);
  emulator.db.run('DELETE FROM lists WHERE no = ?', list.no);
  invalidateStructure(emulator);
}

/** Rows and folders in a list; not security-trimmed, as ItemCount is not (docs/sharepoint-facts.md, A5). */
export function countItems(emulator: EmulatorContext, list: List): number {
  const known = emulator.cache.counts.get(list.no);
  if (known !== undefined) return known;
  const count = emulator.db.first<{ readonly n: number }>('SELECT COUNT(*) AS n FROM items WHERE list = ?', list.no)?.n ?? 0;
  emulator.cache.counts.set(list.no, count);
  return count;
}
