import { may, type AccessContext } from '../security/viewer';
import type { Item } from '../objects/item';

/** Seeing a row is not yet opening its bytes: that is OpenItems. */
export function mayOpen(access: AccessContext, item: Item): boolean {
  return may(access, item.scope, 'OpenItems');
}
