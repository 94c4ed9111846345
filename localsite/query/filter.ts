import { invalidExpression } from '../wire/errors';
import { readInstant } from './calendar';
import type { BinaryOperator, Condition, DatePart, FieldPath, Literal } from './condition';
import { readTokens } from './filterTokens';
import type { Token } from './filterTokens';

/**
 * Parses `$filter` with exactly the operators list items take (docs/sharepoint-facts.md, A6): comparisons, `startswith`, `substringof`,
 * date parts, `and`, `or`, brackets. Throws SharePointError (400) for anything else, `not` included.
 */
export function parseFilter(text: string): Condition {
  try {
    const reader = new TokenReader(readTokens(text));
    const condition = parseAny(reader);
    if (reader.peek() !== undefined) throw new UnexpectedToken();
    return condition;
  } catch (error) {
    if (error instanceof UnexpectedToken) throw invalidExpression(text);
    throw error;
  }
}

class UnexpectedToken extends Error {}

class TokenReader {
  private position = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  peek(): Token | undefined {
    return this.tokens[this.position];
  }

  next(): Token {
    const token = this.tokens[this.position++];
    if (token === undefined) throw new UnexpectedToken();
    return token;
  }

  /** Takes the next token if it is this word or symbol. */
  takes(text: string): boolean {
    const token = this.peek();
    if (token === undefined || token.kind === 'literal' || token.text.toLowerCase() !== text) return false;
    this.position++;
    return true;
  }

  /** Reads what stands in brackets; deeper nesting than anyone writes is refused rather than left to exhaust the stack. */
  inBrackets<T>(read: () => T): T {
    if (++this.depth > 100) throw new UnexpectedToken();
    const inside = read();
    this.expect(')');
    this.depth--;
    return inside;
  }

  expect(text: string): void {
    if (!this.takes(text)) throw new UnexpectedToken();
  }
}

function parseAny(reader: TokenReader): Condition {
  const first = parseAll(reader);
  const parts = [first];
  while (reader.takes('or')) parts.push(parseAll(reader));
  return parts.length === 1 ? first : { kind: 'any', parts };
}

function parseAll(reader: TokenReader): Condition {
  const first = parseTest(reader);
  const parts = [first];
  while (reader.takes('and')) parts.push(parseTest(reader));
  return parts.length === 1 ? first : { kind: 'all', parts };
}

function parseTest(reader: TokenReader): Condition {
  if (reader.takes('(')) return reader.inBrackets(() => parseAny(reader));
  const name = word(reader);
  if (reader.takes('(')) return parseCall(name, reader);
  return parseComparison(path(name), undefined, reader);
}

const dateParts = new Map<string, DatePart>([
  ['day', 'day'],
  ['month', 'month'],
  ['year', 'year'],
  ['hour', 'hour'],
  ['minute', 'minute'],
  ['second', 'second'],
]);

/** After the bracket of a function. */
function parseCall(name: string, reader: TokenReader): Condition {
  const part = dateParts.get(name.toLowerCase());
  if (part !== undefined) {
    const field = path(word(reader));
    reader.expect(')');
    return parseComparison(field, part, reader);
  }
  switch (name.toLowerCase()) {
    case 'startswith':
      return parseTextCall('startsWith', reader, 'fieldFirst');
    case 'substringof':
      return parseTextCall('contains', reader, 'valueFirst');
    default:
      throw new UnexpectedToken();
  }
}

function parseTextCall(operator: 'startsWith' | 'contains', reader: TokenReader, order: 'fieldFirst' | 'valueFirst'): Condition {
  const field = order === 'fieldFirst' ? path(word(reader)) : undefined;
  if (field !== undefined) reader.expect(',');
  const value = literal(reader);
  if (value.kind !== 'string') throw new UnexpectedToken();
  if (field === undefined) reader.expect(',');
  const column = field ?? path(word(reader));
  reader.expect(')');
  const test: Condition = { kind: 'compare', field: column, operator, value };
  return parseTruth(test, reader);
}

/** `startswith(Title,'a') eq true` means the same as without; PnPjs and Power Automate write both. */
function parseTruth(test: Condition, reader: TokenReader): Condition {
  if (!reader.takes('eq')) return test;
  const value = literal(reader);
  const isTrue = (value.kind === 'boolean' && value.value) || (value.kind === 'number' && value.value === 1);
  if (!isTrue) throw new UnexpectedToken();
  return test;
}

const operators = new Map<string, BinaryOperator>([
  ['eq', 'eq'],
  ['ne', 'ne'],
  ['lt', 'lt'],
  ['le', 'le'],
  ['gt', 'gt'],
  ['ge', 'ge'],
]);

function parseComparison(field: FieldPath, datePart: DatePart | undefined, reader: TokenReader): Condition {
  const operator = operators.get(word(reader).toLowerCase());
  if (operator === undefined) throw new UnexpectedToken();
  const value = literal(reader);
  if (value.kind === 'null' && operator !== 'eq' && operator !== 'ne') throw new UnexpectedToken();
  if (datePart !== undefined && value.kind !== 'number') throw new UnexpectedToken();
  return { kind: 'compare', field, operator, value, ...(datePart === undefined ? {} : { datePart }) };
}

function word(reader: TokenReader): string {
  const token = reader.next();
  if (token.kind !== 'word') throw new UnexpectedToken();
  return token.text;
}

function path(text: string): FieldPath {
  if (!/^[A-Za-z_][\w.]*(?:\/[A-Za-z_][\w.]*)*$/.test(text)) throw new UnexpectedToken();
  return text.split('/');
}

function literal(reader: TokenReader): Literal {
  const token = reader.next();
  if (token.kind === 'literal') return quoted(token);
  if (token.kind !== 'word') throw new UnexpectedToken();
  const text = token.text.toLowerCase();
  if (text === 'null') return { kind: 'null' };
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true' };
  if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?[dfml]?$/.test(text)) return { kind: 'number', value: Number(text.replace(/[dfml]$/, '')) };
  throw new UnexpectedToken();
}

function quoted(token: { readonly type: string; readonly value: string }): Literal {
  if (token.type === '') return { kind: 'string', value: token.value };
  if (token.type === 'guid') return { kind: 'guid', value: token.value.toLowerCase() };
  const instant = readInstant(token.value);
  if (instant === undefined) throw new UnexpectedToken();
  return { kind: 'date', value: instant.toISOString(), wholeDay: false };
}
