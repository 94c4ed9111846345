/** The catalogue: each damage that schools really do to an export, by name. To add one, add a line. */
import { americanDate, asNumber, britishDate, daysLater, inExponents, trueOrFalse, yesOrNo } from './damagedCells';
import { minutesLater, type Change, type Encoding, type Manifest } from './damagedExport';
import {
  changeOneRow,
  copyOneCell,
  damageColumn,
  firstRows,
  mapColumn,
  oneRow,
  renameColumn,
  reverseColumns,
  shuffleRows,
  someRowsTwice,
  swapTwoCells,
  twice,
  withExtraColumn,
  withoutColumn,
  type ColumnDamage,
  type Draw,
  type Table,
} from './damagedTable';
import { cutInRow, openQuote, quoteInCell, withByteOrderMark, withLineFeeds, withoutHeader } from './damagedText';

export interface Damage {
  /** One sentence. */
  readonly words: string;
  /** True where the export still says the same: what is published must not change. */
  readonly harmless: boolean;
  readonly changes: readonly Change[];
}

const pupils = 'pupils.csv';
const contacts = 'contacts.csv';
const relationships = 'relationships.csv';
const days = 'school-days.csv';
const attendance = 'attendance.csv';

/** Large tables, and those that decide who sees whom. */
const mainFiles = { pupils, contacts, relationships, attendance };

const allFiles = {
  ...mainFiles,
  'school-days': days,
  behaviour: 'behaviour.csv',
  classes: 'classes.csv',
  'class-members': 'class-members.csv',
  lessons: 'lessons.csv',
  results: 'results.csv',
  homework: 'homework.csv',
};

/** Columns that say who is who, and are in no order of their own. */
const unordered = {
  emails: at(contacts, 'email'),
  'relationship-contacts': at(relationships, 'contactId'),
  forenames: at(pupils, 'legalForename'),
  surnames: at(pupils, 'legalSurname'),
  'birth-dates': at(pupils, 'dateOfBirth'),
  'court-orders': at(relationships, 'courtOrder'),
  responsibility: at(relationships, 'parentalResponsibility'),
};

const identifying = {
  ...unordered,
  'contact-ids': at(contacts, 'contactId'),
  'pupil-ids': at(pupils, 'pupilId'),
  'relationship-pupils': at(relationships, 'pupilId'),
  'attendance-pupils': at(attendance, 'pupilId'),
  'results-pupils': at('results.csv', 'pupilId'),
};

/** Columns that only ever take something away from somebody: without them, more would be seen. */
const restricting = {
  'portal-access': at(relationships, 'portalAccess', 'onlineAccount'),
  'valid-to': at(relationships, 'validTo', 'endDate'),
  areas: at(relationships, 'areas', 'sharedData'),
  'court-order': at(relationships, 'courtOrder', 'legalMarker'),
  deceased: at(contacts, 'deceased', 'dateOfDeath'),
  'on-roll-to': at(pupils, 'onRollTo', 'leavingDate'),
  'enrol-status': at(pupils, 'enrolStatus', 'status'),
  restricted: at(pupils, 'restricted', 'suppressed'),
  'parent-visible': at('behaviour.csv', 'parentVisible', 'showInPortal'),
};

const flags = {
  'court-order': at(relationships, 'courtOrder'),
  responsibility: at(relationships, 'parentalResponsibility'),
  'portal-access': at(relationships, 'portalAccess'),
  deceased: at(contacts, 'deceased'),
  restricted: at(pupils, 'restricted'),
  'parent-visible': at('behaviour.csv', 'parentVisible'),
};

const dates = {
  'birth-dates': at(pupils, 'dateOfBirth'),
  'on-roll-from': at(pupils, 'onRollFrom'),
  'on-roll-to': at(pupils, 'onRollTo'),
  'valid-to': at(relationships, 'validTo'),
  'calendar-dates': at(days, 'date'),
  'attendance-dates': at(attendance, 'date'),
  'due-dates': at('homework.csv', 'dueDate'),
  'release-dates': at('results.csv', 'releaseAt'),
};

const ids = {
  pupils: at(pupils, 'pupilId'),
  contacts: at(contacts, 'contactId'),
  relationships: at(relationships, 'pupilId'),
  attendance: at(attendance, 'pupilId'),
};

/** restricted is left out of what becomes all N: so it is already, in a school without a pupil to whom access is restricted. */
const { restricted: _restricted, ...flagsInUse } = flags;

/** Files with letters that not every encoding has. */
const filesWithNames = { pupils, contacts, behaviour: 'behaviour.csv' };

const megabyte = 'All work and no play. '.repeat(50_000);

