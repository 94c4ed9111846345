import fc from 'fast-check';
import { calendarOf, isSchoolDay } from '../../../src/domain/calendar/schoolCalendar';
import { addDays } from '../../../src/domain/time/schoolDate';
import { datedLessons, lessonChangeOf, type LessonFact, type TimetableRequest } from '../../../src/domain/timetable/timetable';
import { anyDateOfTheYear, fact, lesson, schoolYear } from '../../kit/schoolYear';

const validity = { validFrom: '2026-09-01', validTo: '2027-07-31' };

function weekly(weekday: number, more: Partial<LessonFact> = {}, week?: string): LessonFact {
  return { ...lesson(), classId: 'c1', when: { kind: 'weekly', week, weekday, ...validity }, ...more };
}

function dated(date: string, more: Partial<LessonFact> = {}): LessonFact {
  return { ...lesson(), classId: 'c1', when: { kind: 'dated', date }, ...more };
}

function ask(more: Partial<TimetableRequest>) {
  return datedLessons({
    lessons: [],
    pupilId: 'p1',
    memberships: [{ classId: 'c1' }],
    calendar: schoolYear,
    days: ['2026-11-23', '2026-11-24'],
    ...more,
  });
}

describe("A pupil's timetable", () => {
  it("has the lessons of the pupil's classes and the pupil's own, by start, without their ids", () => {
    const lessons = [
      weekly(1, { start: '11:00', end: '12:00', period: '3' }),
      weekly(1),
      weekly(1, { classId: 'c2' }),
      weekly(2, { room: 'G4' }),
      weekly(1, { classId: undefined, pupilId: 'p1', start: '13:00', end: '14:00', period: '5' }),
      weekly(1, { classId: undefined, pupilId: 'p2' }),
      weekly(1, { classId: undefined }),
    ];
    expect(ask({ lessons })).toEqual([
      {
        date: '2026-11-23',
        lessons: [lesson(), lesson({ start: '11:00', end: '12:00', period: '3' }), lesson({ start: '13:00', end: '14:00', period: '5' })],
      },
      { date: '2026-11-24', lessons: [lesson({ room: 'G4' })] },
    ]);
  });

  it('follows the week of a two-week timetable', () => {
    const calendar = calendarOf([
      fact('2026-11-23', 'open', { week: 'A' }),
      fact('2026-11-30', 'open', { week: 'B' }),
      fact('2026-12-07', 'open'),
    ]);
    const lessons = [weekly(1, { subject: 'Art' }, 'a'), weekly(1, { subject: 'Music' }, 'B'), weekly(1, { subject: 'PE', period: '2' })];
    const days = ask({ calendar, lessons, days: ['2026-11-23', '2026-11-30', '2026-12-07'] });
    expect(days.map(({ week, lessons: ofDay }) => [week, ofDay.map(({ subject }) => subject)])).toEqual([
      ['A', ['Art', 'PE']],
      ['B', ['Music', 'PE']],
      [undefined, ['PE']],
    ]);
  });

  it('lets a dated lesson take the place of the weekly one', () => {
    const lessons = [
      weekly(1),
      weekly(1, { period: '2', start: '10:00', end: '11:00' }),
      dated('2026-11-23', { change: 'moved', room: 'Hall' }),
    ];
    expect(ask({ lessons, days: ['2026-11-23'] })[0]?.lessons).toEqual([
      lesson({ change: 'moved', room: 'Hall' }),
      lesson({ period: '2', start: '10:00', end: '11:00' }),
    ]);
  });

  it('puts lessons that start together in the order of their periods, counted as numbers', () => {
    const lessons = [weekly(1, { period: '10' }), weekly(1, { period: '9', classId: 'c2' })];
    const [day] = ask({ lessons, memberships: [{ classId: 'c1' }, { classId: 'c2' }], days: ['2026-11-23'] });
    expect(day?.lessons.map(({ period }) => period)).toEqual(['9', '10']);
  });

  it('holds a class only while the pupil is in it', () => {
    const lessons = [weekly(1), weekly(2)];
    expect(ask({ lessons, memberships: [{ classId: 'c1', from: '2026-11-24' }] }).map((day) => day.lessons.length)).toEqual([0, 1]);
    expect(ask({ lessons, memberships: [{ classId: 'c1', to: '2026-11-23' }] }).map((day) => day.lessons.length)).toEqual([1, 0]);
    expect(ask({ lessons, memberships: [] }).map((day) => day.lessons.length)).toEqual([0, 0]);
  });

  it('leaves out days off, and the lessons of an afternoon off', () => {
    const calendar = calendarOf([fact('2026-11-23', 'open'), fact('2026-11-23', 'closed', { session: 'PM' }), fact('2026-11-24', 'inset')]);
    const lessons = [weekly(1), weekly(1, { period: '5', start: '13:30', end: '14:30' }), weekly(2)];
    expect(ask({ calendar, lessons })).toEqual([{ date: '2026-11-23', lessons: [lesson()] }]);
  });

  it('keeps each lesson within its own dates', () => {
    const lessons = [weekly(1, { when: { kind: 'weekly', weekday: 1, validFrom: '2026-11-30', validTo: '2026-12-07' } })];
    expect(ask({ lessons, days: ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'] }).map((day) => day.lessons.length)).toEqual([
      0, 1, 1, 0,
    ]);
  });

  it('has only school days, and never a lesson of a class that the pupil is not in', () => {
    const anyLesson = fc
      .record({ weekday: fc.integer({ min: 1, max: 5 }), classId: fc.constantFrom('c1', 'c2', 'c3') })
      .map(({ weekday, classId }) => weekly(weekday, { classId, className: classId }));
    fc.assert(
      fc.property(fc.array(anyLesson), fc.subarray(['c1', 'c2', 'c3']), anyDateOfTheYear, (lessons, classIds, from) => {
        const days = ask({
          lessons,
          memberships: classIds.map((classId) => ({ classId })),
          days: Array.from({ length: 14 }, (_, index) => addDays(from, index)),
        });
        expect(days.every(({ date }) => isSchoolDay(schoolYear, date))).toBe(true);
        expect(days.flatMap((day) => day.lessons).every(({ className }) => classIds.includes(className))).toBe(true);
      }),
    );
  });
});

it("A lesson's status is read, and a word that we do not know is said to be unknown", () => {
  expect(['', undefined, 'Planned'].map(lessonChangeOf)).toEqual(['none', 'none', 'none']);
  expect(['Cancelled', 'room change', ' cover '].map(lessonChangeOf)).toEqual(['cancelled', 'moved', 'cover']);
  expect(lessonChangeOf('constructor')).toBe('unknown');
});
