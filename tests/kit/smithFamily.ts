/** A family at an invented school, on Monday 23 November 2026. */
import type { AdultHome } from '../../src/domain/people/adult';
import type { AttendanceDay, AttendanceRecord, AttendanceSummary, MarkKind, SessionMark } from '../../src/domain/attendance/attendance';
import type { BehaviourEntry } from '../../src/domain/behaviour';
import type { Freshness } from '../../src/domain/freshness';
import type { Lesson } from '../../src/domain/timetable/lesson';
import type { PupilHome } from '../../src/domain/people/pupil';
import type { Result } from '../../src/domain/results';
import { isWeekend, rangeOfDays } from '../../src/domain/time/schoolDate';
import type { PupilRecords, SchoolInMemory } from './memorySite';
import { schoolDays } from './schoolDays';

export const mondayAfternoon = (): Date => new Date('2026-11-23T16:30:00Z');
export const mondayMorning = (): Date => new Date('2026-11-23T09:45:00Z');

const lesson = (period: string, start: string, end: string, subject: string, room: string, more: Partial<Lesson> = {}): Lesson => ({
  period,
  start,
  end,
  subject,
  className: `${subject} 8B`,
  room,
  teacher: 'Mr Okafor',
  ...more,
});

const mondayLessons = [lesson('1', '08:50', '09:50', 'Maths', 'M4'), lesson('2', '09:50', '10:50', 'English', 'E2')];
const tuesdayLessons = [
  lesson('1', '08:50', '09:50', 'Science', 'S1', { teacher: 'Dr Patel' }),
  lesson('2', '09:50', '10:50', 'PE', 'Sports hall', { teacher: 'Ms Byrne' }),
  lesson('3', '11:10', '12:10', 'History', 'H3', { change: 'cover', teacher: undefined }),
  lesson('4', '13:00', '14:00', 'Food technology', 'F1'),
  lesson('5', '14:00', '15:00', 'French', 'L2', { change: 'cancelled' }),
];

const summary = (more: Partial<AttendanceSummary> = {}): AttendanceSummary => ({
  from: '2026-11-02',
  to: '2026-11-23',
  possible: 31,
  attended: 31,
  authorised: 0,
  unauthorised: 0,
  unexplained: 0,
  late: 0,
  lateAfterClose: 0,
  missedLessons: [],
  ...more,
});

const praise = (id: string, date: string, type: string, more: Partial<BehaviourEntry> = {}): BehaviourEntry => ({
  id,
  date,
  polarity: 'positive',
  type,
  points: 2,
  ...more,
});

interface ChildOfTests {
  readonly key: string;
  readonly forename: string;
  readonly surname?: string;
  readonly yearGroup?: string;
  readonly form?: string;
}

export function home(
  { key, forename, surname = 'Smith', yearGroup = 'Year 8', form = '8B' }: ChildOfTests,
  more: Partial<PupilHome> = {},
): PupilHome {
  return {
    version: 1,
    pupil: { key, forename, surname, yearGroup, form },
    classes: [{ key: 'c1', name: `Maths ${form}`, subject: 'Maths' }],
    timetable: [
      { date: '2026-11-23', week: 'A', lessons: mondayLessons },
      { date: '2026-11-24', week: 'A', lessons: tuesdayLessons },
      { date: '2026-11-25', week: 'A', lessons: mondayLessons },
    ],
    attendance: summary(),
    recentAttendance: [
      { date: '2026-11-23', am: { kind: 'present' }, pm: { kind: 'notTaken' } },
      { date: '2026-11-20', am: { kind: 'present' }, pm: { kind: 'present' } },
    ],
    news: [praise('b1', '2026-11-20', 'Excellent effort', { subject: 'Maths' })],
    ...more,
  };
}

const special: Readonly<Record<string, readonly [SessionMark, SessionMark]>> = {
  '2026-11-05': [{ kind: 'authorised' }, { kind: 'authorised' }],
  '2026-11-06': [{ kind: 'authorised' }, { kind: 'present' }],
  '2026-11-11': [{ kind: 'activity' }, { kind: 'activity' }],
  '2026-11-17': [{ kind: 'late', minutesLate: 8 }, { kind: 'present' }],
  '2026-11-19': [{ kind: 'unexplained' }, { kind: 'unexplained' }],
  '2026-11-23': [{ kind: 'present' }, { kind: 'notTaken' }],
};

function halfTermDays(): AttendanceDay[] {
  const present = { kind: 'present' as MarkKind };
  return rangeOfDays('2026-11-02', '2026-11-23')
    .filter((date) => !isWeekend(date))
    .map((date) => {
      const [am, pm] = special[date] ?? [present, present];
      return { date, am, pm };
    });
}

export function attendanceRecord(): AttendanceRecord {
  return {
    version: 1,
    period: { id: '2026-27.autumn.2', from: '2026-11-02', to: '2026-12-18' },
    summary: janeSummary,
    days: halfTermDays(),
  };
}

