import { adultHomeList } from '../../../src/lists/pupilLists';
import type { Operation } from '../../site/batch';
import { addFolder, addItem, updateItem } from '../../site/items';
import { breakInheritance, grant, revoke } from '../../site/scopes';
import type { FolderPlan } from '../plan/plan';
import type { ListPlan } from '../plan/rows';
import type { ScopePlan } from '../plan/scopes';
import { scopeName, type Present } from '../present/present';
import type { Principals } from '../present/principals';
import type { AdultIds } from './groups';
import { fieldsOf } from './rows';
import type { Work, Writer } from './writer';

/** Ids of folders and Adult Home rows, by list name and path: '<list name>:<path>'. */
export type Places = Map<string, number>;

export function placesOf(present: Present): Places {
  return new Map([
    ...present.pupilHome.folders.map(folder => [`PupilHome:${folder.path}`, folder.id] as const),
    ...present.pupilRecords.folders.map(folder => [`PupilRecords:${folder.path}`, folder.id] as const),
    ...present.adultHome.rows.map(row => [`${adultHomeList.name}:${row.key}`, row.id] as const),
  ]);
}

/** Folders of pupils first, then those of their areas. New ones inherit from their closed list: nobody but owners and the publisher. */
export async function applyFolders(folders: readonly FolderPlan[], places: Places, writer: Writer): Promise<void> {
  for (const level of [folders.filter(({ parent }) => parent === ''), folders.filter(({ parent }) => parent !== '')]) {
    const made = await writer.write('Creating folders', level.map(({ list, parent, name }) => ({
      key: name, operation: addFolder(writer.addressOf(list), parent, name),
    })));
    level.forEach(({ list, parent, name }, index) => {
      const id = made[index];
      if (id !== undefined) places.set(`${list.name}:${parent === '' ? name : `${parent}/${name}`}`, id);
    });
  }
}

/** Rows of Adult Home: made in the closed list, so that nobody reads them until their scope follows. */
export async function applyAdultHomes(plan: ListPlan, ids: AdultIds, places: Places, losing: ReadonlySet<string>, writer: Writer): Promise<void> {
  const address = writer.addressOf(adultHomeList);
  const withAdult = (key: string) => ({ AdultId: ids.users.get(key) ?? null });
  const made = await writer.write('Writing Adult Home', plan.creates.map(row => ({
    key: row.key, operation: addItem(address, { ...fieldsOf(row), ...withAdult(row.key) }),
  })));
  plan.creates.forEach((row, index) => {
    const id = made[index];
    if (id !== undefined) places.set(`${adultHomeList.name}:${row.key}`, id);
  });
  const updates = plan.updates.filter(({ row }) => !losing.has(row.key) || ids.joined.has(row.key));
  await writer.write('Updating Adult Home', updates.map(({ id, row }) => ({
    key: row.key, operation: updateItem(address, id, { ...fieldsOf(row), ...withAdult(row.key) }),
  })));
}

/** Closes a scope, lets owners and the publisher in, then the adults, and takes the caller's own grant off at the end. */
export async function applyScopes(plans: readonly ScopePlan[], ids: AdultIds, places: Places, principals: Principals, writer: Writer): Promise<void> {
  const work = plans.flatMap(plan => {
    const itemId = places.get(`${plan.list.name}:${plan.path}`);
    return itemId === undefined ? [] : scopeWork(plan, itemId, ids, principals, writer);
  });
  await writer.write('Setting permissions', work);
}

function scopeWork(plan: ScopePlan, itemId: number, ids: AdultIds, { caller, owners, publisher, levels }: Principals, writer: Writer): readonly Work<unknown>[] {
  const securable = { address: writer.addressOf(plan.list), itemId };
  const adults = plan.adultKeys.flatMap(key => ids.groups.get(key) ?? []);
  const operations: readonly Operation<unknown>[] = [
    ...plan.needsBreak ? [breakInheritance(securable)] : [],
    ...plan.needsOwners ? [grant(securable, owners, levels.fullControl)] : [],
    ...plan.needsPublisher ? [grant(securable, publisher, levels.fullControl)] : [],
    ...adults.map(group => grant(securable, group, levels.parentRead)),
    ...plan.dropsCaller ? [revoke(securable, caller, levels.fullControl)] : [],
  ];
  return operations.map(operation => ({ key: scopeName(plan.list, itemId), operation }));
}
