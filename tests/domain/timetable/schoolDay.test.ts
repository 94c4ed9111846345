import fc from 'fast-check';
import { dayToShow, isOrdinarySchoolDay } from '../../../src/domain/timetable/schoolDay';
import { anyDate, anyTime, lesson } from '../../kit/schoolYear';

const friday = { date: '2026-11-27', lessons: [lesson(), lesson({ period: '5', start: '14:10', end: '15:10' })] };
const monday = { date: '2026-11-30', lessons: [lesson()] };
const tuesday = { date: '2026-12-01', lessons: [lesson()] };
const timetable = [friday, monday, tuesday];

describe('The day to show', () => {
  it('is today until the last lesson has ended', () => {
    expect(dayToShow({ now: { date: '2026-11-27', time: '15:09' }, timetable })).toEqual({ day: friday, relation: 'today' });
  });

  it('is the next school day from then on, not called tomorrow before a weekend', () => {
    expect(dayToShow({ now: { date: '2026-11-27', time: '15:10' }, timetable })).toEqual({
      day: monday,
      relation: 'later',
    });
    expect(dayToShow({ now: { date: '2026-11-29', time: '10:00' }, timetable })?.relation).toBe('tomorrow');
    expect(dayToShow({ now: { date: '2026-11-30', time: '18:00' }, timetable })).toEqual({
      day: tuesday,
      relation: 'tomorrow',
    });
  });

  it('does not wait for a last lesson that is cancelled', () => {
    const short = { ...friday, lessons: [lesson(), lesson({ start: '14:10', end: '15:10', change: 'cancelled' })] };
    expect(dayToShow({ now: { date: '2026-11-27', time: '10:30' }, timetable: [short, monday] })?.day).toBe(monday);
  });

  it('is today until four where today has no known lessons', () => {
    const empty = { date: '2026-11-27', lessons: [] };
    expect(dayToShow({ now: { date: '2026-11-27', time: '15:59' }, timetable: [empty, monday] })?.day).toBe(empty);
    expect(dayToShow({ now: { date: '2026-11-27', time: '16:00' }, timetable: [empty, monday] })?.day).toBe(monday);
  });

  it('is found behind the days of the week that are over', () => {
    expect(dayToShow({ now: { date: '2026-11-30', time: '08:00' }, timetable })).toEqual({ day: monday, relation: 'today' });
    expect(dayToShow({ now: { date: '2026-11-28', time: '08:00' }, timetable })).toEqual({
      day: monday,
      relation: 'later',
    });
  });

  it('is missing where the timetable lies in the past', () => {
    expect(dayToShow({ now: { date: '2026-12-01', time: '15:00' }, timetable })).toBeUndefined();
    expect(dayToShow({ now: { date: '2026-12-01', time: '15:00' }, timetable: [] })).toBeUndefined();
  });

  it('is never before today, and the same in whatever order the days come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyDate, { maxLength: 6 }), anyDate, anyTime, (dates, date, time) => {
        const days = dates.map((each) => ({ date: each, lessons: [lesson()] }));
        const shown = dayToShow({ now: { date, time }, timetable: days });
        expect(shown === undefined || shown.day.date >= date).toBe(true);
        expect(dayToShow({ now: { date, time }, timetable: [...days].reverse() })).toEqual(shown);
      }),
    );
  });
});

describe('A school day is ordinary', () => {
  const rules = [{ subject: 'PE', bring: ['PE kit'] }];

  it('where its lessons are as the timetable has them and nothing is to be brought', () => {
    expect(isOrdinarySchoolDay({ date: '2026-11-27', lessons: [lesson({ subject: 'Maths' })] }, rules)).toBe(true);
  });

  it('not where something is to be brought, a lesson has changed, or no lessons are known', () => {
    expect(isOrdinarySchoolDay({ date: '2026-11-27', lessons: [lesson({ subject: 'PE' })] }, rules)).toBe(false);
    expect(isOrdinarySchoolDay({ date: '2026-11-27', lessons: [lesson({ subject: 'PE', change: 'cancelled' })] }, rules)).toBe(false);
    expect(isOrdinarySchoolDay({ date: '2026-11-27', lessons: [] }, rules)).toBe(false);
  });
});
