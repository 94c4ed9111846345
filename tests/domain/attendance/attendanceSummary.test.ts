import fc from 'fast-check';
import { daysMissed, missedSessions, summarise } from '../../../src/domain/attendance/attendanceSummary';
import { markKinds, type AttendanceDay, type AttendanceSummary, type MarkKind } from '../../../src/domain/attendance/attendance';
import { addDays } from '../../../src/domain/time/schoolDate';
import { anyDateOfTheYear, lesson } from '../../kit/schoolYear';

const noLessons = new Map();

/** Two sessions a day, in order, from Monday 2 November. */
function daysWith(kinds: readonly MarkKind[]): AttendanceDay[] {
  return Array.from({ length: Math.ceil(kinds.length / 2) }, (_, index) => {
    const [am, pm] = kinds.slice(2 * index, 2 * index + 2);
    return { date: addDays('2026-11-02', index), ...(am ? { am: { kind: am } } : {}), ...(pm ? { pm: { kind: pm } } : {}) };
  });
}

function sumOf(kinds: readonly MarkKind[]): AttendanceSummary {
  return summarise(daysWith(kinds), noLessons, '2026-09-01', '2027-07-31');
}

function times(count: number, kind: MarkKind): MarkKind[] {
  return Array.from({ length: count }, () => kind);
}

describe('A summary', () => {
  it('leaves out what is not required or not taken', () => {
    // The worked example of docs/mis-facts.md, B1: 22 present, 1 L, 1 I, 2 Y7, 2 unmarked.
    const summary = sumOf([...times(22, 'present'), 'late', 'authorised', ...times(2, 'notRequired'), ...times(2, 'notTaken')]);
    expect(summary).toMatchObject({ possible: 24, attended: 23, authorised: 1, unauthorised: 0, late: 1 });
  });

  it('counts unexplained absence and arrival after the register closed as unauthorised, and by themselves', () => {
    expect(sumOf(['unexplained', 'lateAfterClose', 'unauthorised', 'activity'])).toMatchObject({
      possible: 4,
      attended: 1,
      unauthorised: 3,
      unexplained: 1,
      lateAfterClose: 1,
      late: 0,
    });
  });

  it('holds the days asked for, both ends included', () => {
    const days = daysWith(times(10, 'present'));
    expect(summarise(days, noLessons, '2026-11-03', '2026-11-04')).toMatchObject({ from: '2026-11-03', to: '2026-11-04', possible: 4 });
  });

  it('has no possible session where none counts', () => {
    expect(sumOf(['notRequired', 'notTaken']).possible).toBe(0);
  });

  it('adds up, whatever the marks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...markKinds), { maxLength: 80 }), (kinds) => {
        const summary = sumOf(kinds);
        expect(summary.possible).toBe(summary.attended + summary.authorised + summary.unauthorised);
        expect(summary.possible).toBe(kinds.filter((kind) => kind !== 'notRequired' && kind !== 'notTaken').length);
        expect(summary.unexplained + summary.lateAfterClose).toBeLessThanOrEqual(summary.unauthorised);
        const absent = kinds.filter((kind) => ['authorised', 'unauthorised', 'unexplained'].includes(kind));
        expect(missedSessions(summary)).toBe(absent.length);
      }),
    );
  });

  it('of two neighbouring ranges is the summary of both', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...markKinds), { maxLength: 60 }), anyDateOfTheYear, (kinds, cut) => {
        const days = daysWith(kinds);
        const [first, second] = [summarise(days, noLessons, '2026-09-01', cut), summarise(days, noLessons, addDays(cut, 1), '2027-07-31')];
        expect(first.possible + second.possible).toBe(sumOf(kinds).possible);
        expect(first.attended + second.attended).toBe(sumOf(kinds).attended);
      }),
    );
  });
});

describe('Lessons missed', () => {
  const day = '2026-11-02';
  const lessons = [
    lesson({ start: '09:00', subject: 'Maths' }),
    lesson({ start: '11:15', subject: 'French' }),
    lesson({ start: '12:29', subject: 'Maths' }),
    lesson({ start: '12:30', subject: 'Art' }),
    lesson({ start: '14:00', subject: 'PE', change: 'cancelled' }),
  ];
  const missedOn = (am: MarkKind, pm: MarkKind) =>
    summarise([{ date: day, am: { kind: am }, pm: { kind: pm } }], new Map([[day, lessons]]), day, day).missedLessons;

  it('are those of the sessions missed, the most missed subject first', () => {
    expect(missedOn('authorised', 'unexplained')).toEqual([
      { subject: 'Maths', lessons: 2 },
      { subject: 'Art', lessons: 1 },
      { subject: 'French', lessons: 1 },
    ]);
    expect(missedOn('present', 'unauthorised')).toEqual([{ subject: 'Art', lessons: 1 }]);
  });

  it('are none in a session attended, not required, not taken or joined late', () => {
    for (const kind of ['present', 'late', 'activity', 'notRequired', 'notTaken', 'lateAfterClose'] as const) {
      expect(missedOn(kind, kind)).toEqual([]);
    }
  });
});

it('Sessions are said as days and a half', () => {
  expect(daysMissed(0)).toEqual({ days: 0, andAHalf: false });
  expect(daysMissed(5)).toEqual({ days: 2, andAHalf: true });
  expect(daysMissed(6)).toEqual({ days: 3, andAHalf: false });
});
