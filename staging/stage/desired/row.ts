import { contentHash } from '../hash';

export type FieldValue = string | number | boolean | null | { readonly Url: string; readonly Description: string };

/** A row as it should stand in a list. */
export interface Row {
  /** Value of the list's key column. */
  readonly key: string;
  /** Below the list's root, without outer slash: '<pupil key>/<area>'. Empty for the root. */
  readonly folder: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly hash: string;
}

/** The row with its hash over all its fields, but for those beside the content. */
export function row(
  key: string, folder: string, fields: Readonly<Record<string, FieldValue>>, beside: Readonly<Record<string, FieldValue>> = {},
): Row {
  return { key, folder, fields: { ...fields, ...beside }, hash: contentHash(fields) };
}
