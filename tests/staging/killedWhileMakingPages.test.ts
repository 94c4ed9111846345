import { trips, run, schoolWithParent, pageItem, entries, titles, nothing } from '../kit/provisionedPages';
import { admin } from '../kit/localSite';
import { type TestSite } from '../kit/provisionedSite';
import { as } from '../kit/request';

describe('a run that is killed while it makes pages', () => {
  it('is finished by the next one, at whichever write it stopped', async () => {
    const site = await schoolWithParent([trips]);
    const whole = await titles(site);
    // The staff page, the home page and one template: everything else repeats the same writes.
    for (let allowed = 0; allowed < 24; allowed += 1) {
      await forgetPages(site);
      expect([allowed, await isWhole(site, allowed)]).toEqual([allowed, false]);
      await run(site, [trips]);
      expect([allowed, await run(site, [trips])]).toEqual([allowed, nothing]);
      expect([allowed, await titles(site)]).toEqual([allowed, whole]);
      expect((await pageItem(site, 'For-staff')).CanvasContent1).toContain('Write a notice');
      expect((await pageItem(site, 'Trips')).OData__UIVersionString).toBe('1.0');
      const { value } = (await as(site, admin).write('GET', '_api/sitepages/pages')) as { value: { FileName: string }[] };
      const named = value.map(({ FileName }) => FileName).filter((name) => !name.startsWith('~new-'));
      expect([allowed, named]).toEqual([allowed, ['For-staff.aspx', 'Home.aspx', 'Trips.aspx']]);
    }
  }, 240_000);

  /** Whether a run gets to its end that may write so many times and is then cut off for good. */
  async function isWhole(site: TestSite, allowed: number): Promise<boolean> {
    let writes = 0;
    const cut = {
      ...site,
      fetch: async (request: Request) => {
        if (request.method !== 'GET' && ++writes > allowed) throw new TypeError('killed');
        return site.local.fetch(request);
      },
    };
    return run(cut, [trips]).then(
      () => true,
      () => false,
    );
  }

  /** As before the first run, for pages and navigation. */
  async function forgetPages(site: TestSite): Promise<void> {
    const items = `lists/getbytitle('Site Pages')/items`;
    const { value } = (await as(site, admin).write('GET', `_api/web/${items}?$select=Id,FileLeafRef,FSObjType`)) as {
      value: { Id: number; FileLeafRef: string; FSObjType: number }[];
    };
    for (const { Id } of value.filter(({ FileLeafRef, FSObjType }) => FSObjType === 0 && FileLeafRef !== 'Home.aspx')) {
      await as(site, admin).write('DELETE', `_api/web/${items}(${Id})`);
    }
    for (const { Id } of (await entries(site)).slice(1)) await as(site, admin).write('DELETE', `_api/web/navigation/GetNodeById(${Id})`);
  }
});
