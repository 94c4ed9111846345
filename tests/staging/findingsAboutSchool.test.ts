import { add, type FindingCase, foundIn, remove, set } from '../kit/findingCases';

const cases: readonly FindingCase[] = [
  {
    why: 'a code is not known',
    change: set('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, { code: '?' }),
    found: ['ATT-01 quarantine attendance.csv:2 code'],
  },
  {
    why: 'a code was retired',
    change: set('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, { code: 'H' }),
    found: ['ATT-07 quarantine attendance.csv:2 code'],
  },
  {
    why: "a morning's code stands in the afternoon",
    change: set('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'PM' }, { code: '/' }),
    found: ['ATT-08 quarantine attendance.csv:3 code'],
  },
  {
    why: 'a mark lies in a holiday',
    change: add('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, { date: '2026-10-27' }),
    found: expect.arrayContaining(['ATT-02 quarantine attendance.csv:130 date']),
  },
  {
    why: 'a mark lies in the future',
    change: add('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, { date: '2026-11-24' }),
    found: ['ATT-09 quarantine attendance.csv:130 date'],
  },
  {
    why: 'a mark lies before the pupil came',
    change: set('pupils.csv', { pupilId: 'P4' }, { onRollFrom: '2026-11-03' }),
    found: ['ATT-10 quarantine attendance.csv:8 date', 'ATT-10 quarantine attendance.csv:9 date'],
  },
  {
    why: 'one session has two marks',
    change: add('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, { code: 'L' }),
    found: ['ATT-03 quarantine attendance.csv:130 session'],
  },
  {
    why: 'one session has the same mark twice',
    change: add('attendance.csv', { pupilId: 'P1', date: '2026-11-02', session: 'AM' }, {}),
    found: [],
  },
  {
    why: 'a register was not taken',
    change: remove('attendance.csv', { pupilId: 'P2', date: '2026-11-20', session: 'AM' }),
    found: ['ATT-04 quarantine attendance.csv: date'],
  },
  {
    why: 'an event is of tomorrow',
    change: set('behaviour.csv', { eventId: 'E1' }, { date: '2026-11-24' }),
    found: ['BEH-01 quarantine behaviour.csv:2 date'],
  },
  {
    why: 'an event is about bullying',
    change: set('behaviour.csv', { eventId: 'E1' }, { type: 'Bullying (verbal)' }),
    found: ['BEH-03 quarantine behaviour.csv:2 type'],
  },
  {
    why: 'it is not clear whether parents may see an event',
    change: set('behaviour.csv', { eventId: 'E1' }, { parentVisible: 'ask' }),
    found: ['BEH-04 quarantine behaviour.csv:2 parentVisible'],
  },
  { why: 'parents may not see an event', change: set('behaviour.csv', { eventId: 'E1' }, { parentVisible: 'N' }), found: [] },
  {
    why: 'a lesson ends before it starts',
    change: set('lessons.csv', { lessonId: 'L1' }, { end: '08:00' }),
    found: ['TT-04 warning lessons.csv:2 end'],
  },
  {
    why: 'two lessons of a pupil overlap',
    change: add('lessons.csv', { lessonId: 'L1' }, { lessonId: 'L9', start: '9:30', end: '10:30' }),
    found: ['TT-01 warning lessons.csv:5 start'],
  },
  {
    why: 'a dated lesson lies in a holiday',
    change: add('lessons.csv', { lessonId: 'L1' }, { lessonId: 'L9', date: '2026-10-27', weekday: '' }),
    found: ['TT-05 warning lessons.csv:5 date'],
  },
  {
    why: 'it is not clear when a lesson is',
    change: set('lessons.csv', { lessonId: 'L1' }, { weekday: '' }),
    found: ['TT-02 quarantine lessons.csv:2 date'],
  },
  {
    why: 'work is due before it is set',
    change: set('homework.csv', { homeworkId: 'H1' }, { dueDate: '2026-11-01' }),
    found: ['HW-01 quarantine homework.csv:2 dueDate'],
  },
  {
    why: 'work is of no class',
    change: set('homework.csv', { homeworkId: 'H1' }, { classId: '9z-Xx' }),
    found: ['REF-01 quarantine homework.csv:2 classId'],
  },
  {
    why: 'work is for one pupil',
    change: set('homework.csv', { homeworkId: 'H1' }, { classId: '', pupilId: 'P1' }),
    found: ['HW-02 quarantine homework.csv:2 classId'],
  },
  {
    why: 'work holds a script',
    change: set('homework.csv', { homeworkId: 'H1' }, { description: '<p>Read</p><script>alert(1)</script>' }),
    found: ['HW-03 warning homework.csv:2 description'],
  },
  {
    why: 'a link is no web address',
    change: set('homework.csv', { homeworkId: 'H1' }, { link: 'javascript:alert(1)' }),
    found: ['HW-04 warning homework.csv:2 link'],
  },
];

describe('findings about marks, events, lessons and work', () => {
  it.each(cases)('name code, file, line and column where $why', async (one) => {
    expect(await foundIn(one)).toEqual(one.found);
  });
});
