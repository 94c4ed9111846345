import type { GlossaryEntry } from '../domain/results';
import { note, shared, text } from './define';
import { filledTextCell, meaning, optionalTextCell, rowOf, textCell } from './row';

/** Typed by staff. Title is the term: an aspect of results, 'Effort'. */
export const glossaryList = shared({
  name: 'Glossary',
  title: 'Glossary',
  description: "What the school's words mean.",
  fields: [
    /** A value on the term's scale: '6', 'Good'. Empty where the row explains the term itself. */
    text('Value', 'Value'),
    note('Meaning', 'Meaning'),
  ],
});

const row = rowOf(glossaryList, { Title: filledTextCell, Value: optionalTextCell, Meaning: textCell });

export const glossaryRow = meaning(row, ({ Title, Value, Meaning }): GlossaryEntry => ({ term: Title, value: Value, meaning: Meaning }));
