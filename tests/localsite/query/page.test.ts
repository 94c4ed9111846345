import fc from 'fast-check';
import { nextHref, nextLink, readPageToken, writePageToken } from '../../../localsite/query/page';
import { SharePointError } from '../../../localsite/wire/sharePointError';

test('a next link is spelled as SharePoint spells it', () => {
  // [R] docs/sharepoint-facts.md, A2
  const link = nextLink("https://h/sites/x/_api/web/lists(guid'546bb212-0000-0000-0000-000000000000')/items?$top=1", {
    lastId: 1,
    orderValues: [],
  });
  expect(link).toBe(
    'https://h/sites/x/_api/web/lists(guid%27546bb212-0000-0000-0000-000000000000%27)/items?%24skiptoken=Paged%3dTRUE%26p_ID%3d1&%24top=1',
  );
});

test('a next link repeats the query, drops $skip and replaces the token', () => {
  // [C][R] docs/sharepoint-facts.md, A6
  const link = new URL(
    nextLink("https://h/_api/items?$filter=Title eq 'a'&$skip=5&$skiptoken=Paged=TRUE%26p_ID=3&$orderby=Due", {
      lastId: 9,
      orderValues: [{ field: 'Due', value: '2026-09-01' }],
    }),
  );
  expect([...link.searchParams]).toEqual([
    ['$skiptoken', 'Paged=TRUE&p_Due=2026-09-01&p_ID=9'],
    ['$filter', "Title eq 'a'"],
    ['$orderby', 'Due'],
  ]);
});

test('the token that Microsoft documents is read', () => {
  // [D] docs/sharepoint-facts.md, A6
  expect(readPageToken('Paged=TRUE&p_ID=5')).toEqual({ lastId: 5, orderValues: [] });
  expect(readPageToken('?Paged=TRUE&p_SortBehavior=1&p_ID=295&PageFirstRow=21')).toEqual({ lastId: 295, orderValues: [] });
});

test('the next page of a view is addressed as recorded', () => {
  // [R] docs/sharepoint-facts.md, A9
  expect(nextHref({ lastId: 20, orderValues: [] }, 21)).toBe(
    '?Paged=TRUE&p_ID=20&PageFirstRow=21&View=00000000-0000-0000-0000-000000000000',
  );
});

test.each(['', 'Paged=TRUE', 'p_ID=', 'p_ID=-1', 'p_ID=5;drop', 'p_ID=99999999999999'])('the token "%s" is refused', (token) => {
  expect(() => readPageToken(token)).toThrow(SharePointError);
});

test('any ordering values survive the way into a link and back', () => {
  const values = fc.array(fc.record({ field: fc.constantFrom('Title', 'Due', 'Key'), value: fc.string({ unit: 'grapheme' }) }), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.nat(), values, (lastId, orderValues) => {
      const link = new URL(nextLink('https://h/_api/items?$top=2', { lastId, orderValues }));
      expect(readPageToken(link.searchParams.get('$skiptoken') ?? '')).toEqual({ lastId, orderValues });
      expect(readPageToken(writePageToken({ lastId, orderValues }))).toEqual({ lastId, orderValues });
    }),
  );
});
