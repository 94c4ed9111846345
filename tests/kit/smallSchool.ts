import { addDays, isWeekend, rangeOfDays } from '../../src/domain/time/schoolDate';

export type Cells = Record<string, string>;

/** The tables of a bundle, by file. A test changes them before they are written. */
export interface Tables {
  'pupils.csv': Cells[];
  'contacts.csv': Cells[];
  'relationships.csv': Cells[];
  'school-days.csv': Cells[];
  'attendance.csv': Cells[];
  'behaviour.csv': Cells[];
  'classes.csv': Cells[];
  'class-members.csv': Cells[];
  'lessons.csv': Cells[];
  'results.csv': Cells[];
  'homework.csv': Cells[];
}

export type FileName = keyof Tables;

/** The day of the export: a Monday. */
const today = '2026-11-23';
export const extractedAt = `${today}T17:00:00Z`;
export const clock = (): Date => new Date(`${today}T18:00:00Z`);

export const emails = {
  mother: 'quillfeather@family.example',
  father: 'brackenridge@family.example',
  limited: 'stonewhistle@family.example',
  other: 'marrowdale@family.example',
};

/** Words that may stand in no finding and no report: names and addresses of the small school's people. */
export const personalWords = [
  'Zephyrine',
  'Oswaldine',
  'Thaddeusina',
  'Peregrinella',
  'Quillfeather',
  'Brackenridge',
  'Stonewhistle',
  'Marrowdale',
  '@family.example',
  '@pupils.oakfield.example',
];

const pupil = (pupilId: string, legalForename: string, legalSurname: string, more: Cells = {}): Cells => ({
  pupilId,
  upn: '',
  uln: '',
  legalForename,
  legalSurname,
  preferredForename: '',
  preferredSurname: '',
  dateOfBirth: '2014-05-17',
  yearGroup: 'Year 8',
  regGroup: '8B',
  enrolStatus: 'current',
  onRollFrom: '2025-09-01',
  onRollTo: '',
  schoolEmail: `${pupilId.toLowerCase()}@pupils.oakfield.example`,
  restricted: 'N',
  ...more,
});

const link = (pupilId: string, contactId: string, more: Cells = {}): Cells => ({
  pupilId,
  contactId,
  relationship: 'Parent',
  parentalResponsibility: 'Y',
  priority: '1',
  courtOrder: 'N',
  portalAccess: '',
  validFrom: '',
  validTo: '',
  areas: '',
  ...more,
});

/**
 * P1 and P2 are sister and brother: C1 is the mother of both, C2 the father of P1, who lives apart; C3 sees only attendance and
 * behaviour of P2. P3 and P4 belong to C4. Nothing in it is wrong.
 */
