import { invalidXml } from '../wire/errors';
import { parseCamlWhere } from './camlWhere';
import type { Condition, Ordering } from './condition';
import { childOf, isTrue, parseXml } from './xmlTree';
import type { XmlElement } from './xmlTree';

export type ViewScope = 'default' | 'recursive' | 'recursiveAll' | 'filesOnly';

/** A parsed `<View>`. */
export interface CamlView {
  readonly scope: ViewScope;
  readonly where?: Condition;
  readonly orderBy: readonly Ordering[];
  readonly groupBy: readonly string[];
  readonly viewFields: readonly string[];
  readonly rowLimit?: number;
  readonly paged: boolean;
}

/** Reads a `<View>` (or a bare `<Query>`). Throws SharePointError (400) for bad XML, DOCTYPE and unknown operators. */
export function parseCamlView(xml: string): CamlView {
  const root = parseXml(xml);
  if (root.name !== 'View' && root.name !== 'Query') throw invalidXml();
  const query = root.name === 'Query' ? root : childOf(root, 'Query');
  const where = childOf(query, 'Where');
  const rowLimit = childOf(root, 'RowLimit');
  return {
    scope: readScope(root),
    ...(where === undefined || where.children.length === 0 ? {} : { where: parseCamlWhere(where) }),
    orderBy: fieldRefs(childOf(query, 'OrderBy')).map(readOrdering),
    groupBy: fieldRefs(childOf(query, 'GroupBy')).map(readName),
    viewFields: fieldRefs(childOf(root, 'ViewFields')).map(readName),
    ...(rowLimit === undefined ? {} : { rowLimit: readLimit(rowLimit.text) }),
    paged: isTrue(rowLimit, 'Paged'),
  };
}

const scopes = new Map<string, ViewScope>([
  ['', 'default'],
  ['default', 'default'],
  ['recursive', 'recursive'],
  ['recursiveall', 'recursiveAll'],
  ['filesonly', 'filesOnly'],
]);

function readScope(view: XmlElement): ViewScope {
  const scope = scopes.get((view.attributes.Scope ?? '').toLowerCase());
  if (scope === undefined) throw invalidXml();
  return scope;
}

function fieldRefs(parent: XmlElement | undefined): readonly XmlElement[] {
  return (parent?.children ?? []).filter((child) => child.name === 'FieldRef');
}

function readName(fieldRef: XmlElement): string {
  const name = fieldRef.attributes.Name;
  if (name === undefined || name === '') throw invalidXml();
  return name;
}

function readOrdering(fieldRef: XmlElement): Ordering {
  return { field: [readName(fieldRef)], ascending: fieldRef.attributes.Ascending?.toUpperCase() !== 'FALSE' };
}

function readLimit(text: string): number {
  if (!/^\d{1,9}$/.test(text.trim())) throw invalidXml();
  return Number(text);
}
