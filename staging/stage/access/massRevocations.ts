import { isRestriction } from '../../../src/domain/people/access';
import { relationshipsTable } from '../bundle/tables';
import { finding, type Finding } from '../findings/finding';
import { isBeyond } from '../limits';
import { openStates } from '../currentState/pairStates';
import { nameOf, type Braking, type Ruling } from './ruling';
import type { Waiting } from '../waiting';

/** One link in doubt closes at once. So many at once say that the export is in doubt, and not they: then nothing is done before somebody has looked. */
export function doubtfulRevocations({ states, keys, limits }: Braking, rulings: readonly Ruling[]): readonly Waiting[] {
  const isOpen = ({ contactId, pupilId }: Ruling) => (states.get(nameOf(keys, contactId, pupilId) ?? '')?.areas.length ?? 0) > 0;
  const closing = rulings.filter(
    (ruling) => ruling.areas.length === 0 && !isRestriction(ruling.rule) && !ruling.rule.startsWith('ASK-') && isOpen(ruling),
  );
  const open = openStates(states).length;
  if (!isBeyond(limits.links, closing.length, open)) return [];
  const rules = [...new Set(closing.map(({ rule }) => rule))].sort().join(', ');
  const asked = finding('ASK-17', { file: relationshipsTable.file }, { closing: closing.length, open, rules });
  return [
    {
      key: JSON.stringify(['ASK-17', closing.map(({ contactId, pupilId, rule }) => [contactId, pupilId, rule]).sort()]),
      effect: 'closes',
      stops: true,
      words: asked.message,
      finding: asked,
    },
  ];
}

/** Closures that the export states go on, however many. So many in one night are worth reading all the same. */
export function massRevocations({ states, keys, limits }: Braking, rulings: readonly Ruling[]): readonly Finding[] {
  const closing = rulings.filter(
    ({ areas, rule, contactId, pupilId }) =>
      areas.length === 0 && isRestriction(rule) && (states.get(nameOf(keys, contactId, pupilId) ?? '')?.areas.length ?? 0) > 0,
  );
  const open = openStates(states).length;
  if (!isBeyond(limits.links, closing.length, open)) return [];
  const rules = [...new Set(closing.map(({ rule }) => rule))].sort().join(', ');
  return [finding('REL-12', { file: relationshipsTable.file }, { closing: closing.length, open, rules })];
}
