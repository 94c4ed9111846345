import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { damage, damagedColumn } from '../../samples/damage';
import { bytesOf, manifestOf, type ExportFile } from '../../samples/damagedExport';
import { cellsOf, firstRows, tableOf, textOf, type Table } from '../../samples/damagedTable';
import { damages, type DamageName } from '../../samples/damages';
import { demoSchoolFiles } from '../../samples/generate';
import { temporaryFolder } from '../kit/temporaryFolder';

/** Milliseconds: the command makes a whole school. */
const patience = 60_000;
const good = shortened(demoSchoolFiles('2026-11-23'), 350);

/** The first rows of each table are enough to see a damage, and a full table takes its time inside jest. */
function shortened(files: readonly ExportFile[], rows: number): readonly ExportFile[] {
  const short = files.map((file) =>
    file.name.endsWith('.csv')
      ? {
          ...file,
          text: textOf(
            tableOf(
              `${file.text
                .split('\r\n')
                .slice(0, rows + 1)
                .join('\r\n')}\r\n`,
            ),
          ),
        }
      : file,
  );
  const manifest = manifestOf(files);
  const entries = Object.entries(manifest.files).map(([name, entry]) => [
    name,
    { ...entry, rows: tableIn(short, name).rows.length, sha256: sha256Of(fileIn(short, name)) },
  ]);
  return short.map((file) =>
    file.name === 'bundle.json' ? { ...file, text: JSON.stringify({ ...manifest, files: Object.fromEntries(entries) }) } : file,
  );
}

function fileIn(files: readonly ExportFile[], name: string): ExportFile {
  const found = files.find((file) => file.name === name);
  if (!found) throw new Error(`There is no ${name}`);
  return found;
}

function tableIn(files: readonly ExportFile[], name: string): Table {
  return tableOf(fileIn(files, name).text);
}

function cellsIn(files: readonly ExportFile[], name: string, column: string): readonly string[] {
  return cellsOf(tableIn(files, name), column);
}

function sha256Of(file: ExportFile): string {
  return createHash('sha256').update(bytesOf(file)).digest('hex');
}

/** Names of the files whose bytes differ, or that are gone. */
function differing(after: readonly ExportFile[]): string[] {
  const left = new Map(after.map((file) => [file.name, sha256Of(file)]));
  return good.filter((file) => left.get(file.name) !== sha256Of(file)).map((file) => file.name);
}

/** Rows that differ, by number. */
function differingRows(after: readonly ExportFile[], name: string): number[] {
  const rows = tableIn(after, name).rows.map((row) => row.join('\n'));
  return tableIn(good, name).rows.flatMap((row, index) => (row.join('\n') === rows[index] ? [] : [index]));
}

const sorted = (cells: readonly string[]): readonly string[] => cells.toSorted();

describe.each(damages.map((one) => [one.name, one] as const))('The damage %s', (name, { changes, words }) => {
  const after = damage(good, name);

  it('changes the files that it is about and leaves the others as they are', () => {
    const about = changes.flatMap((change) => ('file' in change ? [change.file] : []));
    expect(differing(after).sort()).toEqual([...new Set(['bundle.json', ...about])].sort());
    expect(after.filter((file) => !good.some(({ name: known }) => known === file.name))).toEqual([]);
  });

  it('is described by a manifest that agrees with the files, unless the manifest is what is damaged', () => {
    const { files } = manifestOf(after);
    for (const file of after.filter((one) => one.name in files && !changes.some((change) => 'manifest' in change))) {
      expect(files[file.name]?.sha256).toBe(sha256Of(file));
      if (!changes.some((change) => 'text' in change)) expect(files[file.name]?.rows).toBe(tableOf(file.text).rows.length);
    }
  });

  it('is told in one sentence', () => expect(words).toMatch(/^[^\n]+\.$/));
});

describe('The catalogue', () => {
  it('marks as harmless what says the same in another dress, and nothing else', () => {
    const harmless = damages.filter((one) => one.harmless).map((one) => one.name);
    expect(harmless.filter((name) => !/-(columns-reordered|extra-column|rows-reordered|byte-order-mark|line-feeds)$/.test(name))).toEqual(
      [],
    );
    expect(harmless).toHaveLength(3 * 11 + 2 * 4);
  });
});

