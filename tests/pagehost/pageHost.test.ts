import { resolve } from 'node:path';
import { JSDOM } from 'jsdom';
import { createPageHost } from '../../localsite/pagehost/pageHost';

const origin = 'http://localhost:4321';
const root = resolve(__dirname, '..', '..');
const people = [
  { email: 'parent@family.example', name: 'A Parent', role: 'parent', children: ['First'] },
  { email: 'head@oakfield.example', name: 'The Head', role: 'head', children: [] },
  { email: 'other@family.example', name: 'Without a part', role: null, children: [] }
];

/** SharePoint as far as a page asks it: the head sees two pages, a parent one, a stranger to the site none at all. */
function sharePoint() {
  const asked: Request[] = [];
  const answer = (body: unknown, status = 200): Response => Response.json(body, { status });
  const fetch = async (request: Request): Promise<Response> => {
    asked.push(request);
    const { pathname } = new URL(request.url);
    if (pathname === '/_local/people') {
      return answer(people);
    }
    const email = /localsite_signin=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
    if (email === encodeURIComponent('other@family.example')) {
      return answer({}, 403);
    }
    return answers(decodeURIComponent(pathname).replace(/^.*\/_api\//, ''), email === encodeURIComponent('head@oakfield.example'));
  };
  const answers = (path: string, isHead: boolean): Response => {
    const rights = isHead ? { High: '432', Low: '1011028583' } : { High: '0', Low: '196609' };
    const pages = [{ Id: 1, Title: 'Home', Url: 'SitePages/Home.aspx' }, { Id: 2, Title: 'Staff room', Url: 'SitePages/Staff.aspx' }];
    const known: Readonly<Record<string, unknown>> = {
      web: { Id: 'w', Title: 'Oakfield School', ServerRelativeUrl: '/sites/school', Language: 1033, EffectiveBasePermissions: rights },
      site: { Id: 's', ServerRelativeUrl: '/sites/school' },
      'web/currentUser': { Id: 7, LoginName: 'i:0#.f|membership|someone', Title: 'Someone', Email: null, IsSiteAdmin: false },
      contextinfo: { FormDigestValue: '0x1,now', FormDigestTimeoutSeconds: 1800 },
      'sitepages/pages': { value: isHead ? pages : pages.slice(0, 1) },
      'sitepages/pages(1)': { ...pages[0], CanvasContent1: null },
      'sitepages/pages(2)': { ...pages[1], CanvasContent1: null },
      "web/lists/getByTitle('Site Pages')": { Id: 'l' },
      "web/lists/getByTitle('Site Pages')/items(1)": { EffectiveBasePermissions: rights },
      "web/lists/getByTitle('Site Pages')/items(2)": { EffectiveBasePermissions: rights }
    };
    return path in known ? answer(known[path]) : answer({}, 404);
  };
  return { fetch, asked };
}

function visitAs(email?: string) {
  const site = sharePoint();
  const host = createPageHost(site, { root });
  const headers = email ? { cookie: `localsite_signin=${encodeURIComponent(email)}` } : undefined;
  const open = async (path: string) => {
    const response = await host(new Request(origin + path, { headers, redirect: 'manual' }));
    const { document } = new JSDOM(await response.text()).window;
    return { status: response.status, response, document };
  };
  return { open, asked: site.asked };
}

const heading = (document: Document): string | null | undefined => document.querySelector('h1')?.textContent;

describe('the site in a browser', () => {
  it('shows the home page under the address of the site', async () => {
    const { status, document } = await visitAs('parent@family.example').open('/sites/school');
    expect([status, heading(document)]).toEqual([200, 'Home']);
  });

  it('leads from the bare address to the school', async () => {
    const { status, response } = await visitAs().open('/');
    expect([status, response.headers.get('location')]).toEqual([302, `${origin}/sites/school`]);
  });

  it('asks SharePoint as the visitor and as nobody else', async () => {
    const visit = visitAs('parent@family.example');
    await visit.open('/sites/school');
    const cookies = visit.asked.filter(({ url }) => url.includes('/_api/')).map(({ headers }) => headers.get('cookie'));
    expect(new Set(cookies)).toEqual(new Set(['localsite_signin=parent%40family.example']));
    expect(visit.asked.some(({ headers }) => headers.has('authorization'))).toBe(false);
  });

  it('passes the API and everything else that is no page to the site', async () => {
    const visit = visitAs('parent@family.example');
    const { response } = await visit.open('/sites/school/_api/web');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(visit.asked).toHaveLength(1);
  });
});

describe('a page that the visitor may not open', () => {
  it('is not in the navigation, and is not there under its address', async () => {
    const visit = visitAs('parent@family.example');
    const home = await visit.open('/sites/school');
    expect(home.document.body.textContent).not.toContain('Staff room');
    const { status, document } = await visit.open('/sites/school/SitePages/Staff.aspx');
    expect([status, heading(document)]).toEqual([404, 'This page is not here']);
    expect(document.body.textContent).not.toContain('Staff room');
  });

  it('answers exactly as a page that does not exist', async () => {
    const visit = visitAs('parent@family.example');
    const texts = await Promise.all(['Staff', 'Never'].map(async (name) => (await visit.open(`/sites/school/SitePages/${name}.aspx`)).document.body.textContent));
    expect(texts[0]).toBe(texts[1]);
  });

  it('is there for those who may open it', async () => {
    const { status, document } = await visitAs('head@oakfield.example').open('/sites/school/SitePages/Staff.aspx');
    expect([status, heading(document)]).toEqual([200, 'Staff room']);
  });

  it('says in plain words when the whole site is closed to the visitor, who can still become somebody else', async () => {
    const { status, document } = await visitAs('other@family.example').open('/sites/school');
    expect([status, heading(document)]).toEqual([403, 'You cannot open this page']);
    expect(document.querySelector('#demoPerson')).not.toBeNull();
  });
});

describe('editing by address', () => {
  it('is for those who may edit: others see the page as it is', async () => {
    const head = await visitAs('head@oakfield.example').open('/sites/school?Mode=Edit');
    const parent = await visitAs('parent@family.example').open('/sites/school?Mode=Edit');
    expect(head.document.querySelector('#savePage')).not.toBeNull();
    expect(parent.document.querySelector('#savePage')).toBeNull();
  });
});

describe('a visitor who has not signed in', () => {
  it('chooses a person, by name and role, and comes back to the page they wanted', async () => {
    const { document } = await visitAs().open('/sites/school/SitePages/Home.aspx?Mode=Edit');
    expect(heading(document)).toBe('Choose who you are');
    const links = Array.from(document.querySelectorAll('.people a'), (link) => link.textContent?.replace(/\s+/g, ' ').trim());
    expect(links).toEqual(['A Parent parent, sees First', 'The Head head']);
    expect(document.querySelector('.people a')?.getAttribute('href'))
      .toBe('/_local/signin?as=parent%40family.example&to=%2Fsites%2Fschool%2FSitePages%2FHome.aspx%3FMode%3DEdit');
  });

  it('is also somebody whom the school does not know', async () => {
    const { document } = await visitAs('nobody@elsewhere.example').open('/sites/school');
    expect(heading(document)).toBe('Choose who you are');
  });
});
