import type { EmulatorContext } from '../context/emulatorContext';
import { findField } from '../store/fields';
import { findItem } from '../store/items';
import type { Item } from '../objects/item';
import { findListById } from '../store/lists';
import type { List } from '../objects/list';
import { findPrincipal, type Principal } from '../store/principals';
import type { Web } from '../objects/web';
import { isPerson, type Field, type Stored } from '../objects/field';
import { readStored } from '../objects/readStored';

/** Rows that people and lookup columns point to, remembered for the length of one request. */
export interface References {
  readonly person: (id: number) => Principal | undefined;
  readonly target: (field: Field, id: number) => { readonly list: List; readonly item: Item } | undefined;
  /** What the column shows for an id: a person's name, the target's shown column. Empty when the target is gone. */
  readonly text: (field: Field, id: number) => string;
}

/**
 * A lookup shows its target's value to whoever reads the row, whether or not they may read the target: SharePoint's
 * behaviour is unsettled (docs/sharepoint-facts.md, F2), so this is the worst case.
 */
export function createReferences(emulator: EmulatorContext, web: Web): References {
  const people = new Map<number, Principal | undefined>();
  const targets = new Map<string, { readonly list: List; readonly item: Item } | undefined>();
  const person = (id: number): Principal | undefined => {
    if (!people.has(id)) people.set(id, findPrincipal(emulator, web.site, id));
    return people.get(id);
  };
  const target = (field: Field, id: number): { readonly list: List; readonly item: Item } | undefined => {
    const key = `${field.list}/${field.name}/${id}`;
    if (!targets.has(key)) targets.set(key, findTarget(emulator, web, field, id));
    return targets.get(key);
  };
  const text = (field: Field, id: number): string => {
    if (isPerson(field)) return person(id)?.title ?? '';
    const found = target(field, id);
    const shown = found && findField(emulator, found.list, field.settings.lookupField ?? 'Title');
    return found && shown ? plainText(readStored(shown, found.item)) : '';
  };
  return { person, target, text };
}

function findTarget(
  emulator: EmulatorContext,
  web: Web,
  field: Field,
  id: number,
): { readonly list: List; readonly item: Item } | undefined {
  const list = findListById(emulator, web, field.settings.lookupList ?? '');
  const item = list && findItem(emulator, list, id);
  return list && item ? { list, item } : undefined;
}

function plainText(stored: Stored): string {
  if (stored === null) return '';
  if (typeof stored === 'object') return JSON.stringify(stored);
  return String(stored);
}
