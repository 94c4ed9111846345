import { cellToText, readCell, resolveColumn, textToCell, type Column } from '../columns/cell';
import type { References } from '../columns/references';
import type { Condition, FieldValue, Ordering } from '../query/condition';
import { compareForOrder, matches } from '../query/matches';
import type { PageToken } from '../query/page';
import { evaluateCamlThreshold, evaluateODataThreshold } from '../query/threshold';
import { readableScopes, type AccessContext } from '../security/viewer';
import { visibleItem } from '../security/visibility';
import type { Cell } from '../context/database';
import { belowClause, belowValues, readItem, type ItemRow } from '../store/items';
import type { Item } from '../objects/item';
import { countItems } from '../store/lists';
import type { List } from '../objects/list';
import { listViewThreshold } from '../wire/errors';
import type { EmulatorContext } from '../context/emulatorContext';
import { countMatches, findNarrowing, hasIndex } from './indexSearch';

/** One query over the rows of a list. The condition has no placeholders. */
export interface ItemQuery {
  readonly condition?: Condition;
  readonly orderBy: readonly Ordering[];
  readonly groupBy?: readonly string[];
  /** Rows of this folder; `deep` with everything below. Absent: the whole list. */
  readonly folder?: { readonly path: string; readonly deep: boolean };
  /** Leaves folders out. */
  readonly filesOnly?: boolean;
  readonly limit: number;
  readonly after?: PageToken;
  /** Past the threshold OData is refused and CAML is silently short (docs/sharepoint-facts.md, A12). */
  readonly language: 'odata' | 'caml';
}

export interface ItemPage {
  readonly items: readonly Item[];
  /** Where the next page begins; absent on the last page. */
  readonly next?: PageToken;
}

/** The rows the caller may see that match, one page of them. Throws listViewThreshold. */
export function queryItems(access: AccessContext, list: List, query: ItemQuery, references: References): ItemPage {
  const { emulator } = access;
  const firstRowsOnly = evaluateThreshold(emulator, list, query) === 'firstRowsById';
  const test = rowTest(emulator, list, query.condition, references);
  const byId = query.orderBy.every(({ field, ascending }) => ascending && field.length === 1 && field[0]?.toLowerCase() === 'id');
  const rows = candidates(access, list, query, firstRowsOnly, byId);
  return byId ? takePage(access, list, query, rows, test) : sortedPage(access, list, query, rows, test, references);
}

type RowTest = (item: Item) => boolean;

function rowTest(emulator: EmulatorContext, list: List, condition: Condition | undefined, references: References): RowTest {
  if (condition === undefined) return () => true;
  const columns = new Map<string, Column>();
  const columnOf = (path: readonly string[]): Column => {
    const key = path.join('/');
    const known = columns.get(key);
    if (known) return known;
    const column = resolveColumn(emulator, list, path);
    columns.set(key, column);
    return column;
  };
  return (item) => matches(condition, (path) => readCell(columnOf(path), item, references));
}

function evaluateThreshold(emulator: EmulatorContext, list: List, query: ItemQuery): 'served' | 'firstRowsById' {
  const cost = {
    condition: query.condition,
    orderBy: query.orderBy,
    groupBy: query.groupBy,
    threshold: emulator.threshold,
    rowCount: rowCount(emulator, list, query),
    isIndexed: (path: readonly string[]) => hasIndex(emulator, list, path),
    countMatches: (part: Condition) => countMatches(emulator, list, part),
  };
  const outcome = query.language === 'odata' ? evaluateODataThreshold(cost) : evaluateCamlThreshold(cost);
  if (outcome === 'refused') throw listViewThreshold();
  return outcome;
}

/** A view of one folder looks at that folder's rows alone. */
function rowCount(emulator: EmulatorContext, list: List, query: ItemQuery): number {
  const all = countItems(emulator, list);
  if (!query.folder || all <= emulator.threshold) return all;
  const { sql, values } = folderClause(query.folder);
  return emulator.db.first<{ readonly n: number }>(`SELECT COUNT(*) AS n FROM items WHERE list = ? AND ${sql}`, list.no, ...values)?.n ?? 0;
}

function folderClause(folder: { readonly path: string; readonly deep: boolean }): {
  readonly sql: string;
  readonly values: readonly Cell[];
} {
  return folder.deep ? { sql: belowClause, values: belowValues(folder.path) } : { sql: 'dir = ?', values: [folder.path] };
}

