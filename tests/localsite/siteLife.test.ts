import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close, listen } from '../../localsite/start/listen';
import { admin, openTestSite, people, siteUrl } from '../kit/localSite';
import { as } from '../kit/request';
import { clientOf } from '../kit/pnpClient';
import { openPupilFolders, parentRead } from '../kit/pupilFolders';

describe('a site over time', () => {
  it('is the same after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'localsite-'));
    const database = join(folder, 'site.sqlite');
    try {
      const before = openTestSite({ database });
      await clientOf(before, admin).web.lists.add('Kept');
      await clientOf(before, admin).web.lists.getByTitle('Kept').items.add({ Title: 'Still here' });
      before.close();
      const after = openTestSite({ database });
      expect(await clientOf(after, admin).web.lists.getByTitle('Kept').items.select('Title')()).toEqual([
        expect.objectContaining({ Title: 'Still here' }),
      ]);
      after.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('undoes a write that fails half way', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    await web.lists.add('Keys');
    const keys = web.lists.getByTitle('Keys');
    await keys.fields.createFieldAsXml('<Field Type="Text" Name="Key" DisplayName="Key" Indexed="TRUE" EnforceUniqueValues="TRUE" />');
    await keys.items.add({ Title: 'a', Key: 'one' });
    await expect(keys.items.add({ Title: 'b', Key: 'ONE' })).rejects.toThrow('400');
    expect(await keys.items()).toHaveLength(1);
    expect((await keys.items.add({ Title: 'c', Key: 'two' })).Id).toBe(2);
  });

  it('recycles with everything that hangs on an item, and restores it', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    await web.lists.add('Letters');
    const letters = web.lists.getByTitle('Letters');
    await letters.items.add({ Title: 'a' });
    await letters.items.getById(1).attachmentFiles.add('a.txt', 'text');
    const id = await letters.items.getById(1).recycle();
    expect(await letters.items()).toEqual([]);
    expect(await web.recycleBin()).toEqual([expect.objectContaining({ Id: id, Title: 'a' })]);
    await web.recycleBin.getById(String(id)).restore();
    expect(await letters.items.getById(1).attachmentFiles.getByName('a.txt').getText()).toBe('text');
  });
});

describe('the recycle bin', () => {
  it('keeps no unique value to itself: a new row may have it, and the old one does not come back beside it', async () => {
    const { web } = clientOf(openTestSite(), admin);
    await web.lists.add('Keys');
    const keys = web.lists.getByTitle('Keys');
    await keys.fields.addText('Key', { Indexed: true, EnforceUniqueValues: true });
    await keys.items.add({ Title: 'old', Key: 'one' });
    const bin = String(await keys.items.getById(1).recycle());
    await keys.items.add({ Title: 'new', Key: 'one' });
    await expect(web.recycleBin.getById(bin).restore()).rejects.toThrow('SPDuplicateValuesFoundException');
    expect(await keys.items.select('Title')()).toEqual([expect.objectContaining({ Title: 'new' })]);
  });

  it('takes a folder with its rows and its permissions, and gives them back', async () => {
    const { site, owner, folders } = await openPupilFolders();
    const records = owner.web.lists.getByTitle('Pupil Records');
    const reader = clientOf(site, people.ann).web.lists.getByTitle('Pupil Records');
    expect(await reader.items()).toHaveLength(2);
    const bin = String(await records.items.getById(folders.ann).recycle());
    expect(await reader.items()).toEqual([]);
    expect(await records.items()).toHaveLength(2);
    expect(await clientOf(site, people.ann).web.recycleBin()).toEqual([]);
    await expect(records.items.getById(folders.ann).recycle()).rejects.toThrow('Item does not exist');
    await owner.web.recycleBin.getById(bin).restore();
    expect(await reader.items()).toHaveLength(2);
    expect(await clientOf(site, people.ben).web.lists.getByTitle('Pupil Records').items()).toHaveLength(2);
  });
});

describe("a list's ItemCount", () => {
  it('counts rows and folders that the reader may not see, and nothing in the recycle bin', async () => {
    const { site, owner, folders } = await openPupilFolders();
    const count = async () => (await clientOf(site, people.ann).web.lists.getByTitle('Pupil Records').select('ItemCount')()).ItemCount;
    expect(await count()).toBe(4);
    await owner.web.lists.getByTitle('Pupil Records').items.getById(folders.ben).recycle();
    expect(await count()).toBe(2);
  });
});