describe('A damaged export', () => {
  it('has the same bytes for the same seed, and other rows changed for another', () => {
    const names: readonly DamageName[] = ['two-emails-swapped', 'pupil-id-reused', 'relationships-rows-reordered', 'pupils-one-row'];
    for (const name of names) {
      expect(damage(good, name, { seed: 7 })).toEqual(damage(good, name, { seed: 7 }));
      expect(damage(good, name, { seed: 7 })).not.toEqual(damage(good, name, { seed: 8 }));
    }
  });

  it('is a minute newer than the good one, or as many as asked for', () => {
    expect(manifestOf(damage(good, 'emails-shifted')).extractedAt).toBe('2026-11-23T09:31:00.000Z');
    expect(manifestOf(damage(good, 'emails-shifted', { minutes: 90 })).extractedAt).toBe('2026-11-23T11:00:00.000Z');
    expect(manifestOf(damage(good, 'manifest-a-day-ahead')).extractedAt).toBe('2026-11-24T09:31:00.000Z');
  });

  it('can be damaged again', () => {
    const twiceDamaged = damage(damage(good, 'emails-shifted'), 'emails-shifted');
    expect(cellsIn(twiceDamaged, 'contacts.csv', 'email')[2]).toBe(cellsIn(good, 'contacts.csv', 'email')[0]);
    expect(manifestOf(twiceDamaged).extractedAt).toBe('2026-11-23T09:32:00.000Z');
  });

  it('needs the file and the column that are to be damaged', () => {
    expect(() =>
      damage(
        good.filter((file) => file.name !== 'contacts.csv'),
        'emails-shifted',
      ),
    ).toThrow('The export has no contacts.csv');
    expect(() => damagedColumn(good, 'contacts.csv', 'shoeSize', 'sort')).toThrow('The table has no column shoeSize');
  });
});

