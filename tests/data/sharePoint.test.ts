import type { Connection } from '../../src/data/connection';
import { familyData } from '../../src/data/family';
import { preferencesData } from '../../src/data/preferences';
import { recordsData } from '../../src/data/records';
import { schoolData } from '../../src/data/school';
import { dashboardPurpose } from '../../src/lists/preferences';
import { encode } from '../../src/lists/payload';
import { attendanceRecordSchema } from '../../src/lists/areas/attendance';
import { pupilHomeList, pupilHomeSchema } from '../../src/lists/pupilHome';
import { resultsRecordSchema } from '../../src/lists/areas/results';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { freshnessList } from '../../src/lists/freshness';
import { adultHome, attendanceRecord, freshness, jane, janeRecords, tom } from '../kit/smithFamily';
import { listUrl } from '../../src/lists';
import { admin, people, siteUrl } from '../kit/localSite';
import { clientOf } from '../kit/pnpClient';
import { aSchool, type School } from '../kit/webPartSchool';
import { schoolWithRecords } from '../kit/schoolWithRecords';

const monday = '2026-11-23';
let school: School;

beforeAll(async () => {
  school = await schoolWithRecords();
});

afterAll(() => school.close());

/** What the dashboard asks for on its first screen. */
function firstScreen(connection: Connection) {
  const [family, school] = [familyData(connection), schoolData(connection)];
  return Promise.all([
    family.adultHome(),
    family.readableHomes(),
    school.schoolDays(monday),
    school.notices(monday),
    school.kitRules(),
    school.glossary(),
    ownOrder(connection).read(),
    school.freshness(),
  ]);
}

const ownOrder = (connection: Connection) => preferencesData(connection, dashboardPurpose);

describe('the first screen', () => {
  it('comes in one request', async () => {
    const connection = await school.connectionFor(people.ann);
    await firstScreen(connection);
    expect(school.requests()).toEqual(['POST /sites/school/_api/$batch']);
  });

  it("holds what the lists say, and no other family's child", async () => {
    const [adult, homes, days, notices, kit, glossary, preferences, fresh] = await firstScreen(await school.connectionFor(people.ann));
    expect(adult).toEqual(adultHome(jane));
    expect(homes).toEqual([{ pupilKey: jane.pupil.key, home: jane }]);
    expect(days).toEqual([{ date: '2026-11-24', session: 'ALL', status: 'open', yearGroups: ['Year 7', 'Year 8'], termId: 'Autumn' }]);
    expect(notices.map(({ title, audience }) => [title, audience])).toEqual([['Winter fair', 'school']]);
    expect(kit).toEqual([{ subject: 'PE', bring: ['PE kit', 'trainers'] }]);
    expect(glossary).toEqual([{ term: 'Effort', value: 'Good', meaning: 'Works steadily.' }]);
    expect(preferences).toBeUndefined();
    expect(fresh).toEqual(freshness);
  });

  it('is empty of children for an adult to whom none is linked', async () => {
    const [adult, homes, days] = await firstScreen(await school.connectionFor(people.cat));
    expect(adult).toBeUndefined();
    expect(homes).toEqual([]);
    expect(days).toHaveLength(1);
  });

  it("has no children of their own for an owner, who may read every child's row", async () => {
    const [adult, homes] = await firstScreen(await school.connectionFor(admin));
    expect(adult).toBeUndefined();
    expect(homes).toHaveLength(2);
  });
});

