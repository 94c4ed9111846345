import type { LocalSite } from '../../localsite/site';
import { admin, origin, people, siteUrl } from '../kit/localSite';
import { as } from '../kit/request';
import { clientOf } from '../kit/pnpClient';
import { listUrl, openPupilFolders, type PupilFolders } from '../kit/pupilFolders';

const list = `_api/web/lists/getbytitle('Pupil%20Records')`;
const nobody = 99999;

/** Status and body, which must not tell a hidden thing from a missing one. */
async function answerTo(site: LocalSite, path: string, method = 'GET', body?: string): Promise<string> {
  const init =
    body === undefined ? { method } : { method, body, headers: { 'Content-Type': 'application/json;odata=nometadata', 'If-Match': '*' } };
  const { status, text, headers } = await as(site, people.ann).send(path, init);
  return `${status} ${headers.get('content-type')} ${text}`;
}

describe('an adult of one pupil', () => {
  let school: PupilFolders;
  beforeAll(async () => {
    school = await openPupilFolders();
  });

  it('reads the folder and rows of the own pupil and nothing else', async () => {
    const { web } = clientOf(school.site, people.ann);
    const items = web.lists.getByTitle('Pupil Records');
    expect((await items.items.top(5000)()).map((item) => item.Id)).toEqual([school.folders.ann, school.rows.ann]);
    expect(await items.items.filter("PupilKey eq 'k2'")()).toEqual([]);
    expect((await items.items.filter("PupilKey eq 'k1'")()).map((item) => item.Title)).toEqual(['Report of k1']);
    expect((await items.items.orderBy('Title', false)()).map((item) => item.Id)).toEqual([school.rows.ann, school.folders.ann]);
  });

  it("cannot tell another child's item from one that does not exist", async () => {
    const { site, rows } = school;
    const paths = (id: number): readonly string[] => [
      `${list}/items(${id})`,
      `${list}/GetItemById(${id})`,
      `${list}/items(${id})/Title`,
      `${list}/items(${id})/AttachmentFiles`,
      `${list}/items(${id})/AttachmentFiles('report.txt')/$value`,
      `${list}/items(${id})/versions`,
      `${list}/items(${id})/comments`,
      `${list}/items(${id})/fieldValuesAsText`,
      `${list}/items(${id})/ParentList`,
      `${list}/items(${id})/RoleAssignments`,
      `${list}/items(${id})/EffectiveBasePermissions`,
      `${list}/items(${id})/Folder`,
    ];
    const hidden = await Promise.all(paths(rows.ben).map((path) => answerTo(site, path)));
    const missing = await Promise.all(paths(nobody).map((path) => answerTo(site, path)));
    expect(hidden).toEqual(missing);
    expect(hidden.every((answer) => answer.startsWith('404 '))).toBe(true);
  });

  it("cannot tell another child's folder or file from one that does not exist", async () => {
    const { site, rows } = school;
    const paths = (folder: string, id: number): readonly string[] =>
      [
        `_api/web/getFolderByServerRelativePath(decodedurl='${listUrl}/${folder}')`,
        `_api/web/getFolderByServerRelativePath(decodedurl='${listUrl}/${folder}')/ListItemAllFields`,
        `_api/web/getFolderByServerRelativePath(decodedurl='${listUrl}/${folder}')/Files`,
        `_api/web/getList('${listUrl}')/rootFolder/folders('${folder}')`,
      ].concat([`_api/web/lists/getbytitle('Pupil%20Records')/items(${id})/recycle`]);
    const [hidden, missing] = await Promise.all(
      [paths('k2', rows.ben), paths('k9', nobody)].map((all) =>
        Promise.all(all.map((path) => answerTo(site, path, path.endsWith('recycle') ? 'POST' : 'GET'))),
      ),
    );
    expect(hidden).toEqual(missing);
    const file = (id: number): string =>
      `_api/web/getFileByServerRelativePath(decodedurl='${listUrl}/Attachments/${id}/report.txt')/$value`;
    expect((await answerTo(site, file(rows.ben))).replaceAll(`/${rows.ben}/`, '/N/')).toBe(
      (await answerTo(site, file(nobody))).replaceAll(`/${nobody}/`, '/N/'),
    );
    expect(await answerTo(site, `${listUrl}/Attachments/${rows.ben}/report.txt`)).toBe(
      await answerTo(site, `${listUrl}/Attachments/${nobody}/report.txt`),
    );
    expect(await answerTo(site, file(rows.ann))).toContain('of k1');
    expect(await answerTo(site, `${listUrl}/Attachments/${rows.ann}/report.txt`)).toContain('of k1');
  });

  it('cannot write where it cannot read, nor change what it reads', async () => {
    const { site, rows } = school;
    expect(await answerTo(site, `${list}/items(${rows.ben})`, 'MERGE', '{"Title":"x"}')).toBe(
      await answerTo(site, `${list}/items(${nobody})`, 'MERGE', '{"Title":"x"}'),
    );
    expect(await answerTo(site, `${list}/items(${rows.ben})`, 'DELETE', '')).toBe(
      await answerTo(site, `${list}/items(${nobody})`, 'DELETE', ''),
    );
    expect((await answerTo(site, `${list}/items(${rows.ann})`, 'MERGE', '{"Title":"x"}')).slice(0, 3)).toBe('403');
    expect((await answerTo(site, `${list}/items`, 'POST', '{"Title":"x"}')).slice(0, 3)).toBe('403');
    const into = (folder: string) =>
      as(site, people.ann).post(`${list}/AddValidateUpdateItemUsingPath`, {
        listItemCreateInfo: { FolderPath: { DecodedUrl: `${listUrl}/${folder}` }, UnderlyingObjectType: 0 },
        formValues: [{ FieldName: 'Title', FieldValue: 'x' }],
      });
    expect((await into('k2')).text).toBe((await into('k9')).text);
    expect((await into('k1')).status).toBe(403);
  });

  it('meets the same trimming in CAML, in paging and in the change log', async () => {
    const { site, rows, folders } = school;
    const view = '<View Scope="RecursiveAll"><Query></Query><RowLimit>5000</RowLimit></View>';
    const streamed = await as(site, people.ann).post(`${list}/RenderListDataAsStream`, { parameters: { ViewXml: view, RenderOptions: 2 } });
    expect((streamed.json as { Row: { ID: string }[] }).Row.map((row) => Number(row.ID)).sort()).toEqual([folders.ann, rows.ann].sort());
    const inFolder = (folder: string) =>
      as(site, people.ann).post(`${list}/RenderListDataAsStream`, {
        parameters: { ViewXml: view, FolderServerRelativeUrl: `${listUrl}/${folder}` },
      });
    expect((await inFolder('k2')).text).toBe((await inFolder('k9')).text);
    const got = await as(site, people.ann).post(`${list}/getitems`, { query: { ViewXml: view } });
    expect((got.json as { value: { Id: number }[] }).value.map((item) => item.Id)).toEqual([folders.ann, rows.ann]);
    const paged = await as(site, people.ann).get(`${list}/items?$skiptoken=Paged%3dTRUE%26p_ID%3d${folders.ben}&$top=10`);
    expect((paged.json as { value: unknown[] }).value).toEqual([]);
    const changes = await as(site, people.ann).post(`${list}/getchanges`, {
      query: { Add: true, Update: true, DeleteObject: true, RoleAssignmentAdd: true, Item: true, Folder: true, List: true },
    });
    const ids = new Set(
      (changes.json as { value: { ItemId?: number; ChangeType: number }[] }).value.flatMap((change) => change.ItemId ?? []),
    );
    expect(ids).toEqual(new Set([folders.ann, rows.ann]));
    const xml = await as(site, people.ann).post(`${list}/getlistitemchangessincetoken`, { query: {} });
    expect(xml.text).toContain('Report of k1');
    expect(xml.text).not.toContain('k2');
  });

  it('is the same person in every part of a batch', async () => {
    const { site, rows } = school;
    const parts = [rows.ann, rows.ben].map(
      (id) =>
        `--b\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\nGET ${origin}${siteUrl}/${list}/items(${id}) HTTP/1.1\nAccept: application/json;odata=nometadata\n\n`,
    );
    const { text } = await as(site, people.ann).send('_api/$batch', {
      method: 'POST',
      body: `${parts.join('')}--b--\n`,
      headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
    });
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404']);
    expect(text).not.toContain('Report of k2');
  });

  it("may not read who else has access, nor another group's members, but their own", async () => {
    const { site, owner, folders } = school;
    expect((await as(site, people.ann).get(`${list}/roleassignments`)).status).toBe(403);
    expect((await as(site, people.ann).get(`${list}/items(${folders.ann})/roleassignments`)).status).toBe(403);
    expect((await as(site, people.ann).get(`${list}/items?$expand=RoleAssignments`)).status).toBe(403);
    expect((await as(site, people.ann).get(`_api/web/sitegroups/getbyname('A-k2')/users`)).status).toBe(403);
    const own = await as(site, people.ann).get(`_api/web/sitegroups/getbyname('A-k1')/users`);
    expect((own.json as { value: { Email: string }[] }).value.map((user) => user.Email)).toEqual([people.ann]);
    // The worst case of docs/sharepoint-facts.md, C5: Limited Access includes BrowseUserInfo.
    expect((await as(site, people.ann).get('_api/web/siteusers')).status).toBe(200);
    expect((await owner.web.siteUsers()).length).toBeGreaterThan(2);
  });

  it('loses everything with the membership, at once', async () => {
    const fresh = await openPupilFolders();
    const ann = clientOf(fresh.site, people.ann);
    expect(await ann.web.lists.getByTitle('Pupil Records').items()).toHaveLength(2);
    const group = fresh.owner.web.siteGroups.getByName('A-k1');
    const [member] = await group.users();
    await group.users.removeById(member?.Id ?? 0);
    const answer = await as(fresh.site, people.ann).get(`${list}/items`);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('Attempted to perform an unauthorized operation.');
  });

  it('cannot tell a list that is closed to it from one that does not exist', async () => {
    const { site, owner } = school;
    await owner.web.lists.add('Findings');
    await owner.web.lists.getByTitle('Findings').breakRoleInheritance(false, false);
    const byTitle = (title: string) => answerTo(site, `_api/web/lists/getbytitle('${title}')/items`);
    expect((await byTitle('Findings')).replaceAll('Findings', 'X')).toBe((await byTitle('Nothing')).replaceAll('Nothing', 'X'));
    expect(await answerTo(site, `_api/web/getlist('${siteUrl}/Lists/Findings')`)).toBe(
      await answerTo(site, `_api/web/getlist('${siteUrl}/Lists/Nothing')`),
    );
    const lists = (await as(site, people.ann).get('_api/web/lists?$select=Title')).json as { value: { Title: string }[] };
    expect(lists.value.map((one) => one.Title)).not.toContain('Findings');
    expect((await as(site, admin).get('_api/web/lists?$select=Title')).text).toContain('Findings');
  });
});