export const catalogue = {
  // A column in the wrong place: the table still looks right.
  ...each(identifying, 'shifted', (place) => damaged(`Each ${place.words} stands one row too low.`, column(place, 'shift'))),
  ...each(identifying, 'reversed', (place) =>
    damaged(`Each ${place.words} stands where it would if the column were upside down.`, column(place, 'reverse')),
  ),
  ...each(unordered, 'sorted', (place) => damaged(`The column ${place.words} was sorted by itself.`, column(place, 'sort'))),
  'names-shifted': damaged(
    'Forename and surname of each pupil stand one row too low.',
    column(at(pupils, 'legalForename'), 'shift'),
    column(at(pupils, 'legalSurname'), 'shift'),
  ),
  'court-order-swapped': damaged(
    'The headers courtOrder and unsubscribed changed places.',
    column(at(relationships, 'courtOrder'), { swapWith: 'unsubscribed' }),
  ),
  'ids-swapped': damaged(
    'The headers pupilId and contactId of relationships changed places.',
    column(at(relationships, 'pupilId'), { swapWith: 'contactId' }),
  ),

  // One row that means somebody else.
  'two-emails-swapped': damaged(
    "Two adults of different families have each other's e-mail.",
    table(contacts, (rows, draw) => swapTwoCells(rows, 'email', draw)),
  ),
  'one-link-moved': damaged(
    'One pupil is linked to an adult of another family.',
    table(relationships, (rows, draw) => copyOneCell(rows, 'contactId', draw)),
  ),
  'contact-id-reused': damaged(
    'The id of one adult was given to another, with a name and e-mail of their own.',
    table(contacts, (rows, draw) =>
      changeOneRow(rows, draw, {
        forename: 'Marlow',
        surname: 'Newcome',
        email: 'marlow.newcome@family.example',
      }),
    ),
  ),
  'pupil-id-reused': damaged(
    'The id of one pupil was given to another, with a name and birth date of their own.',
    table(pupils, (rows, draw) =>
      changeOneRow(rows, draw, {
        legalForename: 'Robin',
        legalSurname: 'Newcome',
        preferredForename: '',
        preferredSurname: '',
        dateOfBirth: '2014-12-24',
      }),
    ),
  ),

  // What restricts is gone, or says something else.
  ...each(restricting, 'missing', (place) =>
    damaged(
      `The column ${place.words} is not exported.`,
      table(place.file, (rows) => withoutColumn(rows, place.column)),
    ),
  ),
  ...each(restricting, 'renamed', (place) =>
    damaged(
      `The column ${place.words} is now called ${place.otherName}.`,
      table(place.file, (rows) => renameColumn(rows, place.column, place.otherName)),
    ),
  ),
  ...each(restricting, 'blank', (place) => damaged(`Nothing stands in the column ${place.words}.`, column(place, 'blank'))),
  ...each(flagsInUse, 'all-no', (place) =>
    damaged(
      `N stands in every row of ${place.words}.`,
      cells(place, () => 'N'),
    ),
  ),
  ...each(flags, 'all-yes', (place) =>
    damaged(
      `Y stands in every row of ${place.words}.`,
      cells(place, () => 'Y'),
    ),
  ),
  ...each(flags, 'yes-no', (place) => damaged(`${place.words} says Yes and No instead of Y and N.`, cells(place, yesOrNo))),
  ...each(flags, 'true-false', (place) => damaged(`${place.words} says TRUE and FALSE instead of Y and N.`, cells(place, trueOrFalse))),
  'flags-yes-no': damaged(
    'Every column of Y and N that restricts says Yes and No.',
    ...Object.values(flags).map((place) => cells(place, yesOrNo)),
  ),
  'flags-true-false': damaged(
    'Every column of Y and N that restricts says TRUE and FALSE.',
    ...Object.values(flags).map((place) => cells(place, trueOrFalse)),
  ),

  // Rows that are not there, or there twice. The manifest agrees: it was made over what was written.
  ...each(allFiles, 'half', (file) =>
    damaged(
      `The second half of the rows of ${file} is missing.`,
      table(file, (rows) => firstRows(rows, 0.5)),
    ),
  ),
  ...each(allFiles, 'nine-tenths', (file) =>
    damaged(
      `The last tenth of the rows of ${file} is missing.`,
      table(file, (rows) => firstRows(rows, 0.9)),
    ),
  ),
  ...each(allFiles, 'cut-in-row', (file) => damaged(`${file} ends in the middle of a row.`, text(file, cutInRow))),
  ...each(mainFiles, 'one-tenth', (file) =>
    damaged(
      `Nine tenths of the rows of ${file} are missing.`,
      table(file, (rows) => firstRows(rows, 0.1)),
    ),
  ),
  ...each(mainFiles, 'empty', (file) =>
    damaged(
      `${file} is a header without rows.`,
      table(file, (rows) => firstRows(rows, 0)),
    ),
  ),
  ...each(mainFiles, 'one-row', (file) => damaged(`One row of ${file} is left.`, table(file, oneRow))),
  ...each(mainFiles, 'doubled', (file) => damaged(`${file} is twice as long: all its rows, and all again.`, table(file, twice))),
  ...each(mainFiles, 'some-rows-twice', (file) => damaged(`Every tenth row of ${file} stands there twice.`, table(file, someRowsTwice))),
  ...each(mainFiles, 'lost', (file) => damaged(`bundle.json names ${file}, but it is not there.`, { file, isLost: true })),

  // Days and ids as other programs write them.
  'calendar-a-year-ahead': damaged('The calendar is that of next year.', cells(at(days, 'date'), daysLater(364))),
  'calendar-a-year-behind': damaged('The calendar is that of last year.', cells(at(days, 'date'), daysLater(-364))),
  'calendar-a-week-off': damaged('The calendar is a week late.', cells(at(days, 'date'), daysLater(7))),
  ...each(dates, 'american', (place) => damaged(`${place.words} is written 11/23/2026.`, cells(place, americanDate))),
  ...each(dates, 'british', (place) => damaged(`${place.words} is written 23/11/2026.`, cells(place, britishDate))),
  ...each(ids, 'ids-as-numbers', (place) =>
    damaged(`A spreadsheet took ${place.words} for numbers: letters and zeros in front are gone.`, cells(place, asNumber)),
  ),
  ...each(ids, 'ids-in-exponents', (place) =>
    damaged(`A spreadsheet wrote ${place.words} like 1.2E+05: many ids became one.`, cells(place, inExponents)),
  ),
  'attendance-unknown-codes': damaged(
    'Every mark has a code that nobody knows.',
    cells(at(attendance, 'code'), () => 'ZZ'),
  ),
  'release-at-blank': damaged('No result says when it may be seen.', column(at('results.csv', 'releaseAt'), 'blank')),

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

  // Differences that mean nothing: brakes must not go on for them.
  ...each(allFiles, 'columns-reordered', (file) => harmless(`The columns of ${file} stand in another order.`, table(file, reverseColumns))),
  ...each(allFiles, 'extra-column', (file) =>
    harmless(
      `${file} has a column that Schoolgate does not know.`,
      table(file, (rows) => withExtraColumn(rows, 'rowNumber')),
    ),
  ),
  ...each(allFiles, 'rows-reordered', (file) => harmless(`The rows of ${file} stand in another order.`, table(file, shuffleRows))),
  ...each(mainFiles, 'byte-order-mark', (file) => harmless(`${file} begins with a byte order mark.`, text(file, withByteOrderMark))),
  ...each(mainFiles, 'line-feeds', (file) => harmless(`The lines of ${file} end as on Linux.`, text(file, withLineFeeds))),
} as const satisfies Readonly<Record<string, Damage>>;

