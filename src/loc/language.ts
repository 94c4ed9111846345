/** What a language brings. English is the type that every other must meet. */
import type { en } from './en';

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
  /** For Intl and for the lang attribute: 'en-GB'. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** All plural categories of the language: those for which its catalogue has words. */
  readonly pluralCategories: readonly Intl.LDMLPluralRule[];
  readonly strings: Strings;
}
