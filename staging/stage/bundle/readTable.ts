import { join } from 'node:path';
import { noProgress, type Progress } from '../../report';
import type { Findings } from '../findings/findings';
import type { Columns, RowOf } from './columns';
import { openCsvFile, type CsvFile } from './csvFile';
import type { CsvRow } from './csvRecords';
import { headerProblems } from './headers';
import type { FileEntry, Manifest } from './manifest';
import type { Table } from './tables';
import { countInvalidRows, type InvalidRowCounter } from './invalidRowCounter';

export interface ReadFile {
  /** Rows in the file, good and bad; undefined where the file is absent or not believed. */
  readonly rowsIn: number | undefined;
  readonly sha256?: string | undefined;
  /** Cells that take something away from somebody, by column that can. */
  readonly restrictions?: Readonly<Record<string, number>> | undefined;
  /** Columns of the format that the file has. */
  readonly columns?: ReadonlySet<string> | undefined;
}

/** Rows between two words about how far a file is; a smaller one is read before anybody asks. */
const progressEvery = 10_000;

const notRead: ReadFile = { rowsIn: undefined };

export interface Located {
  readonly line: number;
}

/** A row that cannot be used. What can be made out of it closes access; it never opens any. */
export interface QuarantinedRow {
  /** As it stands; in a broken row the columns may be shifted. */
  readonly cells: readonly string[];
  readonly isBroken: boolean;
  /** What stands in a column; empty where there is nothing. */
  cellOf(column: string): string;
}

export interface Taking<C extends Columns> {
  readonly onRow: (row: RowOf<C> & Located) => void;
  readonly onQuarantined?: (row: QuarantinedRow) => void;
  /** Findings about a row may still come when the file is read to its end. */
  readonly isRemembered?: boolean;
  readonly progress?: Progress;
}

/**
 * Streams one file of the bundle and hands on every row whose cells are in order. What is not becomes a finding.
 * Where the file is stopped, rows handed on before must not be used: the caller looks at rowsIn.
 */
export async function readTable<C extends Columns>(
  folder: string,
  manifest: Manifest,
  table: Table<C>,
  findings: Findings,
  taking: Taking<C>,
): Promise<ReadFile> {
  const entry = manifest.files[table.file];
  if (!entry || entry.mode === 'absent') return notRead;
  const file = await openCsvFile(join(folder, table.file), table.file, findings);
  if (!file) return notRead;
  const stops = [...headerProblems(file.header, entry.unused ?? [], table), ...hashProblem(file, entry)];
  stops.forEach((stop) => findings.add({ effect: 'stop', file: table.file, ...stop }));
  return stops.length > 0 ? notRead : readRows(file, entry, table, findings, taking);
}

async function readRows<C extends Columns>(
  file: CsvFile,
  entry: FileEntry,
  table: Table<C>,
  findings: Findings,
  taking: Taking<C>,
): Promise<ReadFile> {
  const { onRow, onQuarantined, isRemembered = false, progress = noProgress } = taking;
  const isLong = (entry.rows ?? 0) >= progressEvery;
  const tell = (done: number) => progress(`Reading ${file.name}`, done, entry.rows ?? done);
  const placeOf = (column: string) => file.header.indexOf(column.toLowerCase());
  const idPlaces = table.ids.map(placeOf);
  const read = rowReader(table, placeOf, findings);
  const invalidRows = countInvalidRows();
  let rows = 0;
  for await (const row of file.rows()) {
    if (isLong && rows % progressEvery === 0) tell(rows);
    rows += 1;
    const { line, cells, isBroken } = row;
    const ids = idPlaces.map((place) => cells[place] ?? '').join('\n');
    const found = findings.ofRow({ file: table.file, line, ids, isRemembered }, () => {
      const value = read.row(row);
      if (value) onRow(value);
      else onQuarantined?.({ cells, isBroken, cellOf: (column) => cells[placeOf(column)] ?? '' });
    });
    invalidRows.take(row, found, read.meaningless(row), placeOf);
  }
  if (isLong) tell(rows);
  const problems = [...countProblem(entry, rows), ...invalidRows.problem(rows)];
  problems.forEach((problem) => findings.add({ effect: 'stop', file: table.file, ...problem }));
  return problems.length > 0
    ? notRead
    : {
        rowsIn: rows,
        sha256: file.sha256,
        restrictions: read.restrictions,
        columns: new Set(Object.keys(table.columns).filter((name) => placeOf(name) >= 0)),
      };
}

