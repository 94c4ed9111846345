import fc from 'fast-check';
import { isStale } from '../../src/domain/freshness';
import { calendarOf } from '../../src/domain/calendar/schoolCalendar';
import { schoolYear } from '../kit/schoolYear';

const timeZone = 'Europe/London';
const at = (text: string) => new Date(text);

describe('Data is stale', () => {
  it('after three days where the calendar is not known', () => {
    expect(isStale('2026-11-20T18:00:00.000Z', { now: at('2026-11-23T18:00:00Z'), timeZone })).toBe(false);
    expect(isStale('2026-11-20T18:00:00.000Z', { now: at('2026-11-23T18:00:01Z'), timeZone })).toBe(true);
  });

  it('when the third school day after it has begun, weekends not counted', () => {
    const friday = '2026-11-20T18:00:00.000Z';
    expect(isStale(friday, { now: at('2026-11-24T23:59:00Z'), timeZone, calendar: schoolYear })).toBe(false);
    expect(isStale(friday, { now: at('2026-11-25T00:01:00Z'), timeZone, calendar: schoolYear })).toBe(true);
  });

  it('not because of a holiday', () => {
    expect(isStale('2026-12-18T18:00:00.000Z', { now: at('2027-01-05T08:00:00Z'), timeZone, calendar: schoolYear })).toBe(false);
    expect(isStale('2026-12-18T18:00:00.000Z', { now: at('2027-01-06T08:00:00Z'), timeZone, calendar: schoolYear })).toBe(true);
  });

  it('after three days where the calendar has run out', () => {
    expect(isStale('2027-07-21T18:00:00.000Z', { now: at('2027-09-06T08:00:00Z'), timeZone, calendar: schoolYear })).toBe(true);
    expect(isStale('2026-11-20T18:00:00.000Z', { now: at('2026-11-21T08:00:00Z'), timeZone, calendar: calendarOf([]) })).toBe(false);
  });

  it('where its time cannot be read', () => {
    expect(isStale('yesterday', { now: at('2026-11-23T18:00:00Z'), timeZone })).toBe(true);
  });

  it('for good once it is, until newer data comes', () => {
    const anyHours = fc.nat(24 * 60);
    fc.assert(
      fc.property(anyHours, anyHours, (hours, more) => {
        const stale = (after: number) =>
          isStale('2026-11-03T06:00:00.000Z', {
            now: new Date(at('2026-11-03T06:00:00Z').getTime() + after * 3_600_000),
            timeZone,
            calendar: schoolYear,
          });
        expect(stale(hours) && !stale(hours + more)).toBe(false);
      }),
    );
  });
});
