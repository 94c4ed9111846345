import { periodParts } from '../../../src/domain/calendar/period';
import { halfTermsOf, schoolYearOf, termsOf } from '../../../src/domain/calendar/schoolPeriods';
import { schoolYear } from '../../kit/schoolYear';

describe("A period's id", () => {
  it('says which year, season and half it is', () => {
    expect(periodParts('2026-27.autumn.2')).toEqual({ years: [2026, 2027], season: 'autumn', half: 'second' });
    expect(periodParts('2026-27.spring')).toEqual({ years: [2026, 2027], season: 'spring' });
    expect(periodParts('1999-00')).toEqual({ years: [1999, 2000] });
  });

  it('can be taken apart for every period of a school year', () => {
    const ids = [...halfTermsOf(schoolYear), ...termsOf(schoolYear), schoolYearOf('2026-11-23')].map(({ id }) => id);
    expect(ids).toHaveLength(10);
    expect(ids.filter((id) => periodParts(id) === undefined)).toEqual([]);
  });

  it.each(['', '2026', '2026-28', '2026-27.winter', '2026-27.autumn.3', '2026-27.autumn.1.2', ' 2026-27'])('is never %p', (id) => {
    expect(periodParts(id)).toBeUndefined();
  });
});
