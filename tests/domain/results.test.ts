import fc from 'fast-check';
import { groupResults, inShort, latestResults, meaningOf, released, type Result } from '../../src/domain/results';
import { anyDateOfTheYear } from '../kit/schoolYear';

function result(more: Partial<Result> = {}): Result {
  return { set: 'Autumn report 2026', subject: 'Maths', aspect: 'Working at grade', result: '6', date: '2026-11-20', ...more };
}

describe('Results', () => {
  const now = new Date('2026-11-23T16:00:00Z');

  it('are released when their time has come, newest first, without saying when that was', () => {
    const results = [
      { ...result(), releaseAt: '2026-11-23T16:00:00.000Z' },
      { ...result({ date: '2026-11-22' }), releaseAt: '2026-11-01T00:00:00.000Z' },
      { ...result({ subject: 'Art' }), releaseAt: '2026-11-23T16:00:00.001Z' },
    ];
    expect(released(results, now)).toEqual([result({ date: '2026-11-22' }), result()]);
  });

  it.each(['', 'soon'])('are not released where the release is %p', (releaseAt) => {
    expect(released([{ ...result(), releaseAt }], now)).toEqual([]);
  });

  it('stay released', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2030-01-01') }),
        fc.nat(1e12),
        (releaseAt, later) => {
          const rows = [{ ...result(), releaseAt: releaseAt.toISOString() }];
          expect(released(rows, new Date(releaseAt.getTime() + later))).toHaveLength(1);
          expect(released(rows, new Date(releaseAt.getTime() - later - 1))).toEqual([]);
        },
      ),
    );
  });

  it('are arranged by occasion, the newest first, and by subject', () => {
    const results = [
      result({ set: 'Summer report 2026', date: '2026-07-01' }),
      result(),
      result({ subject: 'Art' }),
      result({ aspect: 'Effort', result: 'Good', date: '2026-11-21' }),
    ];
    expect(groupResults(results)).toEqual([
      {
        set: 'Autumn report 2026',
        date: '2026-11-21',
        subjects: [
          { subject: 'Art', results: [result({ subject: 'Art' })] },
          { subject: 'Maths', results: [result(), result({ aspect: 'Effort', result: 'Good', date: '2026-11-21' })] },
        ],
      },
      {
        set: 'Summer report 2026',
        date: '2026-07-01',
        subjects: [{ subject: 'Maths', results: [result({ set: 'Summer report 2026', date: '2026-07-01' })] }],
      },
    ]);
  });

  it('of one day stay in the order of their occasions’ names, whatever order they come in', () => {
    const results = [result({ set: 'Mock B' }), result({ set: 'Mock A' })];
    expect(groupResults(results).map(({ set }) => set)).toEqual(['Mock A', 'Mock B']);
  });

  it('keep each result once when arranged', () => {
    const anyResult = fc
      .record({ set: fc.constantFrom('Autumn', 'Spring'), subject: fc.constantFrom('Art', 'Maths', 'PE'), date: anyDateOfTheYear })
      .map(result);
    fc.assert(
      fc.property(fc.array(anyResult), (results) => {
        const grouped = groupResults(results).flatMap(({ subjects }) => subjects.flatMap((subject) => subject.results));
        expect(new Set(grouped)).toEqual(new Set(results));
        expect(grouped).toHaveLength(results.length);
      }),
    );
  });
});

describe('The glossary', () => {
  const glossary = [
    { term: 'Effort', meaning: 'How hard your child works.' },
    { term: 'Effort', value: 'Good', meaning: 'Works well in most lessons.' },
    { term: 'Working at grade', value: '6', meaning: ' ' },
  ];

  it('explains a term and the values on its scale', () => {
    expect(meaningOf(glossary, 'effort')).toBe('How hard your child works.');
    expect(meaningOf(glossary, 'Effort', 'good ')).toBe('Works well in most lessons.');
  });

  it('says nothing where it has no such row or an empty one', () => {
    expect(meaningOf(glossary, 'Effort', 'Excellent')).toBeUndefined();
    expect(meaningOf(glossary, 'Working at grade', '6')).toBeUndefined();
    expect(meaningOf(glossary, '')).toBeUndefined();
  });
});

describe('The latest results', () => {
  it('are of each subject of the newest occasion what was judged first', () => {
    const report = [
      result({ subject: 'Maths', aspect: 'Working at grade' }),
      result({ subject: 'Maths', aspect: 'Effort' }),
      result({ subject: 'English', result: '5' }),
      result({ subject: 'Art', set: 'Art test', date: '2026-10-01' }),
    ];
    const latest = latestResults(report, 3);
    expect(latest?.set.set).toBe('Autumn report 2026');
    expect(latest?.first.map(({ subject, aspect }) => `${subject} ${aspect}`)).toEqual([
      'English Working at grade',
      'Maths Working at grade',
    ]);
  });

  it('are no more than asked for', () => {
    const report = ['Art', 'Drama', 'English', 'Maths'].map((subject) => result({ subject }));
    const latest = latestResults(report, 3);
    expect(latest?.first).toHaveLength(3);
    expect(latest?.set.subjects).toHaveLength(4);
  });

  it('are none where there is none', () => {
    expect(latestResults([], 3)).toBeUndefined();
  });
});

describe('A meaning in short', () => {
  it.each([
    ['Points out of a hundred. About 60 is usual.', 'Points out of a hundred.'],
    ['A grade of 4.5 is between two grades', 'A grade of 4.5 is between two grades'],
    ['Is it good? Yes.', 'Is it good?'],
    ['', ''],
  ])('%p is %p', (meaning, short) => {
    expect(inShort(meaning)).toBe(short);
  });
});
