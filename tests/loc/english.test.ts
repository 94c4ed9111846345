import { english } from '../../src/loc/english';
import { periodName } from '../../src/loc/periodName';

const { attendance, family, today, behaviour } = english.strings;

describe('Periods', () => {
  it.each([
    ['2026-27.autumn.1', 'Autumn term, first half'],
    ['2026-27.autumn.2', 'Autumn term, second half'],
    ['2026-27.spring.1', 'Spring term, first half'],
    ['2026-27.summer.2', 'Summer term, second half'],
    ['2026-27.spring', 'Spring term'],
    ['2026-27', 'School year 2026 to 2027'],
    ['1999-00', 'School year 1999 to 2000'],
  ])('%s is called %p', (id, name) => {
    expect(periodName(id, english.strings)).toBe(name);
  });
});

describe('Marks', () => {
  it('are said in one sentence where morning and afternoon are alike', () => {
    expect(attendance.today.allDay('unexplained')).toBe('Today: absent, no reason yet, morning and afternoon');
    expect(attendance.lastSchoolDay.allDay('Friday 20 November', 'present')).toBe(
      'Last school day, Friday 20 November: in school, morning and afternoon',
    );
  });

  it('are said session by session where they differ, and only those that there are', () => {
    const marks = { am: { kind: 'present' }, pm: { kind: 'late', minutesLate: 8 } } as const;
    expect(attendance.marks(marks)).toBe('Morning: in school. Afternoon: late, 8 minutes late');
    expect(attendance.today.bySession(marks)).toBe('Today, morning: in school. Afternoon: late, 8 minutes late');
    expect(attendance.today.bySession({ pm: marks.pm })).toBe('Today, afternoon: late, 8 minutes late');
    expect(attendance.marks({ am: { kind: 'late', minutesLate: 1 } })).toBe('Morning: late, 1 minute late');
    expect(attendance.lastSchoolDay.bySession('Friday', { am: marks.am })).toBe('Last school day, Friday, morning: in school');
  });
});

describe('Days missed', () => {
  const half = { days: 0, andAHalf: true };

  it('are said as people say them, at the start of a sentence and within it', () => {
    expect(attendance.agreed(half)).toBe('Half a day agreed by the school');
    expect(attendance.unexplained({ days: 1, andAHalf: false })).toBe('1 day without a reason yet');
    expect(attendance.missed(half, 1, undefined)).toBe('Missed half a day, 1 lesson');
    expect(attendance.missed({ days: 2, andAHalf: true }, 11, { subject: 'Maths', lessons: 4 })).toBe(
      'Missed 2 and a half days, 11 lessons: most in Maths (4)',
    );
  });

  it('and lateness are counted as once, twice, 3 times', () => {
    expect([1, 2, 3].map((times) => attendance.late(times).split(',')[0])).toEqual(['Late once', 'Late twice', 'Late 3 times']);
  });
});

it('Lists and numbers of things read as English does', () => {
  expect(family.forChildren(['Jane', 'Tom', 'Ali'])).toBe('For Jane, Tom and Ali');
  expect(today.bringToLesson(['PE kit', 'trainers'])).toBe('Bring: PE kit, trainers');
  expect([behaviour.points(1), behaviour.points(-2)]).toEqual(['1 point', '2 points']);
});
