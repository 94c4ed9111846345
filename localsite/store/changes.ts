import { nowText, type EmulatorContext } from '../context/emulatorContext';
import type { Item } from '../objects/item';
import type { List } from '../objects/list';
import type { Web } from '../objects/web';

/** ChangeType of docs/sharepoint-facts.md, A10 (recorded): 11, 12, 17 and 18 are permission changes. */
const changeKinds = {
  add: 1,
  update: 2,
  delete: 3,
  rename: 4,
  moveAway: 5,
  moveInto: 6,
  restore: 7,
  assignmentAdd: 11,
  assignmentDelete: 12,
  memberAdd: 13,
  memberDelete: 14,
  systemUpdate: 15,
  scopeAdd: 17,
  scopeDelete: 18,
} as const;

export type ChangeName = keyof typeof changeKinds;

export interface Change {
  readonly no: number;
  readonly site: string;
  readonly web: string;
  readonly list: number;
  readonly list_id: string;
  readonly item: number | null;
  readonly guid: string;
  readonly object: 'item' | 'file' | 'folder' | 'list' | 'web' | 'group';
  readonly kind: number;
  readonly at: string;
  readonly editor: number;
  /** The scope the object stood in then: who may learn of the change when the object is gone. */
  readonly scope: number;
  readonly author: number;
}

const insert =
  'INSERT INTO changes (site, web, list, list_id, item, guid, object, kind, at, editor, scope, author) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)';

export function logItemChange(emulator: EmulatorContext, web: Web, list: List, item: Item, change: ChangeName, editor: number): void {
  emulator.db.run(
    insert,
    web.site.id,
    web.id,
    list.no,
    list.id,
    item.id,
    item.guid,
    item.kind,
    changeKinds[change],
    nowText(emulator),
    editor,
    item.scope,
    item.author,
  );
}

export function logListChange(emulator: EmulatorContext, web: Web, list: List, change: ChangeName, editor: number): void {
  emulator.db.run(
    insert,
    web.site.id,
    web.id,
    list.no,
    list.id,
    null,
    list.id,
    'list',
    changeKinds[change],
    nowText(emulator),
    editor,
    list.scope,
    list.author,
  );
}

export function logWebChange(emulator: EmulatorContext, web: Web, change: ChangeName, editor: number): void {
  emulator.db.run(
    insert,
    web.site.id,
    web.id,
    0,
    '',
    null,
    web.id,
    'web',
    changeKinds[change],
    nowText(emulator),
    editor,
    web.scope,
    editor,
  );
}

/** Changes of a list (or, with list 0, of the whole web) after a number, oldest first. */
export function changesAfter(emulator: EmulatorContext, web: Web, list: List | undefined, after: number, limit: number): readonly Change[] {
  return list
    ? emulator.db.all<Change>('SELECT * FROM changes WHERE list = ? AND no > ? ORDER BY no LIMIT ?', list.no, after, limit)
    : emulator.db.all<Change>('SELECT * FROM changes WHERE web = ? AND no > ? ORDER BY no LIMIT ?', web.id, after, limit);
}

export function lastChange(emulator: EmulatorContext): number {
  return emulator.db.first<{ readonly n: number }>('SELECT COALESCE(MAX(no), 0) AS n FROM changes')?.n ?? 0;
}

const ticksAtUnixEpoch = BigInt('621355968000000000');

/** `1;3;<list guid>;<.NET ticks>;<number>` (recorded). */
export function changeToken(objectId: string, kind: 1 | 2 | 3, at: Date, no: number): string {
  return `1;${kind};${objectId};${ticksAtUnixEpoch + BigInt(at.getTime()) * BigInt(10000)};${no}`;
}

/** The number at the end of a change token; undefined when it is not one. */
export function readChangeToken(token: string): number | undefined {
  const last = /^1;\d;[0-9a-f-]{36};\d+;(\d+)$/i.exec(token)?.[1];
  return last === undefined ? undefined : Number(last);
}
