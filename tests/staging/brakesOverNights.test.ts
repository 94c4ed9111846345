import { exportOf, missingFrom, neighbourhood, newer, sightsOn, stagedNeighbourhood, stageFiles } from '../kit/neighbourhood';
import { rowOf, type Tables } from '../kit/smallSchool';
import { as } from '../kit/request';
import { tokenIn, type Staged } from '../kit/stagedSite';
import { damagedColumn } from '../../samples/damage';
import { pupilHomeList } from '../../src/lists/pupilHome';
import { pupilRecordsList } from '../../src/lists/pupilRecords';
import { writesOf } from '../kit/sentRequests';
import type { TestSite } from '../kit/provisionedSite';

jest.setTimeout(120_000);

/** The neighbourhood with changes, as the export of a later minute. */
function night(minute: number, ...changes: readonly ((tables: Tables) => void)[]) {
  const tables = neighbourhood();
  changes.forEach((change) => change(tables));
  return newer(exportOf(tables), minute);
}

const link =
  (contactId: string, cells: Record<string, string>) =>
  (tables: Tables): void => {
    Object.assign(rowOf(tables['relationships.csv'], { contactId }), cells);
  };
const contact =
  (contactId: string, cells: Record<string, string>) =>
  (tables: Tables): void => {
    Object.assign(rowOf(tables['contacts.csv'], { contactId }), cells);
  };
const pupil =
  (pupilId: string, cells: Record<string, string>) =>
  (tables: Tables): void => {
    Object.assign(rowOf(tables['pupils.csv'], { pupilId }), cells);
  };
const halfTheLinks = (tables: Tables): void => {
  tables['relationships.csv'] = tables['relationships.csv'].slice(0, 40);
};

/** Opened by the nights, against the sights before the first. */
async function openedBy(
  nights: readonly ReturnType<typeof night>[],
  site?: TestSite,
): Promise<{ readonly opened: readonly string[]; readonly last: Staged; readonly site: TestSite }> {
  const school = site ?? (await stagedNeighbourhood());
  const before = await sightsOn(school);
  let last: Staged | undefined;
  for (const files of nights) last = await stageFiles(school, files);
  if (!last) throw new Error('There was no night');
  return { opened: missingFrom(before, await sightsOn(school)), last, site: school };
}

describe('over several nights', () => {
  it("a link that is lost does not hide that its adult has another's e-mail address", async () => {
    const swapped = [contact('M28', { email: 'm29@family.example' }), contact('M29', { email: 'm28@family.example' })];
    expect((await openedBy([night(5, halfTheLinks), night(6, halfTheLinks, ...swapped)])).opened).toEqual([]);
  });

  it('a court order outlives a run that is killed at any of its writes', async () => {
    const writes = await writesOfNight();
    for (let n = 1; n <= writes; n += 1) {
      const site = await stagedNeighbourhood();
      const before = await sightsOn(site);
      await stageFiles(killedAfter(site, n), night(5, link('F22', { courtOrder: 'Y' })));
      const closed = missingFrom(await sightsOn(site), before).length > 0;
      await stageFiles(site, night(6));
      if (closed) expect(missingFrom(await sightsOn(site), before)).toHaveLength(4);
    }
  });

  it('a court order stated while the adult seems to be somebody else is not forgotten', async () => {
    const site = await stagedNeighbourhood();
    const before = await sightsOn(site);
    await stageFiles(
      site,
      night(
        5,
        contact('F22', { email: 'm23@family.example', surname: 'Else' }),
        contact('M23', { email: '' }),
        link('F22', { courtOrder: 'Y' }),
      ),
    );
    await stageFiles(site, night(6));
    expect(missingFrom(await sightsOn(site), before).length).toBeGreaterThan(0);
  });

  it('the reason of a closure is told when it is lifted, though the link was missing for a night', async () => {
    const without = (tables: Tables): void => {
      tables['relationships.csv'] = tables['relationships.csv'].filter((row) => row['contactId'] !== 'F01');
    };
    const { opened, last } = await openedBy([night(5, without), night(6, link('F01', { courtOrder: 'N' }))]);
    expect(opened).toEqual([]);
    expect(last.report.lines.join('\n')).toContain('F01 would see P01 (closed so far: A court order is recorded for this link)');
  });

  it('whoever approves that a child has another name is asked about the court order too', async () => {
    const files = night(5, pupil('P01', { legalForename: 'Nova', legalSurname: 'Newname' }), link('F01', { courtOrder: 'N' }));
    const { last } = await openedBy([files]);
    expect(last.report.lines.join('\n')).toContain(
      'P01: Name and date of birth are other ones: the id seems to stand for another child. Would be seen by M01, F01.',
    );
    expect(last.report.lines.join('\n')).toContain('F01 would see P01 (closed so far: A court order is recorded for this link)');
  });

  it('a timetable that was cut off waits on the next night too, and its token is good', async () => {
    const cut = (tables: Tables): void => {
      tables['class-members.csv'] = tables['class-members.csv'].slice(0, 15);
    };
    const { last, site } = await openedBy([night(5, cut), night(6, cut)]);
    expect(last.summary).toMatchObject({ exitCode: 0, waiting: 2 });
    expect((await stageFiles(site, night(6, cut), { approve: tokenIn(last) })).summary).toMatchObject({ exitCode: 0, waiting: 0 });
  });

  it('an approval of many lost pupils asks nothing anew', async () => {
    const lost = (tables: Tables): void => {
      tables['pupils.csv'] = tables['pupils.csv'].slice(0, 15);
    };
    const { last, site } = await openedBy([night(5, lost)]);
    const done = await stageFiles(site, night(5, lost), { approve: tokenIn(last) });
    expect(done.summary.waiting).toBe(0);
    expect(done.summary.access?.lost).toBeGreaterThan(50);
  });

  it("links that were closed for another row's court order in an export that had slipped open again with the next good one", async () => {
    const slipped = (tables: Tables): void => {
      const ids = tables['relationships.csv'].map((row) => row['contactId'] ?? '');
      tables['relationships.csv'].forEach((row, index) => {
        row['contactId'] = ids[(index + ids.length - 1) % ids.length] ?? '';
      });
    };
    const site = await stagedNeighbourhood();
    const before = await sightsOn(site);
    await stageFiles(site, night(5, slipped));
    expect(missingFrom(before, await sightsOn(site))).toEqual([]);
    const { summary } = await stageFiles(site, night(6));
    // Who saw all areas and stood in a row with some of them is asked about; nobody for a court order that was never theirs.
    expect(summary.findings['ASK-06']).toBeUndefined();
    expect(missingFrom(await sightsOn(site), before).length).toBeLessThanOrEqual(8);
  });
});

