import { adultHomeList } from '../../../src/lists/adultHome';
import type { Operation } from '../../site/batch';
import { addFolder, addItem, updateItem } from '../../site/items';
import { breakInheritance, grant, revoke, type Securable } from '../../site/scopes';
import type { NewFolder } from '../plan/folders';
import type { ListDiff } from '../plan/listDiff';
import type { ScopeChange } from '../plan/scopes';
import { scopeName, type CurrentState } from '../currentState/currentState';
import type { SitePrincipals } from '../currentState/principals';
import type { AdultIds } from './groups';
import { fieldsOf } from './rows';
import type { BatchWriter } from './batchWriter';

/** Ids of folders and Adult Home rows, by list name and path: '<list name>:<path>'. */
export type ItemIdsByPath = Map<string, number>;

export function itemIdsByPathOf(currentState: CurrentState): ItemIdsByPath {
  return new Map([
    ...currentState.pupilHome.folders.map((folder) => [`PupilHome:${folder.path}`, folder.id] as const),
    ...currentState.pupilRecords.folders.map((folder) => [`PupilRecords:${folder.path}`, folder.id] as const),
    ...currentState.adultHome.rows.map((row) => [`${adultHomeList.name}:${row.key}`, row.id] as const),
  ]);
}

/** Folders of pupils first, then those of their areas. New ones inherit from their closed list: nobody but owners and the publisher. */
export async function applyFolders(folders: readonly NewFolder[], itemIdsByPath: ItemIdsByPath, writer: BatchWriter): Promise<void> {
  for (const level of [folders.filter(({ parent }) => parent === ''), folders.filter(({ parent }) => parent !== '')]) {
    const made = await writer.write(
      'Creating folders',
      level.map((folder) => ({
        key: placeOf(folder),
        operation: addFolder(writer.addressOf(folder.list), folder.parent, folder.name),
      })),
    );
    level.forEach((folder, index) => {
      const id = made[index];
      if (id !== undefined) itemIdsByPath.set(placeOf(folder), id);
    });
  }
}

function placeOf({ list, parent, name }: NewFolder): string {
  return `${list.name}:${parent === '' ? name : `${parent}/${name}`}`;
}

/** Rows of Adult Home: made in the closed list, so that nobody reads them until their scope follows. */
export async function applyAdultHomes(
  plan: ListDiff,
  ids: AdultIds,
  itemIdsByPath: ItemIdsByPath,
  losing: ReadonlySet<string>,
  writer: BatchWriter,
): Promise<void> {
  const address = writer.addressOf(adultHomeList);
  const withAdult = (key: string) => ({ AdultId: ids.users.get(key) ?? null });
  const made = await writer.write(
    'Writing Adult Home',
    plan.create.map((row) => ({
      key: row.key,
      operation: addItem(address, { ...fieldsOf(row), ...withAdult(row.key) }),
    })),
  );
  plan.create.forEach((row, index) => {
    const id = made[index];
    if (id !== undefined) itemIdsByPath.set(`${adultHomeList.name}:${row.key}`, id);
  });
  const update = plan.update.filter(({ row }) => !losing.has(row.key) || ids.joined.has(row.key));
  await writer.write(
    'Updating Adult Home',
    update.map(({ id, row }) => ({
      key: row.key,
      operation: updateItem(address, id, { ...fieldsOf(row), ...withAdult(row.key) }),
    })),
  );
}

/**
 * Two rounds, because any part of a batch may fail alone. First the scope is closed and owners and the publisher are let in. Only where
 * all of that is known to stand, adults follow, and the caller's own grant goes last: a folder that the publisher cannot see could never
 * be closed again. Whatever fails, the scope is closed or right, and the next run sees what it lacks.
 */
export async function applyScopes(
  plans: readonly ScopeChange[],
  ids: AdultIds,
  itemIdsByPath: ItemIdsByPath,
  principals: SitePrincipals,
  writer: BatchWriter,
): Promise<void> {
  const targets = plans.flatMap((plan): readonly ScopeTarget[] => {
    const itemId = itemIdsByPath.get(`${plan.list.name}:${plan.path}`);
    return itemId === undefined ? [] : [{ plan, securable: { address: writer.addressOf(plan.list), itemId } }];
  });
  const closing = targets.flatMap((target) =>
    closingWork(target, principals).map((operation) => ({ target, key: nameOf(target), operation })),
  );
  const outcomes = await writer.writeEach('Closing folders and rows', closing);
  const failed = new Set(closing.filter((_, index) => !outcomes[index]?.ok).map(({ target }) => target));
  await writer.write(
    'Setting permissions',
    targets
      .filter((target) => !failed.has(target))
      .flatMap((target) => openingWork(target, ids, principals).map((operation) => ({ key: nameOf(target), operation }))),
  );
}

interface ScopeTarget {
  readonly plan: ScopeChange;
  readonly securable: Securable;
}

function nameOf({ plan, securable }: ScopeTarget): string {
  return scopeName(plan.list, securable.itemId);
}

function closingWork({ plan, securable }: ScopeTarget, { owners, publisher, levels }: SitePrincipals): readonly Operation<unknown>[] {
  return [
    ...(plan.needsBreak ? [breakInheritance(securable)] : []),
    ...(plan.needsOwners ? [grant(securable, owners, levels.fullControl)] : []),
    ...(plan.needsPublisher ? [grant(securable, publisher, levels.fullControl)] : []),
  ];
}

function openingWork({ plan, securable }: ScopeTarget, ids: AdultIds, { caller, levels }: SitePrincipals): readonly Operation<unknown>[] {
  return [
    ...plan.adultKeys.flatMap((key) => ids.groups.get(key) ?? []).map((group) => grant(securable, group, levels.parentRead)),
    ...(plan.dropsCaller ? [revoke(securable, caller, levels.fullControl)] : []),
  ];
}
