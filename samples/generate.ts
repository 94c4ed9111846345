/** Makes the demo school: tsx samples/generate.ts [folder] [--today YYYY-MM-DD] */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SchoolDate } from '../src/domain/time/schoolDate';
import { demoPeople, directory } from './accounts';
import { bundleFiles } from './bundle';
import { isSchoolDate } from './dates';
import { peopleOf } from './people';
import { schoolYearAround } from './schoolYear';
import { siteContent } from './siteContent';

export interface DemoSchoolOptions {
  /** The day on which the school is seen: the export is of half past nine that morning. */
  readonly today: SchoolDate;
  /** Made if missing; files of the same names are replaced. */
  readonly folder: string;
  /** Where it is earlier than half past nine of the day, the export is of now. */
  readonly now?: Date;
}

/**
 * Writes the neutral bundle of Oakfield School, and beside it people.json (who to be), accounts.json (everybody who can sign in) and
 * site-content.json (what staff type in). The same day gives the same bytes. Throws where today is no date 'YYYY-MM-DD'.
 */
export async function generateDemoSchool({ today, folder, now }: DemoSchoolOptions): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of demoSchoolFiles(today, now)) await writeFile(join(folder, name), text);
}

/** The same files in memory. */
export function demoSchoolFiles(today: SchoolDate, now?: Date): { readonly name: string; readonly text: string }[] {
  if (!isSchoolDate(today)) throw new Error('The day must be a date like 2026-11-23');
  const schoolYear = schoolYearAround(today);
  const people = peopleOf(schoolYear);
  const demo = demoPeople(schoolYear, people);
  return [
    ...bundleFiles(schoolYear, people, now),
    { name: 'people.json', text: json(demo) },
    { name: 'accounts.json', text: json(directory(demo, people)) },
    { name: 'site-content.json', text: json(siteContent(schoolYear)) },
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { today: { type: 'string' } }, allowPositionals: true });
  const today = values.today ?? new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  const folder = positionals[0] ?? join(__dirname, 'oakfield');
  await generateDemoSchool({ today, folder, now: new Date() });
  process.stdout.write(`Oakfield School as of ${today} is in ${folder}\n`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'The demo school could not be made'}\n`);
    process.exitCode = 2;
  });
}
