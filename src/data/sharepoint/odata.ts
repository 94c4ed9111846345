/** Filters as SharePoint's OData wants them. Every value passes through here, so that none can change the question. */

export type Comparison = 'eq' | 'ne' | 'ge' | 'le';

/** A condition that is complete and may be joined with others. */
export interface Filter {
  readonly text: string;
}

export function where(field: string, comparison: Comparison, value: string | number | null): Filter {
  return { text: `${field} ${comparison} ${literal(value)}` };
}

export function both(first: Filter, ...others: readonly Filter[]): Filter {
  return { text: [first, ...others].map((filter) => filter.text).join(' and ') };
}

/** OData 3: a quote within text is doubled; numbers stand bare. */
function literal(value: string | number | null): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `'${value.replace(/'/g, "''")}'`;
  if (!Number.isFinite(value)) throw new RangeError('A filter needs a finite number');
  return String(value);
}
