import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const Serving = v.object({ process: v.number(), port: v.number() });

/**
 * Takes a folder for this process: two schools over one database would overwrite each other. Answers how to give it back.
 * Throws, in words, when a process that still runs has it; what a killed one left behind is taken over.
 */
export function acquireLock(folder: string, port: number): () => void {
  const file = join(folder, 'serving.json');
  const other = existsSync(file) ? v.safeParse(Serving, JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  if (other?.success && other.output.process !== process.pid && isRunning(other.output.process)) {
    throw new Error(
      `This school is already being served at http://localhost:${other.output.port}/sites/school. Stop that one first, or give this one a folder of its own in SCHOOLGATE_FOLDER.`,
    );
  }
  writeFileSync(file, JSON.stringify({ process: process.pid, port }));
  return () => rmSync(file, { force: true });
}

function isRunning(id: number): boolean {
  try {
    // Signal 0 asks whether the process is there and sends nothing.
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
