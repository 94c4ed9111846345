import type { LocalSite } from '../../localsite/site';
import { admin, openTestSite, people, siteUrl } from '../kit/localSite';
import { clientOf } from '../kit/pnpClient';
import { as } from '../kit/request';

let site: LocalSite;

beforeEach(async () => {
  site = openTestSite();
  const { json } = await as(site, admin).post('_api/web/ensureuser', { logonName: people.ann });
  const { Id } = json as { Id: number };
  await as(site, admin).post(`_api/web/roleassignments/addroleassignment(principalid=${Id},roledefid=1073741826)`, {});
});

afterEach(() => site.close());

const canvas = JSON.stringify([{ controlType: 4, id: 'a', innerHTML: '<p>Words</p>', position: { zoneIndex: 1 } }]);

async function makePage(title: string): Promise<number> {
  const { json } = await as(site, admin).post('_api/sitepages/pages', { PageLayoutType: 'Article' });
  const { Id } = json as { Id: number };
  await as(site, admin).post(`_api/sitepages/pages(${Id})/savepage`, { Title: title, CanvasContent1: canvas });
  return Id;
}

async function templateNames(email: string): Promise<readonly string[] | number> {
  const { status, json } = await as(site, email).get('_api/sitepages/pages/templates');
  return status === 200 ? (json as { value: { Url: string }[] }).value.map(({ Url }) => Url) : status;
}

describe('page templates', () => {
  it('are not found before there is one', async () => {
    expect(await templateNames(admin)).toBe(404);
  });

  it('are copies in the folder Templates, with a content of their own', async () => {
    const page = await makePage('Class');
    const { json } = await as(site, admin).post(`_api/sitepages/pages(${page})/SavePageAsTemplate`, {});
    expect(json).toMatchObject({ IsTemplate: true, Title: 'Class', CanvasContent1: canvas, Url: 'SitePages/Templates/Class.aspx' });
    await as(site, admin).post(`_api/sitepages/pages(${page})/savepage`, { CanvasContent1: '[]' });
    const { Id } = json as { Id: number };
    expect((await as(site, admin).get(`_api/sitepages/pages(${Id})`)).json).toMatchObject({ CanvasContent1: canvas });
    expect(await templateNames(admin)).toEqual(['SitePages/Templates/Class.aspx']);
  });

  it('are not among the pages, and nobody but editors sees one before it is published', async () => {
    await as(site, admin).post(`_api/sitepages/pages(${await makePage('Class')})/SavePageAsTemplate`, {});
    const { json } = await as(site, admin).get('_api/sitepages/pages');
    expect((json as { value: { FileName: string }[] }).value.map(({ FileName }) => FileName)).toEqual(['Class.aspx', 'Home.aspx']);
    expect(await templateNames(people.ann)).toEqual([]);
    const file = `_api/web/getfilebyserverrelativepath(decodedurl='${siteUrl}/SitePages/Templates/Class.aspx')`;
    expect((await as(site, people.ann).get(file)).status).toBe(404);
  });

  it('are made and copied by PnPjs', async () => {
    await makePage('Class');
    const { web } = clientOf(site, admin);
    const page = await web.loadClientsidePage(`${siteUrl}/SitePages/Class.aspx`);
    const template = await page.saveAsTemplate();
    expect([template.title, await templateNames(people.ann)]).toEqual(['Class', ['SitePages/Templates/Class.aspx']]);
  });

  it('give a draft with their content, which takes its name from its next title', async () => {
    const template = await as(site, admin).post(`_api/sitepages/pages(${await makePage('Class')})/SavePageAsTemplate`, {});
    const { Id: source } = template.json as { Id: number };
    const copy = await as(site, admin).post(`_api/sitepages/pages/GetById(${source})/Copy`, {});
    expect(copy.json).toMatchObject({ IsTemplate: false, CanvasContent1: canvas, Version: '0.1' });
    const { Id } = copy.json as { Id: number };
    await as(site, admin).post(`_api/sitepages/pages(${Id})/savepage`, { Title: 'Class 9B' });
    expect((await as(site, admin).get(`_api/sitepages/pages(${Id})`)).json).toMatchObject({ Url: 'SitePages/Class-9B.aspx' });
    expect((await as(site, people.ann).get(`_api/sitepages/pages(${Id})`)).status).toBe(404);
    await as(site, admin).post(`_api/sitepages/pages(${Id})/publish`, {});
    expect((await as(site, people.ann).get(`_api/sitepages/pages(${Id})`)).json).toMatchObject({
      Title: 'Class 9B',
      CanvasContent1: canvas,
    });
  });

  it('are made and copied by nobody who may only read', async () => {
    expect((await as(site, people.ann).post('_api/sitepages/pages(1)/SavePageAsTemplate', {})).status).toBe(403);
    expect((await as(site, people.ann).post('_api/sitepages/pages(1)/Copy', {})).status).toBe(403);
    expect(await templateNames(admin)).toBe(404);
  });
});
