/**
 * Which languages there are, and how each is fetched. English comes with the code: it is what most schools need, and what is left to show
 * when another language's words do not arrive. Every other language is a file of its own that only its readers load.
 */
import { english } from './en';
import type { Language } from './language';

export type LanguageLoader = () => Promise<Language>;

/**
 * By language, or by language and region where they differ: 'cy', 'pt-br'. Each gets a chunk of its own:
 * cy: async () => (await import(<!-- webpackChunkName: 'words-cy' --> './cy')).welsh, the chunk's name in a comment of JavaScript.
 */
export const languageLoaders: Readonly<Record<string, LanguageLoader>> = {};

/** What was fetched before, by loader. A language that did not arrive is not kept: the next page tries again. */
const fetched = new Map<LanguageLoader, Language>();

/** The language of a page's culture ('en-gb', 'cy-GB') where it can be had at once; undefined where it must be fetched first. */
export function languageAtHand(culture: string, loaders = languageLoaders): Language | undefined {
  const loader = loaderOf(culture, loaders);
  return loader === undefined ? english : fetched.get(loader);
}

/** The language of a page's culture. English where we have no other or its words do not arrive: this never rejects. */
export async function fetchLanguage(culture: string, loaders = languageLoaders): Promise<Language> {
  const loader = loaderOf(culture, loaders);
  if (loader === undefined) return english;
  try {
    const language = fetched.get(loader) ?? (await loader());
    fetched.set(loader, language);
    return language;
  } catch {
    // Offline, or a release has replaced the file. Words in English are better than none.
    return english;
  }
}

function loaderOf(culture: string, loaders: Readonly<Record<string, LanguageLoader>>): LanguageLoader | undefined {
  const tag = culture.toLowerCase();
  const [language = ''] = tag.split('-');
  return ownValue(loaders, tag) ?? ownValue(loaders, language);
}

/** A culture is text from outside: it must not name what every object has. */
function ownValue<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(values, key) ? values[key] : undefined;
}
