import fc from 'fast-check';
import { isValidUpn } from '../../../src/domain/people/uniquePupilNumber';

describe('A unique pupil number', () => {
  it('is valid with the right check letter', () => {
    expect(isValidUpn('B801200005001')).toBe(true);
    expect(isValidUpn('A80120000501A')).toBe(true);
  });

  it('is checked by the rule and not by the example that two vendors add up wrongly', () => {
    expect(isValidUpn('P207000016049')).toBe(true);
    expect(isValidUpn('Q207000016049')).toBe(false);
  });

  it('may be temporary, with a letter at its end', () => {
    expect(isValidUpn('A80120000501A')).toBe(true);
    expect(isValidUpn('B80120000501A')).toBe(false);
  });

  it.each(['', 'B80120000500', 'B8012000050011', 'b801200005001', ' B801200005001', 'I801200005001', 'B80120000501S', 'B80120000A001'])(
    'does not look like %p',
    (text) => {
      expect(isValidUpn(text)).toBe(false);
    },
  );

  it('has exactly one right check letter, and no digit can be mistyped unseen', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(digits, fc.nat(11), fc.integer({ min: 1, max: 9 }), (numbers, place, difference) => {
        const rest = numbers.join('');
        const letters = [...'ABCDEFGHJKLMNPQRTUVWXYZ'].filter((letter) => isValidUpn(letter + rest));
        expect(letters).toHaveLength(1);
        const mistyped = numbers.map((digit, index) => (index === place ? (digit + difference) % 10 : digit)).join('');
        expect(isValidUpn(`${letters[0]}${mistyped}`)).toBe(false);
      }),
    );
  });
});
