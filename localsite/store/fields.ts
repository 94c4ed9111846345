import { randomUUID } from 'node:crypto';
import type { EmulatorContext } from '../context/emulatorContext';
import { invalidateStructure } from '../context/emulatorContext';
import type { Field, FieldSettings, FieldType } from '../objects/field';
import { systemColumns } from '../objects/systemColumns';
import type { List } from '../objects/list';

interface Row extends Omit<Field, 'settings'> {
  readonly settings: string;
}

/** The columns of a list in their order, cached. */
export function fieldsOf(emulator: EmulatorContext, list: List): readonly Field[] {
  const known = emulator.cache.fields.get(list.no);
  if (known) return known;
  const fields = emulator.db
    .all<Row>('SELECT * FROM fields WHERE list = ? ORDER BY position', list.no)
    // Written by this module only.
    .map((row): Field => ({ ...row, settings: JSON.parse(row.settings) as FieldSettings }));
  emulator.cache.fields.set(list.no, fields);
  return fields;
}

export function findField(emulator: EmulatorContext, list: List, name: string): Field | undefined {
  const wanted = name.toLowerCase();
  return fieldsOf(emulator, list).find((field) => field.name.toLowerCase() === wanted);
}

export function findFieldByTitle(emulator: EmulatorContext, list: List, title: string): Field | undefined {
  const wanted = title.toLowerCase();
  return fieldsOf(emulator, list).find((field) => field.title.toLowerCase() === wanted);
}

export function findFieldById(emulator: EmulatorContext, list: List, id: string): Field | undefined {
  const wanted = id.toLowerCase();
  return fieldsOf(emulator, list).find((field) => field.id === wanted);
}

export interface NewField {
  readonly id?: string;
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
  readonly settings: FieldSettings;
}

export function insertField(emulator: EmulatorContext, list: List, field: NewField): Field {
  const position =
    emulator.db.first<{ readonly n: number }>('SELECT COALESCE(MAX(position), 0) + 1 AS n FROM fields WHERE list = ?', list.no)?.n ?? 1;
  const stored = {
    list: list.no,
    name: field.name,
    id: (field.id ?? randomUUID()).toLowerCase(),
    title: field.title,
    type: field.type,
    position,
  };
  emulator.db.run(
    'INSERT INTO fields (list, name, id, title, type, position, settings) VALUES (?,?,?,?,?,?,?)',
    stored.list,
    stored.name,
    stored.id,
    stored.title,
    stored.type,
    stored.position,
    JSON.stringify(field.settings),
  );
  invalidateStructure(emulator);
  return { ...stored, settings: field.settings };
}

export function insertSystemFields(emulator: EmulatorContext, list: List): void {
  for (const column of systemColumns(list.template)) insertField(emulator, list, column);
}

export function updateField(emulator: EmulatorContext, field: Field): void {
  emulator.db.run(
    'UPDATE fields SET title = ?, settings = ? WHERE list = ? AND name = ?',
    field.title,
    JSON.stringify(field.settings),
    field.list,
    field.name,
  );
  invalidateStructure(emulator);
}

export function deleteField(emulator: EmulatorContext, field: Field): void {
  emulator.db.run('DELETE FROM fields WHERE list = ? AND name = ?', field.list, field.name);
  emulator.db.run('DELETE FROM item_index WHERE list = ? AND field = ?', field.list, field.name);
  invalidateStructure(emulator);
}
