import { decodePath } from '../wire/address';
import { isLibraryTemplate } from '../objects/systemColumns';
import { findItemByPath } from '../store/items';
import { findListOf } from '../store/lists';
import type { NavigationNode } from '../store/navigation';
import { findWebOf } from '../store/webs';
import type { AccessContext } from './viewer';
import { visibleItem, canSeeList } from './visibility';

/** What an address in the navigation leads to, for the caller. What is hidden and what is missing must look alike to them. */
export type Target = 'elsewhere' | 'open' | 'hidden' | 'missing';

/** @param url server-relative, or absolute where it leads out of the site */
export function targetOf(access: AccessContext, url: string): Target {
  const { emulator, web } = access;
  const path = decodePath(url.replace(/[?#].*$/, ''))?.replace(/\/+$/, '');
  if (path === undefined || !path.startsWith('/') || findWebOf(emulator, path)?.id !== web.id) return 'elsewhere';
  if (path.toLowerCase() === web.url.toLowerCase() || path.includes('/_')) return 'open';
  const list = findListOf(emulator, web, path);
  if (!list) return 'missing';
  if (!canSeeList(access, list)) return 'hidden';
  const item = findItemByPath(emulator, list, path);
  if (item) return visibleItem(access, list, item) ? 'open' : 'hidden';
  // Views of a list have addresses and no items; a file that is not there is not there.
  const isFile = isLibraryTemplate(list.template) && !/\/forms\//i.test(path) && path.toLowerCase() !== list.url.toLowerCase();
  return isFile ? 'missing' : 'open';
}

/** Entries that lead to what the caller may not read are not there for them. Entries marked as external are never trimmed. */
export function canSeeNode(access: AccessContext, node: NavigationNode): boolean {
  return node.isExternal || targetOf(access, node.url) !== 'hidden';
}
