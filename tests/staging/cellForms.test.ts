import { weekday, yearGroup } from '../../staging/stage/bundle/columns';

describe('a year group', () => {
  it.each(['8', '08', 'Y8', 'y8', 'Yr 8', 'yr8', 'Year 8', 'YEAR 8', 'Year  8'])(
    'is one and the same, whether written %j or in full',
    (cell) => {
      expect(yearGroup.read(cell)).toBe('Year 8');
    },
  );

  it.each(['Reception', 'Nursery', 'Sixth form', 'Year 8A', '8B'])('that is no number, like %j, keeps its own name', (cell) => {
    expect(yearGroup.read(cell)).toBe(cell);
  });

  it.each(['2026-11-23', '12345', 'A823432100001'])('is never a date or the number of a pupil, like %j', (cell) => {
    expect(yearGroup.read(cell)).toBeUndefined();
  });
});

describe('a weekday', () => {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

  it.each(names.map((name, index) => [name, index + 1] as const))(
    '%s is day %i, in full, in three letters and as a number',
    (name, day) => {
      for (const cell of [name, name.slice(0, 3), name.toUpperCase(), String(day)]) expect([cell, weekday.read(cell)]).toEqual([cell, day]);
    },
  );

  it.each(['0', '8', '1.5', 'M', 'Mittwoch', 'day'])('is not what %j says', (cell) => {
    expect(weekday.read(cell)).toBeUndefined();
  });
});
