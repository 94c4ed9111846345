import fc from 'fast-check';
import { calendarOf, isSchoolDay } from '../../../src/domain/calendar/schoolCalendar';
import { halfTermsOf, latestHalfTerm, schoolYearOf, termOf, termsOf } from '../../../src/domain/calendar/schoolPeriods';
import { anyDate, anyDateOfTheYear, fact, schoolYear, schoolYearFacts, weekdays } from '../../kit/schoolYear';

describe('Half-terms', () => {
  it('are found between the holidays of an English school year', () => {
    expect(halfTermsOf(schoolYear).map(({ id, from, to }) => [id, from, to])).toEqual([
      ['2026-27.autumn.1', '2026-09-03', '2026-10-23'],
      ['2026-27.autumn.2', '2026-11-03', '2026-12-18'],
      ['2026-27.spring.1', '2027-01-04', '2027-02-12'],
      ['2026-27.spring.2', '2027-02-22', '2027-03-25'],
      ['2026-27.summer.1', '2027-04-12', '2027-05-28'],
      ['2026-27.summer.2', '2027-06-07', '2027-07-21'],
    ]);
  });

  it('go on in the holiday after them for whoever asks for the latest', () => {
    expect(latestHalfTerm(schoolYear, '2026-10-28')?.id).toBe('2026-27.autumn.1');
    expect(latestHalfTerm(schoolYear, '2026-11-03')?.id).toBe('2026-27.autumn.2');
    expect(latestHalfTerm(schoolYear, '2026-09-01')).toBeUndefined();
  });

  it('are not broken by Easter in term time, INSET days around a weekend or a week of snow', () => {
    const calendar = calendarOf([
      ...weekdays('2027-02-22', '2027-02-26', 'open'),
      ...weekdays('2027-03-01', '2027-03-05', 'closed'),
      ...weekdays('2027-03-08', '2027-03-18', 'open'),
      fact('2027-03-19', 'inset'),
      fact('2027-03-22', 'inset'),
      ...weekdays('2027-03-23', '2027-03-25', 'open'),
      fact('2027-03-26', 'bankHoliday'),
      fact('2027-03-29', 'bankHoliday'),
      ...weekdays('2027-03-30', '2027-04-01', 'open'),
    ]);
    expect(halfTermsOf(calendar).map(({ id, from, to }) => [id, from, to])).toEqual([['2026-27.spring.2', '2027-02-22', '2027-04-01']]);
  });

  it('are not broken by a long weekend', () => {
    const longWeekend = calendarOf([
      ...weekdays('2026-10-05', '2026-10-16', 'open'),
      fact('2026-10-19', 'holiday'),
      ...weekdays('2026-10-20', '2026-10-23', 'open'),
    ]);
    expect(halfTermsOf(longWeekend).map(({ id }) => id)).toEqual(['2026-27.autumn.1']);
    const fourDays = calendarOf([
      ...weekdays('2026-10-05', '2026-10-16', 'open'),
      ...weekdays('2026-10-19', '2026-10-20', 'holiday'),
      ...weekdays('2026-10-21', '2026-10-23', 'open'),
    ]);
    expect(halfTermsOf(fourDays).map(({ id }) => id)).toEqual(['2026-27.autumn.1', '2026-27.autumn.2']);
  });

  it('are found where the calendar lists only the days on which school is open', () => {
    const openOnly = calendarOf(schoolYearFacts.filter(({ status }) => status === 'open'));
    expect(halfTermsOf(openOnly).map(({ id }) => id)).toEqual(halfTermsOf(schoolYear).map(({ id }) => id));
  });

  it("follow the school's own term ids where it gives them", () => {
    const calendar = calendarOf([
      ...weekdays('2027-03-15', '2027-03-19', 'open', { termId: 'SPR27' }),
      ...weekdays('2027-03-22', '2027-04-01', 'open', { termId: 'SUM27' }),
    ]);
    expect(halfTermsOf(calendar).map(({ id }) => id)).toEqual(['2026-27.spring.2', '2026-27.summer.1']);
    const early = calendarOf(weekdays('2026-10-12', '2026-12-18', 'open', { termId: '2026-27.autumn.2' }));
    expect(halfTermsOf(early).map(({ id }) => id)).toEqual(['2026-27.autumn.2']);
  });

  it.each([
    ['2026-08-01', '2026-27.autumn.1'],
    ['2027-07-31', '2026-27.summer.2'],
    ['2026-10-14', '2026-27.autumn.1'],
    ['2026-10-15', '2026-27.autumn.2'],
    ['2026-12-31', '2026-27.autumn.2'],
    ['2027-01-01', '2026-27.spring.1'],
    ['2027-02-07', '2026-27.spring.1'],
    ['2027-02-08', '2026-27.spring.2'],
    ['2027-03-19', '2026-27.spring.2'],
    ['2027-03-20', '2026-27.summer.1'],
    ['2027-05-19', '2026-27.summer.1'],
    ['2027-05-20', '2026-27.summer.2'],
  ])('that begin on %s without a termId are %s', (first, id) => {
    expect(halfTermsOf(calendarOf([fact(first, 'open')])).map((period) => period.id)).toEqual([id]);
  });

  it('hold every school day, each in exactly one', () => {
    fc.assert(
      fc.property(anyDateOfTheYear, (date) => {
        const holding = halfTermsOf(schoolYear).filter(({ from, to }) => from <= date && date <= to);
        expect(holding.length).toBeLessThanOrEqual(1);
        if (isSchoolDay(schoolYear, date)) expect(holding).toHaveLength(1);
      }),
    );
  });

  it('keep their id and first day while the calendar grows at its end', () => {
    fc.assert(
      fc.property(anyDateOfTheYear, (end) => {
        const sofar = halfTermsOf(calendarOf(schoolYearFacts.filter(({ date }) => date <= end)));
        const whole = halfTermsOf(schoolYear).slice(0, sofar.length);
        expect(sofar.map(({ id, from }) => ({ id, from }))).toEqual(whole.map(({ id, from }) => ({ id, from })));
      }),
    );
  });
});

describe('Terms', () => {
  it('hold both halves and the holiday between them', () => {
    expect(termsOf(schoolYear).map(({ id }) => id)).toEqual(['2026-27.autumn', '2026-27.spring', '2026-27.summer']);
    expect(termOf(schoolYear, '2026-10-28')).toEqual({ id: '2026-27.autumn', from: '2026-09-03', to: '2026-12-18' });
    expect(termOf(schoolYear, '2026-12-25')).toBeUndefined();
  });
});

describe('A school year', () => {
  it('turns in August', () => {
    expect(schoolYearOf('2026-11-23')).toEqual({ id: '2026-27', from: '2026-08-01', to: '2027-07-31' });
    expect(schoolYearOf('2026-07-31').id).toBe('2025-26');
    expect(schoolYearOf('1999-09-01').id).toBe('1999-00');
  });

  it('holds its day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { from, to } = schoolYearOf(date);
        expect(from <= date && date <= to).toBe(true);
      }),
    );
  });
});
