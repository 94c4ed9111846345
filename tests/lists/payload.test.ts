import fc from 'fast-check';
import type { AdultHome } from '../../src/domain/people/adult';
import { markKinds, type SessionMark } from '../../src/domain/attendance/attendance';
import { adultHomeSchema } from '../../src/lists/adultHome';
import { attendanceRecordSchema } from '../../src/lists/areas/attendance';
import { decode, encode } from '../../src/lists/payload';

const period = { id: '2026-27.autumn.2', from: '2026-11-02', to: '2026-12-18' };
const summary = {
  from: '2026-11-02',
  to: '2026-11-20',
  possible: 30,
  attended: 30,
  authorised: 0,
  unauthorised: 0,
  unexplained: 0,
  late: 0,
  lateAfterClose: 0,
  missedLessons: [],
};
const mark: fc.Arbitrary<SessionMark> = fc.record({
  kind: fc.constantFrom(...markKinds),
  minutesLate: fc.option(fc.nat(60), { nil: undefined }),
});

describe('a payload', () => {
  it('reads as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ date: fc.constant('2026-11-03'), am: mark, pm: mark })), (days) => {
        const record = { version: 1 as const, period, summary, days };
        expect(decode(attendanceRecordSchema, encode(attendanceRecordSchema, record))).toEqual({ ok: true, value: record });
      }),
    );
  });

  it('keeps every letter of a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (forename) => {
        const home: AdultHome = {
          version: 1,
          schoolName: 'Oakfield School',
          timeZone: 'Europe/London',
          children: [{ pupilKey: 'k7f3a9b2c', forename, areas: ['timetable'], hasHome: false }],
        };
        expect(decode(adultHomeSchema, encode(adultHomeSchema, home))).toEqual({ ok: true, value: home });
      }),
    );
  });

  it.each([
    ['not text at all', undefined],
    ['not JSON', '{"version":1'],
    ['of another version', JSON.stringify({ version: 2, period, summary, days: [] })],
    ['without its days', JSON.stringify({ version: 1, period, summary })],
    ['with a raw register code', JSON.stringify({ version: 1, period, summary, days: [{ date: '2026-11-03', am: { kind: 'Y5' } }] })],
  ])('is not read when it is %s', (_what, payload) => {
    expect(decode(attendanceRecordSchema, payload)).toEqual({ ok: false });
  });

  it('of an earlier release, which names its period, is read without the name and written without one', () => {
    const record = { version: 1 as const, period, summary, days: [] };
    const named = { ...record, period: { ...period, name: 'Autumn term, second half' } };
    expect(decode(attendanceRecordSchema, JSON.stringify(named))).toEqual({ ok: true, value: record });
    expect(encode(attendanceRecordSchema, named)).not.toContain('name');
  });

  it('is not read with a period that is none', () => {
    const payload = JSON.stringify({ version: 1, period: { ...period, id: 'autumn' }, summary, days: [] });
    expect(decode(attendanceRecordSchema, payload)).toEqual({ ok: false });
  });

  it('leaves out what its schema does not know, so that nothing unforeseen is published', () => {
    const withMore = {
      version: 1 as const,
      period,
      summary,
      days: [{ date: '2026-11-03', am: { kind: 'authorised' as const, code: 'T' } }],
    };
    expect(encode(attendanceRecordSchema, withMore)).not.toContain('"T"');
  });

  it('is not written when it does not meet its schema, and the refusal repeats no value', () => {
    const bad = { version: 1 as const, period: { ...period, from: 'Samantha' }, summary, days: [] };
    expect(() => encode(attendanceRecordSchema, bad)).toThrow('period.from');
    expect(() => encode(attendanceRecordSchema, bad)).not.toThrow('Samantha');
  });
});
