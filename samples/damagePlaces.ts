/** Where an export is damaged: its files and columns, by what they mean. */

export interface Place {
  readonly file: string;
  readonly column: string;
  readonly otherName: string;
  /** As sentences name it. */
  readonly words: string;
}

export function at(file: string, name: string, otherName = ''): Place {
  return { file, column: name, otherName, words: `${name} of ${file}` };
}

export const pupils = 'pupils.csv';
export const contacts = 'contacts.csv';
export const relationships = 'relationships.csv';
export const days = 'school-days.csv';
export const attendance = 'attendance.csv';

/** Large tables, and those that decide who sees whom. */
export const mainFiles = { pupils, contacts, relationships, attendance };

export const allFiles = {
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
export const unordered = {
  emails: at(contacts, 'email'),
  'relationship-contacts': at(relationships, 'contactId'),
  forenames: at(pupils, 'legalForename'),
  surnames: at(pupils, 'legalSurname'),
  'birth-dates': at(pupils, 'dateOfBirth'),
  'court-orders': at(relationships, 'courtOrder'),
  responsibility: at(relationships, 'parentalResponsibility'),
};

export const identifying = {
  ...unordered,
  'contact-ids': at(contacts, 'contactId'),
  'pupil-ids': at(pupils, 'pupilId'),
  'relationship-pupils': at(relationships, 'pupilId'),
  'attendance-pupils': at(attendance, 'pupilId'),
  'results-pupils': at('results.csv', 'pupilId'),
};

/** Columns that only ever take something away from somebody: without them, more would be seen. */
export const restricting = {
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

export const flags = {
  'court-order': at(relationships, 'courtOrder'),
  responsibility: at(relationships, 'parentalResponsibility'),
  'portal-access': at(relationships, 'portalAccess'),
  deceased: at(contacts, 'deceased'),
  restricted: at(pupils, 'restricted'),
  'parent-visible': at('behaviour.csv', 'parentVisible'),
};

export const dates = {
  'birth-dates': at(pupils, 'dateOfBirth'),
  'on-roll-from': at(pupils, 'onRollFrom'),
  'on-roll-to': at(pupils, 'onRollTo'),
  'valid-to': at(relationships, 'validTo'),
  'calendar-dates': at(days, 'date'),
  'attendance-dates': at(attendance, 'date'),
  'due-dates': at('homework.csv', 'dueDate'),
  'release-dates': at('results.csv', 'releaseAt'),
};

export const ids = {
  pupils: at(pupils, 'pupilId'),
  contacts: at(contacts, 'contactId'),
  relationships: at(relationships, 'pupilId'),
  attendance: at(attendance, 'pupilId'),
};

/** restricted is left out of what becomes all N: so it is already, in a school without a pupil to whom access is restricted. */
export const { restricted: _restricted, ...flagsInUse } = flags;

/** Files with letters that not every encoding has. */
export const filesWithNames = { pupils, contacts, behaviour: 'behaviour.csv' };
