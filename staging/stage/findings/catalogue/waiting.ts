import { fatal, quarantine } from './severity';

const closed = 'Access through it is closed until somebody approves it.';
const unopened = 'It stays as it was until somebody approves it.';

/** What seems to be wrong with a person, as it is also said in Access and where a person is asked. */
export const identityDoubts = {
  'ASK-01': 'The e-mail address is another one.',
  'ASK-02': 'Name and e-mail address are other ones: the id seems to stand for somebody else.',
  'ASK-03': 'Name and date of birth are other ones: the id seems to stand for another child.',
  'ASK-04': 'A new id has the e-mail address of an adult who had another id.',
  'ASK-18': 'The e-mail address was that of another adult.',
  'ASK-19': 'A new id has the name and date of birth of a pupil who had another id.',
} as const;

/** Why an opening is out of the ordinary, as it is also said where a person is asked. */
export const openingDoubts = {
  'ASK-07': 'both were known, and not linked',
  'ASK-08': 'more areas than so far',
  'ASK-09': 'many other links have moved in this export',
  'ASK-14': 'in place of a link that is gone',
} as const;

const opening = <const Why extends string>(why: Why) =>
  quarantine(`The link would open what was not open before (${why}). ${unopened}` as const);

/** What waits for a person. */
export const waitingFindings = {
  'ASK-01': quarantine(
    `${identityDoubts['ASK-01']} The account that was right so far goes on until somebody approves the new one.` as const,
  ),
  'ASK-02': quarantine(`${identityDoubts['ASK-02']} ${closed}` as const),
  'ASK-03': quarantine(`${identityDoubts['ASK-03']} ${closed}` as const),
  'ASK-04': quarantine(`${identityDoubts['ASK-04']} ${closed}` as const),
  'ASK-05': fatal(
    '{changed} of {all} {who} are not who they were in the last run: another name, date of birth, e-mail address or id. A column may have slipped.',
  ),
  'ASK-06': opening('closed so far: {reason}'),
  'ASK-07': opening(openingDoubts['ASK-07']),
  'ASK-08': opening(openingDoubts['ASK-08']),
  'ASK-09': opening(openingDoubts['ASK-09']),
  'ASK-10': quarantine(
    'A pupil is missing, with more others than a night may lose, and nothing says that they have left. What is published stays until somebody approves it.',
  ),
  'ASK-11': quarantine('A link is missing, with more others than a night may lose. It stays open until somebody approves it.'),
  'ASK-12': quarantine('{rows} of {all} in {list} would be deleted: the export no longer has them. They stay until somebody approves it.'),
  'ASK-13': fatal('bundle.json says that the column is not used, but the last export used it in {rows} rows.'),
  'ASK-14': opening(openingDoubts['ASK-14']),
  'ASK-15': quarantine(
    'Many pupils would lose some of what is published of them: whose row is whose may have slipped. The file counts as not read until somebody approves it.',
  ),
  'ASK-16': quarantine('{now} rows, last time {before}. The timetable stays as it is published until somebody approves it.'),
  'ASK-17': fatal('{closing} of {open} open links would close because the export is in doubt about them ({rules}).'),
  'ASK-18': quarantine(`${identityDoubts['ASK-18']} ${closed}` as const),
  'ASK-19': quarantine(`${identityDoubts['ASK-19']} ${closed}` as const),
  'ASK-20': quarantine(
    'bundle.json says that the column is not used, but the last export restricted something with it in {rows} rows. The file counts as not read until somebody approves it.',
  ),
  'ASK-21': quarantine(
    'The last export restricted something in {rows} rows of this column; now none does. The file counts as not read until somebody approves it.',
  ),
};
