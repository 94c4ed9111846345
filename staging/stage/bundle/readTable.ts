import { join } from 'node:path';
import { noProgress, type Progress } from '../../report';
import { finding, type Finding } from '../findings/finding';
import type { Findings } from '../findings/findings';
import type { Columns, RowOf } from './columns';
import { openCsvFile, type CsvFile } from './csvFile';
import { headerProblems } from './headers';
import type { FileEntry, Manifest } from './manifest';
import type { Table } from './tables';
import { countInvalidRows } from './invalidRowCounter';
import { rowReader, type Located } from './rowReader';

export interface ReadFile {
  /** Rows in the file, good and bad; undefined where the file is absent or not believed. */
  readonly rowsIn: number | undefined;
  readonly sha256?: string | undefined;
  /** Cells that take something away from somebody, by column that can. */
  readonly restrictions?: Readonly<Record<string, number>> | undefined;
  /** Columns of the format that the file has. */
  readonly columns?: ReadonlySet<string> | undefined;
}

/** Rows between two reports of how far a file is; a smaller one is read before anybody asks. */
const progressEvery = 10_000;

const notRead: ReadFile = { rowsIn: undefined };

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
  stops.forEach(findings.add);
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
  const report = (done: number) => progress(`Reading ${file.name}`, done, entry.rows ?? done);
  const placeOf = (column: string) => file.header.indexOf(column.toLowerCase());
  const idPlaces = table.ids.map(placeOf);
  const read = rowReader(table, placeOf, findings);
  const invalidRows = countInvalidRows(table.file);
  let rows = 0;
  for await (const row of file.rows()) {
    if (isLong && rows % progressEvery === 0) report(rows);
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
  if (isLong) report(rows);
  const problems = [...countProblem(table.file, entry, rows), ...invalidRows.problem(rows)];
  problems.forEach(findings.add);
  return problems.length > 0
    ? notRead
    : {
        rowsIn: rows,
        sha256: file.sha256,
        restrictions: read.restrictions,
        columns: new Set(Object.keys(table.columns).filter((name) => placeOf(name) >= 0)),
      };
}

/** A header without rows would read as 'all is gone': it never deletes anything. */
function countProblem(file: string, entry: FileEntry, rows: number): readonly Finding[] {
  if (rows !== entry.rows) return [finding('PKG-02', { file }, { expected: String(entry.rows), found: String(rows) })];
  return rows === 0 ? [finding('PKG-19', { file })] : [];
}

function hashProblem({ name, sha256 }: CsvFile, entry: FileEntry): readonly Finding[] {
  return entry.sha256 === undefined || entry.sha256.toLowerCase() === sha256 ? [] : [finding('PKG-20', { file: name })];
}