const janeSummary = summary({
  attended: 26,
  authorised: 3,
  unauthorised: 2,
  unexplained: 2,
  late: 1,
  missedLessons: [
    { subject: 'Maths', lessons: 4 },
    { subject: 'English', lessons: 3 },
    { subject: 'PE', lessons: 2 },
    { subject: 'Science', lessons: 2 },
  ],
});

const janeNews = [
  praise('b1', '2026-11-20', 'Excellent effort', { subject: 'Maths' }),
  { ...praise('b2', '2026-11-19', 'Homework not handed in', { subject: 'French', points: -1 }), polarity: 'negative' as const },
  praise('b3', '2026-11-16', 'Helped a new pupil', { points: 3 }),
];

const result = (subject: string, aspect: string, value: string, more: Partial<Result> = {}): Result => ({
  set: 'Autumn report 2026',
  subject,
  aspect,
  result: value,
  date: '2026-11-13',
  ...more,
});

export const jane = home({ key: 'jane00001', forename: 'Jane' }, { attendance: janeSummary, news: janeNews });
export const tom = home(
  { key: 'tom000001', forename: 'Tom', yearGroup: 'Year 10', form: '10C' },
  {
    news: [],
    timetable: [
      { date: '2026-11-23', lessons: mondayLessons },
      { date: '2026-11-24', lessons: [lesson('1', '08:50', '09:50', 'Art', 'A1'), lesson('2', '09:50', '10:50', 'Maths', 'M1')] },
    ],
  },
);
export const chloe = home({ key: 'chloe0001', forename: 'Chloë', yearGroup: 'Year 7', form: '7A' });

export const janeRecords: PupilRecords = {
  pupilKey: jane.pupil.key,
  attendance: { value: attendanceRecord(), modified: '2026-11-23T09:30:00.000Z' },
  behaviour: {
    value: {
      version: 1,
      period: { id: '2026-27.autumn', from: '2026-09-02', to: '2026-12-18' },
      entries: [...janeNews, praise('b4', '2026-10-02', 'Reading challenge', { subject: 'English' })],
    },
    modified: '2026-11-20T05:10:00.000Z',
  },
  results: {
    value: {
      version: 1,
      period: { id: '2026-27', from: '2026-08-01', to: '2027-07-31' },
      results: [
        result('Maths', 'Working at grade', '6', { target: '7' }),
        result('Maths', 'Effort', 'Good'),
        result('English', 'Working at grade', '5', { target: '6' }),
        result('English', 'Effort', 'Excellent'),
        result('Science', 'Effort', 'Good', { set: 'Summer report 2026', date: '2026-09-10' }),
      ],
    },
    modified: '2026-11-13T05:10:00.000Z',
  },
};

export function adultHome(...homes: readonly PupilHome[]): AdultHome {
  return {
    version: 1,
    timeZone: 'Europe/London',
    schoolName: 'Oakfield School',
    children: homes.map(({ pupil }) => ({
      pupilKey: pupil.key,
      forename: pupil.forename,
      areas: ['timetable', 'attendance', 'behaviour', 'results'],
      hasHome: true,
    })),
  };
}

export const freshness: Freshness = {
  timetable: '2026-11-23T05:10:00.000Z',
  attendance: '2026-11-23T09:30:00.000Z',
  behaviour: '2026-11-23T05:10:00.000Z',
  results: '2026-11-23T05:10:00.000Z',
};

/** Samantha's three children, everything there. */
export const smiths: SchoolInMemory = {
  adultHome: adultHome(jane, tom, chloe),
  pupilHomes: [jane, tom, chloe],
  records: [janeRecords],
  freshness,
  schoolDays: schoolDays(),
  notices: [
    {
      id: '1',
      title: 'Winter fair',
      body: 'Saturday 5 December, 11:00 to 15:00 in the main hall. Everyone is welcome.',
      audience: 'school',
      from: '2026-11-16',
      until: '2026-12-05',
    },
    {
      id: '2',
      title: 'Trip to the science museum',
      body: 'Please return the form by Friday.',
      audience: 'year',
      audienceValue: 'Year 8',
      from: '2026-11-18',
      until: '2026-11-27',
    },
    {
      id: '3',
      title: 'Mock exams',
      body: 'The timetable is out.',
      audience: 'year',
      audienceValue: 'Year 11',
      from: '2026-11-18',
      until: '2026-11-27',
    },
  ],
  kitRules: [
    { subject: 'PE', bring: ['PE kit', 'trainers'] },
    { subject: 'Food technology', bring: ['ingredients for soup', 'a container with a lid'] },
  ],
  glossary: [
    { term: 'Working at grade', meaning: 'The GCSE grade that your child’s work would get today. 9 is the highest.' },
    { term: 'Working at grade', value: '6', meaning: 'A strong pass, one above a good pass.' },
    { term: 'Effort', meaning: 'How hard your child works in lessons and at home.' },
    { term: 'Effort', value: 'Good', meaning: 'Works steadily and asks for help when stuck.' },
    { term: 'Effort', value: 'Excellent', meaning: 'Does more than is asked.' },
  ],
};
