/** How a language counts and joins. The browser knows each language's rules (Intl); a catalogue brings the words for each case. */

export interface Grammar<Category extends Intl.LDMLPluralRule> {
  /** For the number and for it alone: 1,200 and whatever digits the language writes. */
  number(value: number): string;
  /** The form that the number takes in this language, with '#' replaced by the number. */
  plural(count: number, forms: PluralForms<Category>): string;
  /** 'Jane', 'Jane and Tom', 'Jane, Tom and Ali'. */
  and(names: readonly string[]): string;
  /** Things side by side: 'PE kit, trainers, soup'. */
  things(names: readonly string[]): string;
}

/** A text for each of the language's plural categories. A missing one does not compile. */
export type PluralForms<Category extends Intl.LDMLPluralRule> = Readonly<Record<Category | 'other', string>>;

/**
 * @param tag the language, for Intl: 'en-GB'
 * @param categories all plural categories of the language; a test compares them with what Intl says
 */
export function grammarOf<Category extends Intl.LDMLPluralRule>(tag: string, categories: readonly Category[]): Grammar<Category> {
  const [numbers, rules] = [new Intl.NumberFormat(tag), new Intl.PluralRules(tag)];
  const [conjunction, unit] = [
    new Intl.ListFormat(tag, { type: 'conjunction' }),
    new Intl.ListFormat(tag, { type: 'unit', style: 'short' }),
  ];
  const categoryOf = (count: number): Category | 'other' => {
    const selected = rules.select(count);
    return categories.find((category) => category === selected) ?? 'other';
  };
  return {
    number: (value) => numbers.format(value),
    plural: (count, forms) => forms[categoryOf(count)].replace('#', () => numbers.format(count)),
    and: (names) => conjunction.format(names),
    things: (names) => unit.format(names),
  };
}
