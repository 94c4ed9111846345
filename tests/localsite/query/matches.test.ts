import fc from 'fast-check';
import type { BinaryOperator, Comparison, Condition, FieldValue, Literal } from '../../../localsite/query/condition';
import { compareForOrder, matches } from '../../../localsite/query/matches';
import { bindPlaceholders } from '../../../localsite/query/bindPlaceholders';

const text = (value: string): FieldValue => ({ kind: 'text', value });
const number = (value: number): FieldValue => ({ kind: 'number', value });
const date = (value: string): FieldValue => ({ kind: 'date', value });
const lookup = (id: number, shown: string): FieldValue => ({ kind: 'lookup', id, text: shown });

const literal = (value: string | number | boolean | null): Literal => {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string') return { kind: 'string', value };
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'boolean', value };
};

function holds(
  held: FieldValue,
  operator: BinaryOperator,
  value: string | number | boolean | null,
  manner: { lookupId?: boolean } = {},
): boolean {
  return matches({ kind: 'compare', field: ['X'], operator, value: literal(value), ...manner }, () => held);
}

describe('a comparison', () => {
  test('does not see the case of letters', () => {
    // [D] docs/sharepoint-facts.md, A6
    expect(holds(text('Science'), 'eq', 'SCIENCE')).toBe(true);
    expect(holds(text('Science'), 'startsWith', 'sci')).toBe(true);
    expect(holds(text('Science'), 'contains', 'ENC')).toBe(true);
    expect(holds(text('Science'), 'contains', 'maths')).toBe(false);
  });

  test('of a yes/no column takes 1 and 0, as PnPjs sends them', () => {
    // [C] docs/sharepoint-facts.md, A6
    expect(holds({ kind: 'boolean', value: true }, 'eq', 1)).toBe(true);
    expect(holds({ kind: 'boolean', value: false }, 'eq', 0)).toBe(true);
    expect(holds({ kind: 'boolean', value: false }, 'eq', true)).toBe(false);
  });

  test('of a date column takes the plain text of an instant, as PnPjs sends it', () => {
    // [C] docs/sharepoint-facts.md, A6
    const held = date('2026-09-01T08:00:00Z');
    expect(holds(held, 'eq', '2026-09-01T08:00:00.000Z')).toBe(true);
    expect(holds(held, 'gt', '2026-09-01T07:59:59.000Z')).toBe(true);
    expect(holds(held, 'lt', '2026-09-01T09:00:00+01:00')).toBe(false);
    expect(holds(held, 'lt', 'not a date')).toBe(false);
  });

  test('of a lookup is by shown value, or by id when asked', () => {
    // [D] docs/sharepoint-facts.md, A6
    expect(holds(lookup(5, 'Year 7'), 'eq', 'year 7')).toBe(true);
    expect(holds(lookup(5, 'Year 7'), 'eq', 5)).toBe(false);
    expect(holds(lookup(5, 'Year 7'), 'eq', 5, { lookupId: true })).toBe(true);
    expect(holds(lookup(5, 'Year 7'), 'eq', '5', { lookupId: true })).toBe(true);
  });

  test('of several values passes when one of them does, and is unequal only when none is equal', () => {
    const held: FieldValue = { kind: 'many', values: [lookup(1, 'Maths'), lookup(2, 'Art')] };
    expect(holds(held, 'eq', 'art')).toBe(true);
    expect(holds(held, 'ne', 'art')).toBe(false);
    expect(holds(held, 'ne', 'music')).toBe(true);
    expect(holds({ kind: 'many', values: [] }, 'eq', null)).toBe(true);
  });

  test('with no value: only `eq null`, `ne` and the empty text see the empty column', () => {
    expect(holds(null, 'eq', null)).toBe(true);
    expect(holds(text(''), 'eq', null)).toBe(true);
    expect(holds(null, 'eq', '')).toBe(true);
    expect(holds(null, 'ne', null)).toBe(false);
    expect(holds(null, 'ne', 'a')).toBe(true); // [K]
    expect(holds(null, 'lt', 5)).toBe(false);
    expect(holds(null, 'startsWith', '')).toBe(false);
  });

  test('of ids ignores braces and case', () => {
    expect(holds({ kind: 'guid', value: '{0A1B2C3D-0000-0000-0000-000000000001}' }, 'eq', '0a1b2c3d-0000-0000-0000-000000000001')).toBe(
      true,
    );
  });

  test("of parts of a date is made in the school's time zone", () => {
    const inPart = (held: string, datePart: 'day' | 'hour', value: number): boolean =>
      matches({ kind: 'compare', field: ['X'], operator: 'eq', datePart, value: literal(value) }, () => date(held));
    expect(inPart('2026-05-31T23:30:00Z', 'day', 1)).toBe(true);
    expect(inPart('2026-05-31T23:30:00Z', 'hour', 0)).toBe(true);
    expect(inPart('2026-11-30T23:30:00Z', 'day', 30)).toBe(true);
  });
});

