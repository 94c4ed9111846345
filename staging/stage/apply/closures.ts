import { adultHomeList } from '../../../src/lists/pupilLists';
import { deleteItem, updateItem } from '../../site/items';
import { removeMember } from '../../site/groups';
import { revoke } from '../../site/scopes';
import type { Plan } from '../plan/plan';
import { fieldsOf } from './rows';
import type { Work, Writer } from './writer';

/**
 * What ends access, before all else: grants that are no longer right, members of groups that are no longer theirs, rows where others
 * could read them, what adults without access were told about their children. Throws StageRefused where something stays open.
 */
export async function applyClosures(plan: Plan, losing: ReadonlySet<string>, writer: Writer): Promise<void> {
  const removals = plan.scopes.removals.map(({ list, itemId, principalId, levelId }): Work<unknown> => ({
    key: `${list.name} ${itemId}`, operation: revoke({ address: writer.addressOf(list), itemId }, principalId, levelId),
  }));
  const membersOut = plan.groups.membersOut.map(({ groupId, userId }): Work<unknown> => ({ key: `group ${groupId}`, operation: removeMember(groupId, userId) }));
  const misplaced = plan.lists.flatMap(({ list, misplaced: rows }) => rows.map((row): Work<unknown> => ({
    key: row.key, operation: deleteItem(writer.addressOf(list), row.id),
  })));
  await writer.writeAll('Closing access', [...removals, ...membersOut, ...misplaced, ...shrunkAdultHomes(plan, losing, writer)]);
}

/** Rows of Adult Home: deleted for adults without access, rewritten first for those who lose a child or an area. */
function shrunkAdultHomes(plan: Plan, losing: ReadonlySet<string>, writer: Writer): readonly Work<unknown>[] {
  const adultHomes = plan.lists.find(({ list }) => list.name === adultHomeList.name);
  const address = writer.addressOf(adultHomeList);
  return [
    ...(adultHomes?.deletes ?? []).map(row => ({ key: row.key, operation: deleteItem(address, row.id) })),
    ...(adultHomes?.updates ?? []).filter(({ row }) => losing.has(row.key))
      .map(({ id, row }) => ({ key: row.key, operation: updateItem(address, id, fieldsOf(row)) })),
  ];
}
