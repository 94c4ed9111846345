import fc from 'fast-check';
import { damage, damagedColumn } from '../../samples/damage';
import { firstRows, tableOf, type Table } from '../../samples/damagedTable';
import { type DamageName } from '../../samples/damages';
import { good, tableIn, cellsIn, differingRows, sorted } from '../kit/damagedExport';

describe('A column in the wrong place', () => {
  const columns = fc.constantFrom(
    ...good
      .filter((file) => file.name.endsWith('.csv'))
      .flatMap((file) => tableOf(file.text).header.map((column) => [file.name, column] as const)),
  );

  it('keeps its values when it is shifted, sorted or reversed, whichever it is, and the other columns as they were', () => {
    fc.assert(
      fc.property(columns, fc.constantFrom('shift', 'sort', 'reverse'), ([file, column], kind) => {
        const after = damagedColumn(good, file, column, kind);
        expect(sorted(cellsIn(after, file, column))).toEqual(sorted(cellsIn(good, file, column)));
        const others = tableIn(good, file).header.filter((other) => other !== column);
        expect(others.filter((other) => cellsIn(after, file, other).join('\n') !== cellsIn(good, file, other).join('\n'))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('stands one row too low when it is shifted, and is empty when it is blank', () => {
    const emails = cellsIn(good, 'contacts.csv', 'email');
    const after = cellsIn(damage(good, 'emails-shifted'), 'contacts.csv', 'email');
    expect(after.slice(1)).toEqual(emails.slice(0, -1));
    expect(after[0]).toBe(emails.at(-1));
    expect(new Set(cellsIn(damage(good, 'court-order-blank'), 'relationships.csv', 'courtOrder'))).toEqual(new Set(['']));
  });

  it('holds what the other one held when headers are swapped', () => {
    const after = damage(good, 'court-order-swapped');
    expect(cellsIn(after, 'relationships.csv', 'courtOrder')).toEqual(cellsIn(good, 'relationships.csv', 'unsubscribed'));
    expect(cellsIn(after, 'relationships.csv', 'unsubscribed')).toEqual(cellsIn(good, 'relationships.csv', 'courtOrder'));
  });

  it('is gone or has another name where it restricted', () => {
    expect(tableIn(damage(good, 'portal-access-missing'), 'relationships.csv').header).not.toContain('portalAccess');
    const renamed = damage(good, 'portal-access-renamed');
    expect(tableIn(renamed, 'relationships.csv').header).not.toContain('portalAccess');
    expect(cellsIn(renamed, 'relationships.csv', 'onlineAccount')).toEqual(cellsIn(good, 'relationships.csv', 'portalAccess'));
  });
});

describe('One row that means somebody else', () => {
  it('swaps the e-mails of two adults and of nobody else', () => {
    const after = damage(good, 'two-emails-swapped');
    const [first = -1, second = -1, ...more] = differingRows(after, 'contacts.csv');
    const [before, now] = [cellsIn(good, 'contacts.csv', 'email'), cellsIn(after, 'contacts.csv', 'email')];
    expect(more).toEqual([]);
    expect([now[first], now[second]]).toEqual([before[second], before[first]]);
  });

  it.each([
    ['contact-id-reused', 'contacts.csv', 'contactId'],
    ['pupil-id-reused', 'pupils.csv', 'pupilId'],
    ['one-link-moved', 'relationships.csv', 'pupilId'],
  ] as const)('%s changes one row and keeps its id', (name, file, id) => {
    const after = damage(good, name);
    expect(differingRows(after, file)).toHaveLength(1);
    expect(cellsIn(after, file, id)).toEqual(cellsIn(good, file, id));
  });
});

describe('Rows', () => {
  const pupils = tableIn(good, 'pupils.csv');

  it("are cut at a row's end", () => {
    expect(tableIn(damage(good, 'pupils-half'), 'pupils.csv')).toEqual(firstRows(pupils, 0.5));
    expect(tableIn(damage(good, 'pupils-nine-tenths'), 'pupils.csv').rows).toHaveLength(216);
    expect(tableIn(damage(good, 'pupils-one-tenth'), 'pupils.csv').rows).toHaveLength(24);
    expect(tableIn(damage(good, 'pupils-empty'), 'pupils.csv')).toEqual({ header: pupils.header, rows: [] });
    expect(tableIn(damage(good, 'pupils-one-row'), 'pupils.csv').rows).toHaveLength(1);
  });

  it('are there again', () => {
    expect(tableIn(damage(good, 'pupils-doubled'), 'pupils.csv').rows).toEqual([...pupils.rows, ...pupils.rows]);
    expect(tableIn(damage(good, 'pupils-some-rows-twice'), 'pupils.csv').rows).toHaveLength(266);
  });

  it('say the same in another order of rows or columns', () => {
    const told = ({ header, rows }: Table): readonly string[] =>
      sorted(rows.map((row) => sorted(row.map((cell, index) => `${header[index]}=${cell}`)).join('\n')));
    for (const name of ['pupils-rows-reordered', 'pupils-columns-reordered'] as const)
      expect(told(tableIn(damage(good, name), 'pupils.csv'))).toEqual(told(pupils));
  });
});

describe('Cells', () => {
  it('are written as other programs do', () => {
    const first = (name: DamageName, file: string, column: string): string | undefined => cellsIn(damage(good, name), file, column)[0];
    expect(first('birth-dates-american', 'pupils.csv', 'dateOfBirth')).toBe('03/14/2015');
    expect(first('birth-dates-british', 'pupils.csv', 'dateOfBirth')).toBe('14/03/2015');
    expect(first('calendar-a-year-ahead', 'school-days.csv', 'date')).toBe('2027-02-22');
    expect(first('pupils-ids-as-numbers', 'pupils.csv', 'pupilId')).toBe('1001');
    expect(first('pupils-ids-in-exponents', 'pupils.csv', 'pupilId')).toBe('1.0E+03');
    expect(first('flags-yes-no', 'pupils.csv', 'restricted')).toBe('No');
    expect(first('flags-true-false', 'contacts.csv', 'deceased')).toBe('FALSE');
  });

  it('are a megabyte long or hold a zero byte, one in the whole table', () => {
    expect(cellsIn(damage(good, 'classes-huge-cell'), 'classes.csv', 'name').filter((cell) => cell.length > 1_000_000)).toHaveLength(1);
    expect(cellsIn(damage(good, 'contacts-nul'), 'contacts.csv', 'surname').filter((cell) => cell.includes('\u0000'))).toHaveLength(1);
  });
});
