import type { Condition, FieldPath, Ordering } from './condition';

/** The query options of an OData request; everything absent is empty or undefined. */
export interface ODataQuery {
  /** Empty when `$select` is absent; `['*']` is kept as a path. */
  readonly select: readonly FieldPath[];
  readonly expand: readonly FieldPath[];
  readonly filter?: Condition;
  readonly orderBy: readonly Ordering[];
  readonly top?: number;
  /** SharePoint ignores it for list items (A6). */
  readonly skip?: number;
  /** Opaque; see `parseSkipToken`. */
  readonly skipToken?: string;
}

/** Reads the query options. Throws SharePointError (400 InvalidClientQueryException) for what SharePoint refuses. */
export function parseODataQuery(parameters: URLSearchParams): ODataQuery {
  throw new Error('not written yet');
}
