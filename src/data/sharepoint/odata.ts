import type { Condition, Filter } from '../filter';

/** A filter as SharePoint's OData wants it. Every value passes through here, so that none can change the question. */
export function odataFilter(filter: Filter): string {
  return filter.map(comparison).join(' and ');
}

function comparison({ column, comparison, value }: Condition): string {
  return `${column} ${comparison} ${literal(value)}`;
}

/** OData 3: a quote within text is doubled; numbers stand bare. */
function literal(value: string | number | null): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `'${value.replace(/'/g, "''")}'`;
  if (!Number.isFinite(value)) throw new RangeError('A filter needs a finite number');
  return String(value);
}
