import type { Json } from './json';

/** One value in the brackets of a call. */
export type Argument =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'guid'; readonly value: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'json'; readonly value: Json };

/** One step of a path: `items(5)`, `getbytitle('Notices')`, `$value`. */
export interface Segment {
  /** Lower-cased. */
  readonly name: string;
  /** As it was written, for error texts. */
  readonly written: string;
  readonly arguments: readonly Argument[];
  /** Named arguments by lower-cased name. */
  readonly named: Readonly<Record<string, Argument>>;
  /** False for `items`, true for `items()` and `items(5)`. */
  readonly isCall: boolean;
}

/**
 * Parses what follows `_api/` in a URL (still percent-encoded, without the query string). Aliases such as `@p1` are
 * looked up in the query string. Throws SharePointError (400) for what cannot be read.
 */
export function parseApiPath(path: string, parameters: URLSearchParams): readonly Segment[] {
  throw new Error('not written yet');
}
