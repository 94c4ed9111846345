/** A language for tests: English between brackets, written from right to left. What is shown without brackets has escaped the catalogue. */
import { english } from '../../src/loc/english';
import type { Language } from '../../src/loc/language';

export const pseudoTag = 'ar-XB';

/** The language that a loader brings: its words are made from English, so it never lacks any. */
export function pseudoLanguage(): Language {
  // Bracketed keeps every place and parameter, which the compiler cannot follow through a mapping at run time.
  const strings = bracketed(english.strings) as Language['strings'];
  const { pluralCategories } = new Intl.PluralRules(pseudoTag).resolvedOptions();
  return { tag: pseudoTag, direction: 'rtl', pluralCategories, strings };
}

function bracketed(words: unknown): unknown {
  if (typeof words === 'string') return `⟦${words}⟧`;
  if (typeof words === 'function') return (...parameters: unknown[]) => `⟦${String(words(...parameters))}⟧`;
  if (Array.isArray(words)) return words.map(bracketed);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, bracketed(value)]));
}
