import fc from 'fast-check';
import { renderListData } from '../../../localsite/wire/listData';
import type { ListDataCell, ListDataPage } from '../../../localsite/wire/listData';

const page = (row: Record<string, ListDataCell>, more: Partial<ListDataPage> = {}): ListDataPage => ({
  rows: [row],
  firstRow: 1,
  rowLimit: 20,
  folderPermissions: '0x7ffffffffffbffff',
  ...more,
});
const rowOf = (row: Record<string, ListDataCell>, more: Partial<ListDataPage> = {}): unknown =>
  JSON.parse(renderListData(page(row, more))).Row[0];

describe('a row of list data', () => {
  test('holds texts, with slashes escaped', () => {
    // [R] docs/sharepoint-facts.md, A9
    expect(renderListData(page({ FileRef: { kind: 'text', value: '/sites/x' } }))).toContain('"FileRef": "\\u002fsites\\u002fx"');
    expect(rowOf({ FileRef: { kind: 'text', value: '/sites/x' } })).toEqual({ FileRef: '/sites/x' });
  });

  test('holds numbers as shown and raw', () => {
    // [R] docs/sharepoint-facts.md, A9
    expect(rowOf({ Score: { kind: 'number', value: 10 } })).toEqual({ Score: '10', 'Score.': '10.0000000000000' });
  });

  test('holds yes and no', () => {
    // [R] docs/sharepoint-facts.md, A9
    expect(rowOf({ A: { kind: 'boolean', value: true }, B: { kind: 'boolean', value: false } })).toEqual({
      A: 'Yes',
      'A.value': '1',
      B: 'No',
      'B.value': '0',
    });
  });

  test('shows dates in British order and school time, with the instant beside them', () => {
    // raw key [R], en-GB display [K]
    const cell: ListDataCell = { kind: 'date', value: '2026-06-12T08:07:52.000Z' };
    expect(rowOf({ Created: cell })).toEqual({ Created: '12/06/2026 09:07', 'Created.': '2026-06-12T08:07:52Z' });
    expect(rowOf({ Created: cell }, { datesInUtc: true })).toEqual({ Created: '2026-06-12T08:07:52Z', 'Created.': '2026-06-12T08:07:52Z' });
    expect(rowOf({ Due: { kind: 'date', value: '2026-05-31T23:00:00Z', dateOnly: true } })).toMatchObject({ Due: '01/06/2026' });
  });

  test('holds persons and lookups as arrays', () => {
    // [R] docs/sharepoint-facts.md, A9
    expect(rowOf({ Author: { kind: 'person', people: [{ id: 11, title: 'Staff', email: 's@h' }] } })).toEqual({
      Author: [{ id: '11', title: 'Staff', email: 's@h', sip: 's@h', picture: '' }],
    });
    expect(rowOf({ Class: { kind: 'lookup', targets: [{ id: 1, value: '7B' }] } })).toEqual({
      Class: [{ lookupId: 1, lookupValue: '7B', isSecretFieldValue: false }],
    });
  });

  test('withholds the value of a lookup that the reader may not see', () => {
    expect(renderListData(page({ Class: { kind: 'lookup', targets: [{ id: 1, value: '7B', isSecret: true }] } }))).not.toContain('7B');
  });
});

describe('a page of list data', () => {
  test('counts its rows and says where the next page is', () => {
    // [R] docs/sharepoint-facts.md, A9
    const rows = Array.from(
      { length: 20 },
      (_, index): Record<string, ListDataCell> => ({ ID: { kind: 'text', value: String(index + 1) } }),
    );
    const nextHref = '?Paged=TRUE&p_ID=20&PageFirstRow=21&View=00000000-0000-0000-0000-000000000000';
    const { Row, ...frame } = JSON.parse(
      renderListData({ rows, firstRow: 1, rowLimit: 20, folderPermissions: '0x7ffffffffffbffff', nextHref }),
    );
    expect(Row).toHaveLength(20);
    expect(frame).toEqual({
      FirstRow: 1,
      FolderPermissions: '0x7ffffffffffbffff',
      LastRow: 20,
      RowLimit: 20,
      NextHref: nextHref,
      FilterLink: '?',
      ForceNoHierarchy: '1',
      HierarchyHasIndention: '',
      CurrentFolderSpItemUrl: '',
    });
  });

  test('on the last page has no NextHref', () => {
    // [R] docs/sharepoint-facts.md, A9
    expect(JSON.parse(renderListData(page({})))).not.toHaveProperty('NextHref');
  });

  test('is wrapped when more than rows was asked for', () => {
    // [D] docs/sharepoint-facts.md, A9
    expect(JSON.parse(renderListData(page({}), { ListSchema: { Field: [] } }))).toMatchObject({
      ListData: { FirstRow: 1 },
      ListSchema: { Field: [] },
    });
  });

  test('is several lines that still parse when PnPjs joins them', () => {
    // [C] docs/sharepoint-facts.md, A9, A11
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const text = renderListData(page({ Body: { kind: 'text', value } }));
        expect(text.split('\n').length).toBeGreaterThan(3);
        expect(JSON.parse(text.split('\n').join('')).Row[0].Body).toBe(value);
      }),
    );
  });
});
