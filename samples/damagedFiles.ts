/** The part of the catalogue that is about whole files: what the manifest says of them, and how their text is written. */
import { openQuote, quoteInCell, withoutHeader } from './damagedText';
import { damaged, each, oneCell, text, encoded, manifest, entry, dated, type Damage } from './damageChanges';
import { pupils, contacts, attendance, mainFiles, filesWithNames } from './damagePlaces';

const megabyte = 'All work and no play. '.repeat(50_000);

export const fileDamages = {
  // What the manifest says.
  'attendance-not-named': damaged(
    'attendance.csv is there, but bundle.json does not name it.',
    manifest(({ files, ...more }) => ({
      ...more,
      files: Object.fromEntries(Object.entries(files).filter(([name]) => name !== attendance)),
    })),
  ),
  'attendance-absent': damaged(
    'bundle.json says that attendance is not delivered.',
    entry(attendance, () => ({ mode: 'absent' })),
  ),
  'manifest-half-an-hour-ahead': damaged("The export's clock is half an hour fast.", dated(30)),
  'manifest-a-day-ahead': damaged("The export's clock is a day fast.", dated(24 * 60)),
  'manifest-a-day-old': damaged('The export is dated a day earlier than the one before.', dated(-24 * 60)),
  'manifest-of-another-school': damaged(
    'The export is of a school with another URN.',
    manifest((was) => ({ ...was, school: { name: 'Ashfield School', urn: '999902' } })),
  ),
  'manifest-wrong-rows': damaged(
    'bundle.json counts one pupil more than there is.',
    entry(pupils, (was) => ({ ...was, rows: (was.rows ?? 0) + 1 })),
  ),
  'manifest-wrong-sha256': damaged(
    'pupils.csv is another file than bundle.json was made for.',
    entry(pupils, (was) => ({ ...was, sha256: '0'.repeat(64) })),
  ),

  // Text that is not what a reader of CSV expects.
  ...each(mainFiles, 'stray-quote', (file) =>
    damaged(
      `A quote is opened in row 5 of ${file} and never closed.`,
      text(file, (was) => openQuote(was, 5)),
    ),
  ),
  ...each(mainFiles, 'stray-quote-at-end', (file) =>
    damaged(
      `A quote is opened in the last row of ${file} and never closed.`,
      text(file, (was) => openQuote(was, -1)),
    ),
  ),
  ...each(mainFiles, 'quote-in-cell', (file) =>
    damaged(
      `A quote stands within a cell of row 5 of ${file}.`,
      text(file, (was) => quoteInCell(was, 5)),
    ),
  ),
  ...each(mainFiles, 'without-header', (file) =>
    damaged(`${file} begins with its first row: the header is missing.`, text(file, withoutHeader)),
  ),
  ...each(filesWithNames, 'windows-1252', (file) =>
    damaged(`${file} is in Windows-1252; letters that it lacks became question marks.`, encoded(file, 'win1252')),
  ),
  ...each(filesWithNames, 'utf-16', (file) =>
    damaged(`${file} is in UTF-16, as "Unicode text" of a spreadsheet is.`, encoded(file, 'utf16le')),
  ),
  'pupils-huge-cell': damaged('The preferred name of one pupil is a megabyte long.', oneCell(pupils, 'preferredForename', megabyte)),
  'homework-huge-cell': damaged('The description of one homework is a megabyte long.', oneCell('homework.csv', 'description', megabyte)),
  'classes-huge-cell': damaged('The name of one class is a megabyte long.', oneCell('classes.csv', 'name', megabyte)),
  'contacts-nul': damaged('The surname of one adult holds a zero byte.', oneCell(contacts, 'surname', 'New\u0000come')),
  'homework-nul': damaged('The title of one homework holds a zero byte.', oneCell('homework.csv', 'title', 'Fractions\u0000')),
} as const satisfies Readonly<Record<string, Damage>>;
