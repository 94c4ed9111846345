import { damage } from '../../samples/damage';
import { bytesOf, manifestOf } from '../../samples/damagedExport';
import { tableOf } from '../../samples/damagedTable';
import { type DamageName } from '../../samples/damages';
import { good, fileIn } from '../kit/damagedExport';

describe('Text', () => {
  const textAfter = (name: DamageName, file: string): string => fileIn(damage(good, name), file).text;

  it('has a quote that is never closed, in row 5 or the last one', () => {
    const [before, early, late] = [
      fileIn(good, 'pupils.csv').text,
      textAfter('pupils-stray-quote', 'pupils.csv'),
      textAfter('pupils-stray-quote-at-end', 'pupils.csv'),
    ].map((text) => text.split('\r\n'));
    expect(early?.filter((line, index) => line !== before?.[index])).toEqual([before?.[5]?.replace(',', ',"')]);
    expect(late?.filter((line, index) => line !== before?.[index])).toEqual([before?.at(-2)?.replace(',', ',"')]);
    expect(() => tableOf(textAfter('pupils-stray-quote', 'pupils.csv'))).toThrow();
  });

  it('ends in the middle of a row', () => {
    const text = textAfter('attendance-cut-in-row', 'attendance.csv');
    expect(fileIn(good, 'attendance.csv').text.startsWith(text)).toBe(true);
    expect(text.endsWith('\n')).toBe(false);
    expect(manifestOf(damage(good, 'attendance-cut-in-row')).files['attendance.csv']?.rows).toBe(175);
  });

  it('is in another encoding', () => {
    const file = fileIn(damage(good, 'contacts-windows-1252'), 'contacts.csv');
    expect(bytesOf(file)).toHaveLength(file.text.length);
    expect(
      bytesOf(fileIn(damage(good, 'pupils-utf-16'), 'pupils.csv'))
        .subarray(0, 2)
        .toString('hex'),
    ).toBe('fffe');
  });
});

describe('The manifest', () => {
  it('leaves attendance out, calls it absent, or names a file that is lost', () => {
    expect(manifestOf(damage(good, 'attendance-not-named')).files['attendance.csv']).toBeUndefined();
    expect(manifestOf(damage(good, 'attendance-absent')).files['attendance.csv']).toEqual({ mode: 'absent' });
    const lost = damage(good, 'pupils-lost');
    expect(manifestOf(lost).files['pupils.csv']).toEqual(manifestOf(good).files['pupils.csv']);
    expect(lost.map((file) => file.name)).not.toContain('pupils.csv');
  });
});
