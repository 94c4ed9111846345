/** Loaded before a command that is measured. Its day is that of the export, and at its end it tells its peak memory on file descriptor 3. */
import { readFileSync, writeSync } from 'node:fs';
import { mock } from 'node:test';
import { morning } from './largeSchoolDay';

mock.timers.enable({ apis: ['Date'], now: new Date(morning) });
process.once('exit', () => writeSync(3, String(peakKiB())));

/** Linux counts what the parent held before the start into maxRSS; the process's own status does not. */
function peakKiB(): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    // Not Linux.
    return process.resourceUsage().maxRSS;
  }
}
