import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const Filled = v.object({
  /** The school day for which the demo school was made. */
  day: v.string(),
  /** Ids of the rows that were seeded, by list title: a later seeding replaces these and leaves what people wrote. */
  seeded: v.record(v.string(), v.array(v.number())),
});

export type Filled = v.InferOutput<typeof Filled>;

/** What an earlier start put into the site; undefined for a new site, or one whose first start did not finish. */
export function readFilled(folder: string): Filled | undefined {
  const file = join(folder, 'filled.json');
  return existsSync(file) ? v.parse(Filled, JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

export function writeFilled(folder: string, filled: Filled): void {
  writeFileSync(join(folder, 'filled.json'), JSON.stringify(filled, undefined, 2));
}

/** Forgets the site and the demo school in it; what was built for the browser stays. */
export function startOver(folder: string): void {
  ['site.sqlite', 'site.sqlite-wal', 'site.sqlite-shm', 'filled.json', 'demo-school'].forEach((name) => {
    rmSync(join(folder, name), { recursive: true, force: true });
  });
}
