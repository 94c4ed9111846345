import * as React from 'react';
import type { Language } from '../../loc/language';
import { fetchLanguage, languageAtHand, type LanguageLoader } from '../../loc/languages';

/**
 * The language of the page's culture ('en-gb'). Undefined while its words are on their way: show nothing that has words until then.
 * English is there at once, and takes the place of what does not arrive.
 */
export function useLanguage(culture: string, loaders?: Readonly<Record<string, LanguageLoader>>): Language | undefined {
  const [fetched, setFetched] = React.useState<{ readonly culture: string; readonly language: Language }>();
  const atHand = languageAtHand(culture, loaders);
  const isMissing = atHand === undefined;
  React.useEffect(() => {
    let isWanted = true;
    const keep = (language: Language): void => {
      if (isWanted) setFetched({ culture, language });
    };
    if (isMissing) void fetchLanguage(culture, loaders).then(keep);
    return () => {
      isWanted = false;
    };
  }, [culture, loaders, isMissing]);
  return atHand ?? (fetched?.culture === culture ? fetched.language : undefined);
}
