import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import { decodeStream } from 'iconv-lite';
import type { Findings } from '../findings';

export interface CsvRow {
  /** Line on which the row ends; 1 is the header. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Too many or too few cells, or a stray quote: what stands in which column is not certain. */
  readonly isBroken: boolean;
}

export interface CsvFile {
  readonly name: string;
  readonly sha256: string;
  /** Header cells without outer space, in lower case. */
  readonly header: readonly string[];
  rows(): AsyncIterable<CsvRow>;
}

type Encoding = 'utf8' | 'win1252';

/** Bytes that mean nothing in Windows-1252, and the zero byte, which is in no text. */
const impossibleBytes = new Set([0x00, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Opens a CSV file: finds its encoding, hash and header. Undefined with a finding where it is missing (PKG-02) or undecodable (PKG-02);
 * a fall back to Windows-1252 is told (PKG-04). rows() streams; a defect that stops the file throws CsvStopped.
 */
export async function openCsvFile(path: string, name: string, findings: Findings): Promise<CsvFile | undefined> {
  const stop = (message: string) => findings.add({ code: 'PKG-02', effect: 'stop', file: name, message });
  if (!await isFile(path)) {
    stop('bundle.json names the file, but it is not in the folder.');
    return undefined;
  }
  const { sha256, encoding } = await inspect(path);
  if (!encoding) {
    stop('The file is neither UTF-8 nor Windows-1252.');
    return undefined;
  }
  if (encoding === 'win1252') {
    findings.add({ code: 'PKG-04', effect: 'warn', file: name, message: 'The file is not UTF-8; it was read as Windows-1252.' });
  }
  const header = await readHeader(path, encoding);
  return { name, sha256, header, rows: () => readRows(path, encoding) };
}

/** The file cannot be read to its end. */
export class CsvStopped extends Error {
  constructor(readonly line: number | undefined, message = 'A quote is opened and never closed.') {
    super(message);
    this.name = 'CsvStopped';
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    // Not there: that is the answer.
    return false;
  }
}

async function inspect(path: string): Promise<{ readonly sha256: string; readonly encoding: Encoding | undefined }> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [isUtf8, isPossible] = [true, true];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    isUtf8 = isUtf8 && decodes(() => decoder.decode(chunk, { stream: true }));
    isPossible = isPossible && !chunk.some(byte => impossibleBytes.has(byte) && !(isUtf8 && byte !== 0));
  }
  isUtf8 = isUtf8 && decodes(() => decoder.decode());
  return { sha256: hash.digest('hex'), encoding: isUtf8 ? 'utf8' : isPossible ? 'win1252' : undefined };
}

function decodes(decode: () => string): boolean {
  try {
    decode();
    return true;
  } catch {
    // A fatal TextDecoder throws at bytes that are no UTF-8: that is the answer.
    return false;
  }
}

async function readHeader(path: string, encoding: Encoding): Promise<readonly string[]> {
  const parser = createReadStream(path).pipe(decodeStream(encoding)).pipe(parse({ bom: true, to: 1, relax_quotes: true, relax_column_count: true }));
  for await (const cells of parser as AsyncIterable<string[]>) return cells.map(cell => cell.trim().toLowerCase());
  return [];
}

async function* readRows(path: string, encoding: Encoding): AsyncIterable<CsvRow> {
  const broken = new Map<number, CsvRow>();
  let width: number | undefined;
  const parser = createReadStream(path).pipe(decodeStream(encoding)).pipe(parse({
    bom: true, info: true, raw: true, trim: true, skip_empty_lines: true, relax_column_count: true, skip_records_with_error: true,
    on_skip: (error, rest) => {
      const line = lineOf(error) ?? 0;
      if (error?.code !== 'CSV_QUOTE_NOT_CLOSED') broken.set(line, { line, cells: roughCells(rest ?? ''), isBroken: true });
    },
  }));
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // Without a header that can be read, the next row would be taken for it.
      if (width === undefined && broken.size > 0) throw new CsvStopped(1, 'The names of the columns cannot be read.');
      yield* taken(broken);
      if (width !== undefined) yield { line: info.lines, cells: record, isBroken: record.length !== width };
      width ??= record.length;
    }
  } catch (thrown) {
    // The parser's own error holds the row: it must not travel on.
    if (thrown instanceof CsvError) throw new CsvStopped(lineOf(thrown));
    throw thrown;
  }
  yield* taken(broken);
}

function* taken(rows: Map<number, CsvRow>): Iterable<CsvRow> {
  yield* rows.values();
  rows.clear();
}

/** Cells of a row up to its stray quote: enough to recognise ids. */
function roughCells(raw: string): readonly string[] {
  return raw.split(',').map(cell => cell.replace(/"/g, '').trim());
}

function lineOf(error: CsvError | undefined): number | undefined {
  const line: unknown = error?.['lines'];
  return typeof line === 'number' ? line : undefined;
}
