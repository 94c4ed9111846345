import type { Comparison, Condition, FieldPath, Ordering } from './condition';

/** What a query costs: it decides whether the query may run in a large list (docs/sharepoint-facts.md, A12). */
export interface QueryCost {
  readonly condition?: Condition;
  readonly orderBy: readonly Ordering[];
  readonly groupBy?: readonly string[];
  /** Rows the query would look at before any condition (the list, or the folder it is limited to). */
  readonly rowCount: number;
  /** 5,000 on SharePoint Online. */
  readonly threshold: number;
  /** `ID` counts as indexed without being asked. */
  readonly isIndexed: (field: FieldPath) => boolean;
  /** Rows that match one comparison. */
  readonly countMatches: (part: Condition) => number;
}

/** OData: refused means SharePointError listViewThreshold (500, -2147024860). */
export function evaluateODataThreshold(cost: QueryCost): 'served' | 'refused' {
  if (cost.rowCount <= cost.threshold) return 'served';
  if (cost.condition !== undefined) return isSelective(cost.condition, cost) ? 'served' : 'refused';
  return cost.orderBy.every(({ field }) => hasIndex(field, cost)) ? 'served' : 'refused';
}

/**
 * CAML: `firstRowsById` means only the first `threshold` rows by id are examined and the answer is silently short.
 * Ordering by an unindexed column is "500 or fallback" in the measurements; refusing is the answer that shows the mistake.
 */
export function evaluateCamlThreshold(cost: QueryCost): 'served' | 'firstRowsById' | 'refused' {
  if (cost.rowCount <= cost.threshold) return 'served';
  if ((cost.groupBy ?? []).length > 0) return 'refused';
  if (cost.condition !== undefined) return isSelective(cost.condition, cost) ? 'served' : 'firstRowsById';
  return cost.orderBy.every(({ field }) => hasIndex(field, cost)) ? 'served' : 'refused';
}

/** One indexed part that is small enough makes an `and` small enough; an `or` needs it of every branch. */
function isSelective(condition: Condition, cost: QueryCost): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.parts.some((part) => isSelective(part, cost));
    case 'any':
      return condition.parts.length > 0 && condition.parts.every((part) => isSelective(part, cost));
    case 'not':
      return false;
    case 'compare':
      return usesIndex(condition, cost) && cost.countMatches(condition) <= cost.threshold;
  }
}

/**
 * An `In` of more than 60 values counts as unindexed (docs/sharepoint-facts.md, A9); a text in the middle and a part of a date cannot use
 * an index.
 */
function usesIndex(test: Comparison, cost: QueryCost): boolean {
  if (!hasIndex(test.field, cost)) return false;
  if (test.operator === 'in') return test.values.length <= 60;
  return test.operator !== 'contains' && !('datePart' in test && test.datePart !== undefined);
}

function hasIndex(field: FieldPath, cost: QueryCost): boolean {
  return (field.length === 1 && field[0]?.toLowerCase() === 'id') || cost.isIndexed(field);
}
