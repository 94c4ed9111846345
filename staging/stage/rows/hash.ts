import { createHash } from 'node:crypto';

/** SHA-256 of values in the order of their names: says whether a row on the site is what it should be without reading it whole. */
export function contentHash(fields: Readonly<Record<string, unknown>>): string {
  const sorted = Object.keys(fields)
    .sort()
    .map((name) => [name, fields[name] ?? null]);
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}

/** An id for a row that a parent may see, made of ids that they may not. */
export function opaqueId(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