type Problem = InvalidRowCounter['problem'] extends (rows: number) => readonly (infer P)[] ? P : never;

/** A header without rows would read as 'all is gone': it never deletes anything. */
function countProblem(entry: FileEntry, rows: number): readonly Problem[] {
  if (rows !== entry.rows) return [{ code: 'PKG-02', message: `bundle.json says ${entry.rows} rows, the file has ${rows}.` }];
  return rows === 0 ? [{ code: 'PKG-02', message: 'The file has a header and no rows. Nothing is deleted for it.' }] : [];
}

function hashProblem(file: CsvFile, entry: FileEntry): readonly Problem[] {
  if (entry.sha256 === undefined || entry.sha256.toLowerCase() === file.sha256) return [];
  return [{ code: 'PKG-02', message: 'The file is not the one that bundle.json describes: its sha256 differs.' }];
}

interface RowReader<C extends Columns> {
  /** Undefined where the row is held: the findings say why. */
  row(row: CsvRow): (RowOf<C> & Located) | undefined;
  /** Decisive columns whose value says nothing: the access rules refuse the row. */
  meaningless(row: CsvRow): readonly string[];
  readonly restrictions: Readonly<Record<string, number>>;
}

function rowReader<C extends Columns>(table: Table<C>, placeOf: (column: string) => number, findings: Findings): RowReader<C> {
  const columns = Object.entries(table.columns).map(([name, column]) => ({
    name,
    column,
    place: placeOf(name),
    read: cached(column.form.read),
  }));
  const restrictions: Record<string, number> = Object.fromEntries(
    columns.filter(({ column }) => column.restricts).map(({ name }) => [name, 0]),
  );
  return {
    restrictions,
    row: ({ line, cells, isBroken }) => {
      if (isBroken)
        findings.add({
          code: 'ROW-03',
          effect: 'hold',
          file: table.file,
          line,
          message: 'The row has too many or too few cells, or a stray quote.',
        });
      if (isBroken) return undefined;
      const row: Record<string, unknown> = { line };
      let isQuarantined = false;
      for (const { name, column, place, read } of columns) {
        const cell = cells[place] ?? '';
        const value = cell === '' ? undefined : read(cell);
        if (value !== undefined) row[name] = value;
        if (cell !== '' && column.restricts?.(cell)) restrictions[name] = (restrictions[name] ?? 0) + 1;
        if (value !== undefined || (cell === '' && column.need !== 'required')) continue;
        const holds = column.need !== 'lenient';
        isQuarantined ||= holds;
        findings.add({ file: table.file, line, column: name, ...cellProblem(cell === '', column.form.words, holds) });
      }
      // Every column was read by its own form just now; what is missing is allowed to be.
      return isQuarantined ? undefined : (row as RowOf<C> & Located);
    },
    meaningless: ({ cells, isBroken }) =>
      isBroken
        ? []
        : columns
            .filter(({ column, place }) => {
              const cell = cells[place] ?? '';
              return column.meant && (cell === '' ? column.mustBeStated === true : column.meant.read(cell) === undefined);
            })
            .map(({ name }) => name),
  };
}

const maxRemembered = 5_000;

/** Dates, sessions, subjects: a column holds a few words many thousand times. Each is read once, and kept once. */
function cached(read: (cell: string) => unknown): (cell: string) => unknown {
  const known = new Map<string, unknown>();
  return (cell) => {
    const value = known.get(cell) ?? read(cell);
    if (known.size < maxRemembered) known.set(cell, value);
    return value;
  };
}

function cellProblem(isEmpty: boolean, words: string, holds: boolean) {
  const effect = holds ? ('hold' as const) : ('warn' as const);
  return isEmpty
    ? { code: 'ROW-01', effect, message: 'This has to be filled in.' }
    : { code: 'ROW-02', effect, message: `This should be ${words}.${holds ? '' : ' It is left out.'}` };
}
