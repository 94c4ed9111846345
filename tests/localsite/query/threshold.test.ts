import type { Condition, Ordering } from '../../../localsite/query/condition';
import { evaluateCamlThreshold, evaluateODataThreshold } from '../../../localsite/query/threshold';
import type { QueryCost } from '../../../localsite/query/threshold';

/** A list of 60 rows with a threshold of 50; PupilKey and Due are indexed, an even comparison value matches few rows. */
function cost(condition?: Condition, orderBy: readonly Ordering[] = [], groupBy: readonly string[] = []): QueryCost {
  return {
    ...(condition === undefined ? {} : { condition }),
    orderBy,
    groupBy,
    rowCount: 60,
    threshold: 50,
    isIndexed: ([name]) => name === 'PupilKey' || name === 'Due',
    countMatches: (part) => ('value' in part && part.value.kind === 'string' && part.value.value === 'most' ? 55 : 5),
  };
}

const eq = (field: string, value = 'few'): Condition => ({
  kind: 'compare',
  field: [field],
  operator: 'eq',
  value: { kind: 'string', value },
});
const by = (field: string): Ordering => ({ field: [field], ascending: true });
const all = (...parts: Condition[]): Condition => ({ kind: 'all', parts });
const any = (...parts: Condition[]): Condition => ({ kind: 'any', parts });
const isEmpty = (field: string): Condition => ({ kind: 'compare', field: [field], operator: 'isNull' });

// [M] the table of docs/sharepoint-facts.md, A12, OData answer then CAML answer
test.each<[string, QueryCost, string, string]>([
  ['a selective filter on an indexed column', cost(eq('PupilKey')), 'served', 'served'],
  ['a filter on an unindexed column', cost(eq('Title')), 'refused', 'firstRowsById'],
  ['a test for emptiness on an indexed column', cost(isEmpty('Due')), 'served', 'served'],
  ['a test for emptiness on an unindexed column', cost(isEmpty('Body')), 'refused', 'firstRowsById'],
  ['no filter and no order', cost(), 'served', 'served'],
  ['an order by an unindexed column', cost(undefined, [by('Title')]), 'refused', 'refused'],
  ['an order by an indexed column', cost(undefined, [by('Due')]), 'served', 'served'],
  ['an indexed filter, then an unindexed order', cost(eq('PupilKey'), [by('Title')]), 'served', 'served'],
  ['a filter on ID', cost(eq('ID')), 'served', 'served'],
  ['an indexed filter that matches too many rows', cost(eq('PupilKey', 'most')), 'refused', 'firstRowsById'],
  ['an `and` with one selective part', cost(all(eq('Title'), eq('PupilKey'))), 'served', 'served'],
  ['an `or` with one unindexed branch', cost(any(eq('Title'), eq('PupilKey'))), 'refused', 'firstRowsById'],
  ['an `or` with only selective branches', cost(any(eq('Due'), eq('PupilKey'))), 'served', 'served'],
])('%s past the threshold', (_, asked, odata, caml) => {
  expect([evaluateODataThreshold(asked), evaluateCamlThreshold(asked)]).toEqual([odata, caml]);
});

test('a view with groups is refused past the threshold, even by ID', () => {
  // [M]
  expect(evaluateCamlThreshold(cost(undefined, [], ['ID']))).toBe('refused');
});

test('a small list serves everything', () => {
  const small = { ...cost(eq('Title'), [by('Body')], ['Body']), rowCount: 50 };
  expect([evaluateODataThreshold(small), evaluateCamlThreshold(small)]).toEqual(['served', 'served']);
});

test('more than sixty values in a list count as unindexed', () => {
  // [T] docs/sharepoint-facts.md, A9
  const values = (count: number): Condition => ({
    kind: 'compare',
    field: ['PupilKey'],
    operator: 'in',
    values: Array.from({ length: count }, () => ({ kind: 'string', value: 'x' })),
  });
  expect(evaluateCamlThreshold(cost(values(60)))).toBe('served');
  expect(evaluateCamlThreshold(cost(values(61)))).toBe('firstRowsById');
});
