import { SaxesParser } from 'saxes';
import type { List } from '../objects/list';
import type { NewField } from '../store/fields';
import { invalidXml } from '../wire/errors';
import { isFieldType, type Field, type FieldSettings } from '../objects/field';

/** What a `<Field>` element says: its attributes, choices and default. */
interface FieldXml {
  readonly attributes: Readonly<Record<string, string>>;
  readonly choices: readonly string[];
  readonly defaultValue?: string;
}

/** Reads the SchemaXml of createfieldasxml. Throws invalidXml for bad XML and for a type the local site does not have. */
export function readFieldXml(xml: string): NewField {
  const { attributes, choices, defaultValue } = parse(xml);
  const type =
    attributes.Type === 'LookupMulti' || attributes.Type === 'UserMulti'
      ? attributes.Type
      : multiple(attributes)
        ? `${attributes.Type}Multi`
        : attributes.Type;
  if (!isFieldType(type)) throw invalidXml();
  const title = attributes.DisplayName ?? attributes.Name ?? '';
  const name = attributes.Name ?? attributes.StaticName ?? encodeName(title);
  if (name === '') throw invalidXml();
  const id = attributes.ID?.replace(/[{}]/g, '').toLowerCase();
  return { ...(id ? { id } : {}), name, title: title || name, type, settings: settingsOf(attributes, choices, defaultValue) };
}

function multiple(attributes: Readonly<Record<string, string>>): boolean {
  return isTrue(attributes.Mult) && (attributes.Type === 'User' || attributes.Type === 'Lookup');
}

/** `Pupil Key` gives `Pupil_x0020_Key` (docs/sharepoint-facts.md, A2). */
export function encodeName(title: string): string {
  return title.replace(/[^A-Za-z0-9_]/g, (mark) => `_x${mark.charCodeAt(0).toString(16).padStart(4, '0')}_`).slice(0, 32);
}

function isTrue(text: string | undefined): boolean {
  return text?.toUpperCase() === 'TRUE' || text === '1';
}

function settingsOf(
  attributes: Readonly<Record<string, string>>,
  choices: readonly string[],
  defaultValue: string | undefined,
): FieldSettings {
  const flags = {
    indexed: attributes.Indexed,
    unique: attributes.EnforceUniqueValues,
    required: attributes.Required,
    hidden: attributes.Hidden,
    readOnly: attributes.ReadOnly,
    richText: attributes.RichText,
    fillInChoice: attributes.FillInChoice,
    appendOnly: attributes.AppendOnly,
  };
  const numbers = {
    maxLength: attributes.MaxLength,
    numberOfLines: attributes.NumLines,
    minimum: attributes.Min,
    maximum: attributes.Max,
    decimals: attributes.Decimals,
  };
  const texts = {
    description: attributes.Description,
    group: attributes.Group,
    lookupField: attributes.ShowField,
    lookupList: attributes.List?.replace(/[{}]/g, '').toLowerCase(),
  };
  return {
    ...present(flags, isTrue),
    ...present(numbers, Number),
    ...present(texts, (text) => text),
    ...(choices.length > 0 ? { choices } : {}),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(attributes.Format === 'DateOnly' ? { dateOnly: true } : {}),
    ...(attributes.UserSelectionMode === 'PeopleOnly' || attributes.UserSelectionMode === '0' ? { peopleOnly: true } : {}),
  };
}

function present<Value>(
  record: Readonly<Record<string, string | undefined>>,
  read: (text: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).flatMap(([key, text]) => (text === undefined ? [] : [[key, read(text)]])));
}

function parse(xml: string): FieldXml {
  if (/<!DOCTYPE/i.test(xml)) throw invalidXml();
  const parser = new SaxesParser();
  const attributes: Record<string, string> = {};
  const choices: string[] = [];
  const path: string[] = [];
  let defaultValue: string | undefined;
  let text = '';
  parser.on('opentag', (tag) => {
    path.push(tag.name);
    text = '';
    if (path.length === 1 && tag.name === 'Field')
      for (const [name, value] of Object.entries(tag.attributes)) attributes[name] = String(value);
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', () => {
    const name = path.pop();
    if (name === 'CHOICE') choices.push(text.trim());
    if (name === 'Default') defaultValue = text.trim();
  });
  parser.on('error', () => {
    throw invalidXml();
  });
  parser.write(xml).close();
  return { attributes, choices, ...(defaultValue === undefined ? {} : { defaultValue }) };
}

/** The SchemaXml of a column, as a list shows it. */
export function writeFieldXml(field: Field, list: List): string {
  const { settings } = field;
  const attributes: Readonly<Record<string, string | undefined>> = {
    Type: field.type,
    DisplayName: field.title,
    Name: field.name,
    StaticName: field.name,
    ID: `{${field.id}}`,
    SourceID: `{${list.id}}`,
    Required: flag(settings.required),
    Indexed: flag(settings.indexed),
    EnforceUniqueValues: flag(settings.unique),
    Hidden: flag(settings.hidden),
    ReadOnly: flag(settings.readOnly),
    MaxLength: settings.maxLength?.toString(),
    RichText: flag(settings.richText),
    NumLines: settings.numberOfLines?.toString(),
    List: settings.lookupList,
    ShowField: settings.lookupField,
    Min: settings.minimum?.toString(),
    Max: settings.maximum?.toString(),
    Decimals: settings.decimals?.toString(),
    Mult: field.type.endsWith('Multi') ? 'TRUE' : undefined,
    Format: field.type === 'DateTime' ? (settings.dateOnly === true ? 'DateOnly' : 'DateTime') : undefined,
  };
  const written = Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeXml(value)}"`]))
    .join('');
  const inner = `${settings.defaultValue ? `<Default>${escapeXml(settings.defaultValue)}</Default>` : ''}${choicesXml(settings.choices)}`;
  return inner === '' ? `<Field${written} />` : `<Field${written}>${inner}</Field>`;
}

function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'TRUE' : 'FALSE';
}

function choicesXml(choices: readonly string[] | undefined): string {
  return choices ? `<CHOICES>${choices.map((choice) => `<CHOICE>${escapeXml(choice)}</CHOICE>`).join('')}</CHOICES>` : '';
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
