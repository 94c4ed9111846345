import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

declare global {
  // eslint-disable-next-line no-var -- a property of globalThis can be declared in no other way
  var schoolgateServer: ChildProcess | undefined;
}

/** One school for all journeys, started as `npm start` starts it, in a folder of its own. */
export default async function startSchool(): Promise<void> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'schoolgate-journeys-'));
  const server = spawn(process.execPath, ['--import', 'tsx', join('localsite', 'main.ts'), '--no-open'], {
    cwd: join(__dirname, '..', '..'),
    env: { ...process.env, PORT: String(port), SCHOOLGATE_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  globalThis.schoolgateServer = server;
  process.env['SCHOOLGATE_ADDRESS'] = await readyAddress(server);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port'))));
    });
  });
}

function readyAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const ready = /Schoolgate is ready at (\S+)/.exec(said)?.[1];
      if (ready) resolve(ready);
    });
    server.once('exit', (code) => reject(new Error(`The school did not start (exit ${code}). It said:\n${said}`)));
  });
}
