import { english } from '../../src/loc/en';
import { fetchLanguage, languageAtHand, languageLoaders, type LanguageLoader } from '../../src/loc/languages';
import { pseudoLanguage, pseudoTag } from './pseudoLanguage';

/** A loader of its own for each test: what one has fetched another must not find. */
function aLoader(): jest.Mock<ReturnType<LanguageLoader>, []> {
  return jest.fn(async () => pseudoLanguage());
}

describe('The language of a page', () => {
  it.each(['en-gb', 'en-US', 'fr-fr', '', 'constructor', '__proto__'])('is English for %p, at once', async (culture) => {
    expect(languageAtHand(culture)).toBe(english);
    expect(await fetchLanguage(culture)).toBe(english);
  });

  it('is fetched where it is another, whatever region and case the page says it in, and is at hand from then on', async () => {
    const loaders = { ar: aLoader() };
    expect(languageAtHand('ar-SA', loaders)).toBeUndefined();
    const language = await fetchLanguage('ar-SA', loaders);
    expect([language.tag, language.direction]).toEqual([pseudoTag, 'rtl']);
    expect(languageAtHand('AR-eg', loaders)).toBe(language);
    expect(await fetchLanguage('ar', loaders)).toBe(language);
    expect(loaders.ar).toHaveBeenCalledTimes(1);
  });

  it('is that of the region where there is one', async () => {
    const loaders = { ar: aLoader(), 'ar-eg': aLoader() };
    await fetchLanguage('ar-EG', loaders);
    expect([loaders.ar.mock.calls.length, loaders['ar-eg'].mock.calls.length]).toEqual([0, 1]);
  });

  it('is English while its words do not arrive, and is asked for again', async () => {
    let isOffline = true;
    const loaders = {
      ar: async () => {
        if (isOffline) throw new TypeError('Loading chunk failed');
        return pseudoLanguage();
      },
    };
    expect(await fetchLanguage('ar', loaders)).toBe(english);
    isOffline = false;
    expect((await fetchLanguage('ar', loaders)).tag).toBe(pseudoTag);
  });
});

describe('Every language', () => {
  const loaders: readonly (readonly [string, LanguageLoader])[] = [
    ['en', async () => english],
    ['a language that tests make up', async () => pseudoLanguage()],
    ...Object.entries(languageLoaders),
  ];

  it.each(loaders)('has words for each of its plural categories: %s', async (_, load) => {
    const { tag, pluralCategories } = await load();
    expect([...pluralCategories].sort()).toEqual(new Intl.PluralRules(tag).resolvedOptions().pluralCategories.sort());
  });

  it.each(loaders)('is known to Intl by its tag: %s', async (_, load) => {
    const { tag } = await load();
    expect(Intl.DateTimeFormat.supportedLocalesOf(tag)).toEqual([tag]);
  });
});