describe('own rows', () => {
  it('shows each person their own rows only, and lets nobody change them under WriteSecurity 4', async () => {
    const school = await openPupilFolders();
    const { web } = school.owner;
    await web.lists.add('Feedback', '', 100, false, { ReadSecurity: 2, WriteSecurity: 4 });
    const feedback = web.lists.getByTitle('Feedback');
    await feedback.breakRoleInheritance(false, false);
    const contribute = await web.roleDefinitions.getByName('Contribute')();
    for (const title of ['A-k1', 'A-k2']) await feedback.roleAssignments.add((await web.siteGroups.getByName(title)()).Id, contribute.Id);
    const ann = clientOf(school.site, people.ann).web.lists.getByTitle('Feedback');
    const ben = clientOf(school.site, people.ben).web.lists.getByTitle('Feedback');
    const { Id } = await ann.items.add({ Title: 'Thank you' });
    expect(await ben.items()).toEqual([]);
    await expect(ben.items.getById(Id)()).rejects.toThrow('404');
    expect(await ann.items()).toHaveLength(1);
    await expect(ann.items.getById(Id).update({ Title: 'No' })).rejects.toThrow('403');
    await feedback.items.getById(Id).update({ Title: 'Answered' });
    await feedback.update({ WriteSecurity: 2 });
    await ann.items.getById(Id).update({ Title: 'Mine' });
    await expect(ben.items.getById(Id).update({ Title: 'Not mine' })).rejects.toThrow('404');
  });

  it('keeps what waits for approval between its author and the approvers', async () => {
    const school = await openPupilFolders();
    const { web } = school.owner;
    await web.lists.add('Posts', '', 100, false, { EnableModeration: true });
    const posts = web.lists.getByTitle('Posts');
    await posts.breakRoleInheritance(false, false);
    const contribute = await web.roleDefinitions.getByName('Contribute')();
    for (const title of ['A-k1', 'A-k2']) await posts.roleAssignments.add((await web.siteGroups.getByName(title)()).Id, contribute.Id);
    const ann = clientOf(school.site, people.ann).web.lists.getByTitle('Posts');
    const ben = clientOf(school.site, people.ben).web.lists.getByTitle('Posts');
    const { Id } = await ann.items.add({ Title: 'Hello' });
    expect(await ann.items.select('Title', 'OData__ModerationStatus')()).toEqual([expect.objectContaining({ OData__ModerationStatus: 2 })]);
    expect(await ben.items()).toEqual([]);
    await posts.items.getById(Id).update({ OData__ModerationStatus: 0 });
    expect(await ben.items()).toHaveLength(1);
  });
});
