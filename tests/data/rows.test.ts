import { everyRow, kitRuleRow, noticeRow, readableRows, schoolDayRow } from '../../src/data/sharepoint/rows';
import { latestRecords } from '../../src/data/sharepoint/records';
import { attendanceRecordSchema } from '../../src/lists/areas/attendance';
import { encode } from '../../src/lists/payload';
import { attendanceRecord } from '../features/childDashboard/smithFamily';

const notice = {
  Id: 1,
  Title: ' Winter fair ',
  Body: null,
  Audience: 'school',
  AudienceValue: null,
  FromDay: 20261101,
  UntilDay: 20261205,
};

describe('rows that staff type', () => {
  it('are read with their empty columns', () => {
    expect(readableRows(noticeRow, [notice], 'row')).toEqual([
      { id: '1', title: 'Winter fair', body: '', audience: 'school', audienceValue: undefined, from: '2026-11-01', until: '2026-12-05' },
    ]);
    expect(readableRows(kitRuleRow, [{ Subject: 'PE', Room: null, Bring: 'PE kit\r\n\r\n trainers ' }], 'row')).toEqual([
      { subject: 'PE', room: undefined, className: undefined, bring: ['PE kit', 'trainers'] },
    ]);
  });

  it('do not take the others away when one is wrong', () => {
    const wrong = [{ ...notice, Title: null }, { ...notice, FromDay: 1 }, { ...notice, Audience: 'everyone' }, 7];
    expect(readableRows(noticeRow, [...wrong, notice], 'row')).toHaveLength(1);
  });
});

it('rows that the publisher writes are broken when one is wrong', () => {
  const day = { Day: 20261124, Session: 'ALL', Status: 'open', YearGroups: null, Week: null, TermId: null };
  expect(everyRow(schoolDayRow, [day], 'row-day')).toHaveLength(1);
  expect(() => everyRow(schoolDayRow, [day, { ...day, Status: 'perhaps' }], 'row-day')).toThrow('broken (row-day)');
  expect(() => everyRow(schoolDayRow, { error: 'x' }, 'row-day')).toThrow('broken (row-day)');
});

describe('records', () => {
  const row = {
    PupilKey: 'jane00001',
    Area: 'attendance',
    Payload: encode(attendanceRecordSchema, attendanceRecord()),
    Modified: '2026-11-23T09:30:00Z',
  };

  it('of another pupil are refused as a whole', () => {
    expect(() => latestRecords('jane00001', [row, { ...row, PupilKey: 'tom000001' }])).toThrow('broken (record-of-another)');
  });

  it('in a shape that we do not know are broken, without their text in the error', () => {
    expect(() => latestRecords('jane00001', [{ ...row, Payload: '{"version":2,"name":"Jane"}' }])).toThrow(
      /^broken \(payload-attendance\)$/,
    );
  });
});
