import { grammarOf } from '../../src/loc/grammar';

describe('A number of things', () => {
  const english = grammarOf('en-GB', ['one', 'other']);
  const lessons = { one: '# lesson', other: '# lessons' };

  it('takes the form that its language gives it', () => {
    expect([0, 1, 2, 1234].map((count) => english.plural(count, lessons))).toEqual(['0 lessons', '1 lesson', '2 lessons', '1,234 lessons']);
  });

  it('takes one of four in Polish', () => {
    const polish = grammarOf('pl', ['one', 'few', 'many', 'other']);
    const forms = { one: '# lekcja', few: '# lekcje', many: '# lekcji', other: '# lekcji' };
    expect([1, 2, 5, 12, 22].map((count) => polish.plural(count, forms))).toEqual([
      '1 lekcja',
      '2 lekcje',
      '5 lekcji',
      '12 lekcji',
      '22 lekcje',
    ]);
  });

  it('takes one of six in Welsh', () => {
    const welsh = grammarOf('cy', ['zero', 'one', 'two', 'few', 'many', 'other']);
    const forms = { zero: 'dim', one: '# ci', two: '# gi', few: '# chi', many: '# chi', other: '# ci' };
    expect([0, 1, 2, 3, 4, 6].map((count) => welsh.plural(count, forms))).toEqual(['dim', '1 ci', '2 gi', '3 chi', '4 ci', '6 chi']);
  });

  it('is taken as it is where a form holds what could be read as a pattern', () => {
    expect(english.plural(2, { one: '', other: '$& #' })).toBe('$& 2');
  });
});

describe('Names', () => {
  it('are joined as the language does it', () => {
    const names = ['Jane', 'Tom', 'Ali'];
    const { and } = grammarOf('en-GB', ['one', 'other']);
    expect([1, 2, 3].map((count) => and(names.slice(0, count)))).toEqual(['Jane', 'Jane and Tom', 'Jane, Tom and Ali']);
    expect(and([])).toBe('');
    expect(grammarOf('pl', ['other']).and(names)).toBe('Jane, Tom i Ali');
  });

  it('of things stand side by side', () => {
    expect(grammarOf('en-GB', ['other']).things(['PE kit', 'trainers', 'soup'])).toBe('PE kit, trainers, soup');
  });
});
