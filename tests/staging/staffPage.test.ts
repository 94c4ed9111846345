import { teacher, parent, run, schoolWithParent, letRead, pageItem, edit, nothing, pagesPath } from '../kit/provisionedPages';
import { admin } from '../kit/localSite';
import { emptySite } from '../kit/provisionedSite';
import { as } from '../kit/request';

describe('a page for staff', () => {
  const file = `_api/web/getfilebyserverrelativepath(decodedurl='${pagesPath}/For-staff.aspx')`;

  it('is not there for a parent, by any call, exactly as a page that never was', async () => {
    const site = await schoolWithParent();
    const { Id } = await pageItem(site, 'For-staff');
    const calls: readonly ((name: string, id: number) => string)[] = [
      (_name, id) => `sitepages/pages(${id})`,
      (_name, id) => `web/lists/getbytitle('Site Pages')/items(${id})`,
      (_name, id) => `web/getlist('${pagesPath}')/items(${id})/File`,
      (name) => `web/getfilebyserverrelativepath(decodedurl='${pagesPath}/${name}.aspx')`,
      (name) => `web/getfilebyserverrelativepath(decodedurl='${pagesPath}/${name}.aspx')/$value`,
      (name) => `web/getfilebyserverrelativeurl('${pagesPath}/${name}.aspx')/ListItemAllFields`,
      (name) => `web/getlist('${pagesPath}')/rootfolder/files('${name}.aspx')`,
    ];
    for (const call of calls) {
      const hidden = await as(site, parent).get(`_api/${call('For-staff', Id)}`);
      const missing = await as(site, parent).get(`_api/${call('Never-was', 9999)}`);
      expect(hidden.status).toBe(404);
      expect([call('', 0), hidden.status, hidden.text.split('For-staff').join('*')]).toEqual([
        call('', 0),
        missing.status,
        missing.text.split('Never-was').join('*'),
      ]);
    }
  });

  it('is in no list of pages, items, files or templates, and not in the navigation, that a parent gets', async () => {
    const site = await schoolWithParent();
    for (const path of [
      'sitepages/pages',
      'sitepages/pages/templates',
      `web/lists/getbytitle('Site Pages')/items?$select=Title,FileRef,CanvasContent1`,
      `web/getfolderbyserverrelativepath(decodedurl='${pagesPath}')/files`,
      `web/getfolderbyserverrelativepath(decodedurl='${pagesPath}/Templates')/files`,
      'web/navigation/quicklaunch?$expand=Children',
    ]) {
      const { status, text } = await as(site, parent).get(`_api/${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toMatch(/For.staff|template\.aspx|Never name a child/i);
    }
  });

  it('is read and written by staff, and read by owners', async () => {
    const site = await schoolWithParent();
    expect((await as(site, teacher).get(file)).status).toBe(200);
    expect((await as(site, admin).get(file)).status).toBe(200);
    await edit(site, 'For-staff', (controls) => controls);
    expect((await as(site, teacher).get('_api/web/navigation/quicklaunch')).text).toContain('For staff');
    expect((await as(site, teacher).get('_api/sitepages/pages/templates')).text).toContain('Class-page-template');
  });

  it('is closed before it holds anything: a parent sees nothing of it after any of the writes', async () => {
    const site = emptySite();
    site.local.addAccounts([{ email: parent, name: 'A Parent', isGuest: true }]);
    await letRead(site);
    const seen = new Set<string>();
    const watched = {
      ...site,
      fetch: async (request: Request) => {
        const response = await site.local.fetch(request);
        if ((request.method !== 'GET' && request.url.includes('SitePages')) || request.url.includes('sitepages')) {
          const { text } = await as(site, parent).get(`_api/web/lists/getbytitle('Site Pages')/items?$select=FileRef`);
          [...text.matchAll(/SitePages\/([^"]+)"/g)].forEach(([, name]) => seen.add(name ?? ''));
        }
        return response;
      },
    };
    await run(watched);
    expect([...seen].sort()).toEqual(['Home.aspx', 'Templates']);
  });

  it('is closed again where somebody opened it, and the plan says so loudly', async () => {
    const site = await schoolWithParent();
    const { Id } = await pageItem(site, 'For-staff');
    await as(site, admin).write('POST', `_api/web/getlist('${pagesPath}')/items(${Id})/resetroleinheritance`);
    expect((await as(site, parent).get(file)).status).toBe(200);
    expect((await run(site)).join('\n')).toContain('CLOSE the page For staff AGAIN');
    expect((await as(site, parent).get(file)).status).toBe(404);
    expect(await run(site)).toEqual(nothing);
  });

  it('loses a group that does not belong there', async () => {
    const site = await schoolWithParent();
    const { Id } = await pageItem(site, 'For-staff');
    const visitors = (await as(site, admin).write('GET', '_api/web/associatedvisitorgroup')) as { Id: number };
    await as(site, admin).write(
      'POST',
      `_api/web/getlist('${pagesPath}')/items(${Id})/roleassignments/addroleassignment(principalid=${visitors.Id},roledefid=1073741826)`,
    );
    expect(await run(site)).toContain('  Take a group off the page For staff that does not belong there.');
  });
});
