import fc from 'fast-check';
import { classify, countingOf, englishCodes, type Counting } from '../../../src/domain/attendance/attendanceCodes';
import { markKinds } from '../../../src/domain/attendance/attendance';
import { anyDate } from '../../kit/schoolYear';

const today = '2026-11-23';
const counts = (code: string, date = today, session: 'AM' | 'PM' = 'AM') => {
  const answer = classify(code, date, session);
  return 'counts' in answer ? answer.counts : answer.problem;
};

describe('Codes in force since 19 August 2024', () => {
  it.each<[Counting, string]>([
    ['attended', '/ L K V P W B'],
    ['authorised', 'C C1 C2 E I J1 M R S T'],
    ['unauthorised', 'G N O U'],
    ['notCounted', 'D Q X Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z #'],
  ])('count as %s: %s', (counting, list) => {
    expect(list.split(' ').map((code) => counts(code))).toEqual(list.split(' ').map(() => counting));
  });

  it.each(['H', 'J', 'Y', 'F', 'X01'])('no longer have %s', (code) => {
    expect(classify(code, today, 'AM')).toEqual({ problem: 'retired' });
  });

  it.each(['A', 'Y8', 'C3', '//', 'l', '?', 'I M'])('never had %p', (code) => {
    expect(classify(code, today, 'AM')).toEqual({ problem: 'unknown' });
  });

  it('are told to parents by kind', () => {
    const kindOf = (code: string) => classify(code, today, 'AM');
    expect(kindOf('N')).toEqual({ kind: 'unexplained', counts: 'unauthorised' });
    expect(kindOf('U')).toEqual({ kind: 'lateAfterClose', counts: 'unauthorised' });
    expect(kindOf('L')).toEqual({ kind: 'late', counts: 'attended' });
    expect(kindOf('V')).toEqual({ kind: 'activity', counts: 'attended' });
    expect(kindOf('Y5')).toEqual({ kind: 'notRequired', counts: 'notCounted' });
  });
});

describe('A code is read for its date', () => {
  it('so J was an activity until 18 August 2024', () => {
    expect(classify('J', '2024-08-18', 'AM')).toEqual({ kind: 'activity', counts: 'attended' });
    expect(classify('J', '2024-08-19', 'AM')).toEqual({ problem: 'retired' });
    expect(classify('J1', '2024-08-18', 'AM')).toEqual({ problem: 'unknown' });
    expect(classify('J1', '2024-08-19', 'AM')).toEqual({ kind: 'authorised', counts: 'authorised' });
  });

  it('so H and Y counted until then', () => {
    expect(counts('H', '2024-08-18')).toBe('authorised');
    expect(counts('Y', '2024-08-18')).toBe('notCounted');
    expect(counts('F', '2024-08-18')).toBe('retired');
  });
});

describe('A code is read for its session', () => {
  it('so / stands in the morning and \\ in the afternoon', () => {
    expect(counts('/', today, 'PM')).toBe('wrongSession');
    expect(counts('\\', today, 'AM')).toBe('wrongSession');
    expect(counts('\\', today, 'PM')).toBe('attended');
  });

  it('and every other code in both', () => {
    for (const { code } of englishCodes.filter(({ session }) => session === undefined)) {
      expect(classify(code, today, 'AM')).toEqual(classify(code, today, 'PM'));
    }
  });
});

it.each(['', ' ', '-'])('A missing mark is no code: %p', (code) => {
  expect(classify(code, today, 'PM')).toEqual({ kind: 'notTaken', counts: 'notCounted' });
});

it('The table never has two rules for one code on one day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...englishCodes), fc.oneof(anyDate, fc.constantFrom('2024-08-18', '2024-08-19')), ({ code }, date) => {
      const rules = englishCodes.filter((rule) => rule.code === code && (rule.from ?? '') <= date && date <= (rule.until ?? '9999'));
      expect(rules.length).toBeLessThanOrEqual(1);
    }),
  );
});

it('Every class of the table agrees with how its kind counts', () => {
  const countingOfClass = {
    present: 'attended',
    approvedActivity: 'attended',
    authorised: 'authorised',
    unauthorised: 'unauthorised',
    notPossible: 'notCounted',
    administrative: 'notCounted',
  } as const;
  for (const { kind, statisticalClass } of englishCodes) expect(countingOf(kind)).toBe(countingOfClass[statisticalClass]);
});

it('Whatever stands in a register is either a known kind or a problem', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3 }), anyDate, fc.constantFrom<'AM' | 'PM'>('AM', 'PM'), (code, date, session) => {
      const answer = classify(code, date, session);
      if ('kind' in answer) expect([markKinds.includes(answer.kind), answer.counts]).toEqual([true, countingOf(answer.kind)]);
      else expect(['unknown', 'retired', 'wrongSession']).toContain(answer.problem);
    }),
  );
});
