import { resolve } from 'node:path';
import { JSDOM } from 'jsdom';
import { createPageHost } from '../../localsite/pagehost/pageHost';
import { createLocalSite, type LocalSite } from '../../localsite/site';
import { origin } from './localSite';
import { as } from './request';

const api = `${origin}/sites/school/_api`;
const json = 'application/json;odata=nometadata';
const roles = { read: 1073741826, edit: 1073741830 };

export const people = {
  admin: 'admin@oakfield.example',
  head: 'head@oakfield.example',
  parent: 'parent@family.example',
  stranger: 'stranger@family.example',
};

const webPart = {
  controlType: 3,
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  position: { zoneIndex: 1, sectionIndex: 1, controlIndex: 1, sectionFactor: 12, layoutIndex: 1 },
  webPartId: 'bbbbbbbb-0000-4000-8000-000000000001',
  webPartData: {
    id: 'bbbbbbbb-0000-4000-8000-000000000001',
    instanceId: 'aaaaaaaa-0000-4000-8000-000000000001',
    title: 'My children',
    properties: { title: 'My children' },
  },
};

/**
 * A school's site with a home page for everybody and a page, Staff room, for the head alone. The head may edit, a parent may read,
 * a stranger has an account and no access.
 */
export async function openSchool(): Promise<LocalSite> {
  const site = createLocalSite({ database: ':memory:' });
  site.addAccounts([
    { email: people.admin, name: 'An Admin', isGuest: false, role: 'admin' },
    { email: people.head, name: 'The Head', isGuest: false, role: 'head' },
    { email: people.parent, name: 'A Parent', isGuest: true, role: 'parent', children: ['First'] },
    { email: people.stranger, name: 'A Stranger', isGuest: true },
  ]);
  site.createSite({ url: '/sites/school', title: 'Oakfield School', adminEmail: people.admin });
  const head = await userId(site, people.head);
  const parent = await userId(site, people.parent);
  await grant(site, 'web', head, roles.edit);
  await grant(site, 'web', parent, roles.read);
  await post(site, 'sitepages/pages(1)/savepage', { Title: 'Home', CanvasContent1: JSON.stringify([webPart]) });
  await post(site, 'sitepages/pages(1)/publish');
  const { Id } = (await post(site, 'sitepages/pages', { PageLayoutType: 'Article' })) as { readonly Id: number };
  await post(site, `sitepages/pages(${String(Id)})/savepage`, { Title: 'Staff room', CanvasContent1: '[]' });
  await post(site, `sitepages/pages(${String(Id)})/publish`);
  await post(site, 'web/navigation/quicklaunch', { Title: 'Staff room', Url: '/sites/school/SitePages/Staff-room.aspx' });
  const item = `web/lists/getByTitle('Site Pages')/items(${String(Id)})`;
  await post(site, `${item}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`);
  await grant(site, item, head, roles.edit);
  return site;
}

async function userId(site: LocalSite, email: string): Promise<number> {
  const { Id } = (await post(site, 'web/ensureuser', { logonName: email })) as { readonly Id: number };
  return Id;
}

async function grant(site: LocalSite, target: string, principal: number, role: number): Promise<void> {
  await post(site, `${target}/roleassignments/addroleassignment(principalid=${principal},roledefid=${role})`);
}

function post(site: LocalSite, path: string, body: object = {}): Promise<unknown> {
  return as(site, people.admin).write('POST', `_api/${path}`, body);
}

export interface Visit {
  open(path: string): Promise<{ readonly status: number; readonly response: Response; readonly document: Document }>;
  /** A write as a page's script makes it: the browser's cookie and the digest. */
  write(path: string, digest: string, body?: object): Promise<Response>;
}

/** A browser in which somebody is signed in, or nobody. */
export function visit(site: Pick<LocalSite, 'fetch'>, email?: string): Visit {
  const host = createPageHost(site, { root: resolve(__dirname, '..', '..') });
  const cookie = email ? { cookie: `localsite_signin=${encodeURIComponent(email)}` } : undefined;
  return {
    open: async (path) => {
      const response = await host(new Request(origin + path, { headers: cookie, redirect: 'manual' }));
      return { status: response.status, response, document: new JSDOM(await response.clone().text()).window.document };
    },
    write: (path, digest, body = {}) =>
      host(
        new Request(`${api}/${path}`, {
          method: 'POST',
          headers: { ...cookie, 'x-requestdigest': digest, accept: json, 'content-type': json },
          body: JSON.stringify(body),
        }),
      ),
  };
}
