import fc from 'fast-check';
import { where } from '../../src/data/filter';
import { odataFilter } from '../../src/data/sharepoint/odata';

describe('a filter', () => {
  it('quotes text, leaves numbers bare and knows null', () => {
    expect(odataFilter([where('Title', 'eq', "O'Brien")])).toBe("Title eq 'O''Brien'");
    expect(odataFilter([where('Day', 'ge', 20261123)])).toBe('Day ge 20261123');
    expect(odataFilter([where('PupilKey', 'ne', null)])).toBe('PupilKey ne null');
  });

  it('joins conditions', () => {
    expect(odataFilter([where('Day', 'ge', 1), where('Day', 'le', 2)])).toBe('Day ge 1 and Day le 2');
  });

  it('keeps any text inside its quotes, so that it cannot change the question', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const text = odataFilter([where('Title', 'eq', value)]);
        const literal = text.slice('Title eq '.length);
        expect(literal).toMatch(/^'(?:[^']|'')*'$/);
        expect(literal.slice(1, -1).replace(/''/g, "'")).toBe(value);
      }),
    );
  });

  it.each([NaN, Infinity, -Infinity])('refuses the number %p', (value) => {
    expect(() => odataFilter([where('Day', 'eq', value)])).toThrow(RangeError);
  });
});
