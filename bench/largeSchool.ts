/** The demo school many times over: as many pupils as asked for, everybody with ids, names and addresses of their own. */
import { createHash } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { csv } from '../samples/csv';
import { demoSchoolFiles } from '../samples/generate';
import { upn } from '../samples/upn';
import { today } from './largeSchoolDay';

const Account = v.object({ email: v.string(), name: v.string(), isGuest: v.boolean() });
const Manifest = v.looseObject({ files: v.record(v.string(), v.looseObject({})) });
const Tables = v.array(v.array(v.string()));

export interface LargeSchool {
  /** Everybody who can sign in: staff, and every adult with an address. */
  readonly accounts: readonly v.InferOutput<typeof Account>[];
  /** Rows by file. */
  readonly rows: Readonly<Record<string, number>>;
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Whose rows a copy of the school has. */
interface Copy {
  readonly number: number;
  readonly pupils: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
}

/** Writes the bundle of a school with that many pupils into a folder. The same number gives the same bytes. */
export async function writeLargeSchool(folder: string, pupils: number): Promise<LargeSchool> {
  const texts = new Map(demoSchoolFiles(today).map(({ name, text }) => [name, text]));
  const textOf = (name: string) => texts.get(name) ?? '';
  const tableOf = (name: string) => readTable(textOf(name));
  const copies = copiesOf(pupils, tableOf('pupils.csv'), tableOf('relationships.csv'));
  const manifest = v.parse(Manifest, JSON.parse(textOf('bundle.json')));
  const files: Record<string, object> = {};
  const rows: Record<string, number> = {};
  for (const [name, entry] of Object.entries(manifest.files)) {
    // All of them live by one calendar.
    const written = await writeTable(join(folder, name), tableOf(name), name === 'school-days.csv' ? copies.slice(0, 1) : copies);
    files[name] = { ...entry, ...written };
    rows[name] = written.rows;
  }
  await writeFile(join(folder, 'bundle.json'), JSON.stringify({ ...manifest, files }));
  const accounts = v.parse(v.array(Account), JSON.parse(textOf('accounts.json')));
  return {
    rows,
    accounts: [
      ...accounts,
      ...copies.slice(1).flatMap(({ number }) => accounts.map((each) => ({ ...each, email: emailOf(each.email, number) }))),
    ],
  };
}

function readTable(text: string): Table {
  const [header = [], ...rows] = v.parse(Tables, parse(text));
  return { header, rows };
}

/** Whole schools, and of the last one as many pupils as are still missing, with their adults. */
function copiesOf(wanted: number, pupils: Table, relationships: Table): readonly Copy[] {
  const ids = pupils.rows.map(([id = '']) => id);
  return Array.from({ length: Math.ceil(wanted / ids.length) }, (_, number) => {
    const some = new Set(ids.slice(0, wanted - number * ids.length));
    const linked = relationships.rows.filter(([pupilId = '']) => some.has(pupilId)).map(([, contactId = '']) => contactId);
    return { number, pupils: some, contacts: new Set(linked) };
  });
}

async function writeTable(
  path: string,
  { header, rows }: Table,
  copies: readonly Copy[],
): Promise<{ readonly rows: number; readonly sha256: string }> {
  const file = await open(path, 'w');
  const hash = createHash('sha256');
  const write = async (text: string) => {
    hash.update(text);
    await file.write(text);
  };
  await write(csv(header, []));
  let count = 0;
  for (const copy of copies) {
    const [first, ...others] = copied(header, rows, copy);
    count += first ? others.length + 1 : 0;
    if (first) await write(csv(first, others));
  }
  await file.close();
  return { rows: count, sha256: hash.digest('hex') };
}

function copied(header: readonly string[], rows: Table['rows'], { number, pupils, contacts }: Copy): readonly (readonly string[])[] {
  const [pupil, contact] = [header.indexOf('pupilId'), header.indexOf('contactId')];
  const isIn = (id: string | undefined, ids: ReadonlySet<string>) => id === undefined || id === '' || ids.has(id);
  const kept = rows.filter((row) => isIn(row[pupil], pupils) && isIn(row[contact], contacts));
  if (number === 0) return kept;
  const changes = header.map((name) => changeOf[name]);
  return kept.map((row) => row.map((cell, place) => (cell === '' ? cell : (changes[place]?.(cell, number) ?? cell))));
}

type Change = (cell: string, copy: number) => string;

const suffixed: Change = (cell, copy) => `${cell}-${copy}`;
const emailOf: Change = (cell, copy) => cell.replace('@', `.${copy}@`);

/** What may not be the same in two copies of the school. */
const changeOf: Readonly<Record<string, Change>> = {
  pupilId: suffixed,
  contactId: suffixed,
  classId: suffixed,
  lessonId: suffixed,
  eventId: suffixed,
  homeworkId: suffixed,
  admissionNo: suffixed,
  regGroup: suffixed,
  legalSurname: suffixed,
  preferredSurname: suffixed,
  surname: suffixed,
  email: emailOf,
  schoolEmail: emailOf,
  // Another authority: the check letter differs with it.
  upn: (cell, copy) => upn(String(999 - copy), cell.slice(4, 8), cell.slice(8, 10), cell.slice(10)),
  uln: () => '',
};
