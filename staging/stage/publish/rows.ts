import { adultHomeList } from '../../../src/lists/adultHome';
import { later, type Operation } from '../../site/batch';
import { addItem, addItemInFolder, recycleItem, updateItem } from '../../site/items';
import type { Row } from '../rows/row';
import type { FolderDelete } from '../plan/keyChanges';
import type { ListDiff } from '../plan/listDiff';
import type { WriteTask, BatchWriter } from './batchWriter';

/** The row's columns with its hash, where the list has one. */
export function fieldsOf({ fields, hash }: Row): Readonly<Record<string, unknown>> {
  return hash === '' ? fields : { ...fields, ContentHash: hash };
}

/** Creates and updates rows of every list but Adult Home, which has a scope per row. Rows whose folder is missing are not tried. */
export async function applyRows(
  lists: readonly ListDiff[],
  hasFolder: (listName: string, path: string) => boolean,
  writer: BatchWriter,
): Promise<void> {
  for (const { list, create, update } of lists) {
    if (list.name === adultHomeList.name) continue;
    const address = writer.addressOf(list);
    const placed = create.filter((row) => row.folder === '' || hasFolder(list.name, row.folder));
    await writer.write(`Writing ${list.title}`, rowWork(address, placed, update));
  }
}

export function rowWork(address: string, create: readonly Row[], update: ListDiff['update']): readonly WriteTask<unknown>[] {
  return [
    ...create.map((row) => ({ key: row.key, operation: creation(address, row) })),
    ...update.map(({ id, row }) => ({ key: row.key, operation: later(row.bytes, () => updateItem(address, id, fieldsOf(row))) })),
  ];
}

function creation(address: string, row: Row): Operation<unknown> {
  if (row.folder === '') return later(row.bytes, () => addItem(address, fieldsOf(row)));
  return later(row.bytes * 2, () => addItemInFolder(address, row.folder, textsOf(fieldsOf(row))));
}

/** Rows in folders hold texts only: nothing that a site's language could write differently. */
function textsOf(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : '']));
}

/** Deletes last: rows that the export no longer has, and all of the pupils who have left. */
export async function applyDeletions(lists: readonly ListDiff[], folders: readonly FolderDelete[], writer: BatchWriter): Promise<void> {
  const rows = lists
    .filter(({ list }) => list.name !== adultHomeList.name)
    .flatMap(({ list, delete: gone }) => gone.map((row) => ({ key: row.key, operation: recycleItem(writer.addressOf(list), row.id) })));
  const goneFolders = folders.map(({ list, folder }) => ({ key: folder.path, operation: recycleItem(writer.addressOf(list), folder.id) }));
  await writer.write('Deleting what is gone', [...rows, ...goneFolders]);
}
