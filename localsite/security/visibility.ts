import { asPublished, type Item } from '../objects/item';
import type { List } from '../objects/list';
import { isLibraryTemplate } from '../objects/systemColumns';
import { noMask } from '../objects/masks';
import { maskOn, may, type Acting } from './viewer';

/** Whether the list shows itself at all: anything granted on it, Limited Access included (A15; C5 calls names acceptable). */
export function canSeeList(acting: Acting, list: List): boolean {
  return maskOn(acting.emulator, acting.viewer, list.scope) !== noMask;
}

/** Those who manage the list are not bound by ReadSecurity and WriteSecurity (MS-WSSCAML 2.3.2.11.3). */
function overridesListBehaviour(acting: Acting, list: List): boolean {
  return may(acting, list.scope, 'ManageLists') || may(acting, list.scope, 'CancelCheckout');
}

/**
 * The item as the caller may see it: itself, its last published version, or nothing. Nothing must look to the caller
 * exactly as if the item did not exist.
 */
export function asSeen(acting: Acting, list: List, item: Item): Item | undefined {
  if (!may(acting, item.scope, 'ViewListItems')) return undefined;
  if (item.kind === 'folder') return item;
  if (!isLibraryTemplate(list.template) && isHiddenByReadSecurity(acting, list, item)) return undefined;
  if (!isDraft(list, item) || seesDrafts(acting, list, item)) return item;
  return asPublished(item);
}

function isHiddenByReadSecurity(acting: Acting, list: List, item: Item): boolean {
  return list.settings.ReadSecurity === 2 && item.author !== acting.viewer.principal.id && !overridesListBehaviour(acting, list);
}

/** Whether what stands in the row is not yet for every reader. */
export function isDraft(list: List, item: Item): boolean {
  return (list.settings.EnableModeration && item.moderation !== 0) || (list.settings.EnableMinorVersions && item.uiVersion % 512 !== 0);
}

/** DraftVersionVisibility: 0 any reader, 1 who may edit, 2 approvers and the author. Approval always means the last. */
function seesDrafts(acting: Acting, list: List, item: Item): boolean {
  const own = item.author === acting.viewer.principal.id;
  if (own || may(acting, item.scope, 'ApproveItems') || may(acting, item.scope, 'ManageLists')) return true;
  if (list.settings.EnableModeration) return false;
  return (
    list.settings.DraftVersionVisibility === 0 || (list.settings.DraftVersionVisibility === 1 && may(acting, item.scope, 'EditListItems'))
  );
}

/** WriteSecurity: 1 all, 2 own rows, 4 none. Lists only; call after asSeen. */
export function canWrite(acting: Acting, list: List, item: Item, what: 'EditListItems' | 'DeleteListItems'): boolean {
  if (!may(acting, item.scope, what)) return false;
  if (isLibraryTemplate(list.template) || list.settings.WriteSecurity === 1 || overridesListBehaviour(acting, list)) return true;
  return list.settings.WriteSecurity === 2 && item.author === acting.viewer.principal.id;
}
