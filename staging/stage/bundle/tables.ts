/**
 * The files of the neutral bundle (mis-formats.md, A.6) and their columns. One table for reading, checking and telling.
 * Columns that decide access are read as text: a value that nobody knows must reach the access rules, which refuse it.
 * Never read at all: narrative, comments, role in an incident, outcome, location, staff who recorded it.
 */
import { schoolDayStatuses } from '../../../src/domain/schoolCalendar';
import {
  clock, date, id, instant, lenient, number, oneOf, optional, required, text, weekday, wholeNumber, yearGroup, type Columns, type RowOf,
} from './columns';

export interface Table<C extends Columns = Columns> {
  readonly file: string;
  readonly columns: C;
}

const table = <const C extends Columns>(file: string, columns: C): Table<C> => ({ file, columns });

export const pupilsTable = table('pupils.csv', {
  pupilId: required(id), upn: optional(text), uln: optional(text),
  legalForename: required(text), legalSurname: required(text), preferredForename: optional(text), preferredSurname: optional(text),
  dateOfBirth: lenient(date), yearGroup: required(yearGroup), regGroup: optional(text), enrolStatus: optional(text),
  onRollFrom: required(date), onRollTo: optional(date), schoolEmail: optional(text), restricted: optional(text),
});

export const contactsTable = table('contacts.csv', {
  contactId: required(id), forename: optional(text), surname: optional(text), email: optional(text), deceased: optional(text),
});

export const relationshipsTable = table('relationships.csv', {
  pupilId: required(id), contactId: required(id), relationship: optional(text), parentalResponsibility: optional(text),
  priority: lenient(wholeNumber), courtOrder: optional(text), portalAccess: optional(text), areas: optional(text),
  validFrom: optional(text), validTo: optional(text),
});

export const schoolDaysTable = table('school-days.csv', {
  date: required(date), session: required(oneOf('AM', 'PM', 'ALL')), status: required(oneOf(...schoolDayStatuses)),
  yearGroups: optional(text), week: optional(text), termId: optional(text),
});

export const attendanceTable = table('attendance.csv', {
  pupilId: required(id), date: required(date), session: required(oneOf('AM', 'PM')), code: optional(text), minutesLate: lenient(wholeNumber),
});

export const behaviourTable = table('behaviour.csv', {
  eventId: required(id), pupilId: required(id), polarity: required(oneOf('positive', 'negative', 'neutral')), type: required(text),
  date: required(date), time: lenient(clock), points: lenient(number), subject: optional(text), parentVisible: optional(text),
});

export const classesTable = table('classes.csv', {
  classId: required(id), name: required(text), subject: optional(text), staffName: optional(text),
});

export const classMembersTable = table('class-members.csv', {
  classId: required(id), pupilId: required(id), from: optional(date), to: optional(date),
});

export const lessonsTable = table('lessons.csv', {
  lessonId: required(id), classId: optional(id), pupilId: optional(id), date: optional(date), week: optional(text), weekday: optional(weekday),
  validFrom: optional(date), validTo: optional(date), period: required(text), start: required(clock), end: required(clock), room: optional(text),
  staffName: optional(text), status: optional(text),
});

export const resultsTable = table('results.csv', {
  pupilId: required(id), set: required(text), subject: required(text), aspect: required(text), result: required(text), target: optional(text),
  date: required(date), releaseAt: required(instant),
});

export const homeworkTable = table('homework.csv', {
  homeworkId: required(id), classId: optional(id), pupilId: optional(id), title: required(text), description: optional(text),
  setDate: required(date), dueDate: required(date), subject: optional(text), staffName: optional(text), link: optional(text),
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
  'pupils.csv': ['restricted'],
  'attendance.csv': ['code'],
};
