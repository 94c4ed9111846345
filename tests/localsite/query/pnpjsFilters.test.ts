import { spfi } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { IItems } from '@pnp/sp/items';
import { parseODataQuery } from '../../../localsite/query/odata';

interface Row {
  readonly Title: string;
  readonly DayKey: number;
  readonly Due: Date;
  readonly Done: boolean;
}

const items = (): IItems => spfi('https://school.example/sites/school').web.lists.getByTitle('Assignments').items;
const filterOf = (asked: IItems): unknown => parseODataQuery(new URL(asked.toRequestUrl()).searchParams).filter;
const day = new Date('2026-11-23T00:00:00.000Z');

// [C] whatever the typed filters of PnPjs 4 write must be understood
describe('a filter written by PnPjs', () => {
  test('on text', () => {
    expect(filterOf(items().filter<Row>((row) => row.text('Title').startsWith('a b')))).toMatchObject({
      operator: 'startsWith',
      value: { value: 'a b' },
    });
    expect(filterOf(items().filter<Row>((row) => row.text('Title').contains('+ &')))).toMatchObject({
      operator: 'contains',
      value: { value: '+ &' },
    });
    expect(filterOf(items().filter<Row>((row) => row.text('Title').isNotNull()))).toMatchObject({
      operator: 'ne',
      value: { kind: 'null' },
    });
  });

  test('on any of several values', () => {
    expect(filterOf(items().filter<Row>((row) => row.number('DayKey').in(20261123, 20261124)))).toMatchObject({
      kind: 'any',
      parts: [{ operator: 'eq' }, { value: { value: 20261124 } }],
    });
  });

  test('on dates and flags, joined', () => {
    expect(filterOf(items().filter<Row>((row) => row.date('Due').greaterThan(day).and().boolean('Done').isFalseOrNull()))).toMatchObject({
      kind: 'all',
      parts: [
        { operator: 'gt', value: { kind: 'string', value: day.toISOString() } },
        { kind: 'any', parts: [{ value: { kind: 'null' } }, { value: { kind: 'number', value: 0 } }] },
      ],
    });
  });
});
