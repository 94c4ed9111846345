import { adultGroupTitle } from '../../../src/lists/permissions';
import { accountAddress } from '../../site/groups';
import type { CurrentState } from './currentState';

/** The address of the account in each adult's group, by adult key. */
export function accountsOf({ principals }: Pick<CurrentState, 'principals'>): ReadonlyMap<string, string> {
  return new Map(
    [...principals.adultGroups.values()].flatMap(({ title, members }) => {
      const [member] = members;
      return member && members.length === 1 ? [[title.slice(adultGroupTitle('').length), accountAddress(member)] as const] : [];
    }),
  );
}