describe('files', () => {
  it('are served at their address with the permissions of their folder', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    const documents = web.getFolderByServerRelativePath(`${siteUrl}/Shared Documents`);
    await documents.addSubFolderUsingPath('Staff');
    const staff = await web.getFolderByServerRelativePath(`${siteUrl}/Shared Documents/Staff`).getItem();
    await staff.breakRoleInheritance(false, false);
    await documents.files.addUsingPath('open.txt', 'open');
    await web.getFolderByServerRelativePath(`${siteUrl}/Shared Documents/Staff`).files.addUsingPath('closed.txt', 'closed');
    const reader = await web.ensureUser(people.ann);
    await web.roleAssignments.add(reader.Id, 1073741826);
    expect(await as(site, people.ann).get('Shared%20Documents/open.txt')).toMatchObject({ status: 200, text: 'open' });
    const [hidden, missing] = await Promise.all(
      ['closed', 'nothing'].map((name) => as(site, people.ann).get(`Shared%20Documents/Staff/${name}.txt`)),
    );
    expect([hidden?.status, hidden?.text]).toEqual([missing?.status, missing?.text]);
    expect(await as(site, admin).get('Shared%20Documents/Staff/closed.txt')).toMatchObject({ status: 200, text: 'closed' });
    const read = (name: string) =>
      as(site, people.ann).get(`_api/web/getFileByServerRelativePath(decodedurl='${siteUrl}/Shared Documents/Staff/${name}.txt')/$value`);
    expect((await read('closed')).text.replace('closed', 'X')).toBe((await read('nothing')).text.replace('nothing', 'X'));
    expect((await web.getFolderByServerRelativePath(`${siteUrl}/Shared Documents`).files()).map((file) => file.Name)).toEqual(['open.txt']);
  });

  it('are offered for download where a browser would run them', async () => {
    const site = openTestSite();
    const folder = `_api/web/getfolderbyserverrelativepath(decodedurl='${siteUrl}/Shared%20Documents')/files`;
    for (const leaf of ['a.html', 'a.svg', 'a.txt'])
      await as(site, admin).send(`${folder}/addusingpath(decodedurl='${leaf}',overwrite=false)`, {
        method: 'POST',
        body: '<script>1</script>',
      });
    const offered = async (path: string) => (await as(site, admin).get(path)).headers.get('content-disposition');
    const at = (leaf: string): string => `${siteUrl}/Shared%20Documents/${leaf}`;
    expect([await offered(at('a.html')), await offered(at('a.svg')), await offered(at('a.txt'))]).toEqual([
      'attachment',
      'attachment',
      null,
    ]);
    expect(await offered(`_api/web/getfilebyserverrelativepath(decodedurl='${at('a.html')}')/$value`)).toBe('attachment');
  });

  it('take large files in pieces', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    const text = 'piece by piece';
    const file = web.getFolderByServerRelativePath(`${siteUrl}/Shared Documents`).files;
    await file.addChunked('large.txt', new Blob([text]), { Overwrite: true, chunkSize: 5 });
    expect(await web.getFileByServerRelativePath(`${siteUrl}/Shared Documents/large.txt`).getText()).toBe(text);
  });
});

describe('pages', () => {
  it('show readers the published version while a draft is written', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    const reader = await web.ensureUser(people.ann);
    await web.roleAssignments.add(reader.Id, 1073741826);
    const page = await web.addClientsidePage('News', 'News', 'Article');
    const pages = async (email: string) =>
      ((await as(site, email).get('_api/sitepages/pages')).json as { value: { FileName: string; Title: string }[] }).value
        .map((one) => one.Title)
        .sort();
    expect(await pages(people.ann)).toEqual(['Home']);
    await page.save();
    page.title = 'News of the week';
    await page.save(false);
    expect(await pages(people.ann)).toEqual(['Home', 'News']);
    expect(await pages(admin)).toEqual(['Home', 'News of the week']);
  });
});

