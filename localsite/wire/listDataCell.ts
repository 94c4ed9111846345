import { usualTimeZone } from '../../src/domain/time/schoolTime';
import type { Json } from './json';

/** One cell before formatting. */
export type ListDataCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly decimals?: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `value`: ISO instant in UTC; shown in the site's time zone, British order, unless the caller wants UTC. */
  | { readonly kind: 'date'; readonly value: string; readonly dateOnly?: boolean }
  | { readonly kind: 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'person'; readonly people: readonly ListDataPerson[] }
  | { readonly kind: 'lookup'; readonly targets: readonly ListDataLookup[] }
  | { readonly kind: 'url'; readonly url: string; readonly description: string };

export interface ListDataPerson {
  readonly id: number;
  readonly title: string;
  readonly email: string;
}

export interface ListDataLookup {
  readonly id: number;
  readonly value: string;
  /** The reader may not see the target: the value is withheld. */
  readonly isSecret?: boolean;
}

type Entry = readonly [key: string, value: Json];

/** The keys of one cell: the shown value, and for some types the raw one under `X.`, `X.value` or `X.desc`. */
export function cellEntries(name: string, cell: ListDataCell, datesInUtc: boolean): readonly Entry[] {
  switch (cell.kind) {
    case 'empty':
      return [[name, '']];
    case 'text':
      return [[name, cell.value]];
    case 'number':
      return [
        [name, shownNumber(cell.value, cell.decimals)],
        [`${name}.`, cell.value.toPrecision(15)],
      ];
    case 'boolean':
      return [
        [name, cell.value ? 'Yes' : 'No'],
        [`${name}.value`, cell.value ? '1' : '0'],
      ];
    case 'date':
      return dateEntries(name, cell, datesInUtc);
    case 'choices':
      return [[name, cell.values]];
    case 'person':
      return [[name, cell.people.length === 0 ? '' : cell.people.map(personJson)]];
    case 'lookup':
      return [[name, cell.targets.length === 0 ? '' : cell.targets.map(lookupJson)]];
    case 'url':
      return [
        [name, cell.url],
        [`${name}.desc`, cell.description],
      ];
  }
}

function shownNumber(value: number, decimals: number | undefined): string {
  const places =
    decimals === undefined ? { maximumFractionDigits: 10 } : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return value.toLocaleString('en-GB', places);
}

function dateEntries(name: string, cell: { readonly value: string; readonly dateOnly?: boolean }, datesInUtc: boolean): readonly Entry[] {
  const raw = new Date(cell.value).toISOString().replace(/\.\d{3}Z$/, 'Z');
  return [
    [name, datesInUtc ? raw : shownDate(new Date(cell.value), cell.dateOnly === true)],
    [`${name}.`, raw],
  ];
}

function shownDate(instant: Date, dateOnly: boolean): string {
  const day = instant.toLocaleDateString('en-GB', { timeZone: usualTimeZone, day: '2-digit', month: '2-digit', year: 'numeric' });
  if (dateOnly) return day;
  return `${day} ${instant.toLocaleTimeString('en-GB', { timeZone: usualTimeZone, hour: '2-digit', minute: '2-digit' })}`;
}

function personJson(person: ListDataPerson): Json {
  return { id: String(person.id), title: person.title, email: person.email, sip: person.email, picture: '' };
}

function lookupJson(target: ListDataLookup): Json {
  const isSecret = target.isSecret === true;
  return { lookupId: target.id, lookupValue: isSecret ? '' : target.value, isSecretFieldValue: isSecret };
}
