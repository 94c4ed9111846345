import { parseReadableRows, parseRows } from '../../src/data/parseRows';
import { kitRuleRow } from '../../src/lists/kitRules';
import { noticeRow } from '../../src/lists/notices';
import { schoolDayRow } from '../../src/lists/schoolDays';

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
    expect(parseReadableRows(noticeRow, [notice])).toEqual([
      { id: '1', title: 'Winter fair', body: '', audience: 'school', audienceValue: undefined, from: '2026-11-01', until: '2026-12-05' },
    ]);
    expect(parseReadableRows(kitRuleRow, [{ Subject: 'PE', Room: null, Bring: 'PE kit\r\n\r\n trainers ' }])).toEqual([
      { subject: 'PE', room: undefined, className: undefined, bring: ['PE kit', 'trainers'] },
    ]);
  });

  it('do not take the others away when one is wrong', () => {
    const wrong = [{ ...notice, Title: null }, { ...notice, FromDay: 1 }, { ...notice, Audience: 'everyone' }, 7];
    expect(parseReadableRows(noticeRow, [...wrong, notice])).toHaveLength(1);
  });
});

it('rows that the publisher writes are broken when one is wrong', () => {
  const day = { Day: 20261124, Session: 'ALL', Status: 'open', YearGroups: null, Week: null, TermId: null };
  expect(parseRows(schoolDayRow, [day])).toHaveLength(1);
  expect(() => parseRows(schoolDayRow, [day, { ...day, Status: 'perhaps' }])).toThrow('broken (rows-SchoolDays)');
  expect(() => parseRows(schoolDayRow, { error: 'x' })).toThrow('broken (rows-SchoolDays)');
});
