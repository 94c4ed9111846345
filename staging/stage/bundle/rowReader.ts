import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';
import type { Column, Columns, RowOf } from './columns';
import type { CsvRow } from './csvRecords';
import type { Table } from './tables';

export interface Located {
  readonly line: number;
}

export interface RowReader<C extends Columns> {
  /** Undefined where the row goes into quarantine: the findings say why. */
  row(row: CsvRow): (RowOf<C> & Located) | undefined;
  /** Decisive columns whose value says nothing: the access rules refuse the row. */
  meaningless(row: CsvRow): readonly string[];
  /** Cells that take something away from somebody, by column that can. */
  readonly restrictions: Readonly<Record<string, number>>;
}

interface PlacedColumn {
  readonly name: string;
  readonly column: Column<unknown>;
  readonly place: number;
  readonly read: (cell: string) => unknown;
}

/** Reads the rows of one file, each cell by the form of its column. What is not in order becomes a finding. */
export function rowReader<C extends Columns>(table: Table<C>, placeOf: (column: string) => number, findings: Findings): RowReader<C> {
  const columns = Object.entries(table.columns).map(
    ([name, column]): PlacedColumn => ({ name, column, place: placeOf(name), read: cached(column.form.read) }),
  );
  const restrictions: Record<string, number> = Object.fromEntries(
    columns.filter(({ column }) => column.restricts).map(({ name }) => [name, 0]),
  );
  const readCell = ({ name, column, place, read }: PlacedColumn, { cells, line }: CsvRow): CellRead => {
    const cell = cells[place] ?? '';
    const value = cell === '' ? undefined : read(cell);
    if (cell !== '' && column.restricts?.(cell)) restrictions[name] = (restrictions[name] ?? 0) + 1;
    if (value !== undefined || (cell === '' && column.need !== 'required')) return { value, isInvalid: false };
    findings.add(cellProblem(cell, column, { file: table.file, line, column: name }));
    return { value, isInvalid: column.need !== 'lenient' };
  };
  return {
    restrictions,
    row: (csvRow) => {
      if (csvRow.isBroken) findings.add(finding('ROW-03', { file: table.file, line: csvRow.line }));
      if (csvRow.isBroken) return undefined;
      const row: Record<string, unknown> = { line: csvRow.line };
      let isInvalid = false;
      for (const column of columns) {
        const read = readCell(column, csvRow);
        if (read.value !== undefined) row[column.name] = read.value;
        isInvalid ||= read.isInvalid;
      }
      // Every column was read by its own form just now; what is missing is allowed to be.
      return isInvalid ? undefined : (row as RowOf<C> & Located);
    },
    meaningless: ({ cells, isBroken }) =>
      isBroken ? [] : columns.filter(({ column, place }) => isMeaningless(column, cells[place] ?? '')).map(({ name }) => name),
  };
}

interface CellRead {
  readonly value: unknown;
  readonly isInvalid: boolean;
}

function cellProblem(
  cell: string,
  { form, need }: Column<unknown>,
  place: { readonly file: string; readonly line: number; readonly column: string },
) {
  if (cell === '') return finding('ROW-01', place);
  return finding(need === 'lenient' ? 'ROW-04' : 'ROW-02', place, { form: form.words });
}

function isMeaningless({ meant, mustBeStated }: Column<unknown>, cell: string): boolean {
  return meant !== undefined && (cell === '' ? mustBeStated === true : meant.read(cell) === undefined);
}

const maxCached = 5_000;

/** Dates, sessions, subjects: a column holds a few words many thousand times. Each is read once, and kept once. */
function cached(read: (cell: string) => unknown): (cell: string) => unknown {
  const known = new Map<string, unknown>();
  return (cell) => {
    const value = known.get(cell) ?? read(cell);
    if (known.size < maxCached) known.set(cell, value);
    return value;
  };
}
