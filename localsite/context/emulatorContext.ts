import type { Database } from './database';
import type { Field } from '../objects/field';
import type { List } from '../objects/list';
import type { Web } from '../objects/web';

/** What was read from the database and stays true until a write of its kind; always safe to drop. */
export interface Cache {
  readonly webs: Map<string, Web | undefined>;
  readonly lists: Map<string, readonly List[]>;
  readonly fields: Map<number, readonly Field[]>;
  /** Rows in a list, by its number. */
  readonly counts: Map<number, number>;
  /** Mask by `<site>/<principal>` and scope. */
  readonly masks: Map<string, Map<number, bigint>>;
}

/** What every part of the local site needs: the database, the time, the threshold and the cache. */
export interface EmulatorContext {
  readonly db: Database;
  readonly clock: () => Date;
  /** 5,000 on SharePoint Online; smaller in tests. */
  readonly threshold: number;
  readonly cache: Cache;
  /** What the tenant's admin has set for the whole tenant, by key. */
  readonly tenantProperties: Readonly<Record<string, string>>;
  /** Told of an error that nobody expected; the caller gets a plain 500. */
  readonly report: (error: unknown) => void;
}

export function createCache(): Cache {
  return { webs: new Map(), lists: new Map(), fields: new Map(), counts: new Map(), masks: new Map() };
}

/** After a change to webs, lists or fields, and after a rollback. */
export function invalidateStructure(emulator: EmulatorContext): void {
  emulator.cache.webs.clear();
  emulator.cache.lists.clear();
  emulator.cache.fields.clear();
  emulator.cache.counts.clear();
  invalidateSecurity(emulator);
}

/** After a change to roles, assignments, scopes or memberships. */
export function invalidateSecurity(emulator: EmulatorContext): void {
  emulator.cache.masks.clear();
}

/** Now, as SharePoint stores it: UTC to the second. */
export function nowText(emulator: EmulatorContext): string {
  return `${emulator.clock().toISOString().slice(0, 19)}Z`;
}
