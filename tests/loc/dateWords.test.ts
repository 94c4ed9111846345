import { dateWords } from '../../src/loc/dateWords';
import { english } from '../../src/loc/english';

const words = dateWords(english, new Date('2026-11-23T16:30:00Z'), 'Europe/London');

it('says dates as people do, with the year only where it is far away', () => {
  expect(words.day('2026-11-26')).toBe('Thursday 26 November');
  expect(words.day('2027-01-04')).toBe('Monday 4 January');
  expect(words.day('2025-07-04')).toMatch(/^Friday,? 4 July 2025$/);
});

it("says moments on the school's own clock", () => {
  expect(words.moment('2026-11-23T09:30:00.000Z')).toBe('today 09:30');
  expect(words.moment('2026-11-22T15:05:00.000Z')).toBe('yesterday 15:05');
  expect(words.moment('2026-10-19T09:30:00.000Z')).toBe('Monday 19 October, 10:30');
});

it("takes a moment before midnight in UTC for the next day where the school's clock has passed it", () => {
  const inSummer = dateWords(english, new Date('2026-06-30T23:30:00Z'), 'Europe/London');
  expect(inSummer.moment('2026-06-30T23:10:00.000Z')).toBe('today 00:10');
});
