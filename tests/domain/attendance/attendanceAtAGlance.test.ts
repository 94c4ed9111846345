import type { AttendanceDay, AttendanceSummary, MarkKind } from '../../../src/domain/attendance/attendance';
import { isOrdinaryAttendance, isOrdinaryDay, latestMarkedDay, weekOfMarks } from '../../../src/domain/attendance/attendanceAtAGlance';

const flawless: AttendanceSummary = {
  from: '2026-11-02',
  to: '2026-11-23',
  possible: 31,
  attended: 31,
  authorised: 0,
  unauthorised: 0,
  unexplained: 0,
  late: 0,
  lateAfterClose: 0,
  missedLessons: [],
};

function day(date: string, am?: MarkKind, pm?: MarkKind): AttendanceDay {
  return { date, am: am && { kind: am }, pm: pm && { kind: pm } };
}

describe('Attendance is ordinary', () => {
  it.each([['present'], ['activity'], ['notRequired'], ['notTaken']] as const)(
    'where nothing was missed and the latest mark is %p',
    (kind) => {
      expect(isOrdinaryAttendance(flawless, day('2026-11-23', 'present', kind))).toBe(true);
    },
  );

  it.each([
    ['agreed absence', { authorised: 1, attended: 30 }],
    ['absence without a reason', { unauthorised: 1, unexplained: 1, attended: 30 }],
    ['absence that was not agreed', { unauthorised: 2, attended: 29 }],
    ['lateness', { late: 1 }],
    ['lateness after the register closed', { unauthorised: 1, lateAfterClose: 1, attended: 30 }],
  ])('not after %s', (_what, more) => {
    expect(isOrdinaryAttendance({ ...flawless, ...more }, undefined)).toBe(false);
  });

  it.each([['late'], ['authorised'], ['unexplained'], ['unauthorised'], ['lateAfterClose']] as const)(
    'not on a day with a mark that is %p, whatever the sums say',
    (kind) => {
      expect(isOrdinaryDay(day('2026-11-23', kind, 'present'))).toBe(false);
      expect(isOrdinaryAttendance(flawless, day('2026-11-23', 'present', kind))).toBe(false);
    },
  );

  it('not where nothing is known', () => {
    expect(isOrdinaryAttendance(undefined, undefined)).toBe(false);
    expect(isOrdinaryAttendance({ ...flawless, possible: 0, attended: 0 }, undefined)).toBe(false);
  });
});

describe('The latest day with a mark', () => {
  it('is found in days of any order, and is never one that lies ahead', () => {
    const days = [day('2026-11-19', 'present'), day('2026-11-20', undefined, 'late'), day('2026-11-23'), day('2026-11-24', 'present')];
    expect(latestMarkedDay(days, '2026-11-23')?.date).toBe('2026-11-20');
    expect(latestMarkedDay([...days].reverse(), '2026-11-23')?.date).toBe('2026-11-20');
  });

  it('is none where the register says nothing', () => {
    expect(latestMarkedDay([day('2026-11-23')], '2026-11-23')).toBeUndefined();
  });
});

describe('The week of a day', () => {
  it('has Monday to Friday, each with its marks or none', () => {
    const week = weekOfMarks([day('2026-11-20', 'present', 'late'), day('2026-11-13', 'present')], '2026-11-18');
    expect(week.map(({ date }) => date)).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']);
    expect(week.map(({ pm }) => pm?.kind)).toEqual([undefined, undefined, undefined, undefined, 'late']);
  });
});