/** Rows that may match, narrowed by id, index, folder and readable scope, in order of id. */
function candidates(access: AccessContext, list: List, query: ItemQuery, firstRowsOnly: boolean, byId: boolean): IterableIterator<ItemRow> {
  const { emulator } = access;
  const clauses = ['list = ?'];
  const values: Cell[] = [list.no];
  const add = (sql: string, ...more: readonly Cell[]): void => {
    clauses.push(sql);
    values.push(...more);
  };
  const folder = query.folder && folderClause(query.folder);
  if (firstRowsOnly) {
    const within = folder ? ` AND ${folder.sql}` : '';
    add(`id IN (SELECT id FROM items WHERE list = ?${within} ORDER BY id LIMIT ${emulator.threshold})`, list.no, ...(folder?.values ?? []));
  } else {
    const narrowing = findNarrowing(emulator, list, query.condition);
    if (narrowing) add(`id IN (${narrowing.sql})`, ...narrowing.values);
  }
  if (folder) add(folder.sql, ...folder.values);
  if (query.filesOnly) add("kind <> 'folder'");
  const scopes = readableScopes(access, list);
  if (scopes !== 'all') add(scopeClause, JSON.stringify(scopes));
  if (byId && query.after) add('id > ?', query.after.lastId);
  // With `+id` SQLite finds the rows by folder or scope and sorts them; with `id` it walks the whole list in order.
  const order = folder !== undefined || (scopes !== 'all' && areFew(emulator, list, scopes)) ? '+id' : 'id';
  return emulator.db.each<ItemRow>(`SELECT * FROM items WHERE ${clauses.join(' AND ')} ORDER BY ${order}`, ...values);
}

const scopeClause = 'scope IN (SELECT value FROM json_each(?))';

/** Whether the rows of these scopes are few enough to be sorted: a parent's are, a whole staff's are not. */
function areFew(emulator: EmulatorContext, list: List, scopes: readonly number[]): boolean {
  const max = 5000;
  const sql = `SELECT COUNT(*) AS n FROM (SELECT 1 FROM items INDEXED BY items_scope WHERE list = ? AND ${scopeClause} LIMIT ${max + 1})`;
  return (emulator.db.first<{ readonly n: number }>(sql, list.no, JSON.stringify(scopes))?.n ?? 0) <= max;
}

function takePage(access: AccessContext, list: List, query: ItemQuery, rows: IterableIterator<ItemRow>, test: RowTest): ItemPage {
  const items: Item[] = [];
  for (const row of rows) {
    const item = visibleItem(access, list, readItem(row));
    if (!item || !test(item)) continue;
    if (items.length === query.limit) return { items, next: { lastId: items.at(-1)?.id ?? 0, orderValues: [] } };
    items.push(item);
  }
  return { items };
}

function sortedPage(
  access: AccessContext,
  list: List,
  query: ItemQuery,
  rows: IterableIterator<ItemRow>,
  test: RowTest,
  references: References,
): ItemPage {
  const columns = query.orderBy.map((ordering) => ({ ...ordering, column: resolveColumn(access.emulator, list, ordering.field) }));
  const compare = (left: Item, right: Item): number => {
    for (const { column, ascending } of columns) {
      const order = compareForOrder(readCell(column, left, references), readCell(column, right, references));
      if (order !== 0) return ascending ? order : -order;
    }
    return left.id - right.id;
  };
  const isAfter = (item: Item): boolean => {
    const { after } = query;
    if (!after) return true;
    for (const { column, ascending } of columns) {
      const order = compareForOrder(readCell(column, item, references), tokenCell(column, after));
      if (order !== 0) return ascending ? order > 0 : order < 0;
    }
    return item.id > after.lastId;
  };
  const found: Item[] = [];
  for (const row of rows) {
    const item = visibleItem(access, list, readItem(row));
    if (item && test(item) && isAfter(item)) found.push(item);
  }
  found.sort(compare);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  if (found.length <= query.limit || !last) return { items };
  const orderValues = columns.map(({ column }) => ({ field: column.field.name, value: cellToText(readCell(column, last, references)) }));
  return { items, next: { lastId: last.id, orderValues } };
}

/** The ordering value of a token; the id has a place of its own in it. */
function tokenCell({ field }: Column, token: PageToken): FieldValue {
  if (field.name === 'ID') return { kind: 'number', value: token.lastId };
  return textToCell(field, token.orderValues.find((one) => one.field === field.name)?.value ?? '');
}
