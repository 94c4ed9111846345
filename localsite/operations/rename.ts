import type { Changes } from '../columns/restInput';
import { canWrite } from '../security/visibility';
import type { AccessContext } from '../security/viewer';
import { belowClause, belowValues, findItemByPath } from '../store/items';
import { pathOf, type Item } from '../objects/item';
import type { List } from '../objects/list';
import { accessDenied, fileExists } from '../wire/errors';
import { nowText } from '../context/emulatorContext';
import { assertLeaf, storeItem, updateItem, type UpdateOptions } from './itemWriter';

/** Writes values, and the name of a file or folder when `FileLeafRef` is among them. */
export function changeItem(access: AccessContext, list: List, item: Item, changes: Changes, options: UpdateOptions = {}): Item {
  const changed = updateItem(access, list, item, changes, options);
  const leaf = changes.get('FileLeafRef');
  return typeof leaf === 'string' && leaf !== changed.leaf && changed.kind !== 'item' ? renameItem(access, list, changed, leaf) : changed;
}

/** Renames a file or folder; what lies in a folder moves along. Throws accessDenied, fileExists. */
export function renameItem(access: AccessContext, list: List, item: Item, leaf: string): Item {
  if (!canWrite(access, list, item, 'EditListItems')) throw accessDenied();
  assertLeaf(leaf);
  const before = pathOf(item);
  const after = `${item.dir}/${leaf}`;
  const taken = findItemByPath(access.emulator, list, after);
  if (taken && taken.id !== item.id) throw fileExists(leaf);
  const renamed: Item = {
    ...item,
    leaf,
    version: item.version + 1,
    modified: nowText(access.emulator),
    editor: access.viewer.principal.id,
  };
  storeItem(access, list, renamed, 'rename');
  access.emulator.db.run(
    `UPDATE items SET dir = ? || substr(dir, ?) WHERE list = ? AND ${belowClause}`,
    after,
    before.length + 1,
    list.no,
    ...belowValues(before),
  );
  return renamed;
}
