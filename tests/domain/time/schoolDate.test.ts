import fc from 'fast-check';
import {
  addDays,
  compareDates,
  daysBetween,
  isSchoolDate,
  isWeekend,
  mondayOf,
  rangeOfDays,
  weekday,
} from '../../../src/domain/time/schoolDate';
import { anyDate } from '../../kit/schoolYear';

describe('A school date', () => {
  it.each(['2026-11-23', '2024-02-29', '2000-02-29', '1999-12-31'])('can be %s', (text) => {
    expect(isSchoolDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '23/11/2026',
    ' 2026-11-23',
    '2026-11-23T00:00',
    '',
    undefined,
    20261123,
  ])('is never %p', (value) => {
    expect(isSchoolDate(value)).toBe(false);
  });

  it('moves across months, leap days and the nights when the clock changes', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2026-03-29', -1)).toBe('2026-03-28');
  });

  it('knows its day of the week, Monday being 1', () => {
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('2026-11-29')).toBe(7);
    expect(weekday('1969-12-31')).toBe(3);
    expect(isWeekend('2026-11-28')).toBe(true);
    expect(isWeekend('2026-11-27')).toBe(false);
  });

  it('refuses what is no date, without repeating it', () => {
    expect(() => addDays('2011-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2011-02-30', 1)).not.toThrow(/2011/);
  });

  it('comes back after as many days forth and back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20000, max: 20000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('has the order of the calendar', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(daysBetween(b, a)) + 0);
      }),
    );
  });

  it('lies in a week that begins on its Monday', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekday(mondayOf(date))).toBe(1);
        expect(daysBetween(mondayOf(date), date)).toBe(weekday(date) - 1);
      }),
    );
  });
});

describe('A range of days', () => {
  it('includes both ends', () => {
    expect(rangeOfDays('2026-11-30', '2026-12-02')).toEqual(['2026-11-30', '2026-12-01', '2026-12-02']);
  });

  it('is empty where it ends before it begins', () => {
    expect(rangeOfDays('2026-12-02', '2026-12-01')).toEqual([]);
  });

  it('has every day once, one after the other', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(400), (from, length) => {
        const days = rangeOfDays(from, addDays(from, length));
        expect(days).toHaveLength(length + 1);
        expect(days.every((day, index) => daysBetween(from, day) === index)).toBe(true);
      }),
    );
  });
});
