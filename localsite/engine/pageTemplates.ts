import type { Changes } from '../columns/restInput';
import { readableScopes, type Acting } from '../security/viewer';
import { asSeen, canSeeList } from '../security/visibility';
import { findItemByPath, itemsIn, type Item } from '../store/items';
import type { List } from '../store/lists';
import { folderNotFound } from '../wire/refusals';
import { createItem, storeItem } from './itemWriter';
import { draftName, makePage, sitePagesOf } from './pages';

/** Page templates are pages in this folder of Site Pages; it is made with the first of them. */
function templatesFolder(list: List): string {
  return `${list.url}/Templates`;
}

export function isTemplate(acting: Acting, page: Item): boolean {
  return page.dir.toLowerCase() === templatesFolder(sitePagesOf(acting)).toLowerCase();
}

/** The templates that the caller may see. Throws folderNotFound where the web has never had one, as SharePoint answers 404. */
export function seenTemplates(acting: Acting): readonly Item[] {
  const list = sitePagesOf(acting);
  const folder = templatesFolder(list);
  if (!canSeeList(acting, list) || !findItemByPath(acting.engine, list, folder)) throw folderNotFound();
  return itemsIn(acting.engine, list, folder, 'file', readableScopes(acting, list)).flatMap((item) => asSeen(acting, list, item) ?? []);
}

/** Makes a template with the content of a page. Readers do not see it before it is published. */
export function saveAsTemplate(acting: Acting, page: Item): Item {
  const list = sitePagesOf(acting);
  const dir = templatesFolder(list);
  if (!findItemByPath(acting.engine, list, dir)) {
    const changes: Changes = new Map();
    createItem(acting, list, { kind: 'folder', leaf: 'Templates', changes });
  }
  return withContentOf(acting, page, { dir, name: page.leaf });
}

/** Makes a draft with the content of a page or template. It has no name yet: its next title gives it one. */
export function copyPage(acting: Acting, page: Item): Item {
  return withContentOf(acting, page, { name: draftName() });
}

function withContentOf(acting: Acting, page: Item, where: { readonly dir?: string; readonly name: string }): Item {
  const { Title: title, PageLayoutType: layout } = page.data;
  const made = makePage(acting, {
    ...where,
    title: typeof title === 'string' ? title : '',
    layout: typeof layout === 'string' ? layout : 'Article',
  });
  const { FirstPublishedDate: _, ...content } = page.data;
  const copied: Item = { ...made, data: { ...made.data, ...content } };
  storeItem(acting, sitePagesOf(acting), copied, 'update');
  return copied;
}
