import { distance } from 'fastest-levenshtein';
import { requiredHeaders, type Table } from './tables';

export interface HeaderProblem {
  readonly code: 'PKG-03';
  readonly line: 1;
  readonly column: string;
  readonly message: string;
}

/**
 * Columns that are missing, written differently or there twice. A column that restricts has to be there unless bundle.json says that the
 * school does not use it: without it every cell would read as 'not restricted'.
 * @param header in lower case
 */
export function headerProblems(header: readonly string[], unused: readonly string[], table: Table): readonly HeaderProblem[] {
  const problem = (column: string, message: string): HeaderProblem => ({ code: 'PKG-03', line: 1, column, message });
  const missing = Object.entries(table.columns).filter(([name]) => !header.includes(name.toLowerCase()));
  const repeated = Object.keys(table.columns).filter((name) => header.filter((cell) => cell === name.toLowerCase()).length > 1);
  return [
    ...missing.flatMap(([name, { need, restricts }]) => {
      if (isMisspelt(header, name)) return [problem(name, 'The name of the column is written differently, or holds invisible characters.')];
      if (need === 'required' || requiredHeaders[table.file]?.includes(name))
        return [problem(name, `The column is missing.${likelyOne(header, name, table)}`)];
      if (!restricts || unused.some((each) => each.toLowerCase() === name.toLowerCase())) return [];
      return [
        problem(
          name,
          `The column is missing, and it restricts who sees what.${likelyOne(header, name, table)} Where the school does not use it, bundle.json has to say so ("unused").`,
        ),
      ];
    }),
    ...repeated.map((name) => problem(name, 'The column is there more than once.')),
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
