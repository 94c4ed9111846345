import { smallSchool, type Tables } from './smallSchool';

/** One pupil of the small school: both parents see everything, C3 only attendance and behaviour. Small enough to try every fault on. */
export function family(): Tables {
  const tables = smallSchool();
  const ofPupil = <R extends Record<string, string>>(rows: readonly R[]): R[] => rows.filter((row) => row['pupilId'] === 'P1');
  return {
    ...tables,
    'pupils.csv': ofPupil(tables['pupils.csv']),
    'contacts.csv': tables['contacts.csv'].filter(({ contactId }) => contactId !== 'C4'),
    'relationships.csv': tables['relationships.csv']
      .filter(({ contactId, pupilId }) => pupilId === 'P1' || contactId === 'C3')
      .map((row) => ({ ...row, pupilId: 'P1' })),
    'attendance.csv': ofPupil(tables['attendance.csv']),
    'behaviour.csv': ofPupil(tables['behaviour.csv']),
    'class-members.csv': ofPupil(tables['class-members.csv']),
    'results.csv': ofPupil(tables['results.csv']),
  };
}

/** The same with a court order against everybody. */
export function orderAgainstAll(): Tables {
  const tables = family();
  tables['relationships.csv'].forEach((row) => {
    row['courtOrder'] = 'Y';
  });
  return tables;
}
