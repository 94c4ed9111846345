import { adultHomeList, adultHomeSchema } from '../../src/lists/adultHome';
import { decode } from '../../src/lists/payload';
import { pupilHomeList, pupilHomeSchema } from '../../src/lists/pupilHome';
import { accessList } from '../../src/lists/access';
import { keysList } from '../../src/lists/keys';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { stagingRunsList } from '../../src/lists/stagingRuns';
import { assignmentsList } from '../../src/lists/assignments';
import { schoolDaysList } from '../../src/lists/schoolDays';
import { emails, personalWords, rowOf, smallSchool } from '../kit/smallSchool';
import { changedSchool, schoolSite, stagedSchool, stageTables } from '../kit/stagedSite';
import { keyOf, pupilsSeenBy } from '../kit/siteState';
import { as } from '../kit/request';
import { writesOf } from '../kit/sentRequests';

describe('staging a bundle', () => {
  it('publishes each pupil to those adults who may see them, and to nobody else', async () => {
    const site = await stagedSchool();
    expect(await pupilsSeenBy(site, emails.mother, pupilHomeList)).toEqual(['P1', 'P2']);
    expect(await pupilsSeenBy(site, emails.mother, pupilRecordsList)).toEqual(['P1', 'P2']);
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual(['P1']);
    expect(await pupilsSeenBy(site, emails.other, pupilRecordsList)).toEqual(['P3', 'P4']);
    expect(await pupilsSeenBy(site, 'teacher@oakfield.example', pupilHomeList)).toEqual([]);
    expect(await pupilsSeenBy(site, 'newcomer@family.example', pupilRecordsList)).toEqual([]);
  });

  it("tells each adult their own children and nobody else's", async () => {
    const site = await stagedSchool();
    const rows = await as(site, emails.mother).rows(adultHomeList, ['Payload']);
    expect(rows).toHaveLength(1);
    const home = decode(adultHomeSchema, rows[0]?.['Payload']);
    expect(home.ok && home.value.children.map((child) => [child.forename, child.hasHome])).toEqual([
      ['Oswaldine', true],
      ['Zephyrine', true],
    ]);
    expect(await as(site, emails.mother).rows(keysList, ['MisKey'])).toEqual([]);
    expect(await as(site, emails.mother).rows(accessList, ['Reason'])).toEqual([]);
    expect(await as(site, emails.mother).rows(stagingRunsList, ['RunId'])).toEqual([]);
  });

  it('shows an adult with some areas those areas and no home row', async () => {
    const site = await stagedSchool();
    const areas = (await as(site, emails.limited).rows(pupilRecordsList, ['Area'])).map((row) => row['Area']);
    expect([...new Set(areas)].sort()).toEqual(['attendance', 'behaviour']);
    expect(await as(site, emails.limited).rows(pupilHomeList, ['PupilKey'])).toEqual([]);
    const motherAreas = (await as(site, emails.mother).rows(pupilRecordsList, ['Area'])).map((row) => row['Area']);
    expect(motherAreas).toContain('attendance');
    expect(motherAreas).toContain('results');
  });

  it('publishes the timetable as a row for an adult who sees it without the home row', async () => {
    const site = await changedSchool((tables) => {
      rowOf(tables['relationships.csv'], { contactId: 'C3' })['areas'] = 'timetable';
    });
    const rows = await as(site, emails.limited).rows(pupilRecordsList, ['Area']);
    expect(rows.map((row) => row['Area'])).toEqual(['timetable']);
  });

  it('says what a parent needs on the home row, and no code, narrative or MIS id', async () => {
    const site = await stagedSchool();
    const [row] = await as(site, emails.father).rows(pupilHomeList, ['Payload']);
    const payload = String(row?.['Payload']);
    const home = decode(pupilHomeSchema, payload);
    if (!home.ok) throw new Error('The home row cannot be read');
    expect(home.value.timetable).toHaveLength(15);
    expect(home.value.timetable[0]).toMatchObject({
      date: '2026-11-23',
      lessons: [{ subject: 'Mathematics', start: '09:00', teacher: 'Mr Oak' }],
    });
    expect(home.value.attendance).toMatchObject({ possible: 32, attended: 31, authorised: 1 });
    expect(home.value.recentAttendance.map((day) => day.date)).toEqual([
      '2026-11-23',
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
      '2026-11-17',
      '2026-11-16',
    ]);
    expect(home.value.news.map((entry) => entry.type)).toEqual(['Kindness']);
    expect(payload).not.toMatch(/Peregrinella|"P1"|"E1"|"I"/);
  });

  it('keeps results back until their release', async () => {
    const site = await stagedSchool();
    const rows = await as(site, emails.father).rows(pupilRecordsList, ['Area', 'Payload']);
    const results = String(rows.find((row) => row['Area'] === 'results')?.['Payload']);
    expect(results).toContain('Autumn report');
    expect(results).not.toContain('Mock exam');
  });

  it('writes the calendar and the work that is set for all parents to read', async () => {
    const site = await stagedSchool();
    expect(await as(site, emails.other).rows(schoolDaysList, ['Day'])).toHaveLength(79);
    expect(await as(site, emails.other).rows(assignmentsList, ['AssignmentKey', 'ClassName', 'DueDay', 'Link'])).toEqual([
      expect.objectContaining({
        AssignmentKey: 'H1',
        ClassName: '8x Mathematics',
        DueDay: 20261125,
        Link: expect.objectContaining({ Url: 'https://resources.oakfield.example/fractions' }),
      }),
    ]);
  });

  it('writes nothing in a second run without changes', async () => {
    const site = await stagedSchool();
    const { summary, report } = await stageTables(site, smallSchool());
    expect(writesOf(site.sent)).toEqual([]);
    expect(summary.outcome).toBe('nothing to do');
    expect(summary.exitCode).toBe(0);
    expect(report.lines.join('\n')).toContain('nothing written');
  });

  it('writes nothing in a dry run, and tells the same plan', async () => {
    const site = await schoolSite();
    const dry = await stageTables(site, smallSchool(), { dryRun: true });
    expect(writesOf(site.sent)).toEqual([]);
    const real = await stageTables(site, smallSchool());
    expect(dry.summary.lists).toEqual(real.summary.lists);
    expect(dry.summary.access).toEqual(real.summary.access);
  });

  it('ends with one line of JSON, with counts and no names', async () => {
    const site = await schoolSite();
    const { report, summary } = await stageTables(site, smallSchool());
    expect(JSON.parse(report.lines[report.lines.length - 1] ?? '')).toEqual(JSON.parse(JSON.stringify(summary)));
    expect(summary).toMatchObject({
      outcome: 'published',
      exitCode: 0,
      problems: 0,
      files: { 'pupils.csv': { in: 4, accepted: 4, quarantined: 0 } },
      lists: { PupilHome: { created: 4, updated: 0, deleted: 0, unchanged: 0 } },
      access: { gained: 22, lost: 0 },
    });
    personalWords.forEach((word) => expect(report.lines.join('\n').toLowerCase()).not.toContain(word.toLowerCase()));
    const runs = await as(site, 'publisher@oakfield.example').rows(stagingRunsList, ['Outcome', 'SchoolUrn', 'Ended']);
    expect(runs).toEqual([expect.objectContaining({ Outcome: 'published', SchoolUrn: '999901', Ended: expect.any(String) })]);
  });

  it('gives every adult a group of one member that only its member can look into', async () => {
    const site = await stagedSchool();
    const title = `A-${await keyOf(site, 'adult:C1')}`;
    const membersSeenBy = (email: string) => as(site, email).get(`_api/web/sitegroups/getbyname('${title}')/users`);
    const members = (await membersSeenBy('publisher@oakfield.example')).json as { value: { Email: string }[] };
    expect(members.value.map((member) => member.Email)).toEqual([emails.mother]);
    expect((await membersSeenBy(emails.father)).status).toBe(403);
  });
});
