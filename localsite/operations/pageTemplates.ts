import type { Changes } from '../columns/restInput';
import { readableScopes, type AccessContext } from '../security/viewer';
import { visibleItem, canSeeList } from '../security/visibility';
import type { Item } from '../objects/item';
import type { List } from '../objects/list';
import { findItemByPath, itemsIn } from '../store/items';
import { folderNotFound } from '../wire/errors';
import { createItem, storeItem } from './itemWriter';
import { draftName, createPage, sitePagesOf } from './pages';

/** Page templates are pages in this folder of Site Pages; it is made with the first of them. */
function templatesFolder(list: List): string {
  return `${list.url}/Templates`;
}

export function isTemplate(access: AccessContext, page: Item): boolean {
  return page.dir.toLowerCase() === templatesFolder(sitePagesOf(access)).toLowerCase();
}

/** The templates that the caller may see. Throws folderNotFound where the web has never had one, as SharePoint answers 404. */
export function seenTemplates(access: AccessContext): readonly Item[] {
  const list = sitePagesOf(access);
  const folder = templatesFolder(list);
  if (!canSeeList(access, list) || !findItemByPath(access.emulator, list, folder)) throw folderNotFound();
  return itemsIn(access.emulator, list, folder, 'file', readableScopes(access, list)).flatMap(
    (item) => visibleItem(access, list, item) ?? [],
  );
}

/** Makes a template with the content of a page. Readers do not see it before it is published. */
export function saveAsTemplate(access: AccessContext, page: Item): Item {
  const list = sitePagesOf(access);
  const dir = templatesFolder(list);
  if (!findItemByPath(access.emulator, list, dir)) {
    const changes: Changes = new Map();
    createItem(access, list, { kind: 'folder', leaf: 'Templates', changes });
  }
  return withContentOf(access, page, { dir, name: page.leaf });
}

/** Makes a draft with the content of a page or template. It has no name yet: its next title gives it one. */
export function copyPage(access: AccessContext, page: Item): Item {
  return withContentOf(access, page, { name: draftName() });
}

function withContentOf(access: AccessContext, page: Item, where: { readonly dir?: string; readonly name: string }): Item {
  const { Title: title, PageLayoutType: layout } = page.data;
  const made = createPage(access, {
    ...where,
    title: typeof title === 'string' ? title : '',
    layout: typeof layout === 'string' ? layout : 'Article',
  });
  const { FirstPublishedDate: _, ...content } = page.data;
  const copied: Item = { ...made, data: { ...made.data, ...content } };
  storeItem(access, sitePagesOf(access), copied, 'update');
  return copied;
}
