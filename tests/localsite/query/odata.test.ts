import fc from 'fast-check';
import type { Condition } from '../../../localsite/query/condition';
import { parseODataQuery } from '../../../localsite/query/odata';
import { SharePointError } from '../../../localsite/wire/sharePointError';

const filter = (text: string): Condition | undefined => parseODataQuery(new URLSearchParams({ $filter: text })).filter;
const refusalOf = (text: string): unknown => {
  try {
    return filter(text);
  } catch (error) {
    return error;
  }
};

describe('query options', () => {
  test('are read whatever the case of their names', () => {
    const query = parseODataQuery(
      new URLSearchParams('$Select=Id,Author/Title,*&$expand=Author&$orderby=DayKey desc,Title&$top=5000&$skip=10'),
    );
    expect(query).toEqual({
      select: [['Id'], ['Author', 'Title'], ['*']],
      expand: [['Author']],
      orderBy: [
        { field: ['DayKey'], ascending: false },
        { field: ['Title'], ascending: true },
      ],
      top: 5000,
      skip: 10,
    });
  });

  // [R] the spelling of a recorded next link
  test('carry the page token of a link made by SharePoint', () => {
    expect(parseODataQuery(new URLSearchParams('%24skiptoken=Paged%3dTRUE%26p_ID%3d1&%24top=1'))).toMatchObject({
      skipToken: 'Paged=TRUE&p_ID=1',
      top: 1,
    });
  });

  test.each(['$top=many', '$top=-1', '$orderby=Title upwards', '$select=Title;drop', '$search=x', '$top=1&$top=2'])(
    '%s is refused',
    (query) => {
      expect(() => parseODataQuery(new URLSearchParams(query))).toThrow(SharePointError);
    },
  );
});

describe('a filter', () => {
  test.each<[string, unknown]>([
    ["Title eq 'PE kit'", { field: ['Title'], operator: 'eq', value: { kind: 'string', value: 'PE kit' } }],
    ["Title eq 'O''Brien'", { operator: 'eq', value: { kind: 'string', value: "O'Brien" } }],
    ['FSObjType eq 0', { field: ['FSObjType'], operator: 'eq', value: { kind: 'number', value: 0 } }],
    ['Score lt -1.5', { operator: 'lt', value: { kind: 'number', value: -1.5 } }],
    ['Published eq true', { value: { kind: 'boolean', value: true } }],
    ["startswith(Title,'a')", { operator: 'startsWith', value: { kind: 'string', value: 'a' } }],
    ["startswith(Title,'a') eq true", { operator: 'startsWith' }],
    ["substringof('x y', Body)", { field: ['Body'], operator: 'contains', value: { kind: 'string', value: 'x y' } }],
    ['month(Created) eq 9', { field: ['Created'], operator: 'eq', datePart: 'month', value: { kind: 'number', value: 9 } }],
    [
      "Created ge datetime'2026-09-01T00:00:00Z'",
      { operator: 'ge', value: { kind: 'date', value: '2026-09-01T00:00:00.000Z', wholeDay: false } },
    ],
    ["UniqueId eq guid'0A1B2C3D-0000-0000-0000-000000000001'", { value: { kind: 'guid', value: '0a1b2c3d-0000-0000-0000-000000000001' } }],
    ['Due ne null', { operator: 'ne', value: { kind: 'null' } }],
    ["Author/Title eq 'a'", { field: ['Author', 'Title'] }],
  ])('%s is read', (text, expected) => {
    expect(filter(text)).toMatchObject({ kind: 'compare', ...(expected as object) });
  });

  test('binds `and` tighter than `or`, and brackets tighter than both', () => {
    const shape = (condition: Condition | undefined): unknown => {
      if (condition === undefined || condition.kind === 'not') return undefined;
      return condition.kind === 'compare' ? condition.field.join('/') : { [condition.kind]: condition.parts.map(shape) };
    };
    expect(shape(filter('A eq 1 or B eq 2 and C eq 3'))).toEqual({ any: ['A', { all: ['B', 'C'] }] });
    expect(shape(filter('(A eq 1 or B eq 2) and C eq 3'))).toEqual({ all: [{ any: ['A', 'B'] }, 'C'] });
  });

  // [D] docs/sharepoint-facts.md, A6: what list items do not take is refused, never ignored.
  test.each([
    "endswith(Title,'a')",
    "tolower(Title) eq 'a'",
    'not (A eq 1)',
    'Id in (1,2)',
    'A add 1 eq 2',
    'A eq',
    'A eq 1 B eq 2',
    "Title eq 'open",
    'Title eq Other',
    'Due lt null',
    "Created ge datetime'soon'",
    '(A eq 1',
    'A eq 1)',
    "substringof(Title,'x')",
    "month(Created) eq 'May'",
    'A eq 1;B eq 2',
  ])('%s is refused as an invalid client query', (text) => {
    expect(refusalOf(text)).toMatchObject({
      kind: 'invalidExpression',
      status: 400,
      code: '-1, Microsoft.SharePoint.Client.InvalidClientQueryException',
    });
  });

  // [I] Atvero issue 388: the text of a refused expression
  test('is quoted in the refusal', () => {
    expect(refusalOf('(A eq 1),(B eq 0)')).toMatchObject({ message: 'The expression "(A eq 1),(B eq 0)" is not valid.' });
  });

  test('nested beyond reason is refused, not run', () => {
    expect(refusalOf(`${'('.repeat(50_000)}A eq 1${')'.repeat(50_000)}`)).toMatchObject({ status: 400 });
  });

  test('gives back any text that was quoted into it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const condition = filter(`Title eq '${text.replace(/'/g, "''")}'`);
        expect(condition).toMatchObject({ operator: 'eq', value: { kind: 'string', value: text } });
      }),
    );
  });

  test('never fails in another way than by refusing', () => {
    const piece = fc.constantFrom(
      'A',
      'eq',
      'and',
      'or',
      '(',
      ')',
      "'x'",
      '5',
      'null',
      'startswith',
      ',',
      'datetime',
      "'",
      'day',
      '/',
      '$',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const result = refusalOf(pieces.join(' '));
        expect(
          result === undefined || result instanceof SharePointError || (typeof result === 'object' && result !== null && 'kind' in result),
        ).toBe(true);
      }),
    );
  });
});
