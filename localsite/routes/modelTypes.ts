import type { Complex, ValueList } from '../wire/renderAnswer';
import type { Json, JsonObject } from '../wire/json';

/** A thing as SharePoint describes it, before `$select` and `$expand`. */
export interface Model {
  readonly type: string;
  readonly set?: string;
  readonly id?: string;
  readonly etag?: string;
  /** Relative to `_api/`. */
  readonly editLink: string;
  readonly properties: JsonObject;
  /** Properties that come only when selected, since they cost something. */
  readonly onRequest?: Readonly<Record<string, () => Json>>;
  readonly navigation?: Readonly<Record<string, () => Expanded>>;
}

export interface ModelSet {
  readonly set: string;
  readonly models: readonly Model[];
}

export type Expanded = Model | ModelSet | ValueList | Complex | null;
