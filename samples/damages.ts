/** The catalogue: each damage that schools really do to an export, by name. To add one, add a line. */
import { americanDate, asNumber, britishDate, daysLater, inExponents, trueOrFalse, yesOrNo } from './damagedCells';
import {
  changeOneRow,
  copyOneCell,
  firstRows,
  oneRow,
  renameColumn,
  reverseColumns,
  shuffleRows,
  someRowsTwice,
  swapTwoCells,
  twice,
  withExtraColumn,
  withoutColumn,
} from './damagedTable';
import { cutInRow, withByteOrderMark, withLineFeeds } from './damagedText';
import { damaged, harmless, each, table, column, cells, text, type Damage } from './damageChanges';
import {
  pupils,
  contacts,
  relationships,
  days,
  attendance,
  mainFiles,
  allFiles,
  unordered,
  identifying,
  restricting,
  flags,
  dates,
  ids,
  at,
  flagsInUse,
} from './damagePlaces';
import { fileDamages } from './damagedFiles';

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

  ...fileDamages,

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
