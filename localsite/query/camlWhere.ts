import { invalidCaml, invalidXml } from '../wire/errors';
import { readInstant } from './calendar';
import type { BinaryOperator, Condition, Literal, MembershipOf } from './condition';
import { childOf, isTrue } from './xmlTree';
import type { XmlElement } from './xmlTree';

const binaryOperators = new Map<string, BinaryOperator>([
  ['Eq', 'eq'],
  ['Neq', 'ne'],
  ['Gt', 'gt'],
  ['Geq', 'ge'],
  ['Lt', 'lt'],
  ['Leq', 'le'],
  ['Contains', 'contains'],
  ['BeginsWith', 'startsWith'],
]);

/** The condition of a `<Where>` (docs/sharepoint-facts.md, A9). Throws SharePointError (400) for operators SharePoint does not have. */
export function parseCamlWhere(where: XmlElement): Condition {
  return parseTest(onlyChild(where));
}

function onlyChild(element: XmlElement): XmlElement {
  const [child, second] = element.children;
  if (child === undefined || second !== undefined) throw invalidXml();
  return child;
}

function parseTest(element: XmlElement): Condition {
  switch (element.name) {
    case 'And':
      return { kind: 'all', parts: twoParts(element) };
    case 'Or':
      return { kind: 'any', parts: twoParts(element) };
    case 'IsNull':
      return { kind: 'compare', field: fieldOf(element), operator: 'isNull' };
    case 'IsNotNull':
      return { kind: 'compare', field: fieldOf(element), operator: 'isNotNull' };
    case 'In':
      return parseIn(element);
    case 'Membership':
      return { kind: 'compare', field: fieldOf(element), operator: 'membership', of: membershipOf(element) };
    default:
      return parseBinary(element);
  }
}

/** SharePoint takes exactly two: three conditions are an `And` inside an `And`. */
function twoParts(element: XmlElement): readonly Condition[] {
  if (element.children.length !== 2) throw invalidXml();
  return element.children.map(parseTest);
}

function parseBinary(element: XmlElement): Condition {
  const operator = binaryOperators.get(element.name);
  if (operator === undefined) throw invalidCaml();
  const value = childOf(element, 'Value');
  if (value === undefined) throw invalidXml();
  return { kind: 'compare', field: fieldOf(element), operator, value: literalOf(value), ...lookupId(element) };
}

function parseIn(element: XmlElement): Condition {
  const values = (childOf(element, 'Values')?.children ?? []).map(literalOf);
  if (values.length === 0) throw invalidXml();
  return { kind: 'compare', field: fieldOf(element), operator: 'in', values, ...lookupId(element) };
}

function fieldOf(element: XmlElement): readonly string[] {
  const name = childOf(element, 'FieldRef')?.attributes.Name;
  if (name === undefined || name === '') throw invalidXml();
  return [name];
}

function lookupId(element: XmlElement): { readonly lookupId?: true } {
  return isTrue(childOf(element, 'FieldRef'), 'LookupId') ? { lookupId: true } : {};
}

function membershipOf(element: XmlElement): MembershipOf {
  switch (element.attributes.Type) {
    case 'CurrentUserGroups':
      return { kind: 'currentUserGroups' };
    case 'SPGroup':
      return { kind: 'group', groupId: readNumber(element.attributes.ID ?? '') };
    case 'SPWeb.Groups':
      return { kind: 'webGroups' };
    case 'SPWeb.Users':
      return { kind: 'webUsers' };
    case 'SPWeb.AllUsers':
      return { kind: 'allUsers' };
    default:
      throw invalidCaml();
  }
}

function literalOf(value: XmlElement): Literal {
  const special = value.children[0];
  const wholeDay = !isTrue(value, 'IncludeTimeValue');
  switch (special?.name) {
    case undefined:
      return typedLiteral((value.attributes.Type ?? 'Text').toLowerCase(), value.text, wholeDay);
    case 'UserID':
      return { kind: 'currentUser' };
    case 'Today':
      return { kind: 'now', offsetDays: readDays(special.attributes.OffsetDays ?? special.attributes.Offset ?? '0'), wholeDay };
    case 'Now':
      return { kind: 'now', offsetDays: 0, wholeDay };
    default:
      throw invalidCaml();
  }
}

function typedLiteral(type: string, text: string, wholeDay: boolean): Literal {
  switch (type) {
    case 'datetime':
      return dateLiteral(text, wholeDay);
    case 'integer':
    case 'number':
    case 'counter':
    case 'currency':
      return { kind: 'number', value: readNumber(text) };
    case 'boolean':
      return { kind: 'boolean', value: /^\s*(1|true|yes)\s*$/i.test(text) };
    case 'guid':
      return { kind: 'guid', value: text.trim().toLowerCase() };
    default:
      return { kind: 'string', value: text };
  }
}

function dateLiteral(text: string, wholeDay: boolean): Literal {
  const instant = readInstant(text);
  if (instant === undefined) throw invalidCaml();
  return { kind: 'date', value: instant.toISOString(), wholeDay };
}

/** Days around today; more than a hundred years is no date that a list holds. */
function readDays(text: string): number {
  const days = readNumber(text);
  if (Math.abs(days) > 36_525) throw invalidCaml();
  return days;
}

function readNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || Number.isNaN(number)) throw invalidCaml();
  return number;
}
