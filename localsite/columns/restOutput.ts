import type { Item } from '../objects/item';
import type { Json } from '../wire/json';
import { isMultiple, isPerson, propertyName, type Field, type Stored } from '../objects/field';
import { pointsElsewhere } from './cell';
import { toLocal, writeBritishDate } from './siteTime';
import { readStored } from '../objects/readStored';
import type { References } from './references';

/** How dates are written: UTC with Z in items, local time without in ListItemAllFields (docs/sharepoint-facts.md, A6, recorded). */
export type DateStyle = 'utc' | 'local';

/** A column's properties in item JSON: `Title`, or `AuthorId` and `AuthorStringId`. */
export function writeField(field: Field, item: Item, dates: DateStyle): readonly (readonly [string, Json])[] {
  const stored = readStored(field, item);
  const [name, second] = propertyNames(field);
  if (!pointsElsewhere(field)) return [[name, writeValue(field, stored, dates)]];
  const id = isMultiple(field) ? (stored ?? []) : stored;
  return second === undefined
    ? [[name, id]]
    : [
        [name, id],
        [second, asText(id)],
      ];
}

/** The names under which {@link writeField} writes a column. */
export function propertyNames(field: Field): readonly [string] | readonly [string, string] {
  const name = propertyName(field);
  if (!pointsElsewhere(field)) return [name];
  return isPerson(field) ? [`${name}Id`, `${name}StringId`] : [`${name}Id`];
}

function asText(id: Stored): Json {
  return Array.isArray(id) ? id.map((one: Json) => String(one)) : id === null ? null : String(id);
}

function writeValue(field: Field, stored: Stored, dates: DateStyle): Json {
  if (stored === null) return field.type === 'Boolean' ? null : isMultiple(field) ? [] : null;
  if (field.type === 'DateTime' && dates === 'local') return toLocal(new Date(String(stored)));
  return stored;
}

/** A column as text, as FieldValuesAsText and the change rowset have it. */
export function writeText(field: Field, item: Item, references: References): string {
  const stored = readStored(field, item);
  if (stored === null) return '';
  if (pointsElsewhere(field))
    return (Array.isArray(stored) ? stored : [stored]).map((id: Json) => references.text(field, Number(id))).join('; ');
  if (field.type === 'DateTime') return writeBritishDate(String(stored), field.settings.dateOnly === true);
  if (field.type === 'Boolean') return stored === true ? 'Yes' : 'No';
  if (Array.isArray(stored)) return stored.join('; ');
  if (field.type === 'URL' && typeof stored === 'object') return Object.values(stored).join(', ');
  return String(stored);
}
