import { damage } from '../../samples/damage';
import { missingFrom, newer, sightsOn, stagedNeighbourhood, stageFiles } from '../kit/neighbourhood';
import { rowOf } from '../kit/smallSchool';
import { tokenIn } from '../kit/stagedSite';
import { publishedOf } from '../kit/sentRequests';
import { good, changed, liftCourtOrder } from '../kit/changedNeighbourhood';

jest.setTimeout(300_000);

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
