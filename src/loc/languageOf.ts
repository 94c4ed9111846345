import { english } from './english';
import type { Language } from './language';
import { fetchedLanguage } from './languages';

/** The language of a page's culture ('en-gb'): English where we have no other, or its words have not arrived. */
export function languageOf(culture: string): Language {
  return fetchedLanguage(culture) ?? english;
}
