import { randomUUID } from 'node:crypto';
import { forgetStructure, nowText, type Engine } from '../context/context';
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

/** Every list of a web, kept in memory: reading a path or a title must not cost a query. */
export function listsOf(engine: Engine, web: Web): readonly List[] {
  const known = engine.memory.lists.get(web.id);
  if (known) return known;
  const lists = engine.db.all<Row>(`SELECT ${columns} FROM lists WHERE web = ? ORDER BY title`, web.id).map(readList);
  engine.memory.lists.set(web.id, lists);
  return lists;
}

export function findListByTitle(engine: Engine, web: Web, title: string): List | undefined {
  const wanted = title.toLowerCase();
  return listsOf(engine, web).find((list) => list.title.toLowerCase() === wanted);
}

export function findListById(engine: Engine, web: Web, id: string): List | undefined {
  const wanted = id.toLowerCase();
  return listsOf(engine, web).find((list) => list.id === wanted);
}

export function findListByUrl(engine: Engine, web: Web, url: string): List | undefined {
  const wanted = url.replace(/\/$/, '').toLowerCase();
  return listsOf(engine, web).find((list) => list.url.toLowerCase() === wanted);
}

/** The list an address lies in. */
export function findListOf(engine: Engine, web: Web, path: string): List | undefined {
  const wanted = path.toLowerCase();
  return listsOf(engine, web).find((list) => wanted === list.url.toLowerCase() || wanted.startsWith(`${list.url.toLowerCase()}/`));
}

export function findListByNo(engine: Engine, no: number): List | undefined {
  const row = engine.db.first<Row>(`SELECT ${columns} FROM lists WHERE no = ?`, no);
  return row && readList(row);
}

export function readActivity(engine: Engine, list: List): ListActivity {
  return (
    engine.db.first<ListActivity>('SELECT modified, deleted, version FROM lists WHERE no = ?', list.no) ?? {
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

export function insertList(engine: Engine, list: NewList): List {
  const now = nowText(engine);
  const id = randomUUID();
  const folderGuid = randomUUID();
  const { rowId } = engine.db.run(
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
  forgetStructure(engine);
  const { web, ...rest } = list;
  return { ...rest, no: rowId, id, web: web.id, folderGuid, scope: web.scope, created: now };
}

export function updateList(engine: Engine, list: List, title: string, settings: ListSettings): void {
  engine.db.run(
    'UPDATE lists SET title = ?, settings = ?, version = version + 1, modified = ? WHERE no = ?',
    title,
    JSON.stringify(settings),
    nowText(engine),
    list.no,
  );
  forgetStructure(engine);
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

export function deleteList(engine: Engine, list: List): void {
  for (const table of belongings) engine.db.run(`DELETE FROM ${table} WHERE list = ?`, list.no);
  engine.db.run('DELETE FROM assignments WHERE scope IN (SELECT id FROM scopes WHERE list = ?)', list.no);
  engine.db.run('DELETE FROM scopes WHERE list = ?', list.no);
  engine.db.run('DELETE FROM recycle_bin WHERE list = ?', list.no);
  engine.db.run('DELETE FROM lists WHERE no = ?', list.no);
  forgetStructure(engine);
}

/** Rows and folders in a list; not security-trimmed, as ItemCount is not (A5). */
export function countItems(engine: Engine, list: List): number {
  const known = engine.memory.counts.get(list.no);
  if (known !== undefined) return known;
  const count = engine.db.first<{ readonly n: number }>('SELECT COUNT(*) AS n FROM items WHERE list = ?', list.no)?.n ?? 0;
  engine.memory.counts.set(list.no, count);
  return count;
}
