/** What can go wrong with a table between an MIS and its export. Nothing here changes its argument: each answers another table. */
import { parse } from 'csv-parse/sync';
import { csv } from './csv';

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A number from 0 to count - 1 that depends on the label only. */
export type Draw = (label: string, count: number) => number;

/** shift: each cell stands one row further down, the last one first. sort, reverse: of this column alone. */
export type ColumnDamage = 'shift' | 'sort' | 'reverse' | 'blank' | { readonly swapWith: string };

/** Reads CSV. Throws where a quote is astray. */
export function tableOf(text: string): Table {
  const [header = [], ...rows] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
  return { header, rows };
}

export function textOf({ header, rows }: Table): string {
  return csv(header, rows);
}

/** The cells of a column from top to bottom. Throws where the table has no such column. */
export function cellsOf(table: Table, column: string): readonly string[] {
  const place = placeOf(table, column);
  return table.rows.map((row) => row[place] ?? '');
}

/** The same table with one column in the wrong place or order. Throws where the table has no such column. */
export function damageColumn(table: Table, column: string, kind: ColumnDamage): Table {
  return typeof kind === 'object'
    ? swapHeaders(table, column, kind.swapWith)
    : withCells(table, column, rearranged(cellsOf(table, column), kind));
}

export function mapColumn(table: Table, column: string, change: (cell: string) => string): Table {
  return withCells(table, column, cellsOf(table, column).map(change));
}

export function renameColumn(table: Table, column: string, name: string): Table {
  return { ...table, header: table.header.with(placeOf(table, column), name) };
}

export function withoutColumn({ header, rows }: Table, column: string): Table {
  const place = placeOf({ header, rows }, column);
  return { header: header.toSpliced(place, 1), rows: rows.map((row) => row.toSpliced(place, 1)) };
}

export function reverseColumns({ header, rows }: Table): Table {
  return { header: header.toReversed(), rows: rows.map((row) => row.toReversed()) };
}

export function withExtraColumn({ header, rows }: Table, name: string): Table {
  return { header: [name, ...header], rows: rows.map((row, index) => [`${index + 1}`, ...row]) };
}

/** The first rows: share is a part of 1, rounded down. */
export function firstRows({ header, rows }: Table, share: number): Table {
  return { header, rows: rows.slice(0, Math.floor(rows.length * share)) };
}

export function oneRow({ header, rows }: Table, draw: Draw): Table {
  const place = draw('the row that is left', rows.length);
  return { header, rows: rows.slice(place, place + 1) };
}

export function twice({ header, rows }: Table): Table {
  return { header, rows: [...rows, ...rows] };
}

/** Every tenth row stands there again right below. */
export function someRowsTwice({ header, rows }: Table): Table {
  return { header, rows: rows.flatMap((row, index) => (index % 10 === 0 ? [row, row] : [row])) };
}

export function shuffleRows({ header, rows }: Table, draw: Draw): Table {
  const shuffled = [...rows];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = draw(`row ${last}`, last + 1);
    const [here, there] = [shuffled[last], shuffled[other]];
    if (here && there) [shuffled[last], shuffled[other]] = [there, here];
  }
  return { header, rows: shuffled };
}

/** Other cells in one row, whichever is drawn. Throws where the table lacks one of the columns. */
export function changeOneRow(table: Table, draw: Draw, cells: Readonly<Record<string, string>>): Table {
  const chosen = draw('the row that changes', table.rows.length);
  const changes = Object.entries(cells).map(([column, cell]) => ({ place: placeOf(table, column), cell }));
  const changed = (row: readonly string[]) => changes.reduce((soFar, { place, cell }) => soFar.with(place, cell), row);
  return { ...table, rows: table.rows.map((row, index) => (index === chosen ? changed(row) : row)) };
}

/** Two filled cells of a column change places: one that is drawn, and the first other one half a table further on, in another family. */
export function swapTwoCells(table: Table, column: string, draw: Draw): Table {
  const cells = cellsOf(table, column);
  const filled = [...cells.keys()].filter((index) => cells[index] !== '');
  const start = draw('the first of the two', filled.length);
  const from = filled.slice(start).concat(filled.slice(0, start));
  const [first] = from;
  const second = from.slice(Math.floor(from.length / 2)).find((index) => first !== undefined && cells[index] !== cells[first]);
  if (first === undefined || second === undefined) return table;
  return withCells(table, column, cells.with(first, cells[second] ?? '').with(second, cells[first] ?? ''));
}

/** One cell of a column becomes that of another row, half a table further on. */
export function copyOneCell(table: Table, column: string, draw: Draw): Table {
  const cells = cellsOf(table, column);
  const chosen = draw('the row that changes', cells.length);
  const other = (chosen + Math.floor(cells.length / 2)) % cells.length;
  return cells.length === 0 ? table : withCells(table, column, cells.with(chosen, cells[other] ?? ''));
}

function rearranged(cells: readonly string[], kind: Exclude<ColumnDamage, object>): readonly string[] {
  switch (kind) {
    case 'shift':
      return [...cells.slice(-1), ...cells.slice(0, -1)];
    case 'sort':
      return cells.toSorted();
    case 'reverse':
      return cells.toReversed();
    case 'blank':
      return cells.map(() => '');
  }
}

function swapHeaders(table: Table, column: string, other: string): Table {
  const [place, otherPlace] = [placeOf(table, column), placeOf(table, other)];
  return { ...table, header: table.header.with(place, table.header[otherPlace] ?? '').with(otherPlace, table.header[place] ?? '') };
}

function withCells(table: Table, column: string, cells: readonly string[]): Table {
  const place = placeOf(table, column);
  return { ...table, rows: table.rows.map((row, index) => (place < row.length ? row.with(place, cells[index] ?? '') : row)) };
}

/** Headers are compared as staging does: without outer space and regard to case. */
function placeOf({ header }: Table, column: string): number {
  const place = header.findIndex((name) => name.trim().toLowerCase() === column.toLowerCase());
  if (place < 0) throw new Error(`The table has no column ${column}`);
  return place;
}
