import { en } from './en';
import { pluralCategories, tag } from './en/grammar';
import type { Language } from './language';

export const english: Language = { tag, direction: 'ltr', pluralCategories, strings: en };
