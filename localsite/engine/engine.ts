import type { Database } from '../store/database';
import type { Field } from '../columns/field';
import type { List } from '../store/list';
import type { Web } from '../store/web';

/** What was read from the database and stays true until a write of its kind; always safe to forget. */
export interface Memory {
  readonly webs: Map<string, Web | undefined>;
  readonly lists: Map<string, readonly List[]>;
  readonly fields: Map<number, readonly Field[]>;
  /** Rows in a list, by its number. */
  readonly counts: Map<number, number>;
  /** Mask by `<site>/<principal>` and scope. */
  readonly masks: Map<string, Map<number, bigint>>;
}

/** What every part of the local site needs: the database, the time, the threshold and the memory. */
export interface Engine {
  readonly db: Database;
  readonly clock: () => Date;
  /** 5,000 on SharePoint Online; smaller in tests. */
  readonly threshold: number;
  readonly memory: Memory;
  /** What the tenant's admin has set for the whole tenant, by key. */
  readonly tenantProperties: Readonly<Record<string, string>>;
  /** Told of an error that nobody expected; the caller gets a plain 500. */
  readonly report: (error: unknown) => void;
}

export function createMemory(): Memory {
  return { webs: new Map(), lists: new Map(), fields: new Map(), counts: new Map(), masks: new Map() };
}

/** After a change to webs, lists or fields, and after a rollback. */
export function forgetStructure(engine: Engine): void {
  engine.memory.webs.clear();
  engine.memory.lists.clear();
  engine.memory.fields.clear();
  engine.memory.counts.clear();
  forgetSecurity(engine);
}

/** After a change to roles, assignments, scopes or memberships. */
export function forgetSecurity(engine: Engine): void {
  engine.memory.masks.clear();
}

/** Now, as SharePoint stores it: UTC to the second. */
export function nowText(engine: Engine): string {
  return `${engine.clock().toISOString().slice(0, 19)}Z`;
}
