import fc from 'fast-check';
import {
  calendarOf,
  isInBreak,
  isOpen,
  isSchoolDay,
  nextSchoolDays,
  statusOf,
  weekAndDaysAfter,
  weekOf,
} from '../../../src/domain/calendar/schoolCalendar';
import { compareDates, mondayOf, rangeOfDays } from '../../../src/domain/time/schoolDate';
import { anyDateOfTheYear, fact, schoolYear, schoolYearFacts } from '../../kit/schoolYear';

describe('The school is open', () => {
  it('on a day that the calendar calls open, in both sessions', () => {
    expect(isOpen(schoolYear, '2026-11-23', 'AM', 'Year 8')).toBe(true);
    expect(isOpen(schoolYear, '2026-11-23', 'PM')).toBe(true);
  });

  it('neither on a day off nor on one that the calendar does not know', () => {
    expect(isOpen(schoolYear, '2026-11-02', 'AM')).toBe(false);
    expect(isOpen(schoolYear, '2026-11-28', 'AM')).toBe(false);
    expect(isOpen(schoolYear, '2031-11-24', 'AM')).toBe(false);
    expect(isOpen(calendarOf([]), '2026-11-23', 'AM')).toBe(false);
  });

  it('for half a day where one session is closed', () => {
    const calendar = calendarOf([fact('2026-12-18', 'open'), fact('2026-12-18', 'closed', { session: 'PM' })]);
    expect(isOpen(calendar, '2026-12-18', 'AM')).toBe(true);
    expect(isOpen(calendar, '2026-12-18', 'PM')).toBe(false);
    expect(isSchoolDay(calendar, '2026-12-18')).toBe(true);
  });

  it('to the year groups named, whatever case they are written in', () => {
    const firstDay = calendarOf([fact('2026-09-03', 'open', { yearGroups: ['Year 7', 'Year 12'] })]);
    expect(isSchoolDay(firstDay, '2026-09-03', 'year 7 ')).toBe(true);
    expect(isSchoolDay(firstDay, '2026-09-03', 'Year 8')).toBe(false);
    expect(isSchoolDay(firstDay, '2026-09-03')).toBe(false);
  });

  it('to everybody else when one year group is sent home', () => {
    const calendar = calendarOf([fact('2026-12-01', 'closed', { yearGroups: ['Year 9'] }), fact('2026-12-01', 'open')]);
    expect(isSchoolDay(calendar, '2026-12-01', 'Year 9')).toBe(false);
    expect(isSchoolDay(calendar, '2026-12-01', 'Year 8')).toBe(true);
  });

  it('not where two facts of equal rank disagree', () => {
    const rows = [fact('2026-12-01', 'open'), fact('2026-12-01', 'closed')];
    expect(statusOf(calendarOf(rows), '2026-12-01', 'AM')).toBe('closed');
    expect(statusOf(calendarOf([...rows].reverse()), '2026-12-01', 'AM')).toBe('closed');
  });

  it('on the same days in whatever order the calendar comes', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...schoolYearFacts], { minLength: schoolYearFacts.length }), anyDateOfTheYear, (facts, date) => {
        expect(isSchoolDay(calendarOf(facts), date)).toBe(isSchoolDay(schoolYear, date));
      }),
      { numRuns: 20 },
    );
  });
});

describe('The next school days', () => {
  it('begin with today where it is one, and leave out weekends and holidays', () => {
    expect(nextSchoolDays(schoolYear, '2026-10-22', 4)).toEqual(['2026-10-22', '2026-10-23', '2026-11-03', '2026-11-04']);
  });

  it('begin with the calendar where that begins later, and end with it', () => {
    expect(nextSchoolDays(schoolYear, '2020-01-01', 1)).toEqual(['2026-09-03']);
    expect(nextSchoolDays(schoolYear, '2027-07-20', 10)).toEqual(['2027-07-20', '2027-07-21']);
    expect(nextSchoolDays(calendarOf([]), '2027-07-20', 10)).toEqual([]);
  });

  it('are school days in order, none of them skipped', () => {
    fc.assert(
      fc.property(anyDateOfTheYear, fc.nat(30), (from, count) => {
        const days = nextSchoolDays(schoolYear, from, count);
        const all = [...schoolYear.factsByDate.keys()].filter((date) => date >= from && isSchoolDay(schoolYear, date)).sort();
        expect(days).toEqual(all.slice(0, count));
      }),
    );
  });
});