describe('a settled condition', () => {
  const asking = { currentUserId: 7, now: new Date('2026-10-24T22:30:00Z'), principalIds: () => [7, 30] };
  const passes = (test: Comparison, held: FieldValue): boolean => matches(bindPlaceholders(test, asking), () => held);

  test('compares persons by id for the current user', () => {
    const mine: Comparison = { kind: 'compare', field: ['Author'], operator: 'eq', value: { kind: 'currentUser' } };
    expect(passes(mine, lookup(7, 'x'))).toBe(true);
    expect(passes(mine, lookup(8, '7'))).toBe(false);
  });

  test('takes a membership test as the ids of the principals', () => {
    const ours: Comparison = { kind: 'compare', field: ['Team'], operator: 'membership', of: { kind: 'currentUserGroups' } };
    expect(passes(ours, lookup(30, 'x'))).toBe(true);
    expect(passes(ours, lookup(31, 'x'))).toBe(false);
  });

  test('moves whole days in the calendar, also over the change of the clocks', () => {
    const inTwoDays: Comparison = {
      kind: 'compare',
      field: ['Due'],
      operator: 'eq',
      value: { kind: 'now', offsetDays: 2, wholeDay: true },
    };
    expect(passes(inTwoDays, date('2026-10-26T23:30:00Z'))).toBe(true);
    expect(passes(inTwoDays, date('2026-10-25T23:59:00Z'))).toBe(false);
    expect(passes(inTwoDays, date('2026-10-27T00:00:00Z'))).toBe(false);
  });

  test('must be settled first when it asks for members', () => {
    expect(() => matches({ kind: 'compare', field: ['Team'], operator: 'membership', of: { kind: 'webUsers' } }, () => null)).toThrow(
      /settled/,
    );
  });
});

describe('against a naive reading', () => {
  type Row = Readonly<Record<string, number | null>>;
  const operators: readonly BinaryOperator[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'];
  const comparison = fc.record({
    field: fc.constantFrom('A', 'B'),
    operator: fc.constantFrom(...operators),
    value: fc.integer({ min: -2, max: 2 }),
  });
  const condition = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      comparison.map((test): Condition => ({ kind: 'compare', field: [test.field], operator: test.operator, value: literal(test.value) })),
      fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), parts: fc.array(tie('tree'), { maxLength: 3 }) }),
      tie('tree').map((part): Condition => ({ kind: 'not', part })),
    ),
  })).tree;

  function naive(tree: Condition, row: Row): boolean {
    if (tree.kind === 'all') return tree.parts.every((part) => naive(part, row));
    if (tree.kind === 'any') return tree.parts.some((part) => naive(part, row));
    if (tree.kind === 'not') return !naive(tree.part, row);
    if (!('value' in tree) || tree.value.kind !== 'number') return false;
    const held = row[tree.field[0] ?? ''];
    const wanted = tree.value.value;
    if (held === null || held === undefined) return tree.operator === 'ne';
    return { eq: held === wanted, ne: held !== wanted, lt: held < wanted, le: held <= wanted, gt: held > wanted, ge: held >= wanted }[
      tree.operator as 'eq'
    ];
  }

  test('conditions on numbers agree', () => {
    const cell = fc.option(fc.integer({ min: -2, max: 2 }));
    fc.assert(
      fc.property(condition, fc.record({ A: cell, B: cell }), (tree, row: Row) => {
        const read = ([name]: readonly string[]): FieldValue => {
          const held = row[name ?? ''];
          return held === null || held === undefined ? null : number(held);
        };
        expect(matches(tree, read)).toBe(naive(tree, row));
      }),
      { numRuns: 500 },
    );
  });
});

test('rows sort with the empty ones first, by number, time or letters without case', () => {
  expect(['b', '', 'A', 'c'].map(text).sort(compareForOrder)).toEqual(['', 'A', 'b', 'c'].map(text));
  expect([number(10), null, number(9)].sort(compareForOrder)).toEqual([null, number(9), number(10)]);
  expect(compareForOrder(date('2026-01-01T00:00:00Z'), date('2026-01-01T00:00:00.001Z'))).toBeLessThan(0);
});
