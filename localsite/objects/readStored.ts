import type { Item } from './item';
import { pathOf } from './item';
import type { Field, Stored } from './field';

/** `1.0` for 512, `0.3` for 3. */
export function versionLabel(uiVersion: number): string {
  return `${Math.floor(uiVersion / 512)}.${uiVersion % 512}`;
}

const fromRow: Readonly<Record<string, (item: Item) => Stored>> = {
  ContentTypeId: (item) => item.contentType,
  ContentType: (item) => (item.kind === 'folder' ? 'Folder' : item.kind === 'file' ? 'Document' : 'Item'),
  ID: (item) => item.id,
  Modified: (item) => item.modified,
  Created: (item) => item.created,
  Author: (item) => item.author,
  Editor: (item) => item.editor,
  owshiddenversion: (item) => item.version,
  _UIVersion: (item) => item.uiVersion,
  _UIVersionString: (item) => versionLabel(item.uiVersion),
  _ModerationStatus: (item) => item.moderation,
  FileRef: pathOf,
  FileDirRef: (item) => item.dir,
  FileLeafRef: (item) => item.leaf,
  FSObjType: (item) => (item.kind === 'folder' ? 1 : 0),
  UniqueId: (item) => item.guid,
  GUID: (item) => item.guid,
  Attachments: (item) => item.attachments > 0,
  File_x0020_Size: (item) => item.size,
  File_x0020_Type: (item) =>
    item.kind === 'file' && item.leaf.includes('.') ? item.leaf.slice(item.leaf.lastIndexOf('.') + 1).toLowerCase() : null,
  CheckoutUser: (item) => item.checkedOut,
};

/** The value of a column in a row: from the row itself for the system columns, from its values for all others. */
export function readStored(field: Field, item: Item): Stored {
  const system = fromRow[field.name];
  return system ? system(item) : (item.data[field.name] ?? null);
}
