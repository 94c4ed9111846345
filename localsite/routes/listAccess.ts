import { visibleItem, canSeeList } from '../security/visibility';
import { may } from '../security/viewer';
import type { PermissionName } from '../objects/masks';
import { findItem, findItemByPath } from '../store/items';
import type { Item } from '../objects/item';
import { findListById, findListByTitle, findListByUrl, findListOf, listsOf } from '../store/lists';
import type { List } from '../objects/list';
import { accessDenied, itemNotFound, listNotFound, listNotFoundByTitle, pathOutsideWeb } from '../wire/errors';
import { decodePath } from '../wire/address';
import { webAddress } from './model';
import type { RequestContext } from './resource';

/** Lists the caller may know of. A list that is hidden from them answers exactly as one that does not exist. */
export function visibleLists(context: RequestContext): readonly List[] {
  return listsOf(context.emulator, context.web).filter((list) => canSeeList(context, list));
}

function visibleList(context: RequestContext, list: List | undefined): List | undefined {
  return list && canSeeList(context, list) ? list : undefined;
}

export function listByTitle(context: RequestContext, title: string): List {
  const list = visibleList(context, findListByTitle(context.emulator, context.web, title));
  if (!list) throw listNotFoundByTitle(title, webAddress(context));
  return list;
}

export function listById(context: RequestContext, id: string): List {
  const list = visibleList(context, findListById(context.emulator, context.web, id.replace(/[{}]/g, '')));
  if (!list) throw listNotFound();
  return list;
}

export function listByUrl(context: RequestContext, url: string): List {
  const path = serverRelative(context, url);
  const list = visibleList(context, findListByUrl(context.emulator, context.web, path));
  if (!list) throw listNotFound();
  return list;
}

/** The list a file or folder address lies in, when the caller may know of it. */
export function listOfPath(context: RequestContext, path: string): List | undefined {
  return visibleList(context, findListOf(context.emulator, context.web, path));
}

/** An address as the web knows it: absolute ones of this origin and server-relative ones. Throws pathOutsideWeb. */
export function serverRelative(context: RequestContext, url: string): string {
  const bare = url.startsWith(`${context.origin}/`) ? (decodePath(url.slice(context.origin.length)) ?? url) : url;
  const path = bare.startsWith('/') ? bare : `${context.web.url}/${bare}`;
  const web = context.web.url.toLowerCase();
  if (path.toLowerCase() !== web && !path.toLowerCase().startsWith(`${web}/`)) throw pathOutsideWeb();
  return path.replace(/\/+$/, '');
}

/** An item as the caller sees it. Throws itemNotFound for what is hidden and for what is not there. */
export function requireItem(context: RequestContext, list: List, id: number): Item {
  const item = findItem(context.emulator, list, id);
  const found = item && visibleItem(context, list, item);
  if (!found) throw itemNotFound();
  return found;
}

/** A file or folder as the caller sees it, by its address. */
export function visibleItemByPath(context: RequestContext, path: string): { readonly list: List; readonly item: Item } | undefined {
  const list = listOfPath(context, path);
  const item = list && findItemByPath(context.emulator, list, path);
  const found = list && item && visibleItem(context, list, item);
  return list && found ? { list, item: found } : undefined;
}

/** Throws accessDenied. */
export function requirePermission(context: RequestContext, scope: number, name: PermissionName): void {
  if (!may(context, scope, name)) throw accessDenied();
}
