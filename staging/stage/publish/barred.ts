import { accessList } from '../../../src/lists/access';
import { adultHomeList } from '../../../src/lists/adultHome';
import { pupilHomeList } from '../../../src/lists/pupilHome';
import { pupilRecordsList } from '../../../src/lists/pupilRecords';
import type { ListDefinition } from '../../../src/lists/define';
import type { Plan } from '../plan/plan';
import type { ListDiff } from '../plan/listDiff';

/** Whom nothing may be written about, nor opened for, while somebody reads who should be shut out. By opaque key. */
export interface Barred {
  readonly pupils: ReadonlySet<string>;
  readonly adults: ReadonlySet<string>;
}

export function allBarred(barred: readonly Barred[]): Barred {
  return {
    pupils: new Set(barred.flatMap(({ pupils }) => [...pupils])),
    adults: new Set(barred.flatMap(({ adults }) => [...adults])),
  };
}

/** The plan without what has to wait. What only takes away goes on. */
export function withoutBarred(plan: Plan, barred: Barred): Plan {
  const isFree = (path: string) => !barred.pupils.has(path.replace(/\/.*/, ''));
  return {
    ...plan,
    scopes: {
      ...plan.scopes,
      scopes: plan.scopes.scopes.filter(({ list, path }) => (list.name === adultHomeList.name ? !barred.adults.has(path) : isFree(path))),
    },
    groups: { ...plan.groups, groups: plan.groups.groups.filter(({ adultKey }) => !barred.adults.has(adultKey)) },
    folders: plan.folders.filter(({ parent, name }) => isFree(parent === '' ? name : parent)),
    lists: plan.lists.map((each) => withoutBarredRows(each, barred)),
  };
}

function withoutBarredRows(plan: ListDiff, barred: Barred): ListDiff {
  const mayWrite = (row: Place) => !isBarred(plan.list, row, barred);
  return {
    ...plan,
    create: plan.create.filter(mayWrite),
    update: plan.update.filter(({ row }) => mayWrite(row)),
    // What Access says of a pair is what the site still does: the next run must see that it has to close.
    delete: plan.list.name === accessList.name ? plan.delete.filter(mayWrite) : plan.delete,
  };
}

interface Place {
  readonly key: string;
  readonly folder: string;
}

function isBarred(list: ListDefinition, { key, folder }: Place, { pupils, adults }: Barred): boolean {
  if (list.name === pupilHomeList.name || list.name === pupilRecordsList.name) return pupils.has(folder.replace(/\/.*/, ''));
  if (list.name === adultHomeList.name) return adults.has(key);
  const [adult = '', pupil = ''] = list.name === accessList.name ? key.split('.') : [];
  return adults.has(adult) || pupils.has(pupil);
}