export function smallSchool(): Tables {
  return {
    'pupils.csv': [
      pupil('P1', 'Zephyrine', 'Quillfeather'),
      pupil('P2', 'Oswaldine', 'Quillfeather', { yearGroup: 'Year 10', regGroup: '10A', dateOfBirth: '2012-02-03' }),
      pupil('P3', 'Thaddeusina', 'Marrowdale', { dateOfBirth: '2014-01-09' }),
      pupil('P4', 'Peregrinella', 'Marrowdale', { dateOfBirth: '2014-07-30' }),
    ],
    'contacts.csv': [
      { contactId: 'C1', forename: 'Ada', surname: 'Quillfeather', email: emails.mother, deceased: 'N' },
      { contactId: 'C2', forename: 'Bo', surname: 'Brackenridge', email: emails.father, deceased: 'N' },
      { contactId: 'C3', forename: 'Cy', surname: 'Stonewhistle', email: emails.limited, deceased: 'N' },
      { contactId: 'C4', forename: 'Di', surname: 'Marrowdale', email: emails.other, deceased: 'N' },
    ],
    'relationships.csv': [
      link('P1', 'C1'),
      link('P2', 'C1'),
      link('P1', 'C2', { priority: '2' }),
      link('P2', 'C3', { parentalResponsibility: 'N', portalAccess: 'Y', areas: 'attendance;behaviour', priority: '2' }),
      link('P3', 'C4'),
      link('P4', 'C4'),
    ],
    'school-days.csv': schoolDays(),
    'attendance.csv': attendance(),
    'behaviour.csv': [
      event('E1', 'P1', 'positive', 'Kindness', '2026-11-19'),
      event('E2', 'P2', 'negative', 'Late homework', '2026-11-18'),
      event('E3', 'P3', 'positive', 'House point', '2026-11-20'),
    ],
    'classes.csv': [
      { classId: '8x-Ma', name: '8x Mathematics', subject: 'Mathematics', staffName: 'Mr Oak' },
      { classId: '10y-En', name: '10y English', subject: 'English', staffName: 'Ms Elm' },
    ],
    'class-members.csv': [
      ['8x-Ma', 'P1'],
      ['10y-En', 'P2'],
      ['8x-Ma', 'P3'],
      ['8x-Ma', 'P4'],
    ].map(([classId = '', pupilId = '']) => ({ classId, pupilId, from: '2026-09-01', to: '' })),
    'lessons.csv': [
      lesson('L1', '8x-Ma', '1', '09:00', '10:00'),
      lesson('L2', '8x-Ma', '3', '13:30', '14:30'),
      lesson('L3', '10y-En', '2', '11:00', '12:00'),
    ],
    'results.csv': [
      {
        pupilId: 'P1',
        set: 'Autumn report',
        subject: 'Mathematics',
        aspect: 'Effort',
        result: '1',
        target: '',
        date: '2026-11-13',
        releaseAt: '2026-11-20T16:00:00Z',
      },
      {
        pupilId: 'P1',
        set: 'Mock exam',
        subject: 'Mathematics',
        aspect: 'Test score',
        result: '73%',
        target: '',
        date: '2026-11-20',
        releaseAt: '2026-12-01T16:00:00Z',
      },
    ],
    'homework.csv': [
      {
        homeworkId: 'H1',
        classId: '8x-Ma',
        pupilId: '',
        title: 'Fractions',
        description: 'Do questions 1 to 12.',
        setDate: '2026-11-18',
        dueDate: '2026-11-25',
        subject: 'Mathematics',
        staffName: 'Mr Oak',
        link: 'https://resources.oakfield.example/fractions',
      },
    ],
  };
}

function schoolDays(): Cells[] {
  return rangeOfDays('2026-09-01', '2026-12-18')
    .filter((date) => !isWeekend(date))
    .map((date) => {
      const isHoliday = date >= '2026-10-26' && date <= '2026-10-30';
      return {
        date,
        session: 'ALL',
        status: isHoliday ? 'holiday' : 'open',
        yearGroups: '',
        week: '',
        termId: `2026-27.autumn.${date < '2026-10-26' ? 1 : 2}`,
      };
    });
}

/** Three weeks of the second half-term. P1 was ill on the morning of 12 November. */
function attendance(): Cells[] {
  const days = rangeOfDays('2026-11-02', today).filter((date) => !isWeekend(date));
  return days.flatMap((date) =>
    ['P1', 'P2', 'P3', 'P4'].flatMap((pupilId) =>
      ['AM', 'PM'].map((session) => {
        const isIll = pupilId === 'P1' && date === '2026-11-12' && session === 'AM';
        return { pupilId, date, session, code: isIll ? 'I' : session === 'AM' ? '/' : '\\', minutesLate: '' };
      }),
    ),
  );
}

function event(eventId: string, pupilId: string, polarity: string, type: string, date: string): Cells {
  return {
    eventId,
    pupilId,
    polarity,
    type,
    date,
    time: '10:30',
    points: '1',
    subject: 'Mathematics',
    narrative: 'Told Peregrinella off',
    parentVisible: 'Y',
  };
}

function lesson(lessonId: string, classId: string, weekday: string, start: string, end: string): Cells {
  return {
    lessonId,
    classId,
    pupilId: '',
    date: '',
    week: '',
    weekday,
    validFrom: '2026-09-01',
    validTo: '2026-12-18',
    period: lessonId,
    start,
    end,
    room: 'R1',
    staffName: '',
    status: 'scheduled',
  };
}

/** The row of a table with those cells; a test changes it in place. */
export function rowOf(rows: readonly Cells[], cells: Cells): Cells {
  const found = rows.find((row) => Object.entries(cells).every(([name, value]) => row[name] === value));
  if (!found) throw new Error('The small school has no such row');
  return found;
}

export function nextDay(hours = 17): string {
  return `${addDays(today, 1)}T${hours}:00:00Z`;
}
