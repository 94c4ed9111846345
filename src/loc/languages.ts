/**
 * Which languages there are besides English, and how the words of each are fetched. English comes with the code: it is what most schools
 * need, and what is left to show when another language's words do not arrive (languageOf.ts). Every other is a chunk of its own that
 * only its readers load.
 */
import type { Language } from './language';

export type Languages = Readonly<Record<string, () => Promise<Language>>>;

/** By language, or by language and region where they differ: 'cy', 'pt-br'. The chunk of Welsh is called 'words-cy'. */
export const languages: Languages = {};

/** By culture. Words that did not arrive are not kept: the next page tries again. */
const fetched = new Map<string, Language>();

/**
 * Fetches the words of a page's culture ('cy-GB'); nothing where that is English to us. Never rejects. Begun beside the view's own code, so
 * that words are there when the view is.
 */
export async function fetchWords(culture: string, all = languages): Promise<void> {
  const fetchLanguage = loaderOf(culture, all);
  if (fetchLanguage === undefined || fetched.has(culture)) return;
  try {
    fetched.set(culture, await fetchLanguage());
  } catch {
    // Offline, or a release has replaced the chunk. Words in English are better than none.
  }
}

/** The language of a page's culture whose words have been fetched. */
export function fetchedLanguage(culture: string): Language | undefined {
  return fetched.get(culture);
}

function loaderOf(culture: string, all: Languages): (() => Promise<Language>) | undefined {
  const tag = culture.toLowerCase();
  const [language = ''] = tag.split('-');
  // A culture is text from outside: it must not name what every object has.
  const known = [tag, language].find((key) => Object.prototype.hasOwnProperty.call(all, key));
  return known === undefined ? undefined : all[known];
}
