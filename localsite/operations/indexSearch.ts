import { isIndexed } from '../objects/indexing';
import { pointsElsewhere, resolveColumn, type Column } from '../columns/cell';
import type { BinaryComparison, Comparison, Condition, FieldPath, Literal } from '../query/condition';
import type { Cell } from '../context/database';
import type { List } from '../objects/list';
import type { EmulatorContext } from '../context/emulatorContext';

/** A piece of SQL that narrows `item_index` or `items.id` to at least the rows a comparison matches. */
export interface Narrowing {
  readonly sql: string;
  readonly values: readonly Cell[];
}

/** Whether queries on this path can use an index: a display value of a person cannot, its id can. */
export function hasIndex(emulator: EmulatorContext, list: List, path: FieldPath): boolean {
  const { field, part } = resolveColumn(emulator, list, path);
  return isIndexed(field) && part.kind !== 'sub';
}

/**
 * The narrowest use of an index for a condition: one comparison of a conjunction on an indexed column or on ID.
 * A superset is enough, since every row is compared again.
 */
export function findNarrowing(emulator: EmulatorContext, list: List, condition: Condition | undefined): Narrowing | undefined {
  if (condition === undefined) return undefined;
  if (condition.kind === 'compare') return narrowComparison(emulator, list, condition);
  if (condition.kind === 'any') return narrowAny(emulator, list, condition.parts);
  if (condition.kind === 'not') return undefined;
  const candidates = condition.parts.flatMap((part) => findNarrowing(emulator, list, part) ?? []);
  if (candidates.length < 2) return candidates[0];
  const counted = candidates.map((narrowing) => ({ narrowing, rows: countRows(emulator, narrowing) }));
  return counted.sort((left, right) => left.rows - right.rows)[0]?.narrowing;
}

function narrowAny(emulator: EmulatorContext, list: List, parts: readonly Condition[]): Narrowing | undefined {
  const branches = parts.map((part) => findNarrowing(emulator, list, part));
  const known = branches.flatMap((branch) => branch ?? []);
  if (known.length === 0 || known.length < branches.length) return undefined;
  return { sql: known.map((branch) => branch.sql).join(' UNION '), values: known.flatMap((branch) => branch.values) };
}

/** Rows that match one comparison, for the threshold; every row when no index can tell. */
export function countMatches(emulator: EmulatorContext, list: List, condition: Condition): number {
  const narrowing = findNarrowing(emulator, list, condition);
  return narrowing ? countRows(emulator, narrowing) : Number.MAX_SAFE_INTEGER;
}

function countRows(emulator: EmulatorContext, narrowing: Narrowing): number {
  const limit = emulator.threshold + 1;
  return (
    emulator.db.first<{ readonly n: number }>(
      `SELECT COUNT(*) AS n FROM (SELECT * FROM (${narrowing.sql}) LIMIT ${limit})`,
      ...narrowing.values,
    )?.n ?? 0
  );
}

function narrowComparison(emulator: EmulatorContext, list: List, test: Comparison): Narrowing | undefined {
  const column = resolveColumn(emulator, list, test.field);
  const isId = column.field.name === 'ID';
  if (!isId && (!isIndexed(column.field) || column.part.kind === 'sub')) return undefined;
  const clause = valueClause(column, test, isId ? 'id' : 'value');
  if (!clause) return undefined;
  return isId
    ? { sql: `SELECT id AS item FROM items WHERE list = ? AND ${clause.sql}`, values: [list.no, ...clause.values] }
    : {
        sql: `SELECT item FROM item_index WHERE list = ? AND field = ? AND ${clause.sql}`,
        values: [list.no, column.field.name, ...clause.values],
      };
}

const sqlOperators = { eq: '=', lt: '<', le: '<=', gt: '>', ge: '>=' } as const;

function valueClause(column: Column, test: Comparison, name: string): Narrowing | undefined {
  switch (test.operator) {
    case 'isNull':
      return { sql: `${name} IS NULL`, values: [] };
    case 'isNotNull':
      return { sql: `${name} IS NOT NULL`, values: [] };
    case 'in':
      return inClause(column, test.values, name, test.lookupId === true);
    case 'membership':
    case 'contains':
      return undefined;
    default:
      return binaryClause(column, test, name);
  }
}

function binaryClause(column: Column, test: BinaryComparison, name: string): Narrowing | undefined {
  if (test.operator === 'contains' || test.datePart !== undefined) return undefined;
  const key = keyOf(column, test.value, test.lookupId === true);
  if (key === undefined) return undefined;
  if (test.operator === 'ne') return key === null ? { sql: `${name} IS NOT NULL`, values: [] } : undefined;
  if (test.operator === 'startsWith')
    return typeof key === 'string' ? { sql: `${name} >= ? AND ${name} < ?`, values: [key, `${key}\u{10ffff}`] } : undefined;
  if (key === null) return test.operator === 'eq' ? { sql: `${name} IS NULL`, values: [] } : undefined;
  return { sql: `${name} ${sqlOperators[test.operator]} ?`, values: [key] };
}

function inClause(column: Column, literals: readonly Literal[], name: string, byId: boolean): Narrowing | undefined {
  const keys = literals.map((literal) => keyOf(column, literal, byId));
  const usable = keys.flatMap((key) => (key === undefined || key === null ? [] : [key]));
  if (usable.length < keys.length) return undefined;
  return { sql: `${name} IN (${usable.map(() => '?').join(',')})`, values: usable };
}

/** A literal as the index holds it; undefined when the index cannot answer. */
function keyOf({ field, part }: Column, literal: Literal, byId: boolean): string | number | null | undefined {
  if (literal.kind === 'null' || (literal.kind === 'string' && literal.value === '')) return null;
  if (pointsElsewhere(field)) return byId || part.kind === 'id' ? numberOf(literal) : undefined;
  switch (field.type) {
    case 'Number':
    case 'Currency':
    case 'Integer':
    case 'Counter':
    case 'ModStat':
      return numberOf(literal);
    case 'Boolean':
      return literal.kind === 'boolean' ? Number(literal.value) : numberOf(literal);
    case 'DateTime':
      return literal.kind === 'date' && literal.wholeDay ? undefined : instantOf(literal);
    default:
      return literal.kind === 'string' || literal.kind === 'guid'
        ? literal.value.toLowerCase()
        : literal.kind === 'number'
          ? String(literal.value)
          : undefined;
  }
}

function numberOf(literal: Literal): number | undefined {
  const value =
    literal.kind === 'number'
      ? literal.value
      : literal.kind === 'boolean'
        ? Number(literal.value)
        : literal.kind === 'string'
          ? Number(literal.value)
          : Number.NaN;
  return Number.isNaN(value) ? undefined : value;
}

/** Stored dates are UTC to the second; a literal with milliseconds compares the same way only when they are zero. */
function instantOf(literal: Literal): string | undefined {
  if (literal.kind !== 'date' && literal.kind !== 'string') return undefined;
  const at = new Date(literal.value);
  if (Number.isNaN(at.getTime()) || at.getMilliseconds() !== 0) return undefined;
  // Lower-cased as index keys are.
  return `${at.toISOString().slice(0, 19)}Z`.toLowerCase();
}
