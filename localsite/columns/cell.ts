import type { FieldPath, FieldValue } from '../query/condition';
import type { EmulatorContext } from '../context/emulatorContext';
import { findField } from '../store/fields';
import type { Item } from '../objects/item';
import type { List } from '../objects/list';
import { notFilterable, unknownColumn } from '../wire/errors';
import { isReference, type Field, type Stored } from '../objects/field';
import type { References } from './references';
import { readStored } from '../objects/readStored';

/** What a path in a query means: a column, its id, or a column of what it points to. */
export interface Column {
  readonly field: Field;
  /** `id` for `AuthorId` and `Author/Id`; `sub` for `Author/Title`. */
  readonly part: { readonly kind: 'value' } | { readonly kind: 'id' } | { readonly kind: 'sub'; readonly name: string };
}

/** Finds the column a query names. Throws unknownColumn. */
export function resolveColumn(emulator: EmulatorContext, list: List, path: FieldPath): Column {
  const [first = '', second] = path;
  const name = first.startsWith('OData_') ? first.slice('OData_'.length) : first;
  const field = findField(emulator, list, name);
  if (field && second !== undefined) return { field, part: second.toLowerCase() === 'id' ? { kind: 'id' } : { kind: 'sub', name: second } };
  if (field) return { field, part: { kind: 'value' } };
  const base = name.endsWith('Id') ? findField(emulator, list, name.slice(0, -2)) : undefined;
  if (base && isReference(base) && second === undefined) return { field: base, part: { kind: 'id' } };
  throw unknownColumn(first);
}

const unfilterable: ReadonlySet<string> = new Set(['Note', 'Calculated', 'URL', 'Computed']);

/** OData refuses long text and calculated columns in a filter (docs/sharepoint-facts.md, A6). */
export function assertFilterable(column: Column): void {
  const { field } = column;
  if (unfilterable.has(field.type) && field.name !== 'ContentType') throw notFilterable(field.name, field.type);
}

/** System columns that SharePoint calls Lookup and that hold their own value. */
const plainLookups: ReadonlySet<string> = new Set(['FileRef', 'FileDirRef', 'FSObjType', 'UniqueId', 'File_x0020_Size']);

/** Whether a column points to a person or an item elsewhere. */
export function pointsElsewhere(field: Field): boolean {
  return isReference(field) && !plainLookups.has(field.name);
}

/** A column's value in a row, in the column's own type, for comparing and ordering. */
export function readCell(column: Column, item: Item, references: References): FieldValue {
  return toFieldValue(column, readStored(column.field, item), references);
}

function toFieldValue(column: Column, stored: Stored, references: References): FieldValue {
  if (stored === null) return null;
  if (Array.isArray(stored)) {
    const values = stored.map((one: Stored) => toFieldValue(column, one, references));
    return values.length === 0 ? null : { kind: 'many', values };
  }
  if (pointsElsewhere(column.field)) return referenceValue(column, stored, references);
  return plainValue(column.field, stored);
}

function referenceValue({ field, part }: Column, stored: Stored, references: References): FieldValue {
  if (typeof stored !== 'number') return null;
  if (part.kind === 'id') return { kind: 'number', value: stored };
  if (part.kind === 'value') return { kind: 'lookup', id: stored, text: references.text(field, stored) };
  return { kind: 'text', value: subText(field, stored, part.name, references) };
}

/** `Author/EMail`, `Subject/Code`. */
function subText(field: Field, id: number, name: string, references: References): string {
  const person = field.type.startsWith('User') ? references.person(id) : undefined;
  if (person) return name.toLowerCase() === 'email' ? person.email : name.toLowerCase() === 'name' ? person.login : person.title;
  const target = references.target(field, id);
  return name.toLowerCase() === 'title' && target ? String(target.item.data.Title ?? '') : String(target?.item.data[name] ?? '');
}

function plainValue(field: Field, stored: Stored): FieldValue {
  switch (typeof stored) {
    case 'number':
      return { kind: 'number', value: stored };
    case 'boolean':
      return { kind: 'boolean', value: stored };
    case 'string':
      if (field.type === 'DateTime') return { kind: 'date', value: stored };
      if (field.type === 'Guid' || field.name === 'UniqueId') return { kind: 'guid', value: stored };
      return { kind: 'text', value: stored };
    default:
      return { kind: 'text', value: JSON.stringify(stored) };
  }
}

/** The text of a value as a page token carries it, and back. */
export function cellToText(value: FieldValue): string {
  if (value === null) return '';
  if (value.kind === 'lookup') return value.text;
  if (value.kind === 'many') return value.values.map(cellToText).join(';');
  return String(value.value);
}

export function textToCell(field: Field, text: string): FieldValue {
  if (text === '') return null;
  if (pointsElsewhere(field)) return { kind: 'lookup', id: 0, text };
  if (field.type === 'DateTime') return { kind: 'date', value: text };
  if (field.type === 'Boolean' || field.type === 'Attachments') return { kind: 'boolean', value: text === 'true' };
  const number = Number(text);
  const numeric = ['Number', 'Currency', 'Integer', 'Counter', 'ModStat'].includes(field.type) || field.name === 'FSObjType';
  return numeric && !Number.isNaN(number) ? { kind: 'number', value: number } : { kind: 'text', value: text };
}
