/** A sound export of the demo school, and what differs in one that was damaged. */
import { createHash } from 'node:crypto';
import { bytesOf, manifestOf, type ExportFile } from '../../samples/damagedExport';
import { cellsOf, tableOf, textOf, type Table } from '../../samples/damagedTable';
import { demoSchoolFiles } from '../../samples/generate';

export const good = shortened(demoSchoolFiles('2026-11-23'), 350);

/** The first rows of each table are enough to see a damage, and a full table takes its time inside jest. */
export function shortened(files: readonly ExportFile[], rows: number): readonly ExportFile[] {
  const short = files.map((file) =>
    file.name.endsWith('.csv')
      ? {
          ...file,
          text: textOf(
            tableOf(
              `${file.text
                .split('\r\n')
                .slice(0, rows + 1)
                .join('\r\n')}\r\n`,
            ),
          ),
        }
      : file,
  );
  const manifest = manifestOf(files);
  const entries = Object.entries(manifest.files).map(([name, entry]) => [
    name,
    { ...entry, rows: tableIn(short, name).rows.length, sha256: sha256Of(fileIn(short, name)) },
  ]);
  return short.map((file) =>
    file.name === 'bundle.json' ? { ...file, text: JSON.stringify({ ...manifest, files: Object.fromEntries(entries) }) } : file,
  );
}

export function fileIn(files: readonly ExportFile[], name: string): ExportFile {
  const found = files.find((file) => file.name === name);
  if (!found) throw new Error(`There is no ${name}`);
  return found;
}

export function tableIn(files: readonly ExportFile[], name: string): Table {
  return tableOf(fileIn(files, name).text);
}

export function cellsIn(files: readonly ExportFile[], name: string, column: string): readonly string[] {
  return cellsOf(tableIn(files, name), column);
}

export function sha256Of(file: ExportFile): string {
  return createHash('sha256').update(bytesOf(file)).digest('hex');
}

/** Names of the files whose bytes differ, or that are gone. */
export function differing(after: readonly ExportFile[]): string[] {
  const left = new Map(after.map((file) => [file.name, sha256Of(file)]));
  return good.filter((file) => left.get(file.name) !== sha256Of(file)).map((file) => file.name);
}

/** Rows that differ, by number. */
export function differingRows(after: readonly ExportFile[], name: string): number[] {
  const rows = tableIn(after, name).rows.map((row) => row.join('\n'));
  return tableIn(good, name).rows.flatMap((row, index) => (row.join('\n') === rows[index] ? [] : [index]));
}

export const sorted = (cells: readonly string[]): readonly string[] => cells.toSorted();
