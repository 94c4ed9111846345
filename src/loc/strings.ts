import { en } from './en';

/** A catalogue's shape: texts may differ, places and parameters may not. */
type Words<T> = T extends (...parameters: infer Parameters) => string
  ? (...parameters: Parameters) => string
  : T extends string
    ? string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof T]: Words<T[Key]> };

export type Strings = Words<typeof en>;

export interface Language {
  /** For Intl: 'en-GB'. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly strings: Strings;
}

const english: Language = { tag: 'en-GB', direction: 'ltr', strings: en };

/** The language of a page's culture ('en-gb', 'en-us'); English where we have no other. */
export function languageOf(_culture: string): Language {
  return english;
}
