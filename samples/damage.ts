/** Damages an export as schools do: tsx samples/damage.ts [NAME [folder]] [--from FOLDER] [--today YYYY-MM-DD] [--seed N] [--minutes N] */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bytesOf, changedExport, manifestOf, type ExportFile } from './damagedExport';
import { damageColumn, type ColumnDamage } from './damagedTable';
import { catalogue, damages, isDamageName, type DamageName } from './damages';
import { demoSchoolFiles } from './generate';
import { between } from './random';

export interface DamageOptions {
  /** Chooses the rows where only some are damaged. The same seed gives the same bytes. */
  readonly seed?: number;
  /** By how much the damaged export is newer than the good one. */
  readonly minutes?: number;
}

/** The export with one damage of the catalogue. Files that it is not about are handed on as they are. Throws where it lacks what is to be damaged. */
export function damage(
  files: readonly ExportFile[],
  name: DamageName,
  { seed = 1, minutes = 1 }: DamageOptions = {},
): readonly ExportFile[] {
  return changedExport(files, catalogue[name].changes, {
    minutes,
    draw: (label, count) => between(`${seed} ${name} ${label}`, 0, count - 1),
  });
}

/** The export with any column of any of its files in the wrong place or order. Throws where there is no such file or column. */
export function damagedColumn(
  files: readonly ExportFile[],
  file: string,
  column: string,
  kind: ColumnDamage,
  { minutes = 1 }: DamageOptions = {},
): readonly ExportFile[] {
  return changedExport(files, [{ file, table: (table) => damageColumn(table, column, kind) }], { minutes, draw: () => 0 });
}

/** What the command says about every damage, a line each. */
export function listOfDamages(): string {
  const width = Math.max(...damages.map((one) => one.name.length));
  return damages.map(({ name, words, harmless }) => `${name.padEnd(width)}  ${words}${harmless ? ' (harmless)' : ''}\n`).join('');
}

/** The bundle in a folder: bundle.json and the files that it names and that are there. Throws where one is not UTF-8. */
async function readBundle(folder: string): Promise<readonly ExportFile[]> {
  const read = async (name: string): Promise<ExportFile> => ({
    name,
    text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(join(folder, name))),
  });
  const manifest = await read('bundle.json');
  const named = Object.entries(manifestOf([manifest]).files)
    .filter(([, entry]) => entry.mode !== 'absent')
    .map(([name]) => name);
  return [manifest, ...(await Promise.all(named.map(read)))];
}

function demoBundle(today: string): readonly ExportFile[] {
  const files = demoSchoolFiles(today, new Date());
  const { files: named } = manifestOf(files);
  return files.filter(({ name }) => name === 'bundle.json' || name in named);
}

/** Writes the damaged files; one that the damage takes away is not left lying from before. */
async function write(folder: string, good: readonly ExportFile[], damagedFiles: readonly ExportFile[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name } of good) await rm(join(folder, name), { force: true });
  for (const file of damagedFiles) await writeFile(join(folder, file.name), bytesOf(file));
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const {
    values,
    positionals: [name, folder = join(__dirname, 'damaged', name ?? '')],
  } = parseArgs({
    options: { list: { type: 'boolean' }, from: text, today: text, seed: text, minutes: text },
    allowPositionals: true,
  });
  if (name === undefined || values.list) {
    process.stdout.write(listOfDamages());
    return;
  }
  if (!isDamageName(name)) throw new Error(`There is no damage ${name}. There are:\n${listOfDamages()}`);
  if (values.from !== undefined && resolve(values.from) === resolve(folder))
    throw new Error('The damaged export would replace the good one: choose another folder.');
  const today = values.today ?? new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  const good = values.from === undefined ? demoBundle(today) : await readBundle(values.from);
  await write(folder, good, damage(good, name, { seed: numberOf(values.seed), minutes: numberOf(values.minutes) }));
  process.stdout.write(`${catalogue[name].words}\nThe damaged export is in ${folder}\n`);
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d{1,9}$/.test(text)) throw new Error('--seed and --minutes are whole numbers');
  return Number(text);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'The damaged export could not be made'}\n`);
    process.exitCode = 2;
  });
}
