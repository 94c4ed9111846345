import type { BaseComponentContext } from '@microsoft/sp-component-base';
import type { LocalSite } from '../../localsite/site';
import { forgetSession, sessionOf } from '../../src/webparts/hosting/sessionOf';
import { openTestSite, people } from '../kit/localSite';
import { as } from '../kit/request';

const teamSite = '/sites/team';
let places = 0;
let origin: string;
let site: LocalSite;
let requests: string[];
const browserFetch = globalThis.fetch;

/** Every test has an origin of its own: what is known of a site is kept as long as the page. */
function start(tenantProperties: Readonly<Record<string, string>> = {}): void {
  places += 1;
  origin = `http://place${places}.localhost:4321`;
  site = openTestSite({ tenantProperties });
  site.createSite({ url: teamSite, title: 'Year 7 team', adminEmail: 'admin@oakfield.example' });
  requests = [];
  globalThis.fetch = (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Cookie', `localsite_signin=${encodeURIComponent(people.ann)}`);
    const request = new Request(String(input), { method: init.method ?? 'GET', headers });
    requests.push(`${request.method} ${decodeURIComponent(new URL(request.url).pathname)}`);
    return site.fetch(request);
  };
}

afterEach(() => {
  globalThis.fetch = browserFetch;
  site.close();
});

/** Ann, as she is known on a site; with her rights to read it. */
async function annOn(path: string): Promise<number> {
  const admin = as({ fetch: (request) => site.fetch(request), origin }, 'admin@oakfield.example');
  const { Id } = (await admin.write('POST', `${path}/_api/web/ensureuser`, { logonName: people.ann })) as { readonly Id: number };
  await admin.write('POST', `${path}/_api/web/roleassignments/addroleassignment(principalid=${Id},roledefid=1073741826)`, {});
  return Id;
}

/** What SharePoint tells a web part on a page of that site. Only what a session is made of. */
function pageOn(path: string, userId: number): BaseComponentContext {
  const web = { absoluteUrl: origin + path, serverRelativeUrl: path };
  return { pageContext: { web, legacyPageContext: { userId } } } as unknown as BaseComponentContext;
}

const onPage = (siteUrl?: string) => ({ siteUrl, isInTeams: false });
const inTeams = (siteUrl?: string) => ({ siteUrl, isInTeams: true });

describe('a web part reads', () => {
  it.each([undefined, '', '/sites/school', '/Sites/School/'])(
    'from the site of its page, at once and without a request: siteUrl %j',
    (siteUrl) => {
      start();
      expect(sessionOf(pageOn('/sites/school', 7), onPage(siteUrl))).toMatchObject({ siteUrl: '/sites/school', userId: 7 });
      expect(requests).toEqual([]);
    },
  );

  it('from another site as the person of that number there, with a digest of that site', async () => {
    start();
    const onTeam = await annOn(teamSite);
    const onSchool = await annOn('/sites/school');
    await as({ fetch: (request) => site.fetch(request), origin }, 'admin@oakfield.example').read('/sites/school/_api/web');
    const session = await sessionOf(pageOn(teamSite, onTeam), onPage('/sites/school'));
    expect(session).toMatchObject({ siteUrl: '/sites/school', userId: onSchool });
    expect(session.context.pageContext.web.absoluteUrl).toBe(`${origin}/sites/school`);
    const digest = session.context.pageContext.legacyPageContext?.formDigestValue ?? '';
    const headers = { cookie: `localsite_signin=${encodeURIComponent(people.ann)}`, 'x-requestdigest': digest };
    const batch = await site.fetch(new Request(`${origin}/sites/school/_api/$batch`, { method: 'POST', headers, body: 'x' }));
    expect(batch.status).not.toBe(403);
  });

  it('asks another site two small things, once for all web parts of the page', async () => {
    start();
    await annOn('/sites/school');
    const page = pageOn(teamSite, 1);
    const both = await Promise.all([sessionOf(page, onPage('/sites/school')), sessionOf(page, onPage('/sites/school'))]);
    expect(both[0]).toBe(both[1]);
    expect([...requests].sort()).toEqual(['GET /sites/school/_api/web/currentuser', 'POST /sites/school/_api/contextinfo']);
  });

  it("in Teams from the site that the tenant's admin has named, where its own settings name none", async () => {
    start({ SchoolgateSite: '/sites/school' });
    await annOn(teamSite);
    const onSchool = await annOn('/sites/school');
    expect(await sessionOf(pageOn(teamSite, 1), inTeams(''))).toMatchObject({ siteUrl: '/sites/school', userId: onSchool });
  });

  it('in Teams from the site of the team where nobody has named another', async () => {
    start();
    const onTeam = await annOn(teamSite);
    expect(await sessionOf(pageOn(teamSite, onTeam), inTeams())).toMatchObject({ siteUrl: teamSite, userId: onTeam });
  });
});

describe('a web part that cannot know where to read', () => {
  it('says so when the person may not open that site, and asks again only when told to forget it', async () => {
    start();
    const page = pageOn(teamSite, 1);
    const failed = sessionOf(page, onPage('/sites/school'));
    await expect(failed).rejects.toMatchObject({ kind: 'noAccess' });
    const asked = requests.length;
    expect(sessionOf(page, onPage('/sites/school'))).toBe(failed);
    expect(requests).toHaveLength(asked);
    forgetSession(failed);
    const onSchool = await annOn('/sites/school');
    expect(await sessionOf(page, onPage('/sites/school'))).toMatchObject({ userId: onSchool });
  });

  it('says so when there is no such site', async () => {
    start();
    await expect(sessionOf(pageOn(teamSite, 1), onPage('/sites/never'))).rejects.toMatchObject({ kind: 'notSetUp' });
  });

  it.each([onPage('https://elsewhere.example/sites/school'), onPage('school')])(
    'asks nobody when the address can be none: %j',
    async (wanted) => {
      start();
      await expect(sessionOf(pageOn(teamSite, 1), wanted)).rejects.toMatchObject({ kind: 'notSetUp' });
      expect(requests).toEqual([]);
      expect(sessionOf(pageOn(teamSite, 1), wanted)).toBe(sessionOf(pageOn(teamSite, 1), wanted));
    },
  );

  it('says that the site cannot be reached when the network is gone', async () => {
    start();
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(sessionOf(pageOn(teamSite, 1), onPage('/sites/school'))).rejects.toMatchObject({ kind: 'offline' });
  });
});

describe('a busy site', () => {
  /** The site refuses that many requests before it answers. */
  function refuse(times: number, headers: Readonly<Record<string, string>>): void {
    const answer = globalThis.fetch;
    let left = times;
    globalThis.fetch = (input, init) => {
      left -= 1;
      return left >= 0 ? Promise.resolve(new Response(null, { status: 429, headers })) : answer(input, init);
    };
  }

  it('is asked again after the time that it asks for', async () => {
    start();
    const onSchool = await annOn('/sites/school');
    refuse(2, { 'Retry-After': '0' });
    expect(await sessionOf(pageOn(teamSite, 1), onPage('/sites/school'))).toMatchObject({ userId: onSchool });
  });

  it('is not asked again by itself when it asks for more time than a person would bear', async () => {
    start();
    await annOn('/sites/school');
    refuse(2, { 'Retry-After': '120' });
    const failed = sessionOf(pageOn(teamSite, 1), onPage('/sites/school'));
    await expect(failed).rejects.toMatchObject({ kind: 'busy', retryAfterMs: 120_000 });
  });
});
