import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractedAt, smallSchool, type Cells, type FileName, type Tables } from './smallSchool';
import { temporaryFolder } from './temporaryFolder';

export interface BundleOptions {
  readonly extractedAt?: string;
  readonly urn?: string;
  /** What bundle.json says of a file in place of the truth. */
  readonly files?: Readonly<Partial<Record<FileName, object>>>;
  /** Bytes to write in place of a table's. */
  readonly bytes?: Readonly<Partial<Record<FileName, Buffer>>>;
}

/** Writes the bundle into a new folder and answers its path. */
export async function writeBundle(tables: Tables, options: BundleOptions = {}): Promise<string> {
  const folder = await temporaryFolder();
  const files: Record<string, object> = {};
  for (const [name, rows] of Object.entries(tables) as [FileName, Cells[]][]) {
    const bytes = options.bytes?.[name] ?? Buffer.from(csv(rows, Object.keys(smallSchool()[name][0] ?? {})));
    await writeFile(join(folder, name), bytes);
    files[name] = {
      mode: 'snapshot',
      rows: rows.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...options.files?.[name],
    };
  }
  await writeFile(
    join(folder, 'bundle.json'),
    JSON.stringify({
      format: 'schoolgate-bundle',
      version: 1,
      source: 'Test MIS',
      school: { name: 'Oakfield School', urn: options.urn ?? '999901' },
      extractedAt: options.extractedAt ?? extractedAt,
      academicYear: '2026-27',
      files,
    }),
  );
  return folder;
}

export function csv(rows: readonly Cells[], columns: readonly string[]): string {
  const names = [...new Set([...columns, ...rows.flatMap((row) => Object.keys(row))])];
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}
