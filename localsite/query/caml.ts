import type { Condition, Ordering } from './condition';

export type ViewScope = 'default' | 'recursive' | 'recursiveAll' | 'filesOnly';

/** A parsed `<View>`. */
export interface CamlView {
  readonly scope: ViewScope;
  readonly where?: Condition;
  readonly orderBy: readonly Ordering[];
  readonly groupBy: readonly string[];
  readonly viewFields: readonly string[];
  readonly rowLimit?: number;
  readonly paged: boolean;
}

/** Reads a `<View>` (or a bare `<Query>`). Throws SharePointError (400) for bad XML, DOCTYPE and unknown operators. */
export function parseCamlView(xml: string): CamlView {
  throw new Error('not written yet');
}
