import { pageDataElementId, type PageData } from '../../localsite/pagehost/pageData';
import { withWebPartData } from '../../sharepoint/pages/canvas';
import type { LocalSite } from '../../localsite/site';
import { openSchool, people, visit } from '../kit/pageHostSchool';
import { origin } from '../kit/localSite';

let site: LocalSite;

beforeEach(async () => {
  site = await openSchool();
});

afterEach(() => site.close());

const heading = (document: Document): string | null | undefined => document.querySelector('h1')?.textContent;
const navigation = (document: Document): (string | null)[] => Array.from(document.querySelectorAll('nav a'), (link) => link.textContent);
const dataOf = (document: Document): PageData => JSON.parse(document.getElementById(pageDataElementId)?.textContent ?? '');

describe('the site in a browser', () => {
  it('shows the home page under the address of the site', async () => {
    const { status, document } = await visit(site, people.parent).open('/sites/school');
    expect([status, heading(document)]).toEqual([200, 'Home']);
    expect(document.querySelectorAll('[data-instance-id]')).toHaveLength(1);
  });

  it('leads from the bare address to the school', async () => {
    const { status, response } = await visit(site).open('/');
    expect([status, response.headers.get('location')]).toEqual([302, `${origin}/sites/school`]);
  });

  it('tells web parts who the visitor is', async () => {
    const { document } = await visit(site, people.parent).open('/sites/school');
    expect(dataOf(document).pageContextInfo).toMatchObject({
      userEmail: people.parent,
      userDisplayName: 'A Parent',
      isSiteAdmin: false,
      webServerRelativeUrl: '/sites/school',
      pageItemId: 1,
    });
  });

  it('asks SharePoint as the visitor and as nobody else', async () => {
    const asked: Request[] = [];
    const watched = {
      fetch: (request: Request) => {
        asked.push(request);
        return site.fetch(request);
      },
    };
    await visit(watched, people.parent).open('/sites/school');
    const identities = asked
      .filter(({ url }) => url.includes('/_api/'))
      .map(({ headers }) => [headers.get('cookie'), headers.get('authorization')]);
    expect(identities.length).toBeGreaterThan(3);
    expect(new Set(identities.map((identity) => JSON.stringify(identity)))).toEqual(
      new Set(['["localsite_signin=parent%40family.example",null]']),
    );
  });

  it('passes the API to the site', async () => {
    const response = await visit(site, people.parent).write('contextinfo', '');
    expect(await response.json()).toMatchObject({ WebFullUrl: `${origin}/sites/school` });
  });
});

describe('a page that cannot be read', () => {
  it('says so in the frame of the site', async () => {
    const head = visit(site, people.head);
    const digest = dataOf((await head.open('/sites/school')).document).pageContextInfo.formDigestValue;
    await head.write('sitepages/pages(1)/savepage', digest, { CanvasContent1: 'no canvas' });
    await head.write('sitepages/pages(1)/publish', digest);
    const { status, document } = await visit(site, people.parent).open('/sites/school');
    expect([status, heading(document)]).toEqual([500, 'This page cannot be shown']);
  });

  it('is not there under an address that is none', async () => {
    expect((await visit(site, people.parent).open('/sites/school/%E0%A4')).status).toBe(404);
  });
});

describe('a page that the visitor may not open', () => {
  it('is not in the navigation, and is not there under its address', async () => {
    const browser = visit(site, people.parent);
    expect(navigation((await browser.open('/sites/school')).document)).toEqual(['Home']);
    const { status, document } = await browser.open('/sites/school/SitePages/Staff-room.aspx');
    expect([status, heading(document)]).toEqual([404, 'This page is not here']);
    expect(document.body.textContent).not.toContain('Staff room');
  });

  it('answers exactly as a page that does not exist', async () => {
    const browser = visit(site, people.parent);
    const hidden = await browser.open('/sites/school/SitePages/Staff-room.aspx');
    const absent = await browser.open('/sites/school/SitePages/Never.aspx');
    const words = ({ document }: typeof hidden): string | null => document.body.textContent;
    expect([hidden.status, words(hidden)]).toEqual([absent.status, words(absent)]);
  });

  it('is there for those who may open it', async () => {
    const browser = visit(site, people.head);
    const { document } = await browser.open('/sites/school');
    expect(navigation(document)).toEqual(['Home', 'Staff room']);
    const address = document.querySelector('nav li:last-child a')?.getAttribute('href') ?? '';
    expect(heading((await browser.open(address)).document)).toBe('Staff room');
  });

  it('says in plain words when the whole site is closed to the visitor, who can still become somebody else', async () => {
    const { status, document } = await visit(site, people.stranger).open('/sites/school');
    expect([status, heading(document)]).toEqual([403, 'You cannot open this page']);
    expect(document.querySelector('#demoPerson')).not.toBeNull();
  });
});

