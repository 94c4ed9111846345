import type { Finding } from '../findings/findings';
import type { CsvRow } from './csvRecords';

/** A file of which more than a fifth, and more than five rows, cannot be used is not believed: it is damaged, and its good rows may be too. */
const maxShare = 0.2;
const maxRows = 5;

/** What says that a row cannot be read. Others hold a row for what it says: an event that is too new, a couple with one e-mail. */
const invalidatingCodes: ReadonlySet<string> = new Set([
  'ROW-01',
  'ROW-02',
  'ROW-03',
  'REF-01',
  'ATT-01',
  'ATT-02',
  'ATT-03',
  'BEH-04',
  'TT-01',
  'HW-01',
]);

export interface InvalidRowCounter {
  /** @param meaningless columns that say nothing the access rules know, though nothing is found yet */
  take(row: CsvRow, findings: readonly Finding[], meaningless: readonly string[], placeOf: (column: string) => number): void;
  /** One where the file is not to be believed. */
  problem(rows: number): readonly { readonly code: string; readonly line?: number; readonly column?: string; readonly message: string }[];
}

interface Kind {
  count: number;
  readonly column: string;
  readonly shape: string;
  readonly lines: number[];
}

/** Counts the rows of a file that cannot be used, by column and kind of value. */
export function countInvalidRows(): InvalidRowCounter {
  const kinds = new Map<string, Kind>();
  let bad = 0;
  return {
    take: (row, findings, meaningless, placeOf) => {
      const held = findings
        .filter(({ code, effect }) => effect === 'hold' && invalidatingCodes.has(code))
        .map(({ column }) => column ?? '');
      const columns = new Set([...held, ...meaningless]);
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
      return [
        {
          code: 'PKG-05',
          ...(lines[0] === undefined ? {} : { line: lines[0] }),
          ...(column === '' ? {} : { column }),
          message: `${bad.toLocaleString('en-GB')} of ${rows.toLocaleString('en-GB')} rows cannot be used, most for ${shape} (${where}). The whole file counts as not read: what was published stays.`,
        },
      ];
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
