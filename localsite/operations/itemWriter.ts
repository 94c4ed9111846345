import { randomUUID } from 'node:crypto';
import type { Changes } from '../columns/restInput';
import type { Field, Stored } from '../objects/field';
import { isLibraryTemplate } from '../objects/systemColumns';
import { may, maskOn, type AccessContext } from '../security/viewer';
import { canWrite, isDraft, visibleItem } from '../security/visibility';
import { has } from '../objects/masks';
import { logItemChange } from '../store/changes';
import { savePublishedContent, saveContent } from '../store/attachments';
import { fieldsOf } from '../store/fields';
import { indexItem, isTaken } from '../store/itemIndex';
import { findItemByPath, insertItem, saveItem, takeItemId } from '../store/items';
import type { Item, ItemKind, Moderation } from '../objects/item';
import type { List } from '../objects/list';
import { accessDenied, checkedOut, duplicateValue, fileExists, folderNotFound, invalidBody } from '../wire/errors';
import { nowText } from '../context/emulatorContext';
import { readDefault } from './defaults';

export interface NewItem {
  readonly kind: ItemKind;
  /** Folder it is made in; the list's root when absent. */
  readonly dir?: string;
  /** Name of a file or folder; rows get `<id>_.000`. */
  readonly leaf?: string;
  readonly changes: Changes;
  readonly bytes?: Uint8Array;
}

/** Makes a row, folder or file. Throws accessDenied, fileExists, duplicateValue, folderNotFound. */
export function createItem(access: AccessContext, list: List, wanted: NewItem): Item {
  const { emulator, viewer } = access;
  const dir = wanted.dir ?? list.url;
  const scope = folderScope(access, list, dir);
  if (!may(access, scope, 'AddListItems')) throw accessDenied();
  const id = takeItemId(emulator, list, nowText(emulator));
  const leaf = wanted.leaf ?? `${id}_.000`;
  assertLeaf(leaf);
  if (findItemByPath(emulator, list, `${dir}/${leaf}`)) throw fileExists(leaf);
  const now = nowText(emulator);
  const person = viewer.principal.id;
  const item: Item = {
    list: list.no,
    id,
    guid: randomUUID(),
    kind: wanted.kind,
    dir,
    leaf,
    scope,
    contentType: contentTypeOf(list, wanted),
    author: person,
    editor: person,
    created: now,
    modified: now,
    version: 1,
    uiVersion: list.settings.EnableMinorVersions && wanted.kind !== 'folder' ? 1 : 512,
    moderation: moderationOf(access, list, scope, wanted.kind, wanted.changes),
    checkedOut: null,
    attachments: 0,
    size: wanted.bytes?.byteLength ?? 0,
    data: withDefaults(access, list, wanted),
    published: null,
  };
  assertUnique(access, list, item, wanted.changes);
  insertItem(emulator, item);
  if (wanted.bytes) saveContent(emulator, item, wanted.bytes);
  indexItem(emulator, list, item);
  logItemChange(emulator, access.web, list, item, 'add', person);
  return item;
}

/** The scope of a folder a caller writes into; a folder they may not see does not exist for them. */
function folderScope(access: AccessContext, list: List, dir: string): number {
  if (dir.toLowerCase() === list.url.toLowerCase()) return list.scope;
  const folder = findItemByPath(access.emulator, list, dir);
  if (!folder || folder.kind !== 'folder' || !visibleItem(access, list, folder)) throw folderNotFound();
  return folder.scope;
}

