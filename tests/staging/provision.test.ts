import { emptySite, keptReport, provisionTestSite, writesOf } from './aSite';

describe('provisioning', () => {
  it('makes lists, groups, levels and pages, and has nothing to do the second time', async () => {
    const site = emptySite();
    const first = await provisionTestSite(site);
    expect(first.steps).toBeGreaterThan(50);
    site.forget();
    const report = keptReport();
    const second = await provisionTestSite(site, { report });
    expect(report.lines).toEqual(['The site is as it should be: nothing to do.']);
    expect(second.steps).toBe(0);
    expect(writesOf(site.sent)).toEqual([]);
  });

  it('only reads in a dry run', async () => {
    const site = emptySite();
    const report = keptReport();
    const { steps } = await provisionTestSite(site, { dryRun: true, report });
    expect(steps).toBeGreaterThan(50);
    expect(report.lines).toContain('  Create the list Pupil Home.');
    expect(writesOf(site.sent)).toEqual([]);
  });
});
