import type { Comparison, Condition, FieldPath, Ordering } from './condition';

/** What decides whether a query may run in a large list (A12). */
export interface ThresholdQuestion {
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
export function judgeOData(question: ThresholdQuestion): 'served' | 'refused' {
  if (question.rowCount <= question.threshold) return 'served';
  if (question.condition !== undefined) return isSelective(question.condition, question) ? 'served' : 'refused';
  return question.orderBy.every(({ field }) => hasIndex(field, question)) ? 'served' : 'refused';
}

/**
 * CAML: `firstRowsById` means only the first `threshold` rows by id are examined and the answer is silently short.
 * Ordering by an unindexed column is "500 or fallback" in the measurements; refusing is the answer that shows the mistake.
 */
export function judgeCaml(question: ThresholdQuestion): 'served' | 'firstRowsById' | 'refused' {
  if (question.rowCount <= question.threshold) return 'served';
  if ((question.groupBy ?? []).length > 0) return 'refused';
  if (question.condition !== undefined) return isSelective(question.condition, question) ? 'served' : 'firstRowsById';
  return question.orderBy.every(({ field }) => hasIndex(field, question)) ? 'served' : 'refused';
}

/** One indexed part that is small enough makes an `and` small enough; an `or` needs it of every branch. */
function isSelective(condition: Condition, question: ThresholdQuestion): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.parts.some((part) => isSelective(part, question));
    case 'any':
      return condition.parts.length > 0 && condition.parts.every((part) => isSelective(part, question));
    case 'not':
      return false;
    case 'compare':
      return usesIndex(condition, question) && question.countMatches(condition) <= question.threshold;
  }
}

/** An `In` of more than 60 values counts as unindexed (A9); a text in the middle and a part of a date cannot use an index. */
function usesIndex(test: Comparison, question: ThresholdQuestion): boolean {
  if (!hasIndex(test.field, question)) return false;
  if (test.operator === 'in') return test.values.length <= 60;
  return test.operator !== 'contains' && !('datePart' in test && test.datePart !== undefined);
}

function hasIndex(field: FieldPath, question: ThresholdQuestion): boolean {
  return (field.length === 1 && field[0]?.toLowerCase() === 'id') || question.isIndexed(field);
}
