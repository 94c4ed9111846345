import type { Changes } from '../columns/restInput';
import { sitePagesTemplate } from '../objects/systemColumns';
import type { AccessContext } from '../security/viewer';
import { canWrite } from '../security/visibility';
import { findItemByPath } from '../store/items';
import type { Item } from '../objects/item';
import { listsOf } from '../store/lists';
import type { List } from '../objects/list';
import { accessDenied, listNotFound } from '../wire/errors';
import { nowText } from '../context/emulatorContext';
import { createItem, saveVersion, storeItem, updateItem } from './itemWriter';

/** The library of pages of a web. */
export function sitePagesOf({ emulator, web }: AccessContext): List {
  const list = listsOf(emulator, web).find((one) => one.template === sitePagesTemplate);
  if (!list) throw listNotFound();
  return list;
}

export interface WantedPage {
  /** File name; a draft without one gets a name nobody chose, as in SharePoint, and its first title names it. */
  readonly name: string;
  readonly title: string;
  readonly layout: string;
  readonly promotedState?: number;
  readonly published?: boolean;
  /** Folder it is made in; the library's root when absent. */
  readonly dir?: string;
}

/** Makes a page: a file in Site Pages whose columns hold the canvas. */
export function createPage(access: AccessContext, wanted: WantedPage): Item {
  const list = sitePagesOf(access);
  const changes: Changes = new Map();
  changes.set('Title', wanted.title);
  changes.set('PageLayoutType', wanted.layout);
  changes.set('PromotedState', wanted.promotedState ?? 0);
  changes.set('CanvasContent1', '[]');
  changes.set('LayoutWebpartsContent', '[]');
  const place = wanted.dir === undefined ? {} : { dir: wanted.dir };
  const page = createItem(access, list, { kind: 'file', ...place, leaf: wanted.name, changes, bytes: new TextEncoder().encode(pageFile) });
  return wanted.published === true ? publishPage(access, page) : page;
}

/** What lies behind the name: the page itself is in the columns. */
const pageFile = '<%@ Page language="C#" Inherits="Microsoft.SharePoint.WebPartPages.WebPartPage, Microsoft.SharePoint" %>';

/** A name that marks a page as not yet named. */
export function draftName(): string {
  return `~new-${crypto.randomUUID().slice(0, 8)}.aspx`;
}

export function isDraftName(leaf: string): boolean {
  return /^~new-[0-9a-f]{8}\.aspx$/.test(leaf);
}

/** Writes a page's columns; a page that has no name yet takes it from its title. */
export function savePage(access: AccessContext, page: Item, changes: Changes): Item {
  const list = sitePagesOf(access);
  const saved = updateItem(access, list, page, changes);
  const title = changes.get('Title');
  if (!isDraftName(saved.leaf) || typeof title !== 'string' || title === '') return saved;
  const named = { ...saved, leaf: freeLeaf(access, list, saved, title) };
  storeItem(access, list, named, 'rename');
  return named;
}

function freeLeaf({ emulator }: AccessContext, list: List, page: Item, title: string): string {
  const base =
    title
      .replace(/["*:<>?/\\|#%&{}~]/g, '')
      .trim()
      .replace(/\s+/g, '-') || 'Page';
  for (let number = 0; ; number += 1) {
    const leaf = `${base}${number === 0 ? '' : `(${number})`}.aspx`;
    if (!findItemByPath(emulator, list, `${page.dir}/${leaf}`)) return leaf;
  }
}

/** Makes the newest draft the version that readers see. */
export function publishPage(access: AccessContext, page: Item): Item {
  const list = sitePagesOf(access);
  if (!canWrite(access, list, page, 'EditListItems')) throw accessDenied();
  saveVersion(access, page);
  const first = page.data.FirstPublishedDate ?? nowText(access.emulator);
  const data = { ...page.data, FirstPublishedDate: first };
  const published: Item = {
    ...page,
    data,
    published: data,
    checkedOut: null,
    version: page.version + 1,
    moderation: 0,
    uiVersion: page.uiVersion - (page.uiVersion % 512) + 512,
    editor: access.viewer.principal.id,
    modified: nowText(access.emulator),
  };
  storeItem(access, list, published, 'update');
  return published;
}

/** Checks a page out to the caller. */
export function checkOutPage(access: AccessContext, page: Item): Item {
  const list = sitePagesOf(access);
  if (!canWrite(access, list, page, 'EditListItems')) throw accessDenied();
  const held = { ...page, checkedOut: access.viewer.principal.id };
  storeItem(access, list, held, 'systemUpdate');
  return held;
}

/** Drops the draft: the page is again as it was published. */
export function discardPage(access: AccessContext, page: Item): Item {
  const list = sitePagesOf(access);
  if (!canWrite(access, list, page, 'EditListItems')) throw accessDenied();
  const uiVersion = page.published === null ? page.uiVersion : page.uiVersion - (page.uiVersion % 512);
  const restored: Item = { ...page, data: page.published ?? page.data, checkedOut: null, uiVersion, version: page.version + 1 };
  storeItem(access, list, restored, 'update');
  return restored;
}
