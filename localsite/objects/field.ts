import type { Json } from '../wire/json';

/** What a row holds in one column: the column's own JSON. Dates are ISO instants in UTC, lookups and people are ids. */
export type Stored = Json;

export type StoredValues = Readonly<Record<string, Stored>>;

/** SharePoint's TypeAsString. */
export type FieldType =
  | 'Text'
  | 'Note'
  | 'Number'
  | 'Currency'
  | 'Integer'
  | 'Counter'
  | 'DateTime'
  | 'Boolean'
  | 'Choice'
  | 'MultiChoice'
  | 'User'
  | 'UserMulti'
  | 'Lookup'
  | 'LookupMulti'
  | 'URL'
  | 'Guid'
  | 'Computed'
  | 'Calculated'
  | 'File'
  | 'Attachments'
  | 'ModStat'
  | 'ContentTypeId';

export interface FieldSettings {
  readonly indexed?: boolean;
  readonly unique?: boolean;
  readonly required?: boolean;
  readonly hidden?: boolean;
  readonly readOnly?: boolean;
  readonly fromBaseType?: boolean;
  readonly description?: string;
  readonly group?: string;
  readonly defaultValue?: string | null;
  readonly choices?: readonly string[];
  readonly fillInChoice?: boolean;
  /** Id of the list a lookup points into, and the column it shows. */
  readonly lookupList?: string;
  readonly lookupField?: string;
  readonly richText?: boolean;
  readonly numberOfLines?: number;
  readonly appendOnly?: boolean;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly decimals?: number;
  readonly dateOnly?: boolean;
  readonly peopleOnly?: boolean;
  readonly showInDisplayForm?: boolean;
  readonly showInEditForm?: boolean;
  readonly showInNewForm?: boolean;
  readonly customFormatter?: string;
  readonly clientSideComponentId?: string;
  readonly formula?: string;
}

export interface Field {
  readonly list: number;
  readonly id: string;
  /** Internal name. */
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
  readonly position: number;
  readonly settings: FieldSettings;
}

/** FieldTypeKind by TypeAsString (docs/sharepoint-facts.md, A5, from recorded field sets). */
export const fieldTypeKinds: Readonly<Record<FieldType, number>> = {
  Integer: 1,
  Text: 2,
  Note: 3,
  DateTime: 4,
  Counter: 5,
  Choice: 6,
  Lookup: 7,
  LookupMulti: 7,
  Boolean: 8,
  Number: 9,
  Currency: 10,
  URL: 11,
  Computed: 12,
  Guid: 14,
  MultiChoice: 15,
  Calculated: 17,
  File: 18,
  Attachments: 19,
  User: 20,
  UserMulti: 20,
  ModStat: 23,
  ContentTypeId: 25,
};

/** The type a `FieldTypeKind` in a body means. */
export function fieldTypeOf(kind: number, multiple: boolean): FieldType | undefined {
  if (kind === 7) return multiple ? 'LookupMulti' : 'Lookup';
  if (kind === 20) return multiple ? 'UserMulti' : 'User';
  const found = Object.entries(fieldTypeKinds).find(([, value]) => value === kind)?.[0];
  return isFieldType(found) ? found : undefined;
}

export function isFieldType(name: string | undefined): name is FieldType {
  return name !== undefined && Object.hasOwn(fieldTypeKinds, name);
}

export function isPerson(field: Field): boolean {
  return field.type === 'User' || field.type === 'UserMulti';
}

/** People and lookups: both are ids of rows elsewhere and need `$expand`. */
export function isReference(field: Field): boolean {
  return isPerson(field) || field.type === 'Lookup' || field.type === 'LookupMulti';
}

export function isMultiple(field: Field): boolean {
  return field.type === 'UserMulti' || field.type === 'LookupMulti' || field.type === 'MultiChoice';
}

/** The OData name: a leading underscore is not allowed there, `_x` becomes `OData__x` (docs/sharepoint-facts.md, A2). */
export function propertyName(field: Field): string {
  return field.name.startsWith('_') ? `OData_${field.name}` : field.name;
}