describe('editing a page of the site', () => {
  it('is for those who may edit: others see the page as it is', async () => {
    const head = await visit(site, people.head).open('/sites/school?Mode=Edit');
    const parent = await visit(site, people.parent).open('/sites/school?Mode=Edit');
    expect(head.document.querySelector('#savePage')).not.toBeNull();
    expect(parent.document.querySelector('.commandBar')).toBeNull();
    expect(dataOf(parent.document).editing).toBe(false);
  });

  it('keeps the properties of a web part, with the digest that the page carries', async () => {
    const browser = visit(site, people.head);
    const data = dataOf((await browser.open('/sites/school?Mode=Edit')).document);
    const before = data.controls[0]?.webPartData;
    const properties = { title: 'Ours & "yours"', areas: ['today', 'results'], helpContact: '</script>' };
    const changed = before && withWebPartData(data.controls, new Map([[before.instanceId, { ...before, properties }]]));
    const digest = data.pageContextInfo.formDigestValue;
    const page = `sitepages/pages(${data.page.id})`;
    const answers = [
      await browser.write(`${page}/checkoutpage`, digest),
      await browser.write(`${page}/savepage`, digest, { Title: data.page.title, CanvasContent1: JSON.stringify(changed) }),
      await browser.write(`${page}/publish`, digest),
    ];
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    const seen = dataOf((await visit(site, people.parent).open('/sites/school')).document);
    expect(seen.controls[0]?.webPartData?.properties).toEqual(properties);
  });

  it('is refused to a visitor who may only read, and without the digest to anybody', async () => {
    const parent = visit(site, people.parent);
    const digest = dataOf((await parent.open('/sites/school')).document).pageContextInfo.formDigestValue;
    const page = { Title: 'Mine', CanvasContent1: '[]' };
    expect((await parent.write('sitepages/pages(1)/savepage', digest, page)).status).toBe(403);
    expect((await visit(site, people.head).write('sitepages/pages(1)/savepage', '', page)).status).toBe(403);
    expect(heading((await parent.open('/sites/school')).document)).toBe('Home');
  });
});

describe('a visitor who has not signed in', () => {
  it('chooses a person, by name and role, and comes back to the page they wanted', async () => {
    const { document } = await visit(site).open('/sites/school/SitePages/Home.aspx?Mode=Edit');
    expect(heading(document)).toBe('Choose who you are');
    const links = Array.from(document.querySelectorAll('.people a'), (link) => link.textContent?.replace(/\s+/g, ' ').trim());
    expect(links.sort()).toEqual(['A Parent parent, sees First', 'An Admin admin', 'The Head head']);
    const address = Array.from(document.querySelectorAll('.people a'), (link) => link.getAttribute('href') ?? '').find((one) =>
      one.includes('head'),
    );
    const { response } = await visit(site).open(address ?? '');
    expect(response.headers.get('location')).toBe('/sites/school/SitePages/Home.aspx?Mode=Edit');
    expect(response.headers.get('set-cookie')).toContain('localsite_signin=head%40oakfield.example');
  });
});

describe('a visitor whom the school does not know', () => {
  it('cannot open a page, and can become somebody else', async () => {
    const { status, document } = await visit(site, 'nobody@elsewhere.example').open('/sites/school');
    expect([status, heading(document)]).toEqual([403, 'You cannot open this page']);
    expect(document.querySelector('#demoPerson')).not.toBeNull();
  });
});
