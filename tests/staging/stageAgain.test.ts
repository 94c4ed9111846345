import { adultHomeList } from '../../src/lists/adultHome';
import { attendanceRecordSchema } from '../../src/lists/areas/attendance';
import { decode } from '../../src/lists/payload';
import { pupilHomeList } from '../../src/lists/pupilHome';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { emails, nextDay, rowOf, smallSchool } from '../kit/smallSchool';
import { schoolSite, stageApproved, stagedSchool, stageTables } from '../kit/stagedSite';
import { pupilsSeenBy } from '../kit/siteState';
import { as } from '../kit/request';
import { publishedOf, writesOf } from '../kit/sentRequests';

describe('what changes from one export to the next', () => {
  it('closes what a court order forbids before it writes anything else', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['relationships.csv'], { contactId: 'C2' })['courtOrder'] = 'Y';
    rowOf(tables['behaviour.csv'], { eventId: 'E1' })['type'] = 'Helpfulness';
    const { summary } = await stageTables(site, tables, { bundle: { extractedAt: nextDay() }, clock: () => new Date(nextDay(18)) });
    const writes = writesOf(site.sent);
    const lastClosure = writes.reduce((last, write, index) => (/removeroleassignment|removebyid/i.test(write) ? index : last), -1);
    const firstOther = writes.findIndex((write) => !/removeroleassignment|removebyid|adulthome/i.test(decodeURIComponent(write)));
    expect(lastClosure).toBeGreaterThanOrEqual(0);
    expect(firstOther).toBeGreaterThan(lastClosure);
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual([]);
    expect(await pupilsSeenBy(site, emails.father, pupilRecordsList)).toEqual([]);
    expect(await as(site, emails.father).rows(adultHomeList, ['Payload'])).toEqual([]);
    expect(await pupilsSeenBy(site, emails.mother, pupilHomeList)).toEqual(['P1', 'P2']);
    expect(summary.access).toEqual({ gained: 0, lost: 4, open: 5 });
    expect(summary.exitCode).toBe(1);
  });

  it('closes access for both adults who come to share an e-mail', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['contacts.csv'], { contactId: 'C2' })['email'] = emails.mother.toUpperCase();
    const { summary } = await stageTables(site, tables);
    expect(summary.findings['CON-02']).toBe(2);
    expect(await pupilsSeenBy(site, emails.mother, pupilHomeList)).toEqual([]);
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual([]);
  });

  it('moves an adult to a new e-mail address and shuts the old one out, once that is approved', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['contacts.csv'], { contactId: 'C4' })['email'] = 'newcomer@family.example';
    await stageApproved(site, tables);
    expect(await pupilsSeenBy(site, emails.other, pupilHomeList)).toEqual([]);
    expect(await pupilsSeenBy(site, 'newcomer@family.example', pupilHomeList)).toEqual(['P3', 'P4']);
    expect(await as(site, 'newcomer@family.example').rows(adultHomeList, ['Payload'])).toHaveLength(1);
    site.forget();
    await stageTables(site, tables);
    expect(writesOf(site.sent)).toEqual([]);
  });

  it('gives all areas to an adult who had some, once that is approved, and takes them back', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['relationships.csv'], { contactId: 'C3' })['areas'] = '';
    await stageApproved(site, tables);
    expect(await pupilsSeenBy(site, emails.limited, pupilHomeList)).toEqual(['P2']);
    await stageTables(site, smallSchool());
    expect(await as(site, emails.limited).rows(pupilHomeList, ['PupilKey'])).toEqual([]);
    expect((await as(site, emails.limited).rows(pupilRecordsList, ['Area'])).map((row) => row['Area']).sort()).toEqual([
      'attendance',
      'behaviour',
    ]);
    expect(await pupilsSeenBy(site, emails.mother, pupilRecordsList)).toEqual(['P1', 'P2']);
  });

  it('closes the data of a pupil who has left at once, and deletes them a month later', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['pupils.csv'], { pupilId: 'P4' })['onRollTo'] = '2026-11-20';
    tables['attendance.csv'] = tables['attendance.csv'].filter((row) => row['pupilId'] !== 'P4' || (row['date'] ?? '') <= '2026-11-20');
    await stageTables(site, tables);
    expect(await pupilsSeenBy(site, emails.other, pupilHomeList)).toEqual(['P3']);
    const onDay = (day: string) =>
      stageTables(site, tables, { bundle: { extractedAt: `${day}T17:00:00Z` }, clock: () => new Date(`${day}T18:00:00Z`) });
    await onDay('2026-12-22');
    expect(await pupilsSeenBy(site, 'publisher@oakfield.example', pupilHomeList)).toEqual(['P1', 'P2', 'P3', 'P4']);
    await onDay('2026-12-23');
    expect(await pupilsSeenBy(site, 'publisher@oakfield.example', pupilHomeList)).toEqual(['P1', 'P2', 'P3']);
    expect(await pupilsSeenBy(site, 'publisher@oakfield.example', pupilRecordsList)).toEqual(['P1', 'P2', 'P3']);
  });

  it('keeps days before a window as they were published', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    tables['attendance.csv'] = tables['attendance.csv'].filter((row) => (row['date'] ?? '') >= '2026-11-18');
    await stageTables(site, tables, { bundle: { files: { 'attendance.csv': { mode: 'window', from: '2026-11-18', to: '2026-11-23' } } } });
    const rows = await as(site, emails.father).rows(pupilRecordsList, ['Area', 'Payload']);
    const record = decode(attendanceRecordSchema, rows.find((row) => row['Area'] === 'attendance')?.['Payload']);
    expect(record.ok && record.value.days).toHaveLength(16);
    expect(record.ok && record.value.summary).toMatchObject({ possible: 32, authorised: 1 });
  });

  it('deletes nothing for a file with a header and no rows, and keeps what it told before', async () => {
    const site = await stagedSchool();
    const before = await as(site, emails.mother).rows(pupilRecordsList, ['RecordKey', 'Payload']);
    const tables = { ...smallSchool(), 'behaviour.csv': [], 'attendance.csv': [] };
    const { summary } = await stageTables(site, tables);
    expect(summary.exitCode).toBe(1);
    expect(await as(site, emails.mother).rows(pupilRecordsList, ['RecordKey', 'Payload'])).toEqual(before);
    const [home] = await as(site, emails.father).rows(pupilHomeList, ['Payload']);
    expect(String(home?.['Payload'])).toContain('Kindness');
  });

  it('refuses the whole run for a file of people with a header and no rows', async () => {
    const site = await stagedSchool();
    const { summary } = await stageTables(site, { ...smallSchool(), 'relationships.csv': [] });
    expect(summary.exitCode).toBe(2);
    expect(publishedOf(site.sent)).toEqual([]);
  });

  it('refuses the export of another school, and one that is older than the last', async () => {
    const site = await stagedSchool();
    const other = await stageTables(site, smallSchool(), { bundle: { urn: '123456' } });
    const older = await stageTables(site, smallSchool(), { bundle: { extractedAt: '2026-11-22T17:00:00Z' } });
    expect([other, older].map(({ summary }) => [summary.exitCode, summary.findings])).toEqual([
      [2, { 'PKG-01': 1 }],
      [2, { 'PKG-14': 1 }],
    ]);
    expect(publishedOf(site.sent)).toEqual([]);
  });
});

