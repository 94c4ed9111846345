/** An export with changes, and the manifest that an export script would have made over the changed files. */
import { createHash } from 'node:crypto';
import { encode } from 'iconv-lite';
import * as v from 'valibot';
import type { BundleFile } from './bundle';
import { tableOf, textOf, type Draw, type Table } from './damagedTable';
import { lineCount } from './damagedText';

export type Encoding = 'win1252' | 'utf16le';

/** A file of an export. bytesOf has what is to be written. */
export interface ExportFile extends BundleFile {
  /** Undefined: UTF-8. */
  readonly encoding?: Encoding;
}

const entrySchema = v.looseObject({ mode: v.string(), rows: v.optional(v.number()), sha256: v.optional(v.string()) });
const manifestSchema = v.looseObject({ extractedAt: v.string(), files: v.record(v.string(), entrySchema) });

export type Manifest = v.InferOutput<typeof manifestSchema>;

/** One step from a good export to a damaged one. The manifest changes last, whatever the order. */
export type Change =
  | { readonly file: string; readonly table: (table: Table, draw: Draw) => Table }
  | { readonly file: string; readonly text: (text: string) => string }
  | { readonly file: string; readonly encoding: Encoding }
  /** The manifest still names it. */
  | { readonly file: string; readonly isLost: true }
  | { readonly manifest: (manifest: Manifest) => Manifest };

export interface ChangeOptions {
  readonly draw: Draw;
  /** By how much the export is newer than the good one. */
  readonly minutes: number;
}

const manifestName = 'bundle.json';

/** The bytes of a file. What its encoding has no sign for becomes a question mark. */
export function bytesOf({ text, encoding }: ExportFile): Buffer {
  return encoding ? encode(text, encoding, { addBOM: encoding === 'utf16le' }) : Buffer.from(text);
}

/** The export after the changes. Throws where it has no manifest, or lacks a file or column that a change is about. */
export function changedExport(
  files: readonly ExportFile[],
  changes: readonly Change[],
  { draw, minutes }: ChangeOptions,
): readonly ExportFile[] {
  const manifest = manifestOf(files);
  const after = new Map(files.map((file) => [file.name, file]));
  const entries = { ...manifest.files };
  for (const change of changes) {
    if ('manifest' in change) continue;
    const before = after.get(change.file);
    if (!before) throw new Error(`The export has no ${change.file}`);
    if ('isLost' in change) after.delete(change.file);
    else {
      const { file, rows } = changedFile(before, entries[change.file]?.rows ?? lineCount(before.text) - 1, change, draw);
      after.set(change.file, file);
      const entry = entries[change.file];
      if (entry) entries[change.file] = { ...entry, rows, sha256: createHash('sha256').update(bytesOf(file)).digest('hex') };
    }
  }
  const described = changes.reduce<Manifest>((soFar, change) => ('manifest' in change ? change.manifest(soFar) : soFar), {
    ...manifest,
    files: entries,
    extractedAt: minutesLater(manifest.extractedAt, minutes),
  });
  after.set(manifestName, { name: manifestName, text: `${JSON.stringify(described, null, 2)}\n` });
  return [...after.values()];
}

/** The manifest of an export. Throws where there is none. */
export function manifestOf(files: readonly BundleFile[]): Manifest {
  const found = files.find((file) => file.name === manifestName);
  if (!found) throw new Error(`The export has no ${manifestName}`);
  return v.parse(manifestSchema, JSON.parse(found.text));
}

/** A moment so many minutes later; earlier with a negative number. */
export function minutesLater(moment: string, minutes: number): string {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString();
}

type FileChange = Exclude<Change, { readonly manifest: unknown } | { readonly isLost: true }>;

function changedFile(file: ExportFile, rows: number, change: FileChange, draw: Draw): { readonly file: ExportFile; readonly rows: number } {
  if ('encoding' in change) return { file: { ...file, encoding: change.encoding }, rows };
  if ('table' in change) {
    const table = change.table(tableOf(file.text), draw);
    return { file: { ...file, text: textOf(table) }, rows: table.rows.length };
  }
  // A script counts the rows that it writes: a stray quote, which makes two rows one, is nothing to it.
  const text = change.text(file.text);
  return { file: { ...file, text }, rows: rows + lineCount(text) - lineCount(file.text) };
}
