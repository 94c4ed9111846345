/** How a SharePoint list, its fields and its permissions are described. Provisioning, staging, the local site and the web parts all read these. */

/** SharePoint's FieldTypeKind numbers are in staging; these are the names in a field's SchemaXml. */
export type FieldType = 'Text' | 'Note' | 'Number' | 'DateTime' | 'Boolean' | 'Choice' | 'User' | 'URL';

interface FieldOptions {
  /** An index is what keeps a query served past 5,000 rows. At most 20 a list. */
  readonly indexed?: boolean;
  /** Implies an index. SharePoint refuses a second row with the value. */
  readonly unique?: boolean;
  readonly required?: boolean;
}

export interface FieldDefinition<Name extends string = string> extends FieldOptions {
  /** Internal name; never changes once a school has the list. */
  readonly name: Name;
  readonly title: string;
  readonly type: FieldType;
  readonly choices?: readonly string[];
}

export type Access =
  /** The site's permissions: staff edit, every adult reads. For what says nothing about any pupil. */
  | { readonly kind: 'inherited' }
  /** Only owners and the publisher; adults reach their own folders or rows through scopes below. */
  | { readonly kind: 'closed' }
  /** Closed, and each adult's group holds the level on the list itself; ReadSecurity and WriteSecurity keep rows apart. */
  | { readonly kind: 'own rows' };

export interface ListDefinition<Column extends string = string> {
  /** The last part of the list's address: Lists/<name>. Lists are found by it, never by their title. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly FieldDefinition<Column>[];
  readonly access: Access;
  /** Folders carry the permissions of a pupil or of an area (docs/sharepoint-facts.md, C3). */
  readonly hasFolders: boolean;
  /** 1 all rows; 2 only the author's own. MS-WSSCAML 2.3.2.11.3. */
  readonly readSecurity: 1 | 2;
  /** 1 all rows; 2 own rows; 4 none. */
  readonly writeSecurity: 1 | 2 | 4;
}

export function text<Name extends string>(name: Name, title: string, options: FieldOptions = {}): FieldDefinition<Name> {
  return { name, title, type: 'Text', ...options };
}

export function note<Name extends string>(name: Name, title: string): FieldDefinition<Name> {
  return { name, title, type: 'Note' };
}

/** A date without time as the number 20261123: range filters are documented for numbers, and no time zone can move it. */
export function day<Name extends string>(name: Name, title: string, options: FieldOptions = {}): FieldDefinition<Name> {
  return { name, title, type: 'Number', ...options };
}

export function number<Name extends string>(name: Name, title: string, options: FieldOptions = {}): FieldDefinition<Name> {
  return { name, title, type: 'Number', ...options };
}

export function moment<Name extends string>(name: Name, title: string, options: FieldOptions = {}): FieldDefinition<Name> {
  return { name, title, type: 'DateTime', ...options };
}

export function person<Name extends string>(name: Name, title: string, options: FieldOptions = {}): FieldDefinition<Name> {
  return { name, title, type: 'User', ...options };
}

export function link<Name extends string>(name: Name, title: string): FieldDefinition<Name> {
  return { name, title, type: 'URL' };
}

export function choice<Name extends string>(
  name: Name,
  title: string,
  choices: readonly string[],
  options: FieldOptions = {},
): FieldDefinition<Name> {
  return { name, title, type: 'Choice', choices, ...options };
}

interface ListDescription<Column extends string> extends Pick<ListDefinition<Column>, 'name' | 'title' | 'description' | 'fields'> {
  readonly hasFolders?: boolean;
}

const allRows = { hasFolders: false, readSecurity: 1, writeSecurity: 1 } as const;

/** Rows and folders that only owners and the publisher reach, until a scope below lets an adult in. */
export function closed<Column extends string>(list: ListDescription<Column>): ListDefinition<Column> {
  return { ...allRows, access: { kind: 'closed' }, ...list };
}

/** Rows that every adult and member of staff reads. */
export function shared<Column extends string>(list: ListDescription<Column>): ListDefinition<Column> {
  return { ...allRows, access: { kind: 'inherited' }, ...list };
}

/** Each person has rows of their own that nobody else reads. */
export function ownRows<Column extends string>(list: ListDescription<Column>): ListDefinition<Column> {
  return { hasFolders: false, access: { kind: 'own rows' }, readSecurity: 2, writeSecurity: 2, ...list };
}
