import { adultHomeList } from '../../src/lists/adultHome';
import { pupilHomeList } from '../../src/lists/pupilHome';
import { emails, nextDay, rowOf, smallSchool, type Tables } from '../kit/smallSchool';
import { keyOf, pupilsSeenBy, stateOf } from '../kit/siteState';
import { as } from '../kit/request';
import { schoolSite, stagedSchool, stageTables } from '../kit/stagedSite';
import { writesOf } from '../kit/sentRequests';
import type { TestSite } from '../kit/provisionedSite';
import { answeringAfterwards, failingPart } from '../kit/failingParts';

/** The n-th request that writes is carried out, but its answer never arrives. */
function losingAnswer(site: TestSite, n: number): TestSite {
  return answeringAfterwards(site, n, () => {
    throw new TypeError('fetch failed');
  });
}

/** The next export: an order against one adult, a new adult, a changed event, a pupil who left. */
function nextExport(): Tables {
  const tables = smallSchool();
  rowOf(tables['relationships.csv'], { contactId: 'C2' })['courtOrder'] = 'Y';
  tables['contacts.csv'].push({ contactId: 'C9', forename: 'Ed', surname: 'Newcomer', email: 'newcomer@family.example', deceased: 'N' });
  tables['relationships.csv'].push({
    ...rowOf(tables['relationships.csv'], { contactId: 'C4', pupilId: 'P3' }),
    contactId: 'C9',
    priority: '2',
  });
  rowOf(tables['behaviour.csv'], { eventId: 'E3' })['type'] = 'Helpfulness';
  rowOf(tables['pupils.csv'], { pupilId: 'P4' })['enrolStatus'] = 'left';
  return tables;
}

const later = { bundle: { extractedAt: nextDay() }, clock: () => new Date(nextDay(18)) };

/** Some of the writes of a run; with SCHOOLGATE_EVERY_WRITE all of them, which takes minutes. */
function spread(writes: number): readonly number[] {
  const all = Array.from({ length: writes }, (_, index) => index + 1);
  return process.env['SCHOOLGATE_EVERY_WRITE'] ? all : all.filter((n) => n % 4 === 1 || n === writes);
}

describe('a run that is killed', () => {
  it('is carried on by the next run to the same end, wherever it was killed', async () => {
    const undisturbed = await schoolSite();
    await stageTables(undisturbed, smallSchool());
    const expected = await stateOf(undisturbed);
    const writes = undisturbed.sent.filter((sent) => writesOf([sent]).length > 0).length;
    expect(writes).toBeGreaterThan(10);
    for (const n of spread(writes)) {
      const site = await schoolSite();
      const killed = await stageTables(losingAnswer(site, n), smallSchool());
      expect(killed.summary.outcome).toBe('failed');
      await stageTables(site, smallSchool());
      expect(await stateOf(site)).toEqual(expected);
    }
  }, 240_000);

  it('lets nobody see more than the export allows, wherever it was killed', async () => {
    const undisturbed = await stagedSchool();
    await stageTables(undisturbed, nextExport(), later);
    const expected = await stateOf(undisturbed);
    const writes = undisturbed.sent.filter((sent) => writesOf([sent]).length > 0).length;
    for (const n of spread(writes)) {
      const site = await stagedSchool();
      const killed = await stageTables(losingAnswer(site, n), nextExport(), later);
      // 3: killed while it was closing access.
      expect([3, 4]).toContain(killed.summary.exitCode);
      expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual([]);
      expect(['P3', '']).toContain((await pupilsSeenBy(site, 'newcomer@family.example', pupilHomeList)).join());
      await stageTables(site, nextExport(), later);
      expect(await stateOf(site)).toEqual(expected);
    }
  }, 240_000);

  it('says in plain words that it can be run again', async () => {
    const site = await schoolSite();
    site.local.faults.add({ match: { route: '$batch' }, nth: 3, answer: 'drop' });
    const { report, summary } = await stageTables(site, smallSchool());
    expect(report.lines).toContain('Nothing is lost: run the command again and it carries on where it stopped.');
    expect(summary.exitCode).toBe(4);
    expect(report.lines.join('\n')).not.toMatch(/ at |\.ts:/);
  });

  it('stops between two batches when asked to', async () => {
    const site = await schoolSite();
    const stopping = new AbortController();
    let batches = 0;
    const watching: TestSite = {
      ...site,
      fetch: (request) => {
        if (request.url.includes('$batch') && (batches += 1) === 3) stopping.abort();
        return site.fetch(request);
      },
    };
    const { report } = await stageTables(watching, smallSchool(), { signal: stopping.signal });
    expect(batches).toBe(3);
    expect(report.lines.join('\n')).toContain('Stopped between two batches');
  });
});

