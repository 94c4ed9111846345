import type { Changes } from '../columns/restInput';
import { sitePagesTemplate } from '../columns/systemColumns';
import type { Acting } from '../security/viewer';
import { canWrite } from '../security/visibility';
import { findItemByPath, type Item } from '../store/items';
import { listsOf, type List } from '../store/lists';
import { accessDenied, listNotFound } from '../wire/refusals';
import { nowText } from './engine';
import { createItem, keepVersion, storeItem, updateItem } from './itemWriter';

/** The library of pages of a web. */
export function sitePagesOf({ engine, web }: Acting): List {
  const list = listsOf(engine, web).find((one) => one.template === sitePagesTemplate);
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
export function makePage(acting: Acting, wanted: WantedPage): Item {
  const list = sitePagesOf(acting);
  const changes: Changes = new Map();
  changes.set('Title', wanted.title);
  changes.set('PageLayoutType', wanted.layout);
  changes.set('PromotedState', wanted.promotedState ?? 0);
  changes.set('CanvasContent1', '[]');
  changes.set('LayoutWebpartsContent', '[]');
  const page = createItem(acting, list, {
    kind: 'file',
    ...(wanted.dir === undefined ? {} : { dir: wanted.dir }),
    leaf: wanted.name,
    changes,
    bytes: new TextEncoder().encode(pageFile),
  });
  return wanted.published === true ? publishPage(acting, page) : page;
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
export function savePage(acting: Acting, page: Item, changes: Changes): Item {
  const list = sitePagesOf(acting);
  const saved = updateItem(acting, list, page, changes);
  const title = changes.get('Title');
  if (!isDraftName(saved.leaf) || typeof title !== 'string' || title === '') return saved;
  const named = { ...saved, leaf: freeLeaf(acting, list, saved, title) };
  storeItem(acting, list, named, 'rename');
  return named;
}

function freeLeaf({ engine }: Acting, list: List, page: Item, title: string): string {
  const base =
    title
      .replace(/["*:<>?/\\|#%&{}~]/g, '')
      .trim()
      .replace(/\s+/g, '-') || 'Page';
  for (let number = 0; ; number += 1) {
    const leaf = `${base}${number === 0 ? '' : `(${number})`}.aspx`;
    if (!findItemByPath(engine, list, `${page.dir}/${leaf}`)) return leaf;
  }
}

/** Makes the newest draft the version that readers see. */
export function publishPage(acting: Acting, page: Item): Item {
  const list = sitePagesOf(acting);
  if (!canWrite(acting, list, page, 'EditListItems')) throw accessDenied();
  keepVersion(acting, page);
  const first = page.data.FirstPublishedDate ?? nowText(acting.engine);
  const data = { ...page.data, FirstPublishedDate: first };
  const published: Item = {
    ...page,
    data,
    published: data,
    checkedOut: null,
    version: page.version + 1,
    moderation: 0,
    uiVersion: page.uiVersion - (page.uiVersion % 512) + 512,
    editor: acting.viewer.principal.id,
    modified: nowText(acting.engine),
  };
  storeItem(acting, list, published, 'update');
  return published;
}

/** Checks a page out to the caller. */
export function checkOutPage(acting: Acting, page: Item): Item {
  const list = sitePagesOf(acting);
  if (!canWrite(acting, list, page, 'EditListItems')) throw accessDenied();
  const held = { ...page, checkedOut: acting.viewer.principal.id };
  storeItem(acting, list, held, 'systemUpdate');
  return held;
}

/** Drops the draft: the page is again as it was published. */
export function discardPage(acting: Acting, page: Item): Item {
  const list = sitePagesOf(acting);
  if (!canWrite(acting, list, page, 'EditListItems')) throw accessDenied();
  const uiVersion = page.published === null ? page.uiVersion : page.uiVersion - (page.uiVersion % 512);
  const restored: Item = { ...page, data: page.published ?? page.data, checkedOut: null, uiVersion, version: page.version + 1 };
  storeItem(acting, list, restored, 'update');
  return restored;
}
