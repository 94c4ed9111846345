import type { Condition, FieldPath, Ordering } from './condition';

/** What decides whether a query may run in a large list. */
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
  throw new Error('not written yet');
}

/** CAML: `firstRowsById` means only the first `threshold` rows by id are examined and the answer is silently short. */
export function judgeCaml(question: ThresholdQuestion): 'served' | 'firstRowsById' | 'refused' {
  throw new Error('not written yet');
}