/** Names SharePoint refuses in files and folders. */
export function assertLeaf(leaf: string): void {
  if (leaf === '' || leaf === '.' || leaf === '..' || /["*:<>?/\\|]/.test(leaf) || leaf.length > 255) {
    throw invalidBody('The file or folder name contains characters that are not permitted. Please use a different name.');
  }
}

function contentTypeOf(list: List, wanted: NewItem): string {
  const asked = wanted.changes.get('ContentTypeId');
  if (typeof asked === 'string' && asked !== '') return asked;
  return defaultContentType(list, wanted.kind);
}

/** List content types are `<parent>00<32 hex>`; the hex is the list's own here, so that it is stable. */
export function defaultContentType(list: List, kind: ItemKind): string {
  const own = list.id.replace(/-/g, '').toUpperCase();
  if (kind === 'folder') return `0x012000${own}`;
  if (!isLibraryTemplate(list.template)) return `0x010000${own}`;
  return list.template === 119 ? `0x0101009D1CB255DA76424F860D91F20E6C411800${own}` : `0x010100${own}`;
}

function withDefaults(access: AccessContext, list: List, wanted: NewItem): Readonly<Record<string, Stored>> {
  const data: Record<string, Stored> = {};
  if (wanted.kind !== 'folder') {
    for (const field of fieldsOf(access.emulator, list)) {
      const value = readDefault(field, access.emulator.clock());
      if (value !== null) data[field.name] = value;
    }
  }
  return { ...data, ...dataOf(wanted.changes) };
}

/** Columns that live in the row and are handled by name. */
const rowColumns: ReadonlySet<string> = new Set([
  'ContentTypeId',
  'FileLeafRef',
  '_ModerationStatus',
  'Author',
  'Editor',
  'Created',
  'Modified',
]);

function dataOf(changes: Changes): Record<string, Stored> {
  return Object.fromEntries([...changes].filter(([name]) => !rowColumns.has(name)));
}

/** What an approver writes is approved; what others write waits. [K] */
function moderationOf(access: AccessContext, list: List, scope: number, kind: ItemKind, changes: Changes): Moderation {
  if (!list.settings.EnableModeration || kind === 'folder') return 0;
  const mask = maskOn(access.emulator, access.viewer, scope);
  if (!has(mask, 'ApproveItems')) return list.settings.EnableMinorVersions ? 3 : 2;
  const asked = changes.get('_ModerationStatus');
  return asked === 1 || asked === 2 || asked === 3 ? asked : 0;
}

export interface UpdateOptions {
  /** `bNewDocumentUpdate`: no new version, and Author, Editor, Created and Modified may be set. */
  readonly asSystem?: boolean;
}

/** Writes values into an item that the caller can see. Throws accessDenied, duplicateValue. */
export function updateItem(access: AccessContext, list: List, item: Item, changes: Changes, options: UpdateOptions = {}): Item {
  const { emulator, viewer } = access;
  if (!canWrite(access, list, item, 'EditListItems')) throw accessDenied();
  assertNotHeld(access, item);
  const asSystem = options.asSystem === true;
  const moderation = moderationOf(access, list, item.scope, item.kind, changes);
  const waits = moderation !== 0 && item.moderation === 0 && list.settings.EnableVersioning;
  const changed: Item = {
    ...item,
    ...(asSystem ? systemValues(changes) : { editor: viewer.principal.id, modified: nowText(emulator) }),
    contentType: textOr(changes.get('ContentTypeId'), item.contentType),
    data: { ...item.data, ...dataOf(changes) },
    version: item.version + 1,
    uiVersion: asSystem ? item.uiVersion : nextUiVersion(list, item),
    moderation: asSystem ? item.moderation : moderation,
    published: moderation === 0 && !list.settings.EnableMinorVersions ? null : waits ? item.data : item.published,
  };
  assertUnique(access, list, changed, changes);
  if (item.kind === 'file' && changed.published !== null && !isDraft(list, item)) savePublishedContent(emulator, item);
  if (changed.uiVersion !== item.uiVersion) saveVersion(access, item);
  storeItem(access, list, changed, asSystem ? 'systemUpdate' : 'update');
  return changed;
}

/** Throws checkedOut for a file that somebody else holds. */
export function assertNotHeld({ viewer }: AccessContext, item: Item): void {
  if (item.checkedOut !== null && item.checkedOut !== viewer.principal.id) throw checkedOut(item.leaf);
}

function systemValues(changes: Changes): Partial<Item> {
  const author = changes.get('Author');
  const editor = changes.get('Editor');
  const created = changes.get('Created');
  const modified = changes.get('Modified');
  return {
    ...(typeof author === 'number' ? { author } : {}),
    ...(typeof editor === 'number' ? { editor } : {}),
    ...(typeof created === 'string' ? { created } : {}),
    ...(typeof modified === 'string' ? { modified } : {}),
  };
}

function textOr(value: Stored | undefined, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

function nextUiVersion(list: List, item: Item): number {
  if (!list.settings.EnableVersioning || item.kind === 'folder') return item.uiVersion;
  if (list.settings.EnableMinorVersions) return item.uiVersion + 1;
  return item.uiVersion - (item.uiVersion % 512) + 512;
}

/** Keeps the row as it was; the newest version is the row itself. */
export function saveVersion(access: AccessContext, item: Item): void {
  access.emulator.db.run(
    'INSERT OR REPLACE INTO versions VALUES (?,?,?,?,?,?)',
    item.list,
    item.id,
    item.uiVersion,
    item.editor,
    item.modified,
    JSON.stringify(item.data),
  );
}

/** Saves an item with its index and its line in the change log. */
export function storeItem(access: AccessContext, list: List, item: Item, change: 'update' | 'systemUpdate' | 'rename' | 'moveInto'): void {
  saveItem(access.emulator, item);
  indexItem(access.emulator, list, item);
  access.emulator.db.run('UPDATE lists SET version = version + 1, modified = ? WHERE no = ?', nowText(access.emulator), list.no);
  logItemChange(access.emulator, access.web, list, item, change, access.viewer.principal.id);
}

function assertUnique(access: AccessContext, list: List, item: Item, changes: Changes): void {
  const unique = (field: Field): boolean => field.settings.unique === true && changes.has(field.name);
  for (const field of fieldsOf(access.emulator, list).filter(unique)) {
    if (isTaken(access.emulator, list, field, changes.get(field.name) ?? null, item.id)) throw duplicateValue();
  }
}
