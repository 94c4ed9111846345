import * as fc from 'fast-check';
import { academicYear, academicYearOf, isOpen, statusIn } from '../../samples/calendar';
import { dateFrom, easterSunday, isWeekend, londonTime } from '../../samples/dates';
import { schoolYearAround } from '../../samples/schoolYear';

const farAhead = '2200-01-01';
const years = fc.integer({ min: 2020, max: 2060 });

describe("The demo school's calendar", () => {
  it('opens the school for 190 days and trains staff on five, in every year', () => {
    fc.assert(
      fc.property(years, (year) => {
        const days = academicYear(year, `${year}-09-01`);
        expect(days.filter((day) => day.am === 'open')).toHaveLength(190);
        expect(days.filter((day) => day.am === 'inset')).toHaveLength(5);
        expect(days.some((day) => isWeekend(day.date))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('has six half-terms of at least 16 days, and ends in July', () => {
    fc.assert(
      fc.property(years, (year) => {
        const inTerm = academicYear(year, farAhead).filter((day) => day.termId !== undefined);
        const halfTerms = [...new Set(inTerm.map((day) => day.termId))];
        expect(halfTerms).toHaveLength(6);
        for (const id of halfTerms)
          expect(inTerm.filter((day) => day.termId === id && day.am === 'open').length).toBeGreaterThanOrEqual(16);
        expect(inTerm[inTerm.length - 1]?.date.slice(5, 7)).toBe('07');
      }),
      { numRuns: 30 },
    );
  });

  it('closes at noon without warning only on days that are past', () => {
    const before = academicYear(2026, '2026-10-20').find((day) => day.date === '2026-10-20');
    const after = academicYear(2026, '2026-10-21').find((day) => day.date === '2026-10-20');
    expect(before).toMatchObject({ am: 'open', pm: 'open', unexpected: false });
    expect(after).toMatchObject({ am: 'open', pm: 'closed', unexpected: true });
  });

  it('begins the year for Year 7 alone', () => {
    const first = academicYear(2026, farAhead).find((day) => day.am === 'open');
    expect(first?.date).toBe('2026-09-03');
    expect(first && [7, 8, 9, 10].filter((year) => isOpen(first, 'AM', year))).toEqual([7]);
  });

  it.each([['2026-12-25'], ['2026-12-28'], ['2027-01-01'], ['2027-03-26'], ['2027-03-29'], ['2027-05-03'], ['2027-05-31']])(
    'knows the bank holiday of %s',
    (date) => {
      const day = academicYear(2026, farAhead).find((one) => one.date === date);
      expect(day && statusIn(day, 'AM')).toBe('bankHoliday');
    },
  );

  it('finds Easter', () => {
    expect([2024, 2026, 2027, 2038].map(easterSunday)).toEqual(['2024-03-31', '2026-04-05', '2027-03-28', '2038-04-25']);
  });

  it('tells London time in winter and summer', () => {
    expect(londonTime('2026-10-24', '09:30')).toBe('2026-10-24T09:30:00+01:00');
    expect(londonTime('2026-10-25', '09:30')).toBe('2026-10-25T09:30:00+00:00');
  });

  it('has half a year behind and a school day ahead of any day', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 365 }), (year, offset) => {
        const schoolYear = schoolYearAround(dateFrom(year, 1, 1 + offset));
        expect(schoolYear.pastSchoolDays.filter((day) => day.date >= schoolYear.recordsFrom).length).toBeGreaterThanOrEqual(120);
        expect(schoolYear.comingSchoolDays.length).toBeGreaterThanOrEqual(15);
        expect(schoolYear.previousHalfTerm.length).toBeGreaterThanOrEqual(15);
        expect(academicYearOf(schoolYear.today)).toBe(schoolYear.year);
      }),
      { numRuns: 100 },
    );
  });
});