describe('a pupil about whom the export is in doubt', () => {
  it('keeps the rows that are published, while access through the id is closed', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['pupils.csv'], { pupilId: 'P4' })['pupilId'] = 'P3';
    const { summary } = await stageTables(site, tables);
    expect(summary.exitCode).toBe(1);
    expect(await pupilsSeenBy(site, emails.other, pupilHomeList)).toEqual([]);
    expect(await pupilsSeenBy(site, 'publisher@oakfield.example', pupilHomeList)).toEqual(['P1', 'P2', 'P3', 'P4']);
  });

  it('keeps its rows where the same child seems to be there twice, and its readers where it is who it was', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    Object.assign(rowOf(tables['pupils.csv'], { pupilId: 'P4' }), { legalForename: 'Thaddeusina', dateOfBirth: '2014-01-09' });
    rowOf(tables['behaviour.csv'], { eventId: 'E3' })['type'] = 'Helpfulness';
    await stageTables(site, tables);
    expect(await pupilsSeenBy(site, emails.other, pupilHomeList)).toEqual(['P3']);
    const rows = await as(site, 'publisher@oakfield.example').rows(pupilHomeList, ['Payload']);
    expect(rows.map((row) => String(row['Payload'])).join()).toContain('House point');
  });

  it('is not published at all where it never was', async () => {
    const site = await schoolSite();
    const tables = smallSchool();
    Object.assign(rowOf(tables['pupils.csv'], { pupilId: 'P4' }), { legalForename: 'Thaddeusina', dateOfBirth: '2014-01-09' });
    await stageTables(site, tables);
    expect(await pupilsSeenBy(site, 'publisher@oakfield.example', pupilHomeList)).toEqual(['P1', 'P2']);
    expect(await as(site, emails.other).rows(adultHomeList, ['Payload'])).toEqual([]);
  });

  it('is closed where its row cannot be read, and stays as it was', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['pupils.csv'], { pupilId: 'P1' })['onRollFrom'] = 'last year';
    await stageTables(site, tables);
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual([]);
    expect(await pupilsSeenBy(site, emails.mother, pupilHomeList)).toEqual(['P2']);
    expect(await pupilsSeenBy(site, 'publisher@oakfield.example', pupilRecordsList)).toEqual(['P1', 'P2', 'P3', 'P4']);
  });
});
