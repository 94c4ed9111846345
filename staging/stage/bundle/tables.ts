/**
 * The files of the neutral bundle (docs/mis-facts.md, A6) and their columns. One table for reading, checking and telling.
 * Columns that decide access are read as text: a value that nobody knows must reach the access rules, which refuse it.
 * Never read at all: narrative, comments, role in an incident, outcome, location, staff who recorded it.
 */
import { isOffRoll } from '../../../src/domain/people/rollStatus';
import { isPupilArea, pupilAreas } from '../../../src/domain/people/areas';
import { plainText } from '../../../src/domain/plainText';
import { schoolDayStatuses } from '../../../src/domain/calendar/schoolCalendar';
import {
  clock,
  date,
  decisive,
  groupName,
  id,
  instant,
  lenient,
  longText,
  number,
  oneOf,
  optional,
  personName,
  required,
  restricting,
  text,
  weekday,
  wholeNumber,
  yearGroup,
  type Columns,
  type Form,
  type RowOf,
} from './columns';

export interface Table<C extends Columns = Columns> {
  readonly file: string;
  readonly columns: C;
  /** Columns that tell one row from another. */
  readonly ids: readonly string[];
  /** Columns that the format has and Schoolgate never reads. */
  readonly ignored: readonly string[];
}

const table = <const C extends Columns>(
  file: string,
  ids: readonly (keyof C & string)[],
  columns: C,
  ignored: readonly string[] = [],
): Table<C> => ({ file, columns, ids, ignored: [...ignored, 'lastModified'] });

const isYes = (cell: string): boolean => cell.toLowerCase() === 'y';
const isNo = (cell: string): boolean => cell.toLowerCase() === 'n';
const yesNo = oneOf('Y', 'N');

const areaList: Form<string> = {
  words: `some of ${pupilAreas.join(', ')} with semicolons between`,
  read: (cell) =>
    cell
      .split(';')
      .map(plainText)
      .filter((area) => area !== '')
      .every(isPupilArea)
      ? cell
      : undefined,
};

export const pupilsTable = table(
  'pupils.csv',
  ['pupilId'],
  {
    pupilId: required(id),
    upn: optional(text),
    uln: optional(text),
    legalForename: required(personName),
    legalSurname: required(personName),
    preferredForename: optional(personName),
    preferredSurname: optional(personName),
    dateOfBirth: lenient(date),
    yearGroup: required(yearGroup),
    regGroup: optional(groupName),
    enrolStatus: restricting(optional(text), isOffRoll),
    onRollFrom: required(date),
    onRollTo: restricting(optional(date)),
    schoolEmail: restricting(optional(text)),
    restricted: decisive(yesNo, { stated: true }),
  },
  ['admissionNo', 'middleNames', 'knownAs', 'house'],
);

export const contactsTable = table(
  'contacts.csv',
  ['contactId'],
  {
    contactId: required(id),
    forename: optional(text),
    surname: optional(text),
    email: optional(text),
    deceased: decisive(yesNo, { restricts: isYes }),
  },
  ['title', 'mobile', 'language', 'addressWithheld'],
);

export const relationshipsTable = table(
  'relationships.csv',
  ['pupilId', 'contactId'],
  {
    pupilId: required(id),
    contactId: required(id),
    relationship: decisive(text, { stated: true }),
    parentalResponsibility: decisive(oneOf('Y', 'N', 'U'), { stated: true }),
    priority: lenient(wholeNumber),
    courtOrder: decisive(yesNo, { stated: true }),
    portalAccess: decisive(yesNo, { restricts: isNo }),
    areas: decisive(areaList, { restricts: () => true }),
    validFrom: decisive(date, { restricts: () => true }),
    validTo: decisive(date, { restricts: () => true }),
  },
  ['livesWithPupil', 'reports', 'correspondence', 'unsubscribed'],
);

export const schoolDaysTable = table('school-days.csv', ['date', 'session', 'yearGroups'], {
  date: required(date),
  session: required(oneOf('AM', 'PM', 'ALL')),
  status: required(oneOf(...schoolDayStatuses)),
  yearGroups: optional(text),
  week: optional(text),
  termId: optional(text),
});

export const attendanceTable = table('attendance.csv', ['pupilId', 'date', 'session'], {
  pupilId: required(id),
  date: required(date),
  session: required(oneOf('AM', 'PM')),
  code: optional(text),
  minutesLate: lenient(wholeNumber),
});

export const behaviourTable = table(
  'behaviour.csv',
  ['eventId', 'pupilId'],
  {
    eventId: required(id),
    pupilId: required(id),
    polarity: required(oneOf('positive', 'negative', 'neutral')),
    type: required(text),
    date: required(date),
    time: lenient(clock),
    points: lenient(number),
    subject: optional(text),
    parentVisible: decisive(yesNo, { restricts: isNo }),
  },
  ['role', 'classId', 'location', 'outcome', 'outcomeDate', 'staffName', 'narrative'],
);

export const classesTable = table(
  'classes.csv',
  ['classId'],
  {
    classId: required(id),
    name: required(text),
    subject: optional(text),
    staffName: optional(text),
  },
  ['yearGroup'],
);

export const classMembersTable = table('class-members.csv', ['classId', 'pupilId'], {
  classId: required(id),
  pupilId: required(id),
  from: optional(date),
  to: optional(date),
});

export const lessonsTable = table('lessons.csv', ['lessonId'], {
  lessonId: required(id),
  classId: optional(id),
  pupilId: optional(id),
  date: optional(date),
  week: optional(text),
  weekday: optional(weekday),
  validFrom: optional(date),
  validTo: optional(date),
  period: required(text),
  start: required(clock),
  end: required(clock),
  room: optional(text),
  staffName: optional(text),
  status: optional(text),
});

export const resultsTable = table('results.csv', ['pupilId', 'set', 'subject', 'aspect'], {
  pupilId: required(id),
  set: required(text),
  subject: required(text),
  aspect: required(text),
  result: required(text),
  target: optional(text),
  date: required(date),
  releaseAt: required(instant),
});

export const homeworkTable = table('homework.csv', ['homeworkId'], {
  homeworkId: required(id),
  classId: optional(id),
  pupilId: optional(id),
  title: required(text),
  description: optional(longText),
  setDate: required(date),
  dueDate: required(date),
  subject: optional(text),
  staffName: optional(text),
  link: optional(longText),
});

export type PupilRow = RowOf<typeof pupilsTable.columns>;
export type ContactRow = RowOf<typeof contactsTable.columns>;
export type RelationshipRow = RowOf<typeof relationshipsTable.columns>;
export type SchoolDayRow = RowOf<typeof schoolDaysTable.columns>;
export type AttendanceRow = RowOf<typeof attendanceTable.columns>;
export type BehaviourRow = RowOf<typeof behaviourTable.columns>;
export type ClassRow = RowOf<typeof classesTable.columns>;
export type LessonRow = RowOf<typeof lessonsTable.columns>;
export type ResultRow = RowOf<typeof resultsTable.columns>;
export type HomeworkRow = RowOf<typeof homeworkTable.columns>;

/** The column has to be there; its cells may be empty where the access rules are the ones to refuse. */
export const requiredHeaders: Readonly<Record<string, readonly string[]>> = {
  'relationships.csv': ['relationship', 'parentalResponsibility', 'courtOrder'],
  'contacts.csv': ['forename', 'surname', 'email'],
  'pupils.csv': ['restricted'],
  'attendance.csv': ['code'],
};
