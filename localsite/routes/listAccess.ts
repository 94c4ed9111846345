import { asSeen, canSeeList } from '../security/visibility';
import { may } from '../security/viewer';
import type { PermissionName } from '../objects/masks';
import { findItem, findItemByPath } from '../store/items';
import type { Item } from '../objects/item';
import { findListById, findListByTitle, findListByUrl, findListOf, listsOf } from '../store/lists';
import type { List } from '../objects/list';
import { accessDenied, itemNotFound, listNotFound, listNotFoundByTitle, pathOutsideWeb } from '../wire/errors';
import { decodePath } from '../wire/address';
import { webAddress } from './model';
import type { Call } from './resource';

/** Lists the caller may know of. A list that is hidden from them answers exactly as one that does not exist. */
export function visibleLists(call: Call): readonly List[] {
  return listsOf(call.emulator, call.web).filter((list) => canSeeList(call, list));
}

function seen(call: Call, list: List | undefined): List | undefined {
  return list && canSeeList(call, list) ? list : undefined;
}

export function listByTitle(call: Call, title: string): List {
  const list = seen(call, findListByTitle(call.emulator, call.web, title));
  if (!list) throw listNotFoundByTitle(title, webAddress(call));
  return list;
}

export function listById(call: Call, id: string): List {
  const list = seen(call, findListById(call.emulator, call.web, id.replace(/[{}]/g, '')));
  if (!list) throw listNotFound();
  return list;
}

export function listByUrl(call: Call, url: string): List {
  const path = serverRelative(call, url);
  const list = seen(call, findListByUrl(call.emulator, call.web, path));
  if (!list) throw listNotFound();
  return list;
}

/** The list a file or folder address lies in, when the caller may know of it. */
export function listOfPath(call: Call, path: string): List | undefined {
  return seen(call, findListOf(call.emulator, call.web, path));
}

/** An address as the web knows it: absolute ones of this origin and server-relative ones. Throws pathOutsideWeb. */
export function serverRelative(call: Call, url: string): string {
  const bare = url.startsWith(`${call.origin}/`) ? (decodePath(url.slice(call.origin.length)) ?? url) : url;
  const path = bare.startsWith('/') ? bare : `${call.web.url}/${bare}`;
  const web = call.web.url.toLowerCase();
  if (path.toLowerCase() !== web && !path.toLowerCase().startsWith(`${web}/`)) throw pathOutsideWeb();
  return path.replace(/\/+$/, '');
}

/** An item as the caller sees it. Throws itemNotFound for what is hidden and for what is not there. */
export function seenItem(call: Call, list: List, id: number): Item {
  const item = findItem(call.emulator, list, id);
  const found = item && asSeen(call, list, item);
  if (!found) throw itemNotFound();
  return found;
}

/** A file or folder as the caller sees it, by its address. */
export function seenPath(call: Call, path: string): { readonly list: List; readonly item: Item } | undefined {
  const list = listOfPath(call, path);
  const item = list && findItemByPath(call.emulator, list, path);
  const found = list && item && asSeen(call, list, item);
  return list && found ? { list, item: found } : undefined;
}

/** Throws accessDenied. */
export function demand(call: Call, scope: number, name: PermissionName): void {
  if (!may(call, scope, name)) throw accessDenied();
}
