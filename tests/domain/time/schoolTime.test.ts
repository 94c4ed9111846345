import fc from 'fast-check';
import { instantOf, isClockTime, localTime, schoolNow } from '../../../src/domain/time/schoolTime';
import { anyDate, anyTime } from '../../kit/schoolYear';

const london = 'Europe/London';

describe("The school's clock", () => {
  it('is an hour ahead of UTC in summer', () => {
    expect(schoolNow(new Date('2026-07-01T22:59:59Z'), london)).toEqual({ date: '2026-07-01', time: '23:59' });
    expect(schoolNow(new Date('2026-07-01T23:00:00Z'), london)).toEqual({ date: '2026-07-02', time: '00:00' });
  });

  it('shows UTC in winter, midnight being 00:00', () => {
    expect(schoolNow(new Date('2026-11-23T00:00:00Z'), london)).toEqual({ date: '2026-11-23', time: '00:00' });
  });

  it('shows the seconds too, for whoever needs them', () => {
    expect(localTime(new Date('2026-06-01T11:59:07.900Z'), london)).toBe('2026-06-01T12:59:07');
  });

  it('refuses a time zone that does not exist', () => {
    expect(() => schoolNow(new Date(0), 'Europe/Oakfield')).toThrow(RangeError);
  });
});

describe('A moment in an export', () => {
  it('is read with its own zone', () => {
    expect(instantOf('2026-11-23T02:00:00+01:00', london)).toBe('2026-11-23T01:00:00.000Z');
    expect(instantOf('2026-11-23T02:00:00.123Z', london)).toBe('2026-11-23T02:00:00.000Z');
  });

  it("is the school's time where it has no zone, and the start of the day where it has no time", () => {
    expect(instantOf('2026-07-03T09:30', london)).toBe('2026-07-03T08:30:00.000Z');
    expect(instantOf('2026-07-03 09:30:15', london)).toBe('2026-07-03T08:30:15.000Z');
    expect(instantOf('2026-07-03', london)).toBe('2026-07-02T23:00:00.000Z');
  });

  it('is the first of the two when the clock goes back, and after the leap when it goes forward', () => {
    expect(instantOf('2026-10-25T01:30', london)).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOf('2026-03-29T01:30', london)).toBe('2026-03-29T01:30:00.000Z');
    expect(schoolNow(new Date('2026-03-29T01:30:00Z'), london).time).toBe('02:30');
  });

  it("shows that time on the school's wall, but for the hour that is leapt over", () => {
    fc.assert(
      fc.property(
        anyDate,
        anyTime,
        fc.constantFrom(london, 'UTC', 'Asia/Dubai', 'America/New_York', 'Pacific/Auckland'),
        (date, time, timeZone) => {
          fc.pre(!/-(03|04|09|10)-/.test(date));
          expect(localTime(new Date(instantOf(`${date}T${time}`, timeZone) ?? ''), timeZone)).toBe(`${date}T${time}:00`);
        },
      ),
    );
  });

  it.each(['', 'soon', '2026-02-30', '2026-02-03T25:00', '2026-02-03T10:00:99', '03/07/2026', '2026-02-03T10:00+1'])(
    'is not %p',
    (text) => {
      expect(instantOf(text, london)).toBeUndefined();
    },
  );

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const instant = instantOf(text, london);
        expect(instant === undefined || new Date(instant).toISOString() === instant).toBe(true);
      }),
    );
  });
});

it('A clock time has two digits for the hour and two for the minute', () => {
  expect(['00:00', '23:59', '09:05'].every(isClockTime)).toBe(true);
  expect(['24:00', '9:05', '09:60', '09:05:00', '', undefined].some(isClockTime)).toBe(false);
});
