import fc from 'fast-check';
import { both, where } from '../../src/data/sharepoint/odata';

describe('a filter', () => {
  it('quotes text, leaves numbers bare and knows null', () => {
    expect(where('Title', 'eq', "O'Brien").text).toBe("Title eq 'O''Brien'");
    expect(where('Day', 'ge', 20261123).text).toBe('Day ge 20261123');
    expect(where('PupilKey', 'ne', null).text).toBe('PupilKey ne null');
  });

  it('joins conditions', () => {
    expect(both(where('Day', 'ge', 1), where('Day', 'le', 2)).text).toBe('Day ge 1 and Day le 2');
  });

  it('keeps any text inside its quotes, so that it cannot change the question', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const { text } = where('Title', 'eq', value);
        const literal = text.slice('Title eq '.length);
        expect(literal).toMatch(/^'(?:[^']|'')*'$/);
        expect(literal.slice(1, -1).replace(/''/g, "'")).toBe(value);
      }),
    );
  });

  it.each([NaN, Infinity, -Infinity])('refuses the number %p', (value) => {
    expect(() => where('Day', 'eq', value)).toThrow(RangeError);
  });
});