describe('a column with something else in it', () => {
  it.each([
    ['pupils.csv', 'preferredSurname', 'dateOfBirth'],
    ['pupils.csv', 'preferredSurname', 'regGroup'],
    ['pupils.csv', 'regGroup', 'dateOfBirth'],
    ['behaviour.csv', 'type', 'narrative'],
  ])('of %s, %s with %s, reaches no parent', async (file, column, swapWith) => {
    const site = await stagedNeighbourhood();
    const before = await payloadsOn(site);
    await stageFiles(site, damagedColumn(exportOf(neighbourhood()), file, column, { swapWith }, { minutes: 5 }));
    expect(await payloadsOn(site)).toEqual(before);
  });
});

describe('what an export states', () => {
  it('closes though so many links are missing that the others stay', async () => {
    const { last, site } = await openedBy([night(5, halfTheLinks, pupil('P29', { restricted: 'Y' }), contact('M28', { deceased: 'Y' }))]);
    expect(last.summary.exitCode).toBe(1);
    const seen = [...(await sightsOn(site))].map((sight) => sight.split(' ')[2]);
    expect(seen).not.toContain(neighbourhood()['pupils.csv'].find((row) => row['pupilId'] === 'P29')?.['legalSurname']);
  });

  it('is worth reading where it closes many at once', async () => {
    const { last } = await openedBy([
      night(5, (tables) => {
        tables['relationships.csv'].forEach((row) => {
          row['portalAccess'] = 'N';
        });
      }),
    ]);
    expect(last.summary).toMatchObject({ exitCode: 1, findings: { 'REL-12': 1 } });
  });
});

/** What parents read of all pupils. */
async function payloadsOn(site: TestSite): Promise<readonly unknown[]> {
  const lists = await Promise.all(
    [pupilHomeList, pupilRecordsList].map((list) => as(site, 'publisher@oakfield.example').rows(list, ['Payload'])),
  );
  return lists
    .flat()
    .map((row) => row['Payload'])
    .sort();
}

/** Dies after the n-th request that writes: nothing more reaches the site. */
function killedAfter(site: TestSite, n: number): TestSite {
  let writes = 0;
  return {
    ...site,
    fetch: async (request) => {
      if (writes >= n) throw new TypeError('fetch failed');
      const sent = { method: request.method, url: request.url, body: await request.clone().text() };
      if (writesOf([sent]).length > 0) writes += 1;
      return site.fetch(request);
    },
  };
}

async function writesOfNight(): Promise<number> {
  const site = await stagedNeighbourhood();
  site.forget();
  await stageFiles(site, night(5, link('F22', { courtOrder: 'Y' })));
  return site.sent.filter((sent) => writesOf([sent]).length > 0).length;
}
