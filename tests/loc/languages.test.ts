import { english } from '../../src/loc/english';
import type { Language } from '../../src/loc/language';
import { languageOf } from '../../src/loc/languageOf';
import { fetchWords, languages } from '../../src/loc/languages';
import { pseudoLanguage, pseudoTag } from '../kit/pseudoLanguage';

function aLoader(): jest.Mock<Promise<Language>, []> {
  return jest.fn(async () => pseudoLanguage());
}

// Words that have arrived stay: each test asks for a culture of its own.
describe('The language of a page', () => {
  it.each(['en-gb', 'en-US', 'fr-fr', '', 'constructor', '__proto__'])('is English for %p, at once', async (culture) => {
    expect(languageOf(culture)).toBe(english);
    await fetchWords(culture);
    expect(languageOf(culture)).toBe(english);
  });

  it('is another where its words have arrived, whatever region and case the page says it in', async () => {
    const all = { ar: aLoader() };
    expect(languageOf('AR-sa')).toBe(english);
    await fetchWords('AR-sa', all);
    expect([languageOf('AR-sa').tag, languageOf('AR-sa').direction]).toEqual([pseudoTag, 'rtl']);
  });

  it('is fetched once, whichever web part asks', async () => {
    const all = { ar: aLoader() };
    await fetchWords('ar-eg', all);
    await fetchWords('ar-eg', all);
    expect(all.ar).toHaveBeenCalledTimes(1);
  });

  it('is that of the region where there is one', async () => {
    const all = { ar: aLoader(), 'ar-ma': aLoader() };
    await fetchWords('ar-MA', all);
    expect([all.ar.mock.calls.length, all['ar-ma'].mock.calls.length]).toEqual([0, 1]);
  });

  it('is English while its words do not arrive, and is asked for again', async () => {
    let isOffline = true;
    const all = {
      ar: async () => {
        if (isOffline) throw new TypeError('Loading chunk failed');
        return pseudoLanguage();
      },
    };
    await fetchWords('ar-ly', all);
    expect(languageOf('ar-ly')).toBe(english);
    isOffline = false;
    await fetchWords('ar-ly', all);
    expect(languageOf('ar-ly').tag).toBe(pseudoTag);
  });
});

describe('Every language', () => {
  const all: readonly (readonly [string, () => Promise<Language>])[] = [
    ['en', async () => english],
    ['a language that tests make up', async () => pseudoLanguage()],
    ...Object.entries(languages),
  ];

  it.each(all)('has words for each of its plural categories: %s', async (_, fetchLanguage) => {
    const { tag, pluralCategories } = await fetchLanguage();
    expect([...pluralCategories].sort()).toEqual(new Intl.PluralRules(tag).resolvedOptions().pluralCategories.sort());
  });

  it.each(all)('is known to Intl by its tag: %s', async (_, fetchLanguage) => {
    const { tag } = await fetchLanguage();
    expect(Intl.DateTimeFormat.supportedLocalesOf(tag)).toEqual([tag]);
  });
});
