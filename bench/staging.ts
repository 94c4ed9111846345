/** What publishing a large school costs: npm run bench -- staging [--pupils 2000] */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { command } from '../tools/command';
import { adminEmail, publisherEmail } from '../localsite/start/demoPeople';
import { writeLargeSchool } from './largeSchool';

const root = join(__dirname, '..');
const Told = v.looseObject({ outcome: v.string(), seconds: v.record(v.string(), v.number()) });

interface Measured {
  readonly step: string;
  readonly outcome: string;
  readonly seconds: number;
  readonly peakMiB: number;
  /** Seconds by stage, as the command itself tells. */
  readonly stages: Readonly<Record<string, number>>;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { pupils: { type: 'string', default: '2000' } }, allowPositionals: true });
  const folder = mkdtempSync(join(tmpdir(), 'schoolgate-bench-'));
  let site: ChildProcess | undefined;
  try {
    const { accounts, rows } = await writeLargeSchool(folder, Number(values.pupils));
    await writeFile(join(folder, 'accounts.json'), JSON.stringify(accounts));
    console.log(`${count(rows['pupils.csv'])} pupils, ${count(rows['attendance.csv'])} marks`);
    site = fork(join(__dirname, 'site.ts'), [folder], {
      execArgv: ['--disable-warning=ExperimentalWarning', '--import', 'tsx'],
      cwd: root,
    });
    const [address] = v.parse(v.tuple([v.string()]), (await once(site, 'message')).slice(0, 1));
    await run('provision', '--site', address, '--owner', adminEmail, '--publisher', publisherEmail);
    const stage = (step: string, ...more: readonly string[]) => measured(step, 'stage', folder, '--site', address, ...more);
    tell(rows, [await stage('first load'), await stage('read, check and plan', '--dry-run'), await stage('nothing to do')]);
  } finally {
    site?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(rows: number | undefined): string {
  return (rows ?? 0).toLocaleString('en-GB');
}

async function measured(step: string, ...args: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const { output, peakKiB } = await run(...args);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const { outcome, seconds: stages } = v.parse(Told, JSON.parse(output.trim().split('\n').pop() ?? ''));
  return { step, outcome, seconds, stages, peakMiB: Math.round(peakKiB / 1024) };
}

/** Runs the real command in a process of its own. Throws where it ends with 2: nothing was done. */
async function run(...args: readonly string[]): Promise<{ readonly output: string; readonly peakKiB: number }> {
  const measure = ['--disable-warning=ExperimentalWarning', '--import', 'tsx', '--import', join(__dirname, 'measured.ts')];
  const child = spawn(process.execPath, [...measure, ...command, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'pipe'] });
  const memory = child.stdio[3];
  if (!child.stdout || !(memory instanceof Readable)) throw new Error('The command cannot be heard.');
  const [told, peak] = await Promise.all([text(child.stdout), text(memory), once(child, 'close')]);
  if (child.exitCode !== 0 && child.exitCode !== 1) throw new Error(`The command ended with ${child.exitCode}:\n${told}`);
  return { output: told, peakKiB: Number(peak) };
}

function tell(rows: Readonly<Record<string, number>>, results: readonly Measured[]): void {
  console.table(
    Object.fromEntries(results.map(({ step, outcome, seconds, peakMiB }) => [step, { seconds, 'peak MiB': peakMiB, outcome }])),
  );
  console.log(JSON.stringify({ bench: 'staging', rows, results }));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
