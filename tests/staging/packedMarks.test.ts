import fc from 'fast-check';
import { calendarOf } from '../../src/domain/calendar/schoolCalendar';
import type { Session } from '../../src/domain/attendance/attendance';
import { openPackedMarks, type RegisterEntry } from '../../staging/stage/school/packedMarks';

const days = ['2026-11-23', '2026-11-24', '2026-12-01'];
const calendar = calendarOf(days.map((date) => ({ date, session: 'ALL', status: 'open', yearGroups: [] })));

const entry: fc.Arbitrary<RegisterEntry> = fc.oneof(
  fc.constant('quarantined' as const),
  fc
    .record({ code: fc.constantFrom('/', 'L', 'N'), minutesLate: fc.nat(90) })
    .map(({ code, minutesLate }) => ({ code, mark: { kind: 'late' as const, minutesLate } })),
);
const stored = fc.record({
  pupilId: fc.constantFrom('P1', 'P2', 'P3'),
  date: fc.constantFrom(...days),
  session: fc.constantFrom<Session>('AM', 'PM'),
  entry,
});

describe('the store of marks', () => {
  it('answers what was put in last, for each pupil, day and session by itself', () => {
    fc.assert(
      fc.property(fc.array(stored), (entries) => {
        const store = openPackedMarks(calendar);
        const expected = new Map<string, RegisterEntry>();
        for (const { pupilId, date, session, entry: value } of entries) {
          store.set(pupilId, date, session, value);
          expected.set(`${pupilId} ${date} ${session}`, value);
        }
        for (const pupilId of ['P1', 'P2', 'P3', 'P4']) {
          for (const date of days) {
            for (const session of ['AM', 'PM'] as const)
              expect(store.get(pupilId, date, session)).toEqual(expected.get(`${pupilId} ${date} ${session}`));
          }
        }
      }),
    );
  });

  it('keeps nothing of days that the calendar does not name', () => {
    const store = openPackedMarks(calendar);
    store.set('P1', '2026-11-25', 'AM', 'quarantined');
    expect(store.get('P1', '2026-11-25', 'AM')).toBeUndefined();
  });
});
