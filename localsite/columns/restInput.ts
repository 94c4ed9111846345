import type { EmulatorContext } from '../context/emulatorContext';
import { findField } from '../store/fields';
import type { List } from '../objects/list';
import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import { invalidFieldValue, unknownProperty } from '../wire/errors';
import { isMultiple, propertyName, type Field, type Stored } from '../objects/field';
import { pointsElsewhere } from './cell';
import { fromLocal, toStoredInstant } from './siteTime';
import { computedNames } from '../objects/systemColumns';

/** What a body sets, by internal name. System columns a caller may set on a write are kept apart by the writer. */
export type Changes = Map<string, Stored>;

/**
 * Reads the properties of an item body. Throws unknownProperty for a name the list has no column for and
 * invalidFieldValue for a value the column's type refuses.
 */
export function readItemBody(emulator: EmulatorContext, list: List, body: JsonObject): Changes {
  const changes: Changes = new Map();
  for (const [name, value] of Object.entries(body)) {
    if (name.includes('@') || name.startsWith('odata.')) continue;
    const field = fieldOfProperty(emulator, list, name);
    if (!field) throw unknownProperty(name, `SP.Data.${list.entityName}Item`);
    if (isReadOnly(field)) continue;
    changes.set(field.name, readValue(field, value));
  }
  return changes;
}

/** `Title`, `AuthorId`, `AuthorStringId`, `OData__x`. A person or lookup column is set by its id alone. */
function fieldOfProperty(emulator: EmulatorContext, list: List, name: string): Field | undefined {
  const bare = name.startsWith('OData_') ? name.slice('OData_'.length) : name;
  const field = findField(emulator, list, bare);
  if (field && !pointsElsewhere(field)) return propertyName(field) === name || bare === name ? field : undefined;
  if (field) return undefined;
  const base = /^(.+?)(String)?Id$/.exec(bare)?.[1];
  const reference = base === undefined ? undefined : findField(emulator, list, base);
  return reference && pointsElsewhere(reference) ? reference : undefined;
}

/** SharePoint takes these in a body and ignores them; the content type and the name may be set. */
function isReadOnly(field: Field): boolean {
  return (
    computedNames.has(field.name) && field.name !== 'ContentTypeId' && field.name !== 'FileLeafRef' && field.name !== '_ModerationStatus'
  );
}

/** A JSON value in the column's own type. */
export function readValue(field: Field, value: Json): Stored {
  if (value === null) return isMultiple(field) ? [] : null;
  if (isMultiple(field)) return readMany(field, value);
  if (pointsElsewhere(field)) return readId(field, value);
  switch (field.type) {
    case 'Number':
    case 'Currency':
    case 'Integer':
    case 'ModStat':
      return readNumber(field, value);
    case 'Boolean':
      return readBoolean(field, value);
    case 'DateTime':
      return readDate(field, value);
    case 'URL':
      return readUrl(field, value);
    default:
      return readText(field, value);
  }
}

function readMany(field: Field, value: Json): Stored {
  const list = isJsonObject(value) ? value.results : value;
  if (!Array.isArray(list)) throw invalidFieldValue(field.name);
  return field.type === 'MultiChoice'
    ? list.map((one: Json) => String(one))
    : list.map((one: Json) => readId(field, one)).filter((one) => one !== null);
}

function readId(field: Field, value: Json): number | null {
  const id = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof id !== 'number' || !Number.isInteger(id)) throw invalidFieldValue(field.name);
  // Zero and -1 empty the column.
  return id > 0 ? id : null;
}

function readNumber(field: Field, value: Json): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw invalidFieldValue(field.name);
  const { minimum, maximum } = field.settings;
  if ((minimum !== undefined && number < minimum) || (maximum !== undefined && number > maximum)) throw invalidFieldValue(field.name);
  return number;
}

function readBoolean(field: Field, value: Json): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === '1' || value === 'true') return true;
  if (value === 0 || value === '0' || value === 'false') return false;
  throw invalidFieldValue(field.name);
}

/** A text without a zone is the site's local time (docs/sharepoint-facts.md, A6). */
function readDate(field: Field, value: Json): string {
  if (typeof value !== 'string') throw invalidFieldValue(field.name);
  const local = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/.exec(value);
  const instant = local
    ? fromLocal(value.length === 10 ? `${value}T00:00:00` : value.length === 16 ? `${value}:00` : value)
    : new Date(value);
  if (Number.isNaN(instant.getTime())) throw invalidFieldValue(field.name);
  return toStoredInstant(instant);
}

function readUrl(field: Field, value: Json): Stored {
  if (!isJsonObject(value) || typeof value.Url !== 'string') throw invalidFieldValue(field.name);
  return { Url: value.Url, Description: typeof value.Description === 'string' ? value.Description : value.Url };
}

function readText(field: Field, value: Json): string {
  if (typeof value === 'object') throw invalidFieldValue(field.name);
  const text = String(value);
  if (field.type === 'Text' && text.length > (field.settings.maxLength ?? 255)) throw invalidFieldValue(field.name);
  return text;
}
