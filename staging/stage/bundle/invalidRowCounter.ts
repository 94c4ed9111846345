import { kindOfCode } from '../findings/catalogue';
import { finding, type Finding } from '../findings/finding';
import type { CsvRow } from './csvRecords';

/** A file of which more than a fifth, and more than five rows, cannot be used is not believed: it is damaged, and its good rows may be too. */
const maxShare = 0.2;
const maxRows = 5;

export interface InvalidRowCounter {
  /** @param meaningless columns that say nothing the access rules know, though nothing is found yet */
  take(row: CsvRow, findings: readonly Finding[], meaningless: readonly string[], placeOf: (column: string) => number): void;
  /** One where the file is not to be believed. */
  problem(rows: number): readonly Finding[];
}

interface Kind {
  count: number;
  readonly column: string;
  readonly shape: string;
  readonly lines: number[];
}

/** Counts the rows of a file that cannot be used, by column and kind of value. */
export function countInvalidRows(file: string): InvalidRowCounter {
  const kinds = new Map<string, Kind>();
  let bad = 0;
  return {
    take: (row, findings, meaningless, placeOf) => {
      const invalid = findings.filter(({ code }) => kindOfCode(code).isInvalidRow).map(({ column }) => column ?? '');
      const columns = new Set([...invalid, ...meaningless]);
      if (columns.size > 0) bad += 1;
      for (const column of columns) {
        const shape = column === '' ? 'broken rows' : shapeOf(row.cells[placeOf(column)] ?? '');
        const kind = kinds.get(`${column} ${shape}`) ?? { count: 0, column, shape, lines: [] };
        kinds.set(`${column} ${shape}`, kind);
        kind.count += 1;
        if (kind.lines.length < 3) kind.lines.push(row.line);
      }
    },
    problem: (rows) => {
      if (bad <= maxRows || bad <= maxShare * rows) return [];
      const [worst] = [...kinds.values()].sort((a, b) => b.count - a.count);
      if (!worst) return [];
      const { lines, column, shape, count } = worst;
      const more = count - lines.length;
      const where = `line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en-GB')} more` : ''}`;
      const place = { file, line: lines[0], ...(column === '' ? {} : { column }) };
      return [finding('PKG-05', place, { bad, all: rows, shape, lines: where })];
    },
  };
}

const shapes: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'an empty cell'],
  [/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/, 'a date with the year at its end, like 31/12/2026'],
  [/^\d{4}[/.]\d{1,2}[/.]\d{1,2}/, 'a date with strokes or points'],
  [/^(yes|no|true|false)$/i, 'yes, no, true or false in place of Y and N'],
  [/^[YNU]$/i, 'Y, N or U where it does not belong'],
  [/^[\d.,]+E\+?\d+$/i, 'a number as Excel shortens it, like 1.2E+05'],
  [/^-?[\d.,]+$/, 'a number that means nothing here'],
  [/^\d{4}-\d{2}-\d{2}/, 'a date that does not fit'],
  [/^.{256,}$/su, 'a very long text'],
];

/** Of what kind a value is, without telling it. */
function shapeOf(cell: string): string {
  return shapes.find(([pattern]) => pattern.test(cell))?.[1] ?? 'a text that means nothing here';
}
