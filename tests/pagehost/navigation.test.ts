import type { LocalSite } from '../../localsite/site';
import { openSchool, people, visit } from '../kit/pageHostSchool';
import { as } from '../kit/request';

let site: LocalSite;

beforeEach(async () => {
  site = await openSchool();
});

afterEach(() => site.close());

/** Adds an entry as the admin, and returns its id. */
async function addEntry(node: object, under = 'web/navigation/quicklaunch'): Promise<number> {
  const { json } = await as(site, people.admin).post(`_api/${under}`, node);
  return (json as { Id: number }).Id;
}

async function links(email: string, path = '/sites/school'): Promise<readonly (readonly [string | null, string | null])[]> {
  const { document } = await visit(site, email).open(path);
  return Array.from(document.querySelectorAll('nav a, nav summary'), (link) => [link.textContent, link.getAttribute('aria-current')]);
}

describe('the navigation of a page', () => {
  it('is the quick launch as the visitor may see it', async () => {
    expect((await links(people.head)).map(([title]) => title)).toEqual(['Home', 'Staff room']);
    expect((await links(people.parent)).map(([title]) => title)).toEqual(['Home']);
  });

  it("marks the home page under the site's own address and under the page's", async () => {
    for (const path of ['/sites/school', '/sites/school/', '/sites/school/SitePages/Home.aspx']) {
      expect(await links(people.parent, path)).toEqual([['Home', 'page']]);
    }
    const address = '/sites/school/SitePages/Staff-room.aspx';
    expect(await links(people.head, address)).toEqual([
      ['Home', null],
      ['Staff room', 'page'],
    ]);
  });

  it('shows a heading only with something under it that the visitor may open', async () => {
    const heading = await addEntry({ Title: 'For the office', Url: 'http://linkless.header/' });
    await addEntry({ Title: 'Rota', Url: '/sites/school/SitePages/Staff-room.aspx' }, `web/navigation/GetNodeById(${heading})/children`);
    expect((await links(people.head)).map(([title]) => title)).toEqual(['Home', 'Staff room', 'For the office', 'Rota']);
    expect((await links(people.parent)).map(([title]) => title)).toEqual(['Home']);
  });

  it('leaves out what the school has hidden, and what is no address that a browser should follow', async () => {
    await addEntry({ Title: 'Hidden', Url: 'https://example.org/', IsExternal: true, IsVisible: false });
    await addEntry({ Title: 'Script', Url: 'javascript:alert(1)', IsExternal: true });
    expect((await links(people.parent)).map(([title]) => title)).toEqual(['Home']);
  });
});
