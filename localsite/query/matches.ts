import type { Condition, FieldPath, FieldValue } from './condition';

/** Whether a row meets a settled condition (see `settle`), as SharePoint compares. */
export function matches(condition: Condition, readField: (field: FieldPath) => FieldValue): boolean {
  throw new Error('not written yet');
}

/** Negative, zero or positive, as SharePoint sorts: empty first, text without regard to case. */
export function compareForOrder(left: FieldValue, right: FieldValue): number {
  throw new Error('not written yet');
}
