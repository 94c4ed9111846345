import { may, type Acting } from '../security/viewer';
import type { Item } from '../objects/item';

/** Seeing a row is not yet opening its bytes: that is OpenItems. */
export function mayOpen(acting: Acting, item: Item): boolean {
  return may(acting, item.scope, 'OpenItems');
}
