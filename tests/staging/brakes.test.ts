import fc from 'fast-check';
import { damage, damagedColumn } from '../../samples/damage';
import type { ColumnDamage } from '../../samples/damagedTable';
import type { DamageName } from '../../samples/damages';
import { exportOf, missingFrom, neighbourhood, newer, sightsOn, stagedNeighbourhood, stageFiles } from '../kit/neighbourhood';
import { rowOf, type Tables } from '../kit/smallSchool';
import { as } from '../kit/request';
import { tokenIn } from '../kit/stagedSite';
import { stagingRunsList } from '../../src/lists/stagingRuns';
import { publishedOf } from '../kit/sentRequests';

jest.setTimeout(300_000);

const good = exportOf(neighbourhood());

/** What one damaged export, and then the next good one, do to a site on which all was well. */
async function afterDamage(name: DamageName) {
  const site = await stagedNeighbourhood();
  const before = await sightsOn(site);
  const { summary, report } = await stageFiles(site, damage(good, name, { minutes: 5 }));
  const during = await sightsOn(site);
  const next = await stageFiles(site, newer(good, 10));
  const after = await sightsOn(site);
  return {
    summary,
    text: report.lines.join('\n'),
    next: next.summary,
    opened: missingFrom(before, during),
    closed: missingFrom(during, before),
    stillClosed: missingFrom(after, before),
    openedLater: missingFrom(before, after),
    deleted: Object.entries(summary.lists)
      .filter(([list]) => !['Findings', 'Access', 'AdultHome'].includes(list))
      .reduce((sum, [, { deleted }]) => sum + deleted, 0),
  };
}

interface Brake {
  readonly name: DamageName;
  readonly exitCode: 0 | 1 | 2;
  /** A finding that says what is wrong. */
  readonly code: string;
  /** Closed by what the export states, not by what it lacks. */
  readonly closes?: true;
}

const brakes: readonly Brake[] = [
  { name: 'emails-shifted', exitCode: 2, code: 'ASK-05' },
  { name: 'emails-sorted', exitCode: 2, code: 'ASK-05' },
  { name: 'contact-ids-shifted', exitCode: 2, code: 'ASK-05' },
  { name: 'pupil-ids-shifted', exitCode: 2, code: 'ASK-05' },
  { name: 'forenames-shifted', exitCode: 2, code: 'ASK-05' },
  { name: 'relationship-contacts-shifted', exitCode: 1, code: 'ASK-07', closes: true },
  { name: 'relationship-pupils-shifted', exitCode: 1, code: 'ASK-07', closes: true },
  { name: 'two-emails-swapped', exitCode: 1, code: 'ASK-18', closes: true },
  { name: 'contact-id-reused', exitCode: 1, code: 'ASK-02', closes: true },
  { name: 'pupil-id-reused', exitCode: 1, code: 'ASK-03', closes: true },
  { name: 'portal-access-missing', exitCode: 2, code: 'PKG-23' },
  { name: 'valid-to-renamed', exitCode: 2, code: 'PKG-23' },
  { name: 'areas-missing', exitCode: 2, code: 'PKG-23' },
  { name: 'deceased-missing', exitCode: 2, code: 'PKG-23' },
  { name: 'on-roll-to-missing', exitCode: 2, code: 'PKG-23' },
  { name: 'enrol-status-renamed', exitCode: 2, code: 'PKG-23' },
  { name: 'parent-visible-missing', exitCode: 1, code: 'PKG-23' },
  { name: 'parent-visible-blank', exitCode: 1, code: 'ASK-21' },
  { name: 'court-order-swapped', exitCode: 1, code: 'ASK-06' },
  { name: 'court-order-all-no', exitCode: 1, code: 'ASK-06' },
  { name: 'areas-blank', exitCode: 1, code: 'ASK-08' },
  { name: 'valid-to-blank', exitCode: 1, code: 'ASK-06' },
  { name: 'enrol-status-blank', exitCode: 1, code: 'ASK-06' },
  { name: 'responsibility-all-yes', exitCode: 1, code: 'ASK-06' },
  { name: 'pupils-half', exitCode: 1, code: 'ASK-10' },
  { name: 'pupils-one-row', exitCode: 1, code: 'ASK-10' },
  { name: 'pupils-empty', exitCode: 2, code: 'PKG-19' },
  { name: 'contacts-half', exitCode: 1, code: 'ASK-11' },
  { name: 'relationships-half', exitCode: 1, code: 'ASK-11' },
  { name: 'attendance-half', exitCode: 1, code: 'ATT-04' },
  { name: 'results-half', exitCode: 1, code: 'ASK-12' },
  { name: 'homework-half', exitCode: 1, code: 'ASK-12' },
  { name: 'class-members-half', exitCode: 1, code: 'ASK-16' },
  { name: 'calendar-a-year-ahead', exitCode: 2, code: 'CAL-02' },
  { name: 'calendar-a-year-behind', exitCode: 2, code: 'CAL-01' },
  { name: 'court-order-blank', exitCode: 2, code: 'PKG-05' },
  { name: 'flags-yes-no', exitCode: 2, code: 'PKG-05' },
  { name: 'relationships-ids-as-numbers', exitCode: 2, code: 'PKG-05' },
  { name: 'release-at-blank', exitCode: 1, code: 'PKG-05' },
  { name: 'attendance-unknown-codes', exitCode: 1, code: 'PKG-05' },
  { name: 'attendance-dates-american', exitCode: 1, code: 'PKG-05' },
  { name: 'results-pupils-shifted', exitCode: 1, code: 'ASK-15' },
  { name: 'attendance-pupils-reversed', exitCode: 1, code: 'ASK-15' },
  { name: 'attendance-not-named', exitCode: 1, code: 'PKG-06' },
  { name: 'attendance-quote-in-cell', exitCode: 1, code: 'ROW-03' },
  { name: 'contacts-nul', exitCode: 1, code: 'ROW-02', closes: true },
  { name: 'homework-huge-cell', exitCode: 1, code: 'ROW-02' },
  { name: 'classes-huge-cell', exitCode: 1, code: 'ROW-02' },
  { name: 'manifest-a-day-ahead', exitCode: 2, code: 'PKG-16' },
];

