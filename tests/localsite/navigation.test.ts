import '@pnp/sp/navigation';
import type { LocalSite } from '../../localsite/site';
import { admin, openTestSite, people, siteUrl } from '../kit/localSite';
import { clientOf } from '../kit/pnpClient';
import { as } from '../kit/request';

let site: LocalSite;

beforeEach(() => {
  site = openTestSite();
});

afterEach(() => site.close());

const quickLaunch = '_api/web/navigation/quicklaunch';
const readRole = 1073741826;

async function idOf(email: string): Promise<number> {
  const { json } = await as(site, admin).post('_api/web/ensureuser', { logonName: email });
  return (json as { Id: number }).Id;
}

async function letRead(email: string, target = '_api/web'): Promise<void> {
  await as(site, admin).post(`${target}/roleassignments/addroleassignment(principalid=${await idOf(email)},roledefid=${readRole})`, {});
}

/** Makes and publishes a page, and returns the address of its item. */
async function makePage(title: string): Promise<string> {
  const { json } = await as(site, admin).post('_api/sitepages/pages', { PageLayoutType: 'Article', Title: title });
  const { Id } = json as { Id: number };
  await as(site, admin).post(`_api/sitepages/pages(${Id})/publish`, {});
  return `_api/web/lists/getByTitle('Site Pages')/items(${Id})`;
}

async function titles(email: string, path = quickLaunch): Promise<readonly string[]> {
  const { json } = await as(site, email).get(path);
  return (json as { value: { Title: string }[] }).value.map(({ Title }) => Title);
}

describe('the quick launch', () => {
  it('begins with the entry Home, as SharePoint numbers it', async () => {
    const { json } = await as(site, admin).get(quickLaunch);
    expect(json).toEqual({
      value: [
        {
          AudienceIds: null,
          CurrentLCID: 1033,
          Id: 1031,
          IsDocLib: true,
          IsExternal: false,
          IsVisible: true,
          ListTemplateType: 0,
          Title: 'Home',
          Url: siteUrl,
        },
      ],
    });
  });

  it('serves PnPjs: adds, renames, moves, reads children and deletes', async () => {
    const { web } = clientOf(site, admin);
    await makePage('Dates');
    const nodes = web.navigation.quicklaunch;
    const dates: { Id: number } = await nodes.add('Dates', `${siteUrl}/SitePages/Dates.aspx`);
    const news: { Id: number } = await nodes.add('News', 'https://example.org/news');
    expect([dates.Id, news.Id]).toEqual([2001, 2002]);
    await nodes.moveAfter(news.Id, 1031);
    await nodes.getById(news.Id).update({ Title: 'School news' });
    await nodes.getById(news.Id).children.add('Archive', 'https://example.org/archive');
    expect((await nodes()).map(({ Title }) => Title)).toEqual(['Home', 'School news', 'Dates']);
    expect((await nodes.getById(news.Id).children()).map(({ Title }) => Title)).toEqual(['Archive']);
    await nodes.getById(news.Id).delete();
    expect((await nodes()).map(({ Title }) => Title)).toEqual(['Home', 'Dates']);
  });

  it('answers 201 with the new entry, and takes absolute addresses of its own server as its own', async () => {
    const page = await makePage('Dates');
    expect(page).toContain('items(2)');
    const { status, json } = await as(site, admin).post(quickLaunch, {
      Title: 'Dates',
      Url: `http://localhost:4321${siteUrl}/SitePages/Dates.aspx`,
    });
    expect([status, json]).toMatchObject([201, { Url: `${siteUrl}/SitePages/Dates.aspx`, IsExternal: false, IsVisible: true }]);
  });

  it('refuses an entry to a file that is not there, unless it is marked as external', async () => {
    const wanted = { Title: 'Later', Url: `${siteUrl}/SitePages/Later.aspx` };
    expect((await as(site, admin).post(quickLaunch, wanted)).status).toBe(404);
    expect((await as(site, admin).post(quickLaunch, { ...wanted, IsExternal: true })).status).toBe(201);
  });

  it('is changed by nobody who may only read or contribute', async () => {
    await letRead(people.ann);
    const wanted = { Title: 'Mine', Url: 'https://example.org/' };
    expect((await as(site, people.ann).post(quickLaunch, wanted)).status).toBe(403);
    const home = `_api/web/navigation/GetNodeById(1031)`;
    expect((await as(site, people.ann).send(home, { method: 'DELETE' })).status).toBe(403);
    expect((await as(site, people.ann).post(home, { Title: 'Mine' }, { 'X-HTTP-Method': 'MERGE' })).status).toBe(403);
    expect((await as(site, people.ann).post(`${quickLaunch}/MoveAfter`, { nodeId: 1031, previousNodeId: 0 })).status).toBe(403);
    expect(await titles(admin)).toEqual(['Home']);
  });

  it('knows of no more than that: the top bar and the menu service are refused by name', async () => {
    expect((await as(site, admin).get('_api/web/navigation/topnavigationbar')).status).toBe(501);
    expect((await as(site, admin).post('_api/navigation/MenuState', {})).status).toBe(501);
  });
});

