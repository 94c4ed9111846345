import fc from 'fast-check';
import { calendarOf, isSchoolDay } from '../../../src/domain/calendar/schoolCalendar';
import { datesComingUp } from '../../../src/domain/calendar/datesComingUp';
import { isWeekend, rangeOfDays } from '../../../src/domain/time/schoolDate';
import { anyDateOfTheYear, fact, schoolYear, schoolYearFacts, weekdays } from '../../kit/schoolYear';

describe('Dates coming up', () => {
  it('show a half-term holiday with its weekends as one, and the INSET day after it', () => {
    expect(datesComingUp(schoolYear, '2026-10-01', '2026-11-10')).toEqual([
      { kind: 'holiday', from: '2026-10-24', to: '2026-11-01' },
      { kind: 'inset', from: '2026-11-02', to: '2026-11-02' },
    ]);
  });

  it('show when term ends, Christmas as one holiday without its bank holidays, and when term starts', () => {
    expect(datesComingUp(schoolYear, '2026-11-23', '2027-01-10')).toEqual([
      { kind: 'termEnds', from: '2026-12-18', to: '2026-12-18' },
      { kind: 'holiday', from: '2026-12-19', to: '2027-01-03' },
      { kind: 'termStarts', from: '2027-01-04', to: '2027-01-04' },
    ]);
  });

  it('count Good Friday and Easter Monday to the holiday that follows, and show May Day by itself', () => {
    expect(datesComingUp(schoolYear, '2027-03-26', '2027-05-10')).toEqual([
      { kind: 'holiday', from: '2027-03-26', to: '2027-04-11' },
      { kind: 'termStarts', from: '2027-04-12', to: '2027-04-12' },
      { kind: 'bankHoliday', from: '2027-05-03', to: '2027-05-03' },
    ]);
  });

  it('show a holiday at its whole length when asked in the middle of it', () => {
    expect(datesComingUp(schoolYear, '2026-10-28', '2026-10-29')).toEqual([{ kind: 'holiday', from: '2026-10-24', to: '2026-11-01' }]);
  });

  it('say nothing about an ordinary week and its weekend, even where the calendar calls Saturdays closed', () => {
    expect(datesComingUp(schoolYear, '2026-11-23', '2026-11-29')).toEqual([]);
    const withSaturday = calendarOf([...schoolYearFacts, fact('2026-11-28', 'closed'), fact('2026-11-29', 'holiday')]);
    expect(datesComingUp(withSaturday, '2026-11-23', '2026-11-29')).toEqual([]);
  });

  it('show an INSET day even on a Saturday', () => {
    const calendar = calendarOf([...schoolYearFacts, fact('2026-11-28', 'inset')]);
    expect(datesComingUp(calendar, '2026-11-23', '2026-11-29')).toEqual([{ kind: 'inset', from: '2026-11-28', to: '2026-11-28' }]);
  });

  it('show a closure and the half day on which school ends at noon', () => {
    const calendar = calendarOf([
      ...weekdays('2026-11-23', '2026-11-27', 'open'),
      ...weekdays('2026-11-30', '2026-12-01', 'closed'),
      fact('2026-12-02', 'open'),
      fact('2026-12-02', 'closed', { session: 'PM' }),
      fact('2026-12-03', 'open'),
    ]);
    expect(datesComingUp(calendar, '2026-11-24', '2026-12-31')).toEqual([
      { kind: 'closed', from: '2026-11-30', to: '2026-12-01' },
      { kind: 'closed', from: '2026-12-02', to: '2026-12-02', session: 'PM' },
    ]);
  });

  it('are those of the year group', () => {
    const calendar = calendarOf([
      fact('2026-09-03', 'open', { yearGroups: ['Year 7'] }),
      ...weekdays('2026-09-04', '2026-09-30', 'open'),
      fact('2026-09-15', 'closed', { yearGroups: ['Year 9'] }),
    ]);
    const starts = (yearGroup: string) =>
      datesComingUp(calendar, '2026-09-01', '2026-09-30', yearGroup).filter(({ kind }) => kind !== 'holiday');
    expect(starts('Year 7')).toEqual([{ kind: 'termStarts', from: '2026-09-03', to: '2026-09-03' }]);
    expect(starts('Year 9')).toEqual([
      { kind: 'termStarts', from: '2026-09-04', to: '2026-09-04' },
      { kind: 'closed', from: '2026-09-15', to: '2026-09-15' },
    ]);
  });

  it("do not call the calendar's own end the end of term", () => {
    const toNovember = calendarOf(schoolYearFacts.filter(({ date }) => date <= '2026-11-27'));
    const toHalfTerm = calendarOf(schoolYearFacts.filter(({ date }) => date <= '2026-10-30'));
    for (const calendar of [toNovember, toHalfTerm]) {
      expect(datesComingUp(calendar, '2026-10-01', '2026-12-31').some(({ kind }) => kind === 'termEnds')).toBe(false);
    }
  });

  it('are none without a calendar', () => {
    expect(datesComingUp(calendarOf([]), '2026-09-01', '2027-07-31')).toEqual([]);
  });

  it('account for every weekday without school, and for no school day but by half days and terms', () => {
    const ranges = datesComingUp(schoolYear, '2026-09-01', '2027-07-31');
    const daysOff = new Set(ranges.filter(({ kind }) => !kind.startsWith('term')).flatMap(({ from, to }) => rangeOfDays(from, to)));
    fc.assert(
      fc.property(
        anyDateOfTheYear.filter((date) => !isWeekend(date) && date <= '2027-07-21'),
        (date) => {
          expect(daysOff.has(date)).toBe(!isSchoolDay(schoolYear, date));
        },
      ),
    );
  });
});
