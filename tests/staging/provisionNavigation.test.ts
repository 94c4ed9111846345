import { join } from 'node:path';
import { readPageDefinitions, type PageDefinition } from '../../sharepoint/pages/definition';
import { trips, run, schoolWithParent, edit, entries, titles, nothing } from '../kit/provisionedPages';
import { admin } from '../kit/localSite';
import { emptySite, provisionTestSite } from '../kit/provisionedSite';
import { as } from '../kit/request';

describe('the navigation of a provisioned site', () => {
  const classPage: PageDefinition = { ...trips, name: 'Class-7A', title: '7A', navigation: { order: 20, under: 'Classes' } };

  it('has our pages in their order, those of classes under a heading, and none of the templates', async () => {
    const site = await schoolWithParent([
      trips,
      { ...classPage, name: 'Class-7B', title: '7B', navigation: { order: 21, under: 'Classes' } },
      classPage,
    ]);
    expect(await titles(site)).toEqual(['Home', 'Classes', '- 7A', '- 7B', 'Trips', 'For staff']);
  });

  it("puts ours after Home and leaves the school's own where they are", async () => {
    const site = emptySite();
    await as(site, admin).write('POST', '_api/web/navigation/quicklaunch', { Title: 'School website', Url: 'https://oakfield.example/' });
    await run(site, [trips]);
    expect(await titles(site)).toEqual(['Home', 'Trips', 'For staff', 'School website']);
    const [, , , website] = await entries(site);
    await as(site, admin).write('POST', '_api/web/navigation/quicklaunch/MoveAfter', { nodeId: website?.Id, previousNodeId: 0 });
    expect(await run(site, [trips])).toEqual(nothing);
    expect((await titles(site))[0]).toBe('School website');
  });

  it('follows a page that was renamed', async () => {
    const site = await schoolWithParent([trips]);
    await edit(site, 'Trips', (controls) => controls, 'Visits and trips');
    expect(await run(site, [trips])).toContain('  Call Trips in the navigation Visits and trips, as its page is called.');
    expect(await titles(site)).toEqual(['Home', 'Visits and trips', 'For staff']);
    expect(await run(site, [trips])).toEqual(nothing);
  });

  it('gets an entry back that somebody removed', async () => {
    const site = await schoolWithParent([trips]);
    const found = (await entries(site)).find(({ Title }) => Title === 'Trips');
    await as(site, admin).write('DELETE', `_api/web/navigation/GetNodeById(${found?.Id})`);
    expect(await run(site, [trips])).toContain('  Add Trips to the navigation.');
    expect(await titles(site)).toEqual(['Home', 'Trips', 'For staff']);
  });
});

describe('a folder of page definitions', () => {
  it('is given on the command line too, and the site then has its pages', async () => {
    const site = emptySite();
    await run(site, readPageDefinitions(join(__dirname, '../../samples/pages')));
    expect(await titles(site)).toEqual(['Home', 'Classes', '- Form 7A', '- 8B Food and nutrition', 'For staff']);
    await provisionTestSite(site);
    expect(await titles(site)).toContain('Classes');
  });
});
