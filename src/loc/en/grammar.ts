import { grammarOf } from '../grammar';

export const tag = 'en-GB';

export const pluralCategories = ['one', 'other'] as const;

export const { number, plural, and, things } = grammarOf(tag, pluralCategories);