describe('A column in the wrong place', () => {
  const columns = fc.constantFrom(
    ...good
      .filter((file) => file.name.endsWith('.csv'))
      .flatMap((file) => tableOf(file.text).header.map((column) => [file.name, column] as const)),
  );

  it('keeps its values when it is shifted, sorted or reversed, whichever it is, and the other columns as they were', () => {
    fc.assert(
      fc.property(columns, fc.constantFrom('shift', 'sort', 'reverse'), ([file, column], kind) => {
        const after = damagedColumn(good, file, column, kind);
        expect(sorted(cellsIn(after, file, column))).toEqual(sorted(cellsIn(good, file, column)));
        const others = tableIn(good, file).header.filter((other) => other !== column);
        expect(others.filter((other) => cellsIn(after, file, other).join('\n') !== cellsIn(good, file, other).join('\n'))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('stands one row too low when it is shifted, and is empty when it is blank', () => {
    const emails = cellsIn(good, 'contacts.csv', 'email');
    const after = cellsIn(damage(good, 'emails-shifted'), 'contacts.csv', 'email');
    expect(after.slice(1)).toEqual(emails.slice(0, -1));
    expect(after[0]).toBe(emails.at(-1));
    expect(new Set(cellsIn(damage(good, 'court-order-blank'), 'relationships.csv', 'courtOrder'))).toEqual(new Set(['']));
  });

  it('holds what the other one held when headers are swapped', () => {
    const after = damage(good, 'court-order-swapped');
    expect(cellsIn(after, 'relationships.csv', 'courtOrder')).toEqual(cellsIn(good, 'relationships.csv', 'unsubscribed'));
    expect(cellsIn(after, 'relationships.csv', 'unsubscribed')).toEqual(cellsIn(good, 'relationships.csv', 'courtOrder'));
  });

  it('is gone or has another name where it restricted', () => {
    expect(tableIn(damage(good, 'portal-access-missing'), 'relationships.csv').header).not.toContain('portalAccess');
    const renamed = damage(good, 'portal-access-renamed');
    expect(tableIn(renamed, 'relationships.csv').header).not.toContain('portalAccess');
    expect(cellsIn(renamed, 'relationships.csv', 'onlineAccount')).toEqual(cellsIn(good, 'relationships.csv', 'portalAccess'));
  });
});

describe('One row that means somebody else', () => {
  it('swaps the e-mails of two adults and of nobody else', () => {
    const after = damage(good, 'two-emails-swapped');
    const [first = -1, second = -1, ...more] = differingRows(after, 'contacts.csv');
    const [before, now] = [cellsIn(good, 'contacts.csv', 'email'), cellsIn(after, 'contacts.csv', 'email')];
    expect(more).toEqual([]);
    expect([now[first], now[second]]).toEqual([before[second], before[first]]);
  });

  it.each([
    ['contact-id-reused', 'contacts.csv', 'contactId'],
    ['pupil-id-reused', 'pupils.csv', 'pupilId'],
    ['one-link-moved', 'relationships.csv', 'pupilId'],
  ] as const)('%s changes one row and keeps its id', (name, file, id) => {
    const after = damage(good, name);
    expect(differingRows(after, file)).toHaveLength(1);
    expect(cellsIn(after, file, id)).toEqual(cellsIn(good, file, id));
  });
});

describe('Rows', () => {
  const pupils = tableIn(good, 'pupils.csv');

  it("are cut at a row's end", () => {
    expect(tableIn(damage(good, 'pupils-half'), 'pupils.csv')).toEqual(firstRows(pupils, 0.5));
    expect(tableIn(damage(good, 'pupils-nine-tenths'), 'pupils.csv').rows).toHaveLength(216);
    expect(tableIn(damage(good, 'pupils-one-tenth'), 'pupils.csv').rows).toHaveLength(24);
    expect(tableIn(damage(good, 'pupils-empty'), 'pupils.csv')).toEqual({ header: pupils.header, rows: [] });
    expect(tableIn(damage(good, 'pupils-one-row'), 'pupils.csv').rows).toHaveLength(1);
  });

  it('are there again', () => {
    expect(tableIn(damage(good, 'pupils-doubled'), 'pupils.csv').rows).toEqual([...pupils.rows, ...pupils.rows]);
    expect(tableIn(damage(good, 'pupils-some-rows-twice'), 'pupils.csv').rows).toHaveLength(266);
  });

  it('say the same in another order of rows or columns', () => {
    const told = ({ header, rows }: Table): readonly string[] =>
      sorted(rows.map((row) => sorted(row.map((cell, index) => `${header[index]}=${cell}`)).join('\n')));
    for (const name of ['pupils-rows-reordered', 'pupils-columns-reordered'] as const)
      expect(told(tableIn(damage(good, name), 'pupils.csv'))).toEqual(told(pupils));
  });
});

describe('Cells', () => {
  it('are written as other programs do', () => {
    const first = (name: DamageName, file: string, column: string): string | undefined => cellsIn(damage(good, name), file, column)[0];
    expect(first('birth-dates-american', 'pupils.csv', 'dateOfBirth')).toBe('03/14/2015');
    expect(first('birth-dates-british', 'pupils.csv', 'dateOfBirth')).toBe('14/03/2015');
    expect(first('calendar-a-year-ahead', 'school-days.csv', 'date')).toBe('2027-02-22');
    expect(first('pupils-ids-as-numbers', 'pupils.csv', 'pupilId')).toBe('1001');
    expect(first('pupils-ids-in-exponents', 'pupils.csv', 'pupilId')).toBe('1.0E+03');
    expect(first('flags-yes-no', 'pupils.csv', 'restricted')).toBe('No');
    expect(first('flags-true-false', 'contacts.csv', 'deceased')).toBe('FALSE');
  });

  it('are a megabyte long or hold a zero byte, one in the whole table', () => {
    expect(cellsIn(damage(good, 'classes-huge-cell'), 'classes.csv', 'name').filter((cell) => cell.length > 1_000_000)).toHaveLength(1);
    expect(cellsIn(damage(good, 'contacts-nul'), 'contacts.csv', 'surname').filter((cell) => cell.includes('\u0000'))).toHaveLength(1);
  });
});

describe('Text', () => {
  const textAfter = (name: DamageName, file: string): string => fileIn(damage(good, name), file).text;

  it('has a quote that is never closed, in row 5 or the last one', () => {
    const [before, early, late] = [
      fileIn(good, 'pupils.csv').text,
      textAfter('pupils-stray-quote', 'pupils.csv'),
      textAfter('pupils-stray-quote-at-end', 'pupils.csv'),
    ].map((text) => text.split('\r\n'));
    expect(early?.filter((line, index) => line !== before?.[index])).toEqual([before?.[5]?.replace(',', ',"')]);
    expect(late?.filter((line, index) => line !== before?.[index])).toEqual([before?.at(-2)?.replace(',', ',"')]);
    expect(() => tableOf(textAfter('pupils-stray-quote', 'pupils.csv'))).toThrow();
  });

  it('ends in the middle of a row', () => {
    const text = textAfter('attendance-cut-in-row', 'attendance.csv');
    expect(fileIn(good, 'attendance.csv').text.startsWith(text)).toBe(true);
    expect(text.endsWith('\n')).toBe(false);
    expect(manifestOf(damage(good, 'attendance-cut-in-row')).files['attendance.csv']?.rows).toBe(175);
  });

  it('is in another encoding', () => {
    const file = fileIn(damage(good, 'contacts-windows-1252'), 'contacts.csv');
    expect(bytesOf(file)).toHaveLength(file.text.length);
    expect(
      bytesOf(fileIn(damage(good, 'pupils-utf-16'), 'pupils.csv'))
        .subarray(0, 2)
        .toString('hex'),
    ).toBe('fffe');
  });
});

describe('The manifest', () => {
  it('leaves attendance out, calls it absent, or names a file that is lost', () => {
    expect(manifestOf(damage(good, 'attendance-not-named')).files['attendance.csv']).toBeUndefined();
    expect(manifestOf(damage(good, 'attendance-absent')).files['attendance.csv']).toEqual({ mode: 'absent' });
    const lost = damage(good, 'pupils-lost');
    expect(manifestOf(lost).files['pupils.csv']).toEqual(manifestOf(good).files['pupils.csv']);
    expect(lost.map((file) => file.name)).not.toContain('pupils.csv');
  });
});

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
