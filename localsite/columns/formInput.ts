import type { EmulatorContext } from '../context/emulatorContext';
import { resolveUser } from '../security/people';
import type { Web } from '../objects/web';
import { isPerson, type Field, type Stored } from '../objects/field';
import { pointsElsewhere } from './cell';
import { readBritishDate } from './siteTime';

/** A form value that a column refuses, in the words the form would show. */
export class FormValueError extends Error {
  public readonly kind = 'formValue';
}

/** Reads a value as ValidateUpdateListItem takes it: text in the site's locale (docs/sharepoint-facts.md, A8). Throws FormValueError. */
export function readFormValue(emulator: EmulatorContext, web: Web, field: Field, text: string | null): Stored {
  if (text === null || text === '') {
    if (field.settings.required === true) throw new FormValueError('You must specify a value for this required field.');
    return field.type === 'UserMulti' || field.type === 'LookupMulti' || field.type === 'MultiChoice' ? [] : null;
  }
  if (isPerson(field)) return readPeople(emulator, web, field, text);
  if (pointsElsewhere(field)) return readLookup(field, text);
  switch (field.type) {
    case 'DateTime':
      return readBritishDate(text) ?? fail(`Enter a date like this: 23/2/2012`);
    case 'Number':
    case 'Currency':
    case 'Integer':
    case 'ModStat':
      return readNumber(field, text);
    case 'Boolean':
      return readBoolean(text);
    case 'Choice':
      return readChoice(field, text);
    case 'MultiChoice':
      return text
        .split(';#')
        .filter((one) => one !== '')
        .map((one) => readChoice(field, one));
    case 'URL':
      return readUrl(text);
    default:
      return readText(field, text);
  }
}

function fail(message: string): never {
  throw new FormValueError(message);
}

function readNumber(field: Field, text: string): number {
  const number = Number(text.replace(/,/g, ''));
  if (!Number.isFinite(number)) fail('The value of this field is not a valid number.');
  const { minimum, maximum } = field.settings;
  if ((minimum !== undefined && number < minimum) || (maximum !== undefined && number > maximum))
    fail('The value of this field is not within the allowed range.');
  return number;
}

function readBoolean(text: string): boolean {
  const lower = text.toLowerCase();
  if (lower === '1' || lower === 'yes' || lower === 'true') return true;
  if (lower === '0' || lower === 'no' || lower === 'false') return false;
  return fail('The value of this field is not valid.');
}

function readChoice(field: Field, text: string): string {
  if (field.settings.fillInChoice === true || (field.settings.choices ?? []).includes(text)) return text;
  return fail('The value of this field must be one of its choices.');
}

function readUrl(text: string): Stored {
  const [url = '', description = ''] = text.split(/, (.*)/s);
  return { Url: url, Description: description === '' ? url : description };
}

function readText(field: Field, text: string): string {
  if (field.type === 'Text' && text.length > (field.settings.maxLength ?? 255))
    fail(`This field can have no more than ${field.settings.maxLength ?? 255} characters.`);
  return text;
}

/** `5`, or `5;#text;#7;#text`, or `5;#;#7` for several. */
function readLookup(field: Field, text: string): Stored {
  const parts = text.split(';#');
  const ids = (parts.length === 1 ? parts : parts.filter((_, index) => index % 2 === 0)).map(Number);
  if (ids.some((id) => !Number.isInteger(id) || id <= 0)) fail('The value of this field is not valid.');
  return field.type === 'LookupMulti' ? ids : (ids[0] ?? null);
}

/** `[{"Key":"i:0#.f|membership|a@b"}]`. */
function readPeople(emulator: EmulatorContext, web: Web, field: Field, text: string): Stored {
  const ids = readKeys(text).map((key) => resolveUser(emulator, web.site, key)?.id ?? fail('The user does not exist or is not unique.'));
  return field.type === 'UserMulti' ? ids : (ids[0] ?? null);
}

function readKeys(text: string): readonly string[] {
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch {
    return fail('The value of this field is not valid.');
  }
  if (!Array.isArray(entries)) return fail('The value of this field is not valid.');
  return entries.map((entry: unknown) => {
    const key = typeof entry === 'object' && entry !== null && 'Key' in entry ? entry.Key : undefined;
    return typeof key === 'string' ? key : fail('The value of this field is not valid.');
  });
}
