import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tableOf } from '../../samples/damagedTable';
import { damages } from '../../samples/damages';
import { temporaryFolder } from '../kit/temporaryFolder';

/** Milliseconds: the command makes a whole school. */
const patience = 60_000;

interface Ran {
  readonly exitCode: number;
  readonly told: string;
}

function run(...words: readonly string[]): Promise<Ran> {
  const root = join(__dirname, '../..');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'samples/damage.ts'), ...words],
      (error, output, complaint) => {
        resolve({ exitCode: typeof error?.code === 'number' ? error.code : error ? -1 : 0, told: output + complaint });
      },
    );
  });
}

describe('The command', () => {
  it(
    'lists every damage with its sentence',
    async () => {
      const { exitCode, told } = await run();
      expect(exitCode).toBe(0);
      for (const { name, words } of damages)
        expect(told).toMatch(new RegExp(`^${name} .*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'm'));
    },
    patience,
  );

  it(
    'tells an unknown name with the list, and leaves with 2',
    async () => {
      const { exitCode, told } = await run('coffee-on-keyboard');
      expect([exitCode, told]).toEqual([2, expect.stringMatching(/There is no damage coffee-on-keyboard[\s\S]*emails-shifted/)]);
    },
    patience,
  );

  it(
    'writes the damaged demo school, and damages again what it wrote',
    async () => {
      const [first, second] = [await temporaryFolder(), await temporaryFolder()];
      const { exitCode, told } = await run('pupils-half', first, '--today', '2026-11-23');
      expect([exitCode, told]).toEqual([0, `The second half of the rows of pupils.csv is missing.\nThe damaged export is in ${first}\n`]);
      expect(await readdir(first)).toEqual(expect.arrayContaining(['bundle.json', 'attendance.csv', 'pupils.csv']));
      expect(tableOf(await readFile(join(first, 'pupils.csv'), 'utf8')).rows).toHaveLength(120);
      await run('attendance-lost', second, '--from', first);
      expect(await readFile(join(second, 'pupils.csv'))).toEqual(await readFile(join(first, 'pupils.csv')));
      expect(await readdir(second)).not.toContain('attendance.csv');
    },
    patience,
  );

  it(
    'never writes over the export that it damages',
    async () => {
      const { exitCode, told } = await run('pupils-half', '.', '--from', '.');
      expect([exitCode, told]).toEqual([2, expect.stringContaining('choose another folder')]);
    },
    patience,
  );
});
