import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock } from '../../localsite/start/acquireLock';
import { asksForPage, startingPage } from '../../localsite/start/startingPage';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schoolgate-claim-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the folder of a school', () => {
  it('is not taken from a process that serves it', () => {
    writeFileSync(join(folder, 'serving.json'), JSON.stringify({ process: process.ppid, port: 5000 }));
    expect(() => acquireLock(folder, 4321)).toThrow('already being served at http://localhost:5000/sites/school');
  });

  it('is taken over from a process that was killed', () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    writeFileSync(join(folder, 'serving.json'), JSON.stringify({ process: gone, port: 5000 }));
    expect(() => acquireLock(folder, 4321)).not.toThrow();
  });

  it('is free again once it was given back', () => {
    acquireLock(folder, 4321)();
    expect(() => acquireLock(folder, 4322)).not.toThrow();
  });
});

describe('a school that is still being made', () => {
  it('tells a browser so, which tries again, and lets staging through', () => {
    expect(asksForPage(new Request('http://localhost/sites/school', { headers: { accept: 'text/html,*/*' } }))).toBe(true);
    expect(asksForPage(new Request('http://localhost/sites/school/_api/web', { headers: { accept: 'application/json' } }))).toBe(false);
    expect([startingPage().status, startingPage().headers.get('refresh')]).toEqual([503, '3']);
  });
});
