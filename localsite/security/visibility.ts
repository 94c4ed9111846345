import { asPublished, type Item } from '../objects/item';
import type { List } from '../objects/list';
import { isLibraryTemplate } from '../objects/systemColumns';
import { noMask } from '../objects/masks';
import { maskOn, may, type AccessContext } from './viewer';

/**
 * Whether the list shows itself at all: anything granted on it, Limited Access included (docs/sharepoint-facts.md, A15;
 * docs/sharepoint-facts.md, C5 calls names acceptable).
 */
export function canSeeList(access: AccessContext, list: List): boolean {
  return maskOn(access.emulator, access.viewer, list.scope) !== noMask;
}

/** Those who manage the list are not bound by ReadSecurity and WriteSecurity (MS-WSSCAML 2.3.2.11.3). */
function overridesListBehaviour(access: AccessContext, list: List): boolean {
  return may(access, list.scope, 'ManageLists') || may(access, list.scope, 'CancelCheckout');
}

/**
 * The item as the caller may see it: itself, its last published version, or nothing. Nothing must look to the caller
 * exactly as if the item did not exist.
 */
export function visibleItem(access: AccessContext, list: List, item: Item): Item | undefined {
  if (!may(access, item.scope, 'ViewListItems')) return undefined;
  if (item.kind === 'folder') return item;
  if (!isLibraryTemplate(list.template) && isHiddenByReadSecurity(access, list, item)) return undefined;
  if (!isDraft(list, item) || seesDrafts(access, list, item)) return item;
  return asPublished(item);
}

function isHiddenByReadSecurity(access: AccessContext, list: List, item: Item): boolean {
  return list.settings.ReadSecurity === 2 && item.author !== access.viewer.principal.id && !overridesListBehaviour(access, list);
}

/** Whether what stands in the row is not yet for every reader. */
export function isDraft(list: List, item: Item): boolean {
  return (list.settings.EnableModeration && item.moderation !== 0) || (list.settings.EnableMinorVersions && item.uiVersion % 512 !== 0);
}

/** DraftVersionVisibility: 0 any reader, 1 who may edit, 2 approvers and the author. Approval always means the last. */
function seesDrafts(access: AccessContext, list: List, item: Item): boolean {
  const own = item.author === access.viewer.principal.id;
  if (own || may(access, item.scope, 'ApproveItems') || may(access, item.scope, 'ManageLists')) return true;
  if (list.settings.EnableModeration) return false;
  return (
    list.settings.DraftVersionVisibility === 0 || (list.settings.DraftVersionVisibility === 1 && may(access, item.scope, 'EditListItems'))
  );
}

/** WriteSecurity: 1 all, 2 own rows, 4 none. Lists only; of an item that visibleItem has shown. */
export function canWrite(access: AccessContext, list: List, item: Item, what: 'EditListItems' | 'DeleteListItems'): boolean {
  if (!may(access, item.scope, what)) return false;
  if (isLibraryTemplate(list.template) || list.settings.WriteSecurity === 1 || overridesListBehaviour(access, list)) return true;
  return list.settings.WriteSecurity === 2 && item.author === access.viewer.principal.id;
}