describe('The week and the days after it', () => {
  it('are the whole week of the day, days before it included, and ten school days more', () => {
    const threeWeeks = rangeOfDays('2026-11-23', '2026-12-11').filter((date) => isSchoolDay(schoolYear, date));
    expect(weekAndDaysAfter(schoolYear, '2026-11-23', 10)).toEqual(threeWeeks);
    expect(weekAndDaysAfter(schoolYear, '2026-11-27', 10)).toEqual(threeWeeks);
  });

  it('begin with next week from Saturday on, and with the week after a holiday from its first day on', () => {
    expect(weekAndDaysAfter(schoolYear, '2026-11-28', 10)[0]).toBe('2026-11-30');
    expect(weekAndDaysAfter(schoolYear, '2026-12-21', 10)[0]).toBe('2027-01-04');
  });

  it('reach beyond a holiday', () => {
    expect(weekAndDaysAfter(schoolYear, '2026-12-18', 10).slice(4, 6)).toEqual(['2026-12-18', '2027-01-04']);
  });

  it('end with the calendar, and are none after it', () => {
    expect(weekAndDaysAfter(schoolYear, '2027-07-21', 10)).toEqual(['2027-07-19', '2027-07-20', '2027-07-21']);
    expect(weekAndDaysAfter(schoolYear, '2027-07-22', 10)).toEqual([]);
  });

  it('change once a week at most, and hold the days that lie ahead', () => {
    fc.assert(
      fc.property(anyDateOfTheYear, fc.nat(12), (from, count) => {
        const days = weekAndDaysAfter(schoolYear, from, count);
        expect([...days].sort(compareDates)).toEqual(days);
        expect(days).toEqual(expect.arrayContaining(nextSchoolDays(schoolYear, from, count)));
        const [next] = nextSchoolDays(schoolYear, from, 1);
        if (next !== undefined) expect(days).toEqual(weekAndDaysAfter(schoolYear, mondayOf(next), count));
      }),
    );
  });
});

it('A day belongs to the week that its fact for the year group names', () => {
  const calendar = calendarOf([
    fact('2026-11-23', 'open', { week: 'A' }),
    fact('2026-11-23', 'open', { yearGroups: ['Year 11'], week: 'B' }),
  ]);
  expect(weekOf(calendar, '2026-11-23', 'Year 8')).toBe('A');
  expect(weekOf(calendar, '2026-11-23', 'Year 11')).toBe('B');
  expect(weekOf(calendar, '2026-11-24', 'Year 8')).toBeUndefined();
});

describe('a break', () => {
  // Open from Monday 2 November to Friday 18 December 2026, then from Monday 4 January.
  const calendar = calendarOf(
    rangeOfDays('2026-11-02', '2027-01-08')
      .filter((date) => date <= '2026-12-18' || date >= '2027-01-04')
      .map((date) => fact(date, 'open')),
  );

  it.each([
    ['a school day', '2026-11-24', false],
    ['the Saturday of the holidays', '2026-12-19', true],
    ['a day in the middle of the holidays', '2026-12-28', true],
    ['a day after the calendar ends', '2027-02-01', true],
  ])('%s', (_what, date, isBreak) => {
    expect(isInBreak(calendar, date)).toBe(isBreak);
  });

  it('is not a usual weekend', () => {
    const weekdays = calendarOf(['2026-11-27', '2026-11-30'].map((date) => fact(date, 'open')));
    expect(isInBreak(weekdays, '2026-11-28')).toBe(false);
  });
});