describe('an entry that leads to a page which somebody may not read', () => {
  beforeEach(async () => {
    await letRead(people.ann);
    const item = await makePage('Rota');
    await as(site, admin).post(quickLaunch, { Title: 'Rota', Url: `${siteUrl}/SitePages/Rota.aspx` });
    await as(site, admin).post(`${item}/breakroleinheritance(copyroleassignments=false,clearsubscopes=false)`, {});
  });

  it('is not there for them, whichever way they ask', async () => {
    expect(await titles(people.ann)).toEqual(['Home']);
    const { json } = await as(site, people.ann).get('_api/web/navigation?$expand=QuickLaunch');
    expect(JSON.stringify(json)).not.toContain('Rota');
    const hidden = await as(site, people.ann).get('_api/web/navigation/GetNodeById(2001)');
    const missing = await as(site, people.ann).get('_api/web/navigation/GetNodeById(2999)');
    expect([hidden.status, hidden.text]).toEqual([missing.status, missing.text]);
  });

  it('is there for those who may', async () => {
    expect(await titles(admin)).toEqual(['Home', 'Rota']);
  });

  it('is not there under another entry either', async () => {
    await as(site, admin).post(quickLaunch, { Title: 'Office', Url: 'http://linkless.header/' });
    await as(site, admin).post('_api/web/navigation/GetNodeById(2002)/children', { Title: 'Rota', Url: `${siteUrl}/SitePages/Rota.aspx` });
    expect(await titles(people.ann, '_api/web/navigation/GetNodeById(2002)/children')).toEqual([]);
    const { json } = await as(site, people.ann).get(`${quickLaunch}?$expand=Children`);
    expect(JSON.stringify(json)).not.toContain('Rota');
  });

  it('counts as missing when somebody wants to add one', async () => {
    const item = `_api/web/lists/getByTitle('Site Pages')/items(1)`;
    expect((await as(site, people.ann).get(item)).status).toBe(200);
    await as(site, admin).post(
      `_api/web/roleassignments/addroleassignment(principalid=${await idOf(people.teacher)},roledefid=1073741830)`,
      {},
    );
    const add = (name: string) => as(site, people.teacher).post(quickLaunch, { Title: 'Rota', Url: `${siteUrl}/SitePages/${name}.aspx` });
    const hidden = await add('Rota');
    const missing = await add('Never');
    expect([hidden.status, hidden.text.split('Rota').join('*')]).toEqual([missing.status, missing.text.split('Never').join('*')]);
  });

  it('is not there for a draft, which only editors see', async () => {
    await as(site, admin).post('_api/sitepages/pages', { PageLayoutType: 'Article', Title: 'Draft' });
    await as(site, admin).post(quickLaunch, { Title: 'Draft', Url: `${siteUrl}/SitePages/Draft.aspx` });
    expect(await titles(people.ann)).toEqual(['Home']);
    expect(await titles(admin)).toContain('Draft');
  });
});
