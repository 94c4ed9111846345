import { invalidExpression } from '../wire/errors';
import type { Condition, FieldPath, Ordering } from './condition';
import { parseFilter } from './filter';

/** The query options of an OData request; everything absent is empty or undefined. */
export interface ODataQuery {
  /** Empty when `$select` is absent; `['*']` is kept as a path. */
  readonly select: readonly FieldPath[];
  readonly expand: readonly FieldPath[];
  readonly filter?: Condition;
  readonly orderBy: readonly Ordering[];
  readonly top?: number;
  /** SharePoint ignores it for list items (docs/sharepoint-facts.md, A6). */
  readonly skip?: number;
  /** Opaque; see `readPageToken`. */
  readonly skipToken?: string;
}

/** Reads the query options. Throws SharePointError (400 InvalidClientQueryException) for what SharePoint refuses. */
export function parseODataQuery(parameters: URLSearchParams): ODataQuery {
  const options = readOptions(parameters);
  const filter = options.get('$filter');
  return {
    select: paths(options.get('$select')),
    expand: paths(options.get('$expand')),
    ...(filter === undefined || filter.trim() === '' ? {} : { filter: parseFilter(filter) }),
    orderBy: listed(options.get('$orderby')).map(parseOrdering),
    ...wholeNumber('top', options.get('$top')),
    ...wholeNumber('skip', options.get('$skip')),
    ...(options.has('$skiptoken') ? { skipToken: options.get('$skiptoken') } : {}),
  };
}

const known = new Set(['$select', '$expand', '$filter', '$orderby', '$top', '$skip', '$skiptoken', '$inlinecount', '$count', '$format']);

/** Option names are case-insensitive [K]; one that is unknown or given twice is refused. */
function readOptions(parameters: URLSearchParams): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const [written, value] of parameters) {
    const name = written.toLowerCase();
    if (!name.startsWith('$')) continue;
    if (!known.has(name) || options.has(name)) throw invalidExpression(written);
    options.set(name, value);
  }
  return options;
}

function listed(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function paths(text: string | undefined): readonly FieldPath[] {
  return listed(text).map(parsePath);
}

function parsePath(text: string): FieldPath {
  if (!/^(?:[A-Za-z_][\w.]*\/)*(?:[A-Za-z_][\w.]*|\*)$/.test(text)) throw invalidExpression(text);
  return text.split('/');
}

function parseOrdering(text: string): Ordering {
  const found = /^(\S+)(?:\s+(asc|desc))?$/i.exec(text);
  if (found?.[1] === undefined) throw invalidExpression(text);
  return { field: parsePath(found[1]), ascending: found[2]?.toLowerCase() !== 'desc' };
}

function wholeNumber(name: 'top' | 'skip', text: string | undefined): { readonly top?: number; readonly skip?: number } {
  if (text === undefined || text.trim() === '') return {};
  if (!/^\d{1,9}$/.test(text.trim())) throw invalidExpression(text);
  return { [name]: Number(text) };
}
