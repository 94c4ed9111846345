import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { decodeStream } from 'iconv-lite';
import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';
import { readRecords, type CsvRow } from './csvRecords';

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
 * Opens a CSV file: finds its encoding, hash and header. Undefined with a finding where it is missing (PKG-17) or undecodable (PKG-18);
 * a fall back to Windows-1252 is reported (PKG-04). rows() streams.
 */
export async function openCsvFile(path: string, name: string, findings: Findings): Promise<CsvFile | undefined> {
  if (!(await isFile(path))) {
    findings.add(finding('PKG-17', { file: name }));
    return undefined;
  }
  const { sha256, encoding } = await inspect(path);
  if (!encoding) {
    findings.add(finding('PKG-18', { file: name }));
    return undefined;
  }
  if (encoding === 'win1252') findings.add(finding('PKG-04', { file: name }));
  const records = () => readRecords(createReadStream(path).pipe(decodeStream(encoding)));
  const header = await readHeader(records());
  return { name, sha256, header, rows: () => readRows(records(), header.length) };
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
    isPossible = isPossible && !chunk.some((byte) => impossibleBytes.has(byte) && !(isUtf8 && byte !== 0));
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

/** Empty where the names of the columns cannot be read. */
async function readHeader(records: AsyncIterable<CsvRow>): Promise<readonly string[]> {
  for await (const { cells, isBroken } of records) return isBroken ? [] : cells.map((cell) => cell.toLowerCase());
  return [];
}

async function* readRows(records: AsyncIterable<CsvRow>, width: number): AsyncIterable<CsvRow> {
  let isHeader = true;
  for await (const record of records) {
    if (!isHeader) yield record.cells.length === width ? record : { ...record, isBroken: true };
    isHeader = false;
  }
}