describe("how fresh the school's records are", () => {
  const dan = { ...jane, pupil: { ...jane.pupil, key: 'dankey000001' } };

  it.each([
    ['2026-11-20T17:00:00.000Z', { since: '2026-11-20T17:00:00.000Z' }],
    ['unknown', { since: undefined }],
  ])('is not that of a child whose row says that it is as it was: %s', async (StaleSince, stale) => {
    const other = await aSchool();
    try {
      const ben = await other.addAdult(people.ben, 'benskey002', adultHome(dan));
      await other.addPupilRow(pupilHomeList, dan.pupil.key, [ben], {
        PupilKey: dan.pupil.key,
        Payload: encode(pupilHomeSchema, dan),
        StaleSince,
      });
      const [reading] = await familyData(await other.connectionFor(people.ben)).readableHomes();
      expect(reading?.home?.stale).toEqual(stale);
    } finally {
      other.close();
    }
  });

  it('leaves out a row that cannot be read', async () => {
    const other = await aSchool();
    try {
      await other.addAdult(people.ben, 'benskey002');
      await other.addRow(freshnessList, { Title: 'weather', Area: 'weather', UpdatedAt: '2026-11-23T05:10:00.000Z' });
      await other.addRow(freshnessList, { Title: 'results', Area: 'results', UpdatedAt: 'last week' });
      await other.addRow(freshnessList, { Title: 'timetable', Area: 'timetable', UpdatedAt: '2026-11-23T05:10:00.000Z' });
      expect(await schoolData(await other.connectionFor(people.ben)).freshness()).toEqual({ timetable: '2026-11-23T05:10:00.000Z' });
    } finally {
      other.close();
    }
  });

  it('is unknown, and takes no child away, on a site that an earlier version provisioned', async () => {
    const other = await aSchool();
    try {
      const ben = await other.addAdult(people.ben, 'benskey002', adultHome(dan));
      await other.addPupilRow(pupilHomeList, dan.pupil.key, [ben], { PupilKey: dan.pupil.key, Payload: encode(pupilHomeSchema, dan) });
      const { web } = clientOf(other.site, admin);
      await web.getList(listUrl(siteUrl, freshnessList)).delete();
      await web.getList(listUrl(siteUrl, pupilHomeList)).fields.getByInternalNameOrTitle('StaleSince').delete();
      const [, homes, , , , , , fresh] = await firstScreen(await other.connectionFor(people.ben));
      expect([homes, fresh]).toEqual([[{ pupilKey: dan.pupil.key, home: dan }], {}]);
    } finally {
      other.close();
    }
  });
});

describe("a child's records", () => {
  it('are the latest of each area', async () => {
    const connection = await school.connectionFor(people.ann);
    const records = recordsData(connection);
    expect((await records.latest('attendance', jane.pupil.key))?.value.period.id).toBe('2026-27.autumn.2');
    expect((await records.latest('results', jane.pupil.key))?.value).toEqual(janeRecords.results?.value);
    expect(await records.latest('behaviour', jane.pupil.key)).toBeUndefined();
  });

  it("reach back to last year's results, behind everything else of two years", async () => {
    const lea = { ...jane, pupil: { ...jane.pupil, key: 'leaskey00001' } };
    const results = janeRecords.results?.value;
    const cat = await school.addAdult(people.cat, 'catskey002');
    const addRecord = (area: string, periodId: string, payload: string) =>
      school.addPupilRow(pupilRecordsList, lea.pupil.key, [cat], {
        RecordKey: `${lea.pupil.key}.${area}.${periodId}`,
        PupilKey: lea.pupil.key,
        Area: area,
        PeriodId: periodId,
        Payload: payload,
      });
    if (!results) throw new Error('The family of the tests has results');
    await addRecord('results', '2025-26', encode(resultsRecordSchema, { ...results, period: { ...results.period, id: '2025-26' } }));
    for (const year of ['2025-26', '2026-27']) {
      for (const half of ['autumn.1', 'autumn.2', 'spring.1', 'spring.2', 'summer.1', 'summer.2'])
        await addRecord('attendance', `${year}.${half}`, encode(attendanceRecordSchema, attendanceRecord()));
    }
    const lastYears = await recordsData(await school.connectionFor(people.cat)).latest('results', lea.pupil.key);
    expect(lastYears?.value.period.id).toBe('2025-26');
  });

  it('of several children and areas travel together', async () => {
    const connection = await school.connectionFor(people.ann);
    const records = recordsData(connection);
    await Promise.all([
      records.latest('attendance', jane.pupil.key),
      records.latest('results', jane.pupil.key),
      records.latest('attendance', tom.pupil.key),
      familyData(connection).home(tom.pupil.key),
    ]);
    expect(school.requests()).toHaveLength(1);
  });

  it('of another family are not there', async () => {
    const connection = await school.connectionFor(people.ben);
    expect(await recordsData(connection).latest('attendance', jane.pupil.key)).toBeUndefined();
    expect(await familyData(connection).home(jane.pupil.key)).toBeUndefined();
  });
});

