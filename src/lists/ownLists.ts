/** Lists where each person has rows of their own that nobody else reads. */
import { note, text, type ListDefinition } from './definition';

/** One row per person and purpose. Title is the purpose: 'dashboard'. */
export const preferencesList: ListDefinition = {
  name: 'Preferences',
  title: 'Preferences',
  description: 'How each person likes their pages. Own rows only.',
  access: { kind: 'own rows' },
  hasFolders: false,
  readSecurity: 2,
  writeSecurity: 2,
  fields: [text('Purpose', 'Purpose', { indexed: true }), note('Payload', 'Payload')],
};