describe('a damaged export', () => {
  it.each(brakes)('opens nothing and deletes nothing where it has $name', async ({ name, exitCode, code, closes }) => {
    const { summary, opened, closed, stillClosed, deleted, openedLater, next } = await afterDamage(name);
    expect({ exitCode: summary.exitCode, code: summary.findings[code] !== undefined, opened, deleted }).toEqual({
      exitCode,
      code: true,
      opened: [],
      deleted: 0,
    });
    if (!closes) expect([closed, stillClosed]).toEqual([[], []]);
    expect(openedLater).toEqual([]);
    expect(next.exitCode).toBeLessThanOrEqual(1);
  });

  it('of any one column of people lets no account see a child whom it did not see', async () => {
    const columns = Object.entries(neighbourhood())
      .filter(([file]) => ['pupils.csv', 'contacts.csv', 'relationships.csv'].includes(file))
      .flatMap(([file, rows]: [string, Tables[keyof Tables]]) =>
        Object.keys(rows[0] ?? {}).map((column) => ({ file, column, others: Object.keys(rows[0] ?? {}) })),
      );
    const kinds = fc.oneof(fc.constantFrom('shift', 'sort', 'reverse', 'blank'), fc.nat());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...columns), kinds, async ({ file, column, others }, kind) => {
        const damageKind: ColumnDamage =
          typeof kind === 'number' ? { swapWith: others[kind % others.length] ?? column } : (kind as ColumnDamage);
        const site = await stagedNeighbourhood();
        const before = await sightsOn(site);
        await stageFiles(site, damagedColumn(good, file, column, damageKind, { minutes: 5 }));
        expect(missingFrom(before, await sightsOn(site))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

/** The neighbourhood, ten minutes later, with a change. */
function changed(change: (tables: Tables) => void) {
  const tables = neighbourhood();
  change(tables);
  return newer(exportOf(tables), 10);
}

const liftCourtOrder = (tables: Tables) => {
  rowOf(tables['relationships.csv'], { contactId: 'F01' })['courtOrder'] = 'N';
};

describe('an approval', () => {
  it('does exactly what was printed, once', async () => {
    const site = await stagedNeighbourhood();
    const before = await sightsOn(site);
    const asked = await stageFiles(site, changed(liftCourtOrder));
    expect(asked.summary).toMatchObject({ exitCode: 1, waiting: 1 });
    expect(asked.report.lines.join('\n')).toContain('F01 would see P01 (closed so far: A court order is recorded for this link)');
    expect(missingFrom(before, await sightsOn(site))).toEqual([]);
    const token = tokenIn(asked);
    const done = await stageFiles(site, changed(liftCourtOrder), { approve: token });
    expect(done.summary).toMatchObject({ exitCode: 0, waiting: 0, access: { gained: 4, lost: 0 } });
    expect(missingFrom(before, await sightsOn(site))).toHaveLength(4);
    const again = await stageFiles(site, changed(liftCourtOrder), { approve: token });
    expect(again.summary.exitCode).toBe(2);
  });

  it('is not for another export', async () => {
    const site = await stagedNeighbourhood();
    const token = tokenIn(await stageFiles(site, changed(liftCourtOrder)));
    site.forget();
    const other = await stageFiles(
      site,
      changed((tables) => {
        liftCourtOrder(tables);
        rowOf(tables['relationships.csv'], { contactId: 'F02' })['courtOrder'] = 'N';
      }),
      { approve: token },
    );
    expect(other.summary).toMatchObject({ outcome: 'refused', exitCode: 2 });
    expect(publishedOf(site.sent)).toEqual([]);
  });

  it('is printed by a dry run too, and asked for only once by exit code', async () => {
    const site = await stagedNeighbourhood();
    const dry = await stageFiles(site, changed(liftCourtOrder), { dryRun: true });
    expect(dry.summary.exitCode).toBe(1);
    const byDryRun = tokenIn(dry);
    const done = await stageFiles(site, changed(liftCourtOrder), { approve: byDryRun });
    expect(done.summary.access).toMatchObject({ gained: 4 });
    const again = await stagedNeighbourhood();
    await stageFiles(again, changed(liftCourtOrder));
    expect((await stageFiles(again, changed(liftCourtOrder))).summary).toMatchObject({ exitCode: 0, waiting: 1 });
  });

  it('of an id that stands for another child gives it a new key: nothing of the first child is seen under it', async () => {
    const site = await stagedNeighbourhood();
    const before = await sightsOn(site);
    const files = damage(good, 'pupil-id-reused', { minutes: 5 });
    const token = tokenIn(await stageFiles(site, files));
    await stageFiles(site, files, { approve: token });
    const after = await sightsOn(site);
    const children = new Set(missingFrom(before, after).map((sight) => sight.split(' ').slice(1, 3).join(' ')));
    expect(children.size).toBe(1);
    const lost = new Set(missingFrom(after, before).map((sight) => sight.split(' ').slice(1, 3).join(' ')));
    expect(lost.size).toBe(1);
    expect([...children]).not.toEqual([...lost]);
  });

  it('lets a run go on that waits as a whole', async () => {
    const site = await stagedNeighbourhood();
    const files = damage(good, 'emails-sorted', { minutes: 5 });
    const asked = await stageFiles(site, files);
    expect(asked.summary).toMatchObject({ outcome: 'waiting', exitCode: 2 });
    expect((await stageFiles(site, files, { approve: tokenIn(asked) })).summary.outcome).toContain('published');
  });
});

describe('what one export took away', () => {
  it('is put back whole by the next good one: links, pupils, days before the window', async () => {
    const site = await stagedNeighbourhood();
    const before = await sightsOn(site);
    await stageFiles(
      site,
      changed((tables) => {
        tables['pupils.csv'] = tables['pupils.csv'].slice(0, -2);
        tables['relationships.csv'] = tables['relationships.csv'].slice(0, -6);
      }),
    );
    expect(missingFrom(await sightsOn(site), before).length).toBeGreaterThan(0);
    const { summary } = await stageFiles(site, newer(good, 20));
    expect(summary).toMatchObject({ exitCode: 0, waiting: 0 });
    expect(await sightsOn(site)).toEqual(before);
  });
});

describe('a run of the night', () => {
  it('is told from a bad one by exit code: held as last time is 0, held anew is 1', async () => {
    const site = await stagedNeighbourhood();
    const night = (minutes: number, change: (tables: Tables) => void = () => undefined) => {
      const tables = neighbourhood();
      change(tables);
      return stageFiles(site, newer(exportOf(tables), minutes));
    };
    const withDoubt = (tables: Tables) => {
      rowOf(tables['relationships.csv'], { contactId: 'F22' })['portalAccess'] = 'ask';
    };
    const withDoubtFurtherDown = (tables: Tables) => {
      withDoubt(tables);
      tables['relationships.csv'].unshift({ ...rowOf(tables['relationships.csv'], { contactId: 'M01' }) });
      tables['behaviour.csv'].push({ ...rowOf(tables['behaviour.csv'], { eventId: 'E0.0' }), eventId: 'E9', type: 'Bullying' });
    };
    expect((await night(1)).summary).toMatchObject({ exitCode: 0, new: { hold: 0 } });
    expect((await night(2, withDoubt)).summary).toMatchObject({ exitCode: 1, new: { hold: 1 } });
    expect((await night(3, withDoubtFurtherDown)).summary).toMatchObject({ exitCode: 0, new: { hold: 0 }, findings: { 'BEH-03': 1 } });
  });

  it('leaves a row in the journal when it is refused too, and the next one finds the last that published behind it', async () => {
    const site = await stagedNeighbourhood();
    const refused = await stageFiles(site, damage(good, 'relationships-empty', { minutes: 5 }));
    expect(refused.summary).toMatchObject({ outcome: 'refused', exitCode: 2, school: '999901', runId: expect.any(String) });
    const runs = await as(site, 'publisher@oakfield.example').rows(stagingRunsList, ['Outcome', 'RunId']);
    expect(runs.map((run) => run['Outcome'])).toEqual(['published with held rows', 'refused']);
    expect(runs[1]?.['RunId']).toBe(refused.summary.runId);
    const lines = (await stageFiles(site, damage(good, 'behaviour-half', { minutes: 6 }))).report.lines.join('\n');
    expect(lines).toMatch(/behaviour 40 \(last time 80\)/);
  });

  it('asks the site, when it fails half-way, who gained and who lost', async () => {
    const site = await stagedNeighbourhood();
    const before = await sightsOn(site);
    const withOrder = exportOf(
      (() => {
        const tables = neighbourhood();
        rowOf(tables['relationships.csv'], { contactId: 'F22' })['courtOrder'] = 'Y';
        return tables;
      })(),
    );
    let isClosed = false;
    const failing = {
      ...site,
      fetch: async (request: Request) => {
        const isReading = request.method === 'GET' || !/(POST|MERGE|DELETE) \S+ HTTP/.test(await request.clone().text());
        if (isClosed && !isReading) throw new TypeError('fetch failed');
        if (/removebyid/i.test(await request.clone().text())) isClosed = true;
        return site.fetch(request);
      },
    };
    const { summary } = await stageFiles(failing, newer(withOrder, 5));
    expect(summary).toMatchObject({ exitCode: 4, access: { gained: 0, lost: missingFrom(await sightsOn(site), before).length } });
    expect(summary.access?.lost).toBe(4);
  });
});

describe('what is ordinary', () => {
  it('goes on without a question: a new family, a new adult, a sibling, a link whose day has come, a first e-mail address', async () => {
    const site = await stagedNeighbourhood();
    const { summary } = await stageFiles(
      site,
      changed((tables) => {
        const [pupils, contacts, links] = [tables['pupils.csv'], tables['contacts.csv'], tables['relationships.csv']];
        pupils.push({
          ...rowOf(pupils, { pupilId: 'P01' }),
          pupilId: 'N01',
          legalForename: 'Newest',
          dateOfBirth: '2015-02-02',
          schoolEmail: '',
        });
        contacts.push({
          ...rowOf(contacts, { contactId: 'M01' }),
          contactId: 'N01',
          forename: 'Grandma',
          email: 'newcomer@family.example',
        });
        links.push(
          { ...rowOf(links, { contactId: 'M01' }), pupilId: 'N01' },
          { ...rowOf(links, { contactId: 'M01' }), contactId: 'N01', priority: '3' },
        );
        Object.assign(rowOf(contacts, { contactId: 'F19' }), { email: 'f19@family.example' });
      }),
    );
    expect(summary).toMatchObject({ waiting: 0, access: { gained: 12, lost: 0 } });
  });

  it('waits for a person where two people whom the site knows are linked for the first time', async () => {
    const site = await stagedNeighbourhood();
    const { summary } = await stageFiles(
      site,
      changed((tables) => {
        tables['relationships.csv'].push({ ...rowOf(tables['relationships.csv'], { contactId: 'M01' }), pupilId: 'P22' });
      }),
    );
    expect(summary).toMatchObject({ exitCode: 1, waiting: 1, findings: { 'ASK-07': 1 }, access: { gained: 0 } });
  });
});