describe('two runs at once', () => {
  /** The site of a run, in whose midst another run begins and ends as soon as the first has opened its journal. */
  function overtaken(site: TestSite, other: () => Promise<unknown>): TestSite {
    let isOvertaken = false;
    return {
      ...site,
      fetch: async (request) => {
        const isOpened = !isOvertaken && request.method === 'POST' && (await request.clone().text()).includes('"Outcome":"running"');
        const response = await site.fetch(request);
        if (isOpened) {
          isOvertaken = true;
          await other();
        }
        return response;
      },
    };
  }

  it('end with the later one: the earlier opens nothing that the later has closed', async () => {
    const site = await stagedSchool();
    const older = nextExport();
    const newer = nextExport();
    rowOf(newer['relationships.csv'], { contactId: 'C9' })['courtOrder'] = 'Y';
    const newest = { bundle: { extractedAt: nextDay(19) }, clock: () => new Date(nextDay(20)) };
    const { summary, report } = await stageTables(
      overtaken(site, () => stageTables(site, newer, newest)),
      older,
      later,
    );
    expect(summary).toMatchObject({ outcome: 'stopped', exitCode: 4 });
    expect(report.lines.join('\n')).toContain('Another run has begun in the meantime');
    expect(await pupilsSeenBy(site, 'newcomer@family.example', pupilHomeList)).toEqual([]);
    expect(await pupilsSeenBy(site, emails.mother, pupilHomeList)).toEqual(['P1', 'P2']);
  });

  it('leave nothing open: the run after a killed one without changes closes the journal, and the next writes nothing', async () => {
    const site = await schoolSite();
    await stageTables(losingAnswer(site, 9), smallSchool());
    await stageTables(site, smallSchool());
    site.forget();
    await stageTables(site, smallSchool());
    expect(writesOf(site.sent)).toEqual([]);
  });
});

describe('a busy site', () => {
  it('is waited for as long as it asks', async () => {
    const site = await schoolSite();
    site.local.faults.add({ match: { route: '$batch' }, nth: 2, answer: { status: 429, retryAfter: 7 } });
    site.local.faults.add({ match: { route: '$batch' }, nth: 5, answer: { status: 503, retryAfter: 11 } });
    const waits: number[] = [];
    const { summary } = await stageTables(site, smallSchool(), {
      pause: async (milliseconds) => {
        waits.push(milliseconds);
      },
    });
    expect(waits).toEqual([7000, 11000]);
    expect(summary.exitCode).toBe(0);
  });

  it('gets a throttled part of a batch again, and what stood behind it', async () => {
    const undisturbed = await schoolSite();
    await stageTables(undisturbed, smallSchool());
    const site = await schoolSite();
    for (const nth of [3, 6, 9])
      site.local.faults.add({ match: { route: '$batch' }, nth, answer: { batchPart: 1, status: 429, retryAfter: 3 } });
    const waits: number[] = [];
    const { summary } = await stageTables(site, smallSchool(), {
      pause: async (milliseconds) => {
        waits.push(milliseconds);
      },
    });
    expect(waits).toContain(3000);
    expect(summary).toMatchObject({ exitCode: 0, problems: 0 });
    expect(await stateOf(site)).toEqual(await stateOf(undisturbed));
  });
});

describe('what a site gets wrong', () => {
  it('reports a part that was refused, goes on with the rest and heals it in the next run', async () => {
    const site = await schoolSite();
    const first = await stageTables(failingPart(site, { part: /PupilHome.*AddValidateUpdateItemUsingPath/i, status: 500 }), smallSchool());
    expect(first.summary.problems).toBeGreaterThan(0);
    expect(first.summary.exitCode).toBe(4);
    expect((await stageTables(site, smallSchool())).summary).toMatchObject({ exitCode: 0, problems: 0 });
    expect(await pupilsSeenBy(site, emails.mother, pupilHomeList)).toEqual(['P1', 'P2']);
  });

  it('tells that an adult has no account, and publishes to the others', async () => {
    const site = await schoolSite();
    const tables = smallSchool();
    rowOf(tables['contacts.csv'], { contactId: 'C4' })['email'] = 'uninvited@family.example';
    const { report, summary } = await stageTables(site, tables);
    expect(summary.exitCode).toBe(1);
    expect(report.lines.join('\n')).toContain('1 adult is not known to the tenant');
    expect(report.lines.join('\n')).not.toContain('uninvited');
    expect(await pupilsSeenBy(site, emails.mother, pupilHomeList)).toEqual(['P1', 'P2']);
  });

  it('takes away a grant that somebody gave by hand', async () => {
    const site = await stagedSchool();
    const key = await keyOf(site, 'pupil:P3');
    await grantByHand(site, key, emails.father);
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual(['P1', 'P3']);
    await stageTables(site, smallSchool());
    expect(await pupilsSeenBy(site, emails.father, pupilHomeList)).toEqual(['P1']);
    expect(await as(site, emails.father).rows(adultHomeList, ['Payload'])).toHaveLength(1);
  });

  it('does not publish onto a site where a closed list is open', async () => {
    const site = await stagedSchool();
    await as(site, 'admin@oakfield.example').write('POST', `_api/web/getlist('/sites/school/Lists/PupilHome')/resetroleinheritance`);
    const { report, summary } = await stageTables(site, smallSchool());
    expect(summary.exitCode).toBe(2);
    expect(report.lines.join('\n')).toContain('The list Pupil Home is open to everybody who may read the site.');
    expect(writesOf(site.sent)).toEqual([]);
  });
});

async function grantByHand(site: TestSite, pupilKey: string, email: string): Promise<void> {
  const ask = async (method: string, path: string, body?: object) =>
    (await as(site, 'admin@oakfield.example').write(method, `_api/web/${path}`, body)) as {
      Id: number;
      value: { Id: number; FileRef: string }[];
    };
  const list = `getlist('/sites/school/Lists/PupilHome')`;
  const { value } = await ask('GET', `${list}/items?$select=Id,FileRef&$top=5000`);
  const folder = value.find((item) => item.FileRef.endsWith(`/${pupilKey}`));
  const user = await ask('POST', 'ensureuser', { logonName: email });
  const level = await ask('GET', `roledefinitions/getbyname('Schoolgate Parent Read')`);
  await ask('POST', `${list}/items(${folder?.Id ?? 0})/roleassignments/addroleassignment(principalid=${user.Id}, roledefid=${level.Id})`);
}
