import { randomUUID } from 'node:crypto';
import type { Engine } from '../context/context';
import { forgetStructure } from '../context/context';
import type { Field, FieldSettings, FieldType } from '../objects/field';
import { systemColumns } from '../objects/systemColumns';
import type { List } from '../objects/list';

interface Row extends Omit<Field, 'settings'> {
  readonly settings: string;
}

/** The columns of a list in their order, kept in memory. */
export function fieldsOf(engine: Engine, list: List): readonly Field[] {
  const known = engine.memory.fields.get(list.no);
  if (known) return known;
  const fields = engine.db
    .all<Row>('SELECT * FROM fields WHERE list = ? ORDER BY position', list.no)
    // Written by this module only.
    .map((row): Field => ({ ...row, settings: JSON.parse(row.settings) as FieldSettings }));
  engine.memory.fields.set(list.no, fields);
  return fields;
}

export function findField(engine: Engine, list: List, name: string): Field | undefined {
  const wanted = name.toLowerCase();
  return fieldsOf(engine, list).find((field) => field.name.toLowerCase() === wanted);
}

export function findFieldByTitle(engine: Engine, list: List, title: string): Field | undefined {
  const wanted = title.toLowerCase();
  return fieldsOf(engine, list).find((field) => field.title.toLowerCase() === wanted);
}

export function findFieldById(engine: Engine, list: List, id: string): Field | undefined {
  const wanted = id.toLowerCase();
  return fieldsOf(engine, list).find((field) => field.id === wanted);
}

export interface NewField {
  readonly id?: string;
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
  readonly settings: FieldSettings;
}

export function insertField(engine: Engine, list: List, field: NewField): Field {
  const position =
    engine.db.first<{ readonly n: number }>('SELECT COALESCE(MAX(position), 0) + 1 AS n FROM fields WHERE list = ?', list.no)?.n ?? 1;
  const stored = {
    list: list.no,
    name: field.name,
    id: (field.id ?? randomUUID()).toLowerCase(),
    title: field.title,
    type: field.type,
    position,
  };
  engine.db.run(
    'INSERT INTO fields (list, name, id, title, type, position, settings) VALUES (?,?,?,?,?,?,?)',
    stored.list,
    stored.name,
    stored.id,
    stored.title,
    stored.type,
    stored.position,
    JSON.stringify(field.settings),
  );
  forgetStructure(engine);
  return { ...stored, settings: field.settings };
}

export function insertSystemFields(engine: Engine, list: List): void {
  for (const column of systemColumns(list.template)) insertField(engine, list, column);
}

export function updateField(engine: Engine, field: Field): void {
  engine.db.run(
    'UPDATE fields SET title = ?, settings = ? WHERE list = ? AND name = ?',
    field.title,
    JSON.stringify(field.settings),
    field.list,
    field.name,
  );
  forgetStructure(engine);
}

export function deleteField(engine: Engine, field: Field): void {
  engine.db.run('DELETE FROM fields WHERE list = ? AND name = ?', field.list, field.name);
  engine.db.run('DELETE FROM item_index WHERE list = ? AND field = ?', field.list, field.name);
  forgetStructure(engine);
}
