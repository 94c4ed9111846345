import type { Json } from './json';
import { invalidExpression } from './errors';

/** One value in the brackets of a call. */
export type Argument =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'guid'; readonly value: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'json'; readonly value: Json };

/** One step of a path: `items(5)`, `getbytitle('Notices')`, `$value`. */
export interface Segment {
  /** Lower-cased. */
  readonly name: string;
  /** As it was written, for error texts. */
  readonly written: string;
  readonly arguments: readonly Argument[];
  /** Named arguments by lower-cased name. */
  readonly named: Readonly<Record<string, Argument>>;
  /** False for `items`, true for `items()` and `items(5)`. */
  readonly isCall: boolean;
}

/**
 * Parses what follows `_api/` in a URL (still percent-encoded, without the query string). Aliases such as `@p1` are
 * looked up in the query string. Throws SharePointError (400) for what cannot be read.
 */
export function parseApiPath(path: string, parameters: URLSearchParams): readonly Segment[] {
  return splitOutsideQuotes(decode(path), '/')
    .filter((step) => step !== '')
    .map((step) => parseSegment(step, parameters));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw invalidExpression(path);
  }
}

function parseSegment(written: string, parameters: URLSearchParams): Segment {
  const open = written.indexOf('(');
  if (open < 0) {
    if (/['@,)]/.test(written)) throw invalidExpression(written);
    return { name: written.toLowerCase(), written, arguments: [], named: {}, isCall: false };
  }
  if (!written.endsWith(')')) throw invalidExpression(written);
  const positional: Argument[] = [];
  const named: (readonly [string, Argument])[] = [];
  for (const part of argumentTexts(written.slice(open + 1, -1), written)) {
    const name = /^([A-Za-z_][\w.]*)\s*=\s*(.*)$/s.exec(part);
    if (name?.[1] !== undefined && name[2] !== undefined) named.push([name[1].toLowerCase(), parseArgument(name[2], parameters, written)]);
    else positional.push(parseArgument(part, parameters, written));
  }
  return { name: written.slice(0, open).toLowerCase(), written, arguments: positional, named: Object.fromEntries(named), isCall: true };
}

function argumentTexts(inside: string, written: string): readonly string[] {
  if (inside.trim() === '') return [];
  const parts = splitOutsideQuotes(inside, ',').map((part) => part.trim());
  if (parts.includes('')) throw invalidExpression(written);
  return parts;
}

function parseArgument(text: string, parameters: URLSearchParams, written: string): Argument {
  if (!text.startsWith('@')) return parseValue(text, written);
  const value = aliasValue(text, parameters);
  if (value === undefined) throw invalidExpression(written);
  return parseValue(value.trim(), written);
}

function aliasValue(alias: string, parameters: URLSearchParams): string | undefined {
  const wanted = alias.toLowerCase();
  for (const [name, value] of parameters) if (name.toLowerCase() === wanted) return value;
  return undefined;
}

function parseValue(text: string, written: string): Argument {
  const quoted = /^(guid|datetime|)'((?:[^']|'')*)'$/is.exec(text);
  if (quoted?.[2] !== undefined) return parseQuoted((quoted[1] ?? '').toLowerCase(), quoted[2].replace(/''/g, "'"), written);
  if (/^null$/i.test(text)) return { kind: 'null' };
  if (/^(true|false)$/i.test(text)) return { kind: 'boolean', value: text.toLowerCase() === 'true' };
  if (/^-?\d+(\.\d+)?$/.test(text)) return { kind: 'number', value: Number(text) };
  if (isGuid(text)) return { kind: 'guid', value: text.toLowerCase() };
  if (/^[{[]/.test(text)) return { kind: 'json', value: parseJson(text, written) };
  throw invalidExpression(written);
}

function parseQuoted(type: string, value: string, written: string): Argument {
  if (type === '') return { kind: 'string', value };
  if (type === 'datetime') return { kind: 'date', value };
  const guid = value.replace(/^\{|\}$/g, '');
  if (!isGuid(guid)) throw invalidExpression(written);
  return { kind: 'guid', value: guid.toLowerCase() };
}

function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}

function parseJson(text: string, written: string): Json {
  try {
    return JSON.parse(text) as Json; // JSON.parse gives exactly this type, declared as any.
  } catch {
    throw invalidExpression(written);
  }
}

/** Splits at a separator that stands outside quotes, where a doubled quote stays inside. */
function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let inQuotes = false;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "'") inQuotes = !inQuotes;
    else if (text[index] === separator && !inQuotes) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  if (inQuotes) throw invalidExpression(text);
  return [...parts, text.slice(start)];
}
