import { distance } from 'fastest-levenshtein';
import { finding, type Finding } from '../findings/finding';
import { requiredHeaders, type Table } from './tables';

/**
 * Columns that are missing, written differently or there twice. A column that restricts has to be there unless bundle.json says that the
 * school does not use it: without it every cell would read as 'not restricted'.
 * @param header in lower case
 */
export function headerProblems(header: readonly string[], unused: readonly string[], table: Table): readonly Finding[] {
  const at = (column: string) => ({ file: table.file, line: 1, column });
  const missing = Object.entries(table.columns).filter(([name]) => !header.includes(name.toLowerCase()));
  const repeated = Object.keys(table.columns).filter((name) => header.filter((cell) => cell === name.toLowerCase()).length > 1);
  return [
    ...missing.flatMap(([name, { need, restricts }]) => {
      if (isMisspelt(header, name)) return [finding('PKG-22', at(name))];
      const hint = likelyOne(header, name, table);
      if (need === 'required' || requiredHeaders[table.file]?.includes(name)) return [finding('PKG-03', at(name), { hint })];
      const isUnused = unused.some((each) => each.toLowerCase() === name.toLowerCase());
      return restricts && !isUnused ? [finding('PKG-23', at(name), { hint })] : [];
    }),
    ...repeated.map((name) => finding('PKG-24', at(name))),
  ];
}

/** A column that is not found would read as blank in every row, and blank may mean 'not restricted'. */
function isMisspelt(header: readonly string[], name: string): boolean {
  return header.some((cell) => lettersOf(cell) === name.toLowerCase());
}

function lettersOf(cell: string): string {
  return cell.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Of the columns that nobody knows, the one whose name is most like it; a single one is it, whatever it is called. */
function likelyOne(header: readonly string[], name: string, table: Table): string {
  const known = new Set([...Object.keys(table.columns), ...table.ignored].map((each) => each.toLowerCase()));
  const strangers = header.filter((cell) => cell !== '' && !known.has(cell));
  // A file without a header begins with somebody's data, which must not be told.
  if (strangers.length >= header.filter((cell) => known.has(cell)).length) return '';
  const unlike = (cell: string) => distance(lettersOf(cell), name.toLowerCase()) / Math.max(cell.length, name.length);
  const [best] = [...strangers].sort((a, b) => unlike(a) - unlike(b));
  if (best === undefined || (strangers.length > 1 && unlike(best) > 0.6)) return '';
  return ` '${best.slice(0, 40)}' may be the one, under another name.`;
}
