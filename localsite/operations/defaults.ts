import { toStoredInstant } from '../columns/siteTime';
import type { Field, Stored } from '../objects/field';

/** A column's default for a new row; null when it has none. */
export function readDefault(field: Field, now: Date): Stored {
  const text = field.settings.defaultValue;
  if (text === undefined || text === null || text === '') return null;
  switch (field.type) {
    case 'Boolean':
      return text === '1' || text.toLowerCase() === 'true';
    case 'Number':
    case 'Currency':
    case 'Integer':
      return Number(text);
    case 'DateTime':
      return text.toLowerCase() === '[today]' ? toStoredInstant(now) : text;
    case 'MultiChoice':
      return text.split(';#').filter((one) => one !== '');
    default:
      return text;
  }
}