describe('a subsite', () => {
  it('has lists, documents and pages of its own, and keeps out who may not enter', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    await web.webs.add('Class 7A', '7a', '', 'STS', 1033, false);
    const sub = clientOf(site, admin, 'bearer', `${siteUrl}/7a`);
    await sub.web.lists.add('Homework');
    expect((await sub.web.lists.select('Title')()).map((list) => list.Title)).toEqual(['Documents', 'Homework', 'Site Pages']);
    await sub.web.lists.getByTitle('Homework').items.add({ Title: 'Question 7' });
    const reader = await web.ensureUser(people.ann);
    await web.roleAssignments.add(reader.Id, 1073741826);
    expect((await as(site, people.ann).get('_api/web?$select=Title')).status).toBe(200);
    expect((await as(site, people.ann).get(`${siteUrl}/7a/_api/web`)).status).toBe(403);
    expect(((await as(site, people.ann).get('_api/web/webs')).json as { value: unknown[] }).value).toEqual([]);
    await sub.web.roleAssignments.add(reader.Id, 1073741826);
    expect((await as(site, people.ann).get(`${siteUrl}/7a/_api/web/lists/getbytitle('Homework')/items`)).status).toBe(200);
    expect(await as(site, people.ann).get(`${siteUrl}/7a/SitePages/Home.aspx`)).toMatchObject({ status: 200 });
  });
});

describe('levels', () => {
  it('are what they were made with', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    await web.roleDefinitions.add('Parent Read', 'x', 1, parentRead);
    expect(await web.roleDefinitions.getByName('Parent Read')()).toMatchObject({
      BasePermissions: { High: '32', Low: '200737' },
      RoleTypeKind: 0,
      Hidden: false,
    });
    // Recorded masks, docs/sharepoint-facts.md, A15.
    expect(await web.roleDefinitions.getByName('Limited Access')()).toMatchObject({
      Id: 1073741825,
      Hidden: true,
      BasePermissions: { High: '48', Low: '134287360' },
    });
    expect(await web.select('EffectiveBasePermissions')()).toMatchObject({
      EffectiveBasePermissions: { High: '2147483647', Low: '4294967295' },
    });
  });
});

describe('faults', () => {
  it('come to the user, the route and the turn they are meant for', async () => {
    const site = openTestSite();
    site.faults.add({ match: { user: admin, route: /lists/i, method: 'GET' }, nth: 2, answer: { status: 429, retryAfter: 3 } });
    const [first, second, third] = [
      await as(site, admin).get('_api/web/lists'),
      await as(site, admin).get('_api/web/lists'),
      await as(site, admin).get('_api/web/lists'),
    ];
    expect([first.status, second.status, third.status]).toEqual([200, 429, 200]);
    expect(second.headers.get('retry-after')).toBe('3');
    expect((await as(site, admin).get('_api/web')).status).toBe(200);
    site.faults.add({ match: {}, answer: 'drop' });
    await expect(as(site, admin).get('_api/web')).rejects.toThrow('fetch failed');
    site.faults.clear();
    expect((await as(site, admin).get('_api/web')).status).toBe(200);
  });

  it('throttle one part of a batch', async () => {
    const site = openTestSite();
    site.faults.add({ match: { route: '$batch' }, answer: { batchPart: 1, status: 429, retryAfter: 7 } });
    const sp = clientOf(site, admin);
    const [batched, execute] = sp.batched();
    const answers = [batched.web.lists(), batched.web.lists(), batched.web.lists()].map((answer) =>
      answer.then(
        () => 'ok',
        (error: Error) => error.message.slice(0, 60),
      ),
    );
    await execute();
    expect(await Promise.all(answers)).toEqual(['ok', expect.stringContaining('[429]'), 'ok']);
  });

  it('can be asked for over HTTP by a site admin, and cut the connection there', async () => {
    const site = openTestSite();
    expect((await as(site, people.teacher).post('/_local/faults', { match: {}, answer: 'drop' })).status).toBe(403);
    expect((await as(site, admin).post('/_local/faults', { match: { route: '_api/web' }, answer: 'drop' })).status).toBe(204);
    const server = await listen((request) => site.fetch(request), 0);
    try {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      const reach = (path: string) => fetch(`http://localhost:${port}${path}`, { headers: { Authorization: `Bearer local:${admin}` } });
      await expect(reach(`${siteUrl}/_api/web`)).rejects.toThrow();
      expect((await reach('/_local/people')).status).toBe(200);
    } finally {
      await close(server);
    }
  });
});
