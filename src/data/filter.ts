/** Which rows of a list are asked for. */

export type Comparison = 'eq' | 'ne' | 'ge' | 'le';

export interface Condition {
  readonly column: string;
  readonly comparison: Comparison;
  readonly value: string | number | null;
}

/** Every condition has to hold. SharePoint answers from the index of the first column: the one that leaves the fewest rows comes first. */
export type Filter = readonly Condition[];

export function where(column: string, comparison: Comparison, value: string | number | null): Condition {
  return { column, comparison, value };
}
