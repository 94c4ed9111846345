import type { StoredValues } from './field';

export type ItemKind = 'item' | 'file' | 'folder';

/** Approval: 0 approved, 1 denied, 2 pending, 3 draft. SPModerationStatusType. */
export type Moderation = 0 | 1 | 2 | 3;

/** A row, a folder or a file of a list. */
export interface Item {
  readonly list: number;
  readonly id: number;
  readonly guid: string;
  readonly kind: ItemKind;
  /** Server-relative address of the folder it lies in. */
  readonly dir: string;
  readonly leaf: string;
  readonly scope: number;
  readonly contentType: string;
  readonly author: number;
  readonly editor: number;
  readonly created: string;
  readonly modified: string;
  /** Counts every write: the ETag. */
  readonly version: number;
  /** 512 is version 1.0. */
  readonly uiVersion: number;
  readonly moderation: Moderation;
  readonly checkedOut: number | null;
  readonly attachments: number;
  /** Bytes of a file. */
  readonly size: number;
  readonly data: StoredValues;
  /** What readers see while a newer draft waits: the values at the last published version. */
  readonly published: StoredValues | null;
}

export function pathOf(item: Pick<Item, 'dir' | 'leaf'>): string {
  return `${item.dir}/${item.leaf}`;
}

/** The item as a reader sees it while a newer draft waits. */
export function asPublished(item: Item): Item | undefined {
  return item.published === null
    ? undefined
    : { ...item, data: item.published, moderation: 0, uiVersion: item.uiVersion - (item.uiVersion % 512) };
}

/** Whether this is what {@link asPublished} made. */
export function showsPublished(item: Item): boolean {
  return item.published !== null && item.data === item.published;
}

/** `"<guid>,<version>"`, the ETag header (docs/sharepoint-facts.md, A2). */
export function etagOf(item: Item): string {
  return `"${item.guid},${item.version}"`;
}
