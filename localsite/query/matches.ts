import { readInstant, siteDayNumber, siteParts } from './calendar';
import type { BinaryComparison, BinaryOperator, Comparison, Condition, FieldPath, FieldValue, Literal } from './condition';

/** One value of a column; `many` is taken apart first. */
type SingleValue = Exclude<FieldValue, null | { readonly kind: 'many' }>;

/** Whether a row meets a settled condition (see `settle`), as SharePoint compares. */
export function matches(condition: Condition, readField: (field: FieldPath) => FieldValue): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.parts.every((part) => matches(part, readField));
    case 'any':
      return condition.parts.some((part) => matches(part, readField));
    case 'not':
      return !matches(condition.part, readField);
    case 'compare':
      return passes(condition, singles(readField(condition.field)));
  }
}

/** Negative, zero or positive, as SharePoint sorts: empty first, text without regard to case. */
export function compareForOrder(left: FieldValue, right: FieldValue): number {
  const [first] = singles(left);
  const [second] = singles(right);
  if (first === undefined || second === undefined) return Number(first !== undefined) - Number(second !== undefined);
  const a = sortKey(first);
  const b = sortKey(second);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareText(String(a), String(b));
}

function passes(test: Comparison, values: readonly SingleValue[]): boolean {
  switch (test.operator) {
    case 'isNull':
      return values.length === 0;
    case 'isNotNull':
      return values.length > 0;
    case 'in':
      return test.values.some((value) => values.some((held) => holds(held, 'eq', value, test)));
    case 'membership':
      throw new Error('A membership test must be settled before rows are matched.');
    default:
      return passesBinary(test, values);
  }
}

/** Several values pass when one does; `ne` passes when none is equal, so also when the column is empty [K]. */
function passesBinary(test: BinaryComparison, values: readonly SingleValue[]): boolean {
  if (test.operator === 'eq' && isNullLiteral(test.value)) return values.length === 0;
  if (test.operator === 'ne' && isNullLiteral(test.value)) return values.length > 0;
  if (test.value.kind === 'null') return false;
  if (test.operator === 'ne') return !values.some((held) => holds(held, 'eq', test.value, test));
  return values.some((held) => holds(held, test.operator, test.value, test));
}

/** SharePoint stores an empty text as no value, so a test for one is a test for the other. */
function isNullLiteral(value: Literal): boolean {
  return value.kind === 'null' || (value.kind === 'string' && value.value === '');
}

function singles(value: FieldValue): readonly SingleValue[] {
  if (value === null) return [];
  if (value.kind === 'many') return value.values.flatMap(singles);
  return value.kind === 'text' && value.value === '' ? [] : [value];
}

type CompareOptions = Pick<BinaryComparison, 'lookupId' | 'datePart'>;

function holds(held: SingleValue, operator: BinaryOperator, literal: Literal, options: CompareOptions): boolean {
  if (operator === 'startsWith' || operator === 'contains') return holdsText(textOf(held), operator, literal);
  const order = compare(held, literal, options);
  if (order === undefined) return false;
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
  }
}

function holdsText(text: string, operator: 'startsWith' | 'contains', literal: Literal): boolean {
  const wanted = fold(literalText(literal));
  return operator === 'startsWith' ? fold(text).startsWith(wanted) : fold(text).includes(wanted);
}

/** How a held value stands to a literal, in the kind of the column; undefined when the literal cannot be of that kind. */
function compare(held: SingleValue, literal: Literal, options: CompareOptions): number | undefined {
  switch (held.kind) {
    case 'date':
      return compareDates(held.value, literal, options);
    case 'number':
      return difference(held.value, literalNumber(literal));
    case 'boolean':
      return difference(Number(held.value), literalFlag(literal));
    case 'lookup':
      return options.lookupId === true ? difference(held.id, literalNumber(literal)) : compareText(held.text, literalText(literal));
    case 'guid':
      return compareText(bareGuid(held.value), bareGuid(literalText(literal)));
    case 'text':
      return compareText(held.value, literalText(literal));
  }
}

function compareDates(held: string, literal: Literal, options: CompareOptions): number | undefined {
  if (options.datePart !== undefined) return difference(siteParts(new Date(held))[options.datePart], literalNumber(literal));
  const wanted = readInstant(literalText(literal));
  if (wanted === undefined) return undefined;
  if (literal.kind === 'date' && literal.wholeDay) return siteDayNumber(new Date(held)) - siteDayNumber(wanted);
  return new Date(held).getTime() - wanted.getTime();
}

function difference(held: number, wanted: number | undefined): number | undefined {
  return wanted === undefined ? undefined : held - wanted;
}

function literalNumber(literal: Literal): number | undefined {
  if (literal.kind === 'number') return literal.value;
  if (literal.kind === 'boolean') return Number(literal.value);
  if (literal.kind !== 'string' || literal.value.trim() === '') return undefined;
  const number = Number(literal.value);
  return Number.isNaN(number) ? undefined : number;
}

function literalFlag(literal: Literal): number | undefined {
  const text = literal.kind === 'string' ? literal.value.toLowerCase() : '';
  if (text === 'true' || text === 'yes') return 1;
  if (text === 'false' || text === 'no') return 0;
  return literalNumber(literal);
}

function literalText(literal: Literal): string {
  switch (literal.kind) {
    case 'string':
    case 'guid':
    case 'date':
      return literal.value;
    case 'number':
    case 'boolean':
      return String(literal.value);
    default:
      return '';
  }
}

function textOf(held: SingleValue): string {
  return held.kind === 'lookup' ? held.text : String(held.value);
}

function sortKey(held: SingleValue): string | number {
  switch (held.kind) {
    case 'number':
      return held.value;
    case 'boolean':
      return Number(held.value);
    case 'date':
      return new Date(held.value).getTime();
    default:
      return textOf(held);
  }
}

function bareGuid(text: string): string {
  return text.replace(/^\{|\}$/g, '');
}

function fold(text: string): string {
  return text.toLowerCase();
}

function compareText(left: string, right: string): number {
  const a = fold(left);
  const b = fold(right);
  return a === b ? 0 : a < b ? -1 : 1;
}
