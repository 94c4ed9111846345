import type { Field } from './field';

const refused: ReadonlySet<string> = new Set(['Note', 'MultiChoice', 'Calculated', 'Computed', 'URL', 'File', 'Attachments', 'Counter']);

/** Types an index may be set on (docs/sharepoint-facts.md, A12, measured): refused for several values and for long text. */
export function canBeIndexed(field: Field): boolean {
  return !refused.has(field.type);
}

/** A unique column implies an index. */
export function isIndexed(field: Field): boolean {
  return canBeIndexed(field) && (field.settings.indexed === true || field.settings.unique === true);
}