describe('what a person keeps', () => {
  const order = (first: 'dates' | 'results') => ({ version: 1, areaOrder: [first] }) as const;

  it('is kept once, then replaced', async () => {
    const connection = await school.connectionFor(people.ann);
    await ownOrder(connection).save(order('dates'), undefined);
    const first = await ownOrder(connection).read();
    expect(first?.value).toEqual(order('dates'));
    await ownOrder(connection).save(order('results'), first);
    expect((await ownOrder(connection).read())?.value).toEqual(order('results'));
    expect((await ownOrder(connection).read())?.id).toBe(first?.id);
  });

  it('is not overwritten by somebody who read an older one', async () => {
    const connection = await school.connectionFor(people.ann);
    const read = await ownOrder(connection).read();
    await ownOrder(connection).save(order('dates'), read);
    await expect(ownOrder(connection).save(order('results'), read)).rejects.toMatchObject({ kind: 'conflict', code: 'http-412' });
    expect((await ownOrder(connection).read())?.value).toEqual(order('dates'));
  });

  it("is nobody else's, not even an owner's who may read it", async () => {
    expect(await ownOrder(await school.connectionFor(admin)).read()).toBeUndefined();
  });
});

describe('when the site fails', () => {
  afterEach(() => school.site.faults.clear());

  it.each([
    [429, 'busy'],
    [503, 'busy'],
    [403, 'noAccess'],
    [500, 'broken'],
  ] as const)('a %i of the whole request is %s for every read in it', async (status, kind) => {
    const connection = await school.connectionFor(people.ann);
    school.site.faults.add({ match: { route: '$batch' }, answer: { status, retryAfter: 7 } });
    const outcomes = await Promise.allSettled([schoolData(connection).kitRules(), schoolData(connection).glossary()]);
    expect(outcomes).toEqual([
      expect.objectContaining({ reason: expect.objectContaining({ kind, code: `http-${status}` }) }),
      expect.objectContaining({ reason: expect.objectContaining({ kind, code: `http-${status}` }) }),
    ]);
  });

  it('a refusal of the whole request is not taken for an empty list', async () => {
    const connection = await school.connectionFor(people.ann);
    school.site.faults.add({ match: { route: '$batch' }, answer: { status: 403 } });
    await expect(familyData(connection).adultHome()).rejects.toMatchObject({ kind: 'noAccess' });
  });

  it('keeps how long a busy site asks to wait', async () => {
    const connection = await school.connectionFor(people.ann);
    school.site.faults.add({ match: { route: '$batch' }, answer: { status: 429, retryAfter: 7 } });
    await expect(schoolData(connection).glossary()).rejects.toMatchObject({ retryAfterMs: 7_000 });
  });

  it('one part of the request fails alone', async () => {
    const connection = await school.connectionFor(people.ann);
    school.site.faults.add({ match: { route: '$batch' }, answer: { batchPart: 0, status: 429, retryAfter: 3 } });
    const [kit, glossary] = await Promise.allSettled([schoolData(connection).kitRules(), schoolData(connection).glossary()]);
    expect(kit).toMatchObject({ reason: { kind: 'busy', retryAfterMs: 3_000 } });
    expect(glossary).toMatchObject({ status: 'fulfilled' });
  });

  it('a connection that breaks is offline', async () => {
    const connection = await school.connectionFor(people.ann);
    school.site.faults.add({ match: { route: '$batch' }, answer: 'drop' });
    await expect(familyData(connection).adultHome()).rejects.toMatchObject({ kind: 'offline', code: 'network' });
  });

  it('is asked once only: who waits is told, not kept waiting', async () => {
    const connection = await school.connectionFor(people.ann);
    school.site.faults.add({ match: { route: '$batch' }, answer: { status: 503 } });
    await expect(schoolData(connection).glossary()).rejects.toMatchObject({ kind: 'busy' });
    expect(school.requests()).toHaveLength(1);
  });
});
