import { openSite } from '../../staging/site/connection';
import { schoolSite, stagedSchool, stageTables } from '../kit/stagedSite';
import { stateOf } from '../kit/siteState';
import { family } from '../kit/oneFamily';
import { siteAddress } from '../kit/localSite';
import { adminToken, type TestSite } from '../kit/provisionedSite';
import { failingPart } from '../kit/failingParts';

function opened(site: TestSite, waits: number[], asked: number[]) {
  return openSite({
    siteUrl: siteAddress,
    token: adminToken,
    fetch: site.fetch,
    onWait: (seconds) => {
      asked.push(seconds);
    },
    pause: async (milliseconds) => {
      waits.push(milliseconds / 1000);
    },
  });
}

describe('a server that fails', () => {
  it.each([500, 502, 504])('is asked again after a %i: once is not the end of the night', async (status) => {
    const site = await schoolSite();
    site.local.faults.add({ match: { route: 'SchoolDays' }, nth: 1, answer: { status } });
    site.local.faults.add({ match: { route: '$batch' }, nth: 2, answer: { status } });
    expect((await stageTables(site, family())).summary).toMatchObject({ exitCode: 0, problems: 0 });
  });

  it('is asked three times at most, and not said to have asked for the wait', async () => {
    const site = await schoolSite();
    site.local.faults.add({ match: { route: 'currentuser' }, answer: { status: 500 } });
    const [waits, asked]: [number[], number[]] = [[], []];
    await expect(opened(site, waits, asked).web.currentUser()).rejects.toMatchObject({ kind: 'broken' });
    expect(waits).toEqual([1, 2]);
    expect(asked).toEqual([]);
  });

  it('does not cost minutes for one row that breaks it each time', async () => {
    const undisturbed = await schoolSite();
    await stageTables(undisturbed, family());
    const site = await schoolSite();
    const waits: number[] = [];
    const poison = failingPart(site, {
      part: ({ line, body }) => /PupilRecords.*AddValidate/i.test(line) && body.includes('results'),
      status: 500,
    });
    const { summary } = await stageTables(poison, family(), {
      pause: async (milliseconds) => {
        waits.push(milliseconds);
      },
    });
    expect(summary.exitCode).toBe(4);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(15_000);
    await stageTables(site, family());
    expect(await stateOf(site)).toEqual(await stateOf(undisturbed));
  });
});

describe('a server that asks to wait', () => {
  it('is waited for, part by part and whole, and who sent us is told how long', async () => {
    const site = await schoolSite();
    site.local.faults.add({ match: { route: 'currentuser' }, nth: 1, answer: { status: 429, retryAfter: 30 } });
    const [waits, asked]: [number[], number[]] = [[], []];
    const { web, batch } = opened(site, waits, asked);
    await web.currentUser();
    site.local.faults.add({ match: { route: '$batch' }, nth: 1, answer: { batchPart: 0, status: 503, retryAfter: 7 } });
    expect(await batch([{ run: (batched) => batched.currentUser() }])).toMatchObject([{ ok: true }]);
    expect(waits).toEqual([30, 7]);
    expect(asked).toEqual([30, 7]);
  });

  it('is spoken of in the report, in few lines', async () => {
    const site = await stagedSchool();
    site.local.faults.add({ match: { route: 'PupilHome' }, nth: { from: 1, to: 7 }, answer: { status: 429, retryAfter: 30 } });
    const { report } = await stageTables(site, family());
    expect(report.lines.filter((line) => line.startsWith('SharePoint asked to wait 30 s.'))).toHaveLength(4);
  });
});
