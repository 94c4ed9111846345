import { pupilHomeList } from '../../src/lists/pupilHome';
import { freshnessList } from '../../src/lists/freshness';
import { emails, nextDay, rowOf, smallSchool, type Tables } from '../kit/smallSchool';
import { changedSchool, schoolSite, stagedSchool, stageTables } from '../kit/stagedSite';
import { keyOf } from '../kit/siteState';
import { as } from '../kit/request';
import { writesOf } from '../kit/sentRequests';
import type { TestSite } from '../kit/provisionedSite';

const publisher = 'publisher@oakfield.example';
const firstExport = '2026-11-23T17:00:00.000Z';
const nextExport = '2026-11-24T17:00:00.000Z';
const afterNext = '2026-11-25T17:00:00.000Z';

const at = (extractedAt: string) => ({ bundle: { extractedAt }, clock: () => new Date(extractedAt) });

/** How many changes went to each list. */
function writesByList(site: TestSite): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const write of writesOf(site.sent)) {
    const name = /Lists\/(\w+)/i.exec(decodeURIComponent(write))?.[1] ?? 'elsewhere';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

const onlyFreshness = { Freshness: 4, StagingRuns: 2 };

async function freshnessOn(site: TestSite, email = publisher): Promise<Readonly<Record<string, unknown>>> {
  const rows = await as(site, email).rows(freshnessList, ['Area', 'UpdatedAt']);
  return Object.fromEntries(rows.map((row) => [String(row['Area']), row['UpdatedAt']]));
}

/** What StaleSince says, by MIS id; of pupils who are renewed nothing. */
async function staleOn(site: TestSite): Promise<Readonly<Record<string, unknown>>> {
  const rows = await as(site, publisher).rows(pupilHomeList, ['PupilKey', 'StaleSince']);
  const ids = new Map(await Promise.all(['P1', 'P2', 'P3', 'P4'].map(async (id) => [await keyOf(site, `pupil:${id}`), id] as const)));
  return Object.fromEntries(
    rows.filter((row) => row['StaleSince']).map((row) => [ids.get(String(row['PupilKey'])) ?? 'nobody', row['StaleSince']]),
  );
}

/** The same child seems to be there twice: P3 and P4 are held. */
function doubtful(): Tables {
  const tables = smallSchool();
  Object.assign(rowOf(tables['pupils.csv'], { pupilId: 'P4' }), { legalForename: 'Thaddeusina', dateOfBirth: '2014-01-09' });
  return tables;
}

describe('how fresh each area is', () => {
  it('is said once for the school, to every adult, and says nothing of a pupil', async () => {
    const site = await stagedSchool();
    const told = { timetable: firstExport, attendance: firstExport, behaviour: firstExport, results: firstExport };
    expect(await freshnessOn(site, emails.mother)).toEqual(told);
    expect(await freshnessOn(site, emails.limited)).toEqual(told);
    const [home] = await as(site, emails.father).rows(pupilHomeList, ['Payload']);
    expect(String(home?.['Payload'])).not.toContain('17:00:00');
  });

  it("grows old where the area's file was absent, stopped or missing", async () => {
    const site = await stagedSchool();
    const absent = { 'results.csv': { mode: 'absent' }, 'lessons.csv': { sha256: '0'.repeat(64) } } as const;
    await stageTables(
      site,
      { ...smallSchool(), 'behaviour.csv': [] },
      { ...at(nextExport), bundle: { extractedAt: nextExport, files: absent } },
    );
    expect(await freshnessOn(site)).toEqual({
      timetable: firstExport,
      attendance: nextExport,
      behaviour: firstExport,
      results: firstExport,
    });
  });

  it('is not known of an area that never came', async () => {
    const site = await schoolSite();
    await stageTables(site, smallSchool(), { bundle: { files: { 'results.csv': { mode: 'absent' } } } });
    expect(Object.keys(await freshnessOn(site)).sort()).toEqual(['attendance', 'behaviour', 'timetable']);
  });

  it('is written after the rows it speaks of, so that a run that is killed does not call old rows fresh', async () => {
    const site = await stagedSchool();
    const tables = doubtful();
    rowOf(tables['behaviour.csv'], { eventId: 'E1' })['type'] = 'Helpfulness';
    await stageTables(site, tables, at(nextExport));
    const lists = writesOf(site.sent).map((write) => /Lists\/(\w+)/i.exec(decodeURIComponent(write))?.[1]);
    expect(lists.indexOf('Freshness')).toBeGreaterThan(Math.max(lists.lastIndexOf('PupilHome'), lists.lastIndexOf('PupilRecords')));
  });
});

describe('an export that brings nothing new', () => {
  it("an hour later writes how fresh the areas are, and no pupil's row", async () => {
    const site = await stagedSchool();
    await stageTables(site, smallSchool(), at('2026-11-23T18:00:00.000Z'));
    expect(writesByList(site)).toEqual(onlyFreshness);
  });

  it("in the night after writes no pupil's row either", async () => {
    const site = await stagedSchool();
    await stageTables(site, smallSchool(), at('2026-11-24T05:10:00.000Z'));
    expect(writesByList(site)).toEqual(onlyFreshness);
  });

  it("on the Sunday after Saturday writes no pupil's row either", async () => {
    const site = await schoolSite();
    const tables = smallSchool();
    tables['attendance.csv'] = tables['attendance.csv'].filter((row) => (row['date'] ?? '') <= '2026-11-20');
    await stageTables(site, tables, at('2026-11-21T17:00:00.000Z'));
    site.forget();
    await stageTables(site, tables, at('2026-11-22T17:00:00.000Z'));
    expect(writesByList(site)).toEqual(onlyFreshness);
  });
});

describe('a pupil whose rows stay as they were', () => {
  it('says since when, and keeps saying it, while the school goes on', async () => {
    const site = await stagedSchool();
    await stageTables(site, doubtful(), at(nextExport));
    expect(await staleOn(site)).toEqual({ P3: firstExport, P4: firstExport });
    await stageTables(site, doubtful(), at(afterNext));
    expect(await staleOn(site)).toEqual({ P3: firstExport, P4: firstExport });
    expect((await freshnessOn(site))['attendance']).toBe(afterNext);
  });

  it('is written when it begins and when it ends, and not in between', async () => {
    const site = await stagedSchool();
    const withNews = (tables: Tables) => ({ ...tables, 'attendance.csv': smallSchool()['attendance.csv'] });
    await stageTables(site, withNews(doubtful()), at('2026-11-23T18:00:00.000Z'));
    // Two rows, and the grant on the pupil who seems to be somebody else now.
    expect(writesByList(site)['PupilHome']).toBe(3);
    site.forget();
    await stageTables(site, withNews(doubtful()), at('2026-11-23T19:00:00.000Z'));
    expect(writesByList(site)['PupilHome']).toBeUndefined();
    await stageTables(site, smallSchool(), at('2026-11-23T20:00:00.000Z'));
    expect(writesByList(site)['PupilHome']).toBe(3);
    expect(await staleOn(site)).toEqual({});
  });

  it('is no fresher than the area that came last the longest ago', async () => {
    const site = await stagedSchool();
    await stageTables(site, smallSchool(), {
      ...at(nextExport),
      bundle: { extractedAt: nextExport, files: { 'results.csv': { mode: 'absent' } } },
    });
    await stageTables(site, doubtful(), at(afterNext));
    expect(await staleOn(site)).toEqual({ P3: firstExport, P4: firstExport });
  });

  it('does not guess where the site does not say when they were made', async () => {
    const site = await changedSchool(() => undefined);
    for (const row of await as(site, publisher).rows(freshnessList, ['Id'])) await remove(site, Number(row['Id']));
    await stageTables(site, doubtful(), at(nextExport));
    expect(await staleOn(site)).toEqual({ P3: 'unknown', P4: 'unknown' });
  });

  it('is said of a pupil who may be meant by a row that cannot be read', async () => {
    const site = await stagedSchool();
    const tables = smallSchool();
    rowOf(tables['pupils.csv'], { pupilId: 'P1' })['onRollFrom'] = 'last year';
    await stageTables(site, tables, { bundle: { extractedAt: nextDay() }, clock: () => new Date(nextDay(18)) });
    expect(await staleOn(site)).toEqual({ P1: firstExport });
  });
});

async function remove(site: TestSite, id: number): Promise<void> {
  await as(site, publisher).write('DELETE', `_api/web/getlist('/sites/school/Lists/Freshness')/items(${id})`);
}
