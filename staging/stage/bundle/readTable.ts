import { join } from 'node:path';
import { untold, type Progress } from '../../report';
import type { Finding, Findings } from '../findings';
import type { Columns, RowOf } from './columns';
import { CsvStopped, openCsvFile, type CsvFile } from './csvFile';
import type { FileEntry, Manifest } from './manifest';
import { requiredHeaders, type Table } from './tables';

export interface ReadFile {
  /** Rows in the file, good and bad; undefined where the file is absent or stopped. */
  readonly rowsIn: number | undefined;
}

/** Rows between two words about how far a file is; a smaller one is read before anybody asks. */
const progressEvery = 10_000;

const notRead: ReadFile = { rowsIn: undefined };

export interface Located {
  readonly line: number;
}

/** A row that cannot be used. What can be made out of it closes access; it never opens any. */
export interface HeldRow {
  /** As it stands; in a broken row the columns may be shifted. */
  readonly cells: readonly string[];
  readonly isBroken: boolean;
  /** What stands in a column; empty where there is nothing. */
  cellOf(column: string): string;
}

/**
 * Streams one file of the bundle and hands on every row whose cells are in order. What is not becomes a finding.
 * onHeld gets each row that is held.
 * Where the file is stopped, rows handed on before must not be used: the caller looks at rowsIn.
 */
export async function readTable<C extends Columns>(
  folder: string, manifest: Manifest, table: Table<C>, findings: Findings, onRow: (row: RowOf<C> & Located) => void,
  onHeld: (row: HeldRow) => void = () => undefined, progress: Progress = untold,
): Promise<ReadFile> {
  const entry = manifest.files[table.file];
  if (!entry || entry.mode === 'absent') return notRead;
  const file = await openCsvFile(join(folder, table.file), table.file, findings);
  if (!file) return notRead;
  const stops = [...headerProblems(file, table), ...hashProblem(file, entry)];
  stops.forEach(findings.add);
  return stops.length > 0 ? notRead : readRows(file, entry, table, findings, { onRow, onHeld, progress });
}

interface Takers<C extends Columns> {
  readonly onRow: (row: RowOf<C> & Located) => void;
  readonly onHeld: (row: HeldRow) => void;
  readonly progress: Progress;
}

async function readRows<C extends Columns>(
  file: CsvFile, entry: FileEntry, table: Table<C>, findings: Findings, { onRow, onHeld, progress }: Takers<C>,
): Promise<ReadFile> {
  const read = rowReader(file, table, findings);
  const tell = (done: number) => progress(`Reading ${file.name}`, done, entry.rows ?? done);
  const isLong = (entry.rows ?? 0) >= progressEvery;
  let all = 0;
  try {
    for await (const { line, cells, isBroken } of file.rows()) {
      if (isLong && all % progressEvery === 0) tell(all);
      all += 1;
      if (isBroken) findings.add(brokenFinding(file.name, line));
      const row = isBroken ? undefined : read(cells, line);
      if (row) onRow(row);
      else onHeld({ cells, isBroken, cellOf: column => cells[file.header.indexOf(column.toLowerCase())]?.trim() ?? '' });
    }
  } catch (thrown) {
    if (!(thrown instanceof CsvStopped)) throw thrown;
    findings.add({ code: 'PKG-02', effect: 'stop', file: file.name, line: thrown.line, message: thrown.message });
    return notRead;
  }
  if (isLong) tell(all);
  const problem = countProblem(file, entry, all);
  if (problem) findings.add(problem);
  return problem ? notRead : { rowsIn: all };
}

function brokenFinding(file: string, line: number): Finding {
  return { code: 'ROW-03', effect: 'hold', file, line, message: 'The row has too many or too few cells, or a stray quote.' };
}

/** A header without rows would read as 'all is gone': it never deletes anything. */
function countProblem(file: CsvFile, entry: FileEntry, rows: number): Finding | undefined {
  const stop = { code: 'PKG-02', effect: 'stop', file: file.name } as const;
  if (rows !== entry.rows) return { ...stop, message: `bundle.json says ${entry.rows} rows, the file has ${rows}.` };
  return rows === 0 ? { ...stop, message: 'The file has a header and no rows. Nothing is deleted for it.' } : undefined;
}

function hashProblem(file: CsvFile, entry: FileEntry): readonly Finding[] {
  if (entry.sha256 === undefined || entry.sha256.toLowerCase() === file.sha256) return [];
  return [{ code: 'PKG-02', effect: 'stop', file: file.name, message: 'The file is not the one that bundle.json describes: its sha256 differs.' }];
}

function headerProblems(file: CsvFile, table: Table): readonly Finding[] {
  const problem = (column: string, message: string): Finding => ({ code: 'PKG-03', effect: 'stop', file: file.name, line: 1, column, message });
  const needed = [
    ...Object.entries(table.columns).filter(([, column]) => column.need === 'required').map(([name]) => name),
    ...requiredHeaders[table.file] ?? [],
  ];
  const known = Object.keys(table.columns);
  return [
    ...known.filter(name => !file.header.includes(name.toLowerCase()))
      .flatMap(name => (isMisspelt(file, name) ? problem(name, 'The name of the column is written differently, or holds invisible characters.')
        : needed.includes(name) ? problem(name, 'The column is missing.') : [])),
    ...known.filter(name => file.header.filter(cell => cell === name.toLowerCase()).length > 1)
      .map(name => problem(name, 'The column is there more than once.')),
  ];
}

/** A column that is not found would read as blank in every row, and blank may mean 'not restricted'. */
function isMisspelt({ header }: CsvFile, name: string): boolean {
  return header.some(cell => cell.replace(/[^\p{L}\p{N}]/gu, '') === name.toLowerCase());
}

function rowReader<C extends Columns>(
  file: CsvFile, table: Table<C>, findings: Findings,
): (cells: readonly string[], line: number) => (RowOf<C> & Located) | undefined {
  const columns = Object.entries(table.columns).map(([name, column]) => ({
    name, column, place: file.header.indexOf(name.toLowerCase()), read: remembered(column.form.read),
  }));
  return (cells, line) => {
    const row: Record<string, unknown> = { line };
    let isHeld = false;
    for (const { name, column, place, read } of columns) {
      const cell = cells[place]?.trim() ?? '';
      const value = cell === '' ? undefined : read(cell);
      if (value !== undefined) row[name] = value;
      else if (cell !== '' || column.need === 'required') {
        const holds = column.need !== 'lenient';
        isHeld ||= holds;
        findings.add(cellFinding(file.name, line, name, cell === '', column.form.words, holds));
      }
    }
    // Every column was read by its own form just now; what is missing is allowed to be.
    return isHeld ? undefined : row as RowOf<C> & Located;
  };
}

const mostRemembered = 5_000;

/** Dates, sessions, subjects: a column holds a few words many thousand times. Each is read once, and kept once. */
function remembered(read: (cell: string) => unknown): (cell: string) => unknown {
  const known = new Map<string, unknown>();
  return cell => {
    const value = known.get(cell) ?? read(cell);
    if (known.size < mostRemembered) known.set(cell, value);
    return value;
  };
}

function cellFinding(file: string, line: number, column: string, isEmpty: boolean, words: string, holds: boolean): Finding {
  const place = { file, line, column, effect: holds ? 'hold' : 'warn' } as const;
  return isEmpty
    ? { code: 'ROW-01', ...place, message: 'This has to be filled in.' }
    : { code: 'ROW-02', ...place, message: `This should be ${words}.${holds ? '' : ' It is left out.'}` };
}
