import { execFile } from 'node:child_process';
import { join } from 'node:path';

interface Ran {
  readonly exitCode: number;
  readonly told: string;
}

const root = join(__dirname, '../..');

/** Runs the command line as `npm run schoolgate --` does, without a token. */
const schoolgate = (...words: readonly string[]) => schoolgateWith('', ...words);

function schoolgateWith(token: string, ...words: readonly string[]): Promise<Ran> {
  const environment = { ...process.env, SCHOOLGATE_TOKEN: token };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'staging/cli.ts'), ...words],
      { env: environment },
      (error, output, complaint) => {
        resolve({ exitCode: typeof error?.code === 'number' ? error.code : error ? -1 : 0, told: output + complaint });
      },
    );
  });
}

describe('the schoolgate command', () => {
  it('explains its commands and exit codes', async () => {
    const { exitCode, told } = await schoolgate('--help');
    expect(exitCode).toBe(0);
    expect((await schoolgate('stage', '--help')).told).toMatch(
      /--approve[\s\S]*--limit[\s\S]*0 {2}published[\s\S]*3 {2}somebody who should be shut out/,
    );
    expect(told).toMatch(/provision[\s\S]*stage/);
  });

  it('says what is wrong with an address, and leaves with 2', async () => {
    const { exitCode, told } = await schoolgate('stage', 'folder', '--site', 'nonsense');
    expect([exitCode, told]).toEqual([2, expect.stringContaining('This should be an address that begins with https://.')]);
  });

  it('asks for a token wherever the site is, and leaves with 2', async () => {
    for (const site of ['https://school.example/sites/parents', 'http://localhost:9/sites/parents']) {
      const { exitCode, told } = await schoolgate('provision', '--site', site);
      expect([exitCode, told]).toEqual([2, 'Set SCHOOLGATE_TOKEN to a bearer token for the site.\n']);
    }
  });

  it('says in words that a site does not answer', async () => {
    const { exitCode, told } = await schoolgateWith('local:anybody', 'provision', '--site', 'http://localhost:9/sites/parents');
    expect([exitCode, told]).toEqual([2, 'The site did not answer.\n']);
  });
});
