import type { LocalSite } from '../../localsite/site';
import { admin, openTestSite, origin, people, siteUrl } from '../kit/localSite';
import { as } from '../kit/request';
import { clientOf } from '../kit/pnpClient';

const start = new Date('2026-11-23T11:30:00Z');

interface Clocked {
  readonly site: LocalSite;
  readonly forward: (minutes: number) => void;
}

function openClocked(): Clocked {
  let now = start.getTime();
  return {
    site: openTestSite({ clock: () => new Date(now) }),
    forward: (minutes) => {
      now += minutes * 60_000;
    },
  };
}

function cookie(email: string): Readonly<Record<string, string>> {
  return { Cookie: `localsite_signin=${encodeURIComponent(email)}` };
}

async function digestOf(site: LocalSite, email: string): Promise<string> {
  const { json } = await as(site, email).send('_api/contextinfo', { method: 'POST', headers: cookie(email), accept: 'application/json' });
  return (json as { FormDigestValue: string }).FormDigestValue;
}

describe('signing in', () => {
  it('sets the cookie and goes to a path of this site only', async () => {
    const { site } = openClocked();
    const go = async (to: string): Promise<string | null> =>
      (await site.fetch(new Request(`${origin}/_local/signin?as=${people.ann}&to=${encodeURIComponent(to)}`))).headers.get('location');
    expect(await go('/sites/school')).toBe('/sites/school');
    expect(await go('https://elsewhere.example/')).toBe('/');
    expect(await go('//elsewhere.example/')).toBe('/');
    expect(await go('/\\elsewhere.example/')).toBe('/');
    expect((await site.fetch(new Request(`${origin}/_local/signin?as=nobody@else.example`))).status).toBe(404);
  });

  it('refuses who is nobody', async () => {
    const { site } = openClocked();
    expect((await site.fetch(new Request(`${origin}${siteUrl}/_api/web`))).status).toBe(403);
    expect(
      (await site.fetch(new Request(`${origin}${siteUrl}/_api/web`, { headers: { Authorization: 'Bearer local:nobody@else.example' } })))
        .status,
    ).toBe(401);
    expect((await site.fetch(new Request(`${origin}${siteUrl}/_api/web`, { headers: { Authorization: 'Bearer something' } }))).status).toBe(
      401,
    );
  });

  it('hands out a digest whose date PnPjs can read', async () => {
    const { site } = openClocked();
    const digest = await digestOf(site, admin);
    expect(digest).toMatch(/^0x[0-9A-F]+,23 Nov 2026 11:30:00 -0000$/);
    expect(new Date(digest.split(',')[1] ?? '').getTime()).toBe(start.getTime());
  });

  it('asks a browser for the digest on every write, and a bearer for none', async () => {
    const { site, forward } = openClocked();
    const add = (headers: Readonly<Record<string, string>>) =>
      as(site, admin).post('_api/web/lists', { Title: `L${Math.random()}`, BaseTemplate: 100 }, headers);
    const code = (json: unknown): string | undefined => (json as { 'odata.error'?: { code: string } })['odata.error']?.code;
    const digest = await digestOf(site, admin);
    expect((await add({ ...cookie(admin), 'X-RequestDigest': digest })).status).toBe(201);
    const missing = await add(cookie(admin));
    expect([missing.status, code(missing.json)]).toEqual([403, '-2146232832, Microsoft.SharePoint.SPException']);
    const foreign = await add({ ...cookie(admin), 'X-RequestDigest': await digestOf(site, people.ann).catch(() => 'x') });
    expect([foreign.status, code(foreign.json)]).toEqual([403, '-2130575251, Microsoft.SharePoint.SPException']);
    forward(31);
    const expired = await add({ ...cookie(admin), 'X-RequestDigest': digest });
    expect([expired.status, code(expired.json)]).toEqual([403, '-2130575252, Microsoft.SharePoint.SPException']);
    expect((await add({})).status).toBe(201);
  });

  it('works for unmodified PnPjs as a web part uses it', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin, 'cookie');
    await web.lists.add('Made in a browser');
    expect((await web.lists.getByTitle('Made in a browser').items.add({ Title: 'x' })).Id).toBe(1);
    const [batched, execute] = web.batched();
    const added = batched.lists.getByTitle('Made in a browser').items.add({ Title: 'y' });
    await execute();
    expect((await added).Id).toBe(2);
    const teacher = await web.ensureUser(people.teacher);
    await web.roleAssignments.add(teacher.Id, 1073741827);
    const theirs = clientOf(site, people.teacher, 'cookie').web.lists.getByTitle('Made in a browser');
    expect((await theirs.items.add({ Title: 'z' })).Id).toBe(3);
  });

  it('lists the people for the switcher', async () => {
    const site = openTestSite();
    site.addAccounts([{ email: 'samantha@family.example', name: 'Samantha Smith', isGuest: true, role: 'parent', children: ['Jane'] }]);
    const { json } = await as(site, '').get('/_local/people');
    expect(json).toContainEqual({ email: 'samantha@family.example', name: 'Samantha Smith', role: 'parent', children: ['Jane'] });
  });
});