export type DamageName = keyof typeof catalogue;

/** Every damage by name, in the catalogue's order. */
export const damages: readonly (Damage & { readonly name: DamageName })[] = (Object.keys(catalogue) as DamageName[]).map((name) => ({
  name,
  ...catalogue[name],
}));

export function isDamageName(text: string): text is DamageName {
  return Object.hasOwn(catalogue, text);
}

interface Place {
  readonly file: string;
  readonly column: string;
  readonly otherName: string;
  /** As sentences name it. */
  readonly words: string;
}

function at(file: string, name: string, otherName = ''): Place {
  return { file, column: name, otherName, words: `${name} of ${file}` };
}

function damaged(words: string, ...changes: readonly Change[]): Damage {
  return { words, harmless: false, changes };
}

function harmless(words: string, ...changes: readonly Change[]): Damage {
  return { words, harmless: true, changes };
}

/** The same damage to several files or columns: pupils and 'half' make 'pupils-half'. */
function each<K extends string, T, S extends string>(
  things: Readonly<Record<K, T>>,
  suffix: S,
  make: (thing: T) => Damage,
): Readonly<Record<`${K}-${S}`, Damage>> {
  const made = Object.entries<T>(things).map(([name, thing]) => [`${name}-${suffix}`, make(thing)] as const);
  // Object.fromEntries forgets the keys, which are those of things with the suffix.
  return Object.fromEntries(made) as Readonly<Record<`${K}-${S}`, Damage>>;
}

function table(file: string, change: (table: Table, draw: Draw) => Table): Change {
  return { file, table: change };
}

function column(place: Place, kind: ColumnDamage): Change {
  return table(place.file, (rows) => damageColumn(rows, place.column, kind));
}

function cells(place: Place, change: (cell: string) => string): Change {
  return table(place.file, (rows) => mapColumn(rows, place.column, change));
}

function oneCell(file: string, name: string, cell: string): Change {
  return table(file, (rows, draw) => changeOneRow(rows, draw, { [name]: cell }));
}

function text(file: string, change: (text: string) => string): Change {
  return { file, text: change };
}

function encoded(file: string, encoding: Encoding): Change {
  return { file, encoding };
}

function manifest(change: (was: Manifest) => Manifest): Change {
  return { manifest: change };
}

function entry(file: string, change: (was: Manifest['files'][string]) => Manifest['files'][string]): Change {
  return manifest((was) => ({
    ...was,
    files: Object.fromEntries(Object.entries(was.files).map(([name, one]) => [name, name === file ? change(one) : one])),
  }));
}

function dated(minutes: number): Change {
  return manifest((was) => ({ ...was, extractedAt: minutesLater(was.extractedAt, minutes) }));
}
