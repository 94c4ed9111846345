import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { DateRange } from '../../../src/domain/time/dateRange';
import { isSchoolDate, type SchoolDate } from '../../../src/domain/time/schoolDate';
import type { Instant } from '../../../src/domain/time/schoolTime';
import { limitsSchema, type Limits } from '../limits';
import { finding, type Finding } from '../findings/finding';
import type { Findings } from '../findings/findings';

export const manifestFile = 'bundle.json';

const schoolDate = v.custom<SchoolDate>(isSchoolDate);
const fileEntry = v.object({
  mode: v.picklist(['snapshot', 'window', 'delta', 'absent']),
  from: v.optional(schoolDate),
  to: v.optional(schoolDate),
  rows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  sha256: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/i))),
  /** Columns that restrict who sees what, and that the school does not use. */
  unused: v.optional(v.array(v.string())),
});
const manifestSchema = v.object({
  format: v.literal('schoolgate-bundle'),
  version: v.literal(1),
  source: v.string(),
  school: v.object({ urn: v.pipe(v.string(), v.regex(/^\d{5,7}$/)), laestab: v.optional(v.string()), name: v.string() }),
  extractedAt: v.pipe(
    v.string(),
    v.check(hasZone),
    v.transform((text) => new Date(text).toISOString()),
  ),
  academicYear: v.string(),
  files: v.record(v.string(), fileEntry),
  limits: v.optional(limitsSchema),
});

export type FileEntry = v.InferOutput<typeof fileEntry>;

export interface Manifest {
  readonly school: { readonly urn: string; readonly name: string };
  readonly extractedAt: Instant;
  readonly files: Readonly<Record<string, FileEntry>>;
  /** How much may change without being asked about, where the school wants it otherwise. */
  readonly limits?: Partial<Limits> | undefined;
}

/** Reads bundle.json. Undefined with a finding where it is missing or not as it should be. */
export async function readManifest(folder: string, findings: Findings): Promise<Manifest | undefined> {
  const read = await readJson(folder);
  if ('problem' in read) {
    findings.add(finding(read.problem, { file: manifestFile }));
    return undefined;
  }
  const parsed = v.safeParse(manifestSchema, read.json);
  if (!parsed.success) {
    findings.add(finding('PKG-10', { file: manifestFile, column: v.getDotPath(parsed.issues[0]) ?? undefined }));
    return undefined;
  }
  Object.entries(parsed.output.files).flatMap(entryProblems).forEach(findings.add);
  return parsed.output;
}

function entryProblems([file, entry]: readonly [string, FileEntry]): readonly Finding[] {
  const at = (column: string) => ({ file: manifestFile, column });
  const hasNoWindow = entry.mode === 'window' && (!entry.from || !entry.to || entry.to < entry.from);
  return [
    ...(entry.mode === 'delta' ? [finding('PKG-11', at(`files.${file}.mode`))] : []),
    ...(hasNoWindow ? [finding('PKG-12', at(`files.${file}`))] : []),
    ...(entry.mode !== 'absent' && entry.rows === undefined ? [finding('PKG-13', at(`files.${file}.rows`))] : []),
  ];
}

/** The days that a file speaks about. Undefined: all of them. */
export function windowOf(manifest: Manifest, file: string): DateRange | undefined {
  const entry = manifest.files[file];
  return entry?.mode === 'window' && entry.from && entry.to ? { from: entry.from, to: entry.to } : undefined;
}

function hasZone(text: string): boolean {
  return /(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(new Date(text).getTime());
}

async function readJson(folder: string): Promise<{ readonly json: unknown } | { readonly problem: 'PKG-07' | 'PKG-08' | 'PKG-09' }> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestFile), 'utf8');
  } catch {
    // Which of the two is missing is what the person can mend; the system's text would tell the path.
    return { problem: (await isFolder(folder)) ? 'PKG-07' : 'PKG-08' };
  }
  try {
    // Windows tools put a byte order mark before JSON.
    return { json: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch {
    // The parser's text would quote the file.
    return { problem: 'PKG-09' };
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Not there: that is the answer.
    return false;
  }
}
