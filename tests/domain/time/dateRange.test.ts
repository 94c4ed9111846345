import fc from 'fast-check';
import { covers, encloses, overlaps } from '../../../src/domain/time/dateRange';
import { rangeOfDays } from '../../../src/domain/time/schoolDate';
import { anyDateOfTheYear } from '../../kit/schoolYear';

const week = { from: '2026-11-23', to: '2026-11-27' };

const anyRange = fc.tuple(anyDateOfTheYear, anyDateOfTheYear).map((days) => {
  const [from = '', to = ''] = [...days].sort();
  return { from, to };
});

describe('A range of dates', () => {
  it('covers its first day, its last and those between', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-27', '2026-11-28'].map((date) => covers(week, date))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('has no limit where it names none', () => {
    expect(covers({}, '1900-01-01')).toBe(true);
    expect([covers({ from: week.from }, '2099-01-01'), covers({ from: week.from }, '2026-11-22')]).toEqual([true, false]);
    expect([covers({ to: week.to }, '1900-01-01'), covers({ to: week.to }, '2026-11-28')]).toEqual([true, false]);
  });

  it('overlaps another from the day on which both are', () => {
    expect(overlaps(week, { from: '2026-11-27', to: '2026-12-04' })).toBe(true);
    expect(overlaps(week, { from: '2026-11-28', to: '2026-12-04' })).toBe(false);
    expect(overlaps(week, { to: '2026-11-23' })).toBe(true);
    expect(overlaps(week, { to: '2026-11-22' })).toBe(false);
    expect(overlaps({}, week)).toBe(true);
  });

  it('overlaps and encloses another as its days say', () => {
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        const days = rangeOfDays(b.from, b.to);
        expect(overlaps(a, b)).toBe(days.some((date) => covers(a, date)));
        expect(overlaps(b, a)).toBe(overlaps(a, b));
        expect(encloses(a, b)).toBe(days.every((date) => covers(a, date)));
      }),
    );
  });
});
