import type { LocalSite } from '../../localsite/site';
import { admin, openTestSite, people, siteUrl } from '../kit/localSite';
import { as } from '../kit/request';
import { openPupilFolders } from '../kit/pupilFolders';

const notices = `_api/web/lists/getbytitle('Notices')`;

async function openNotices(rows: number): Promise<LocalSite> {
  const site = openTestSite();
  await as(site, admin).post('_api/web/lists', { Title: 'Notices', BaseTemplate: 100 });
  for (let row = 1; row <= rows; row += 1) await as(site, admin).post(`${notices}/items`, { Title: `n${row}` });
  return site;
}

const tokenIn = (xml: string): string => /LastChangeToken="([^"]+)"/.exec(xml)?.[1] ?? '';

describe('what a caller asks for', () => {
  it('is refused when there is no such column, rows or not', async () => {
    const site = await openNotices(0);
    for (const query of ['$select=Nope', '$expand=Nope', '$select=Title,Nope/Title&$expand=Nope']) {
      const empty = await as(site, admin).get(`${notices}/items?${query}`);
      expect([empty.status, empty.text.includes("The property 'Nope' does not exist")]).toEqual([400, true]);
    }
    expect(
      (
        await as(site, admin).get(
          `${notices}/items?$select=*,Title,Author/EMail,FileRef,HasUniqueRoleAssignments&$expand=Author,AttachmentFiles,ContentType`,
        )
      ).status,
    ).toBe(200);
  });

  it('is in the answer in the end, when changes come in pages', async () => {
    const site = await openNotices(1);
    const since = async (token: string | undefined) =>
      (
        await as(site, admin).post(`${notices}/getlistitemchangessincetoken`, {
          query: { RowLimit: '2', ...(token === undefined ? {} : { ChangeToken: token }) },
        })
      ).text;
    let token = tokenIn(await since(undefined));
    for (let row = 2; row <= 6; row += 1) await as(site, admin).post(`${notices}/items`, { Title: `n${row}` });
    const seen: string[] = [];
    for (let page = 0, more = true; more && page < 9; page += 1) {
      const xml = await since(token);
      seen.push(...[...xml.matchAll(/ows_Title="(n\d)"/g)].map((found) => found[1] ?? ''));
      token = tokenIn(xml);
      more = xml.includes('MoreChanges="TRUE"');
    }
    expect(seen).toEqual(['n2', 'n3', 'n4', 'n5', 'n6']);
    expect((await as(site, admin).post(`${notices}/getlistitemchangessincetoken`, { query: { ChangeToken: 'x' } })).status).toBe(400);
    expect((await as(site, admin).post(`${notices}/getlistitemchangessincetoken`, { query: { Query: '<Query/>' } })).status).toBe(501);
  });

  it('is limited as asked, in the change log', async () => {
    const site = await openNotices(3);
    const changes = async (more: object) =>
      (
        (await as(site, admin).post(`${notices}/getchanges`, { query: { Add: true, Item: true, ...more } })).json as {
          value: { ItemId: number; ChangeToken: unknown }[];
        }
      ).value;
    const all = await changes({});
    expect(all.map((change) => change.ItemId)).toEqual([1, 2, 3]);
    expect((await changes({ FetchLimit: 1, ChangeTokenStart: all[0]?.ChangeToken })).map((change) => change.ItemId)).toEqual([2]);
    expect((await changes({ ChangeTokenEnd: all[1]?.ChangeToken })).map((change) => change.ItemId)).toEqual([1, 2]);
  });

  it("is found behind a thousand changes that are not the caller's", async () => {
    const { site, rows } = await openPupilFolders();
    const list = `_api/web/lists/getbytitle('Pupil%20Records')`;
    const merge = (id: number) =>
      as(site, admin).send(`${list}/items(${id})`, {
        method: 'POST',
        body: '{"Title":"again"}',
        headers: { 'X-HTTP-Method': 'MERGE', 'If-Match': '*', 'Content-Type': 'application/json' },
      });
    for (let turn = 0; turn < 1010; turn += 1) await merge(rows.ben);
    await merge(rows.ann);
    const { json } = await as(site, people.ann).post(`${list}/getchanges`, { query: { Update: true, Item: true } });
    expect((json as { value: { ItemId: number }[] }).value.at(-1)?.ItemId).toBe(rows.ann);
  });

  it('is combined with the override of a view', async () => {
    const site = await openNotices(3);
    const where = (title: string) =>
      `<View><Query><Where><Neq><FieldRef Name="Title"/><Value Type="Text">${title}</Value></Neq></Where></Query></View>`;
    const answer = await as(site, admin).post(`${notices}/RenderListDataAsStream`, {
      parameters: { ViewXml: where('n1'), OverrideViewXml: where('n3') },
    });
    expect((answer.json as { Row: { Title: string }[] }).Row.map((row) => row.Title)).toEqual(['n2']);
  });

  it('joins at most twelve columns, in CAML as in OData', async () => {
    const site = await openNotices(1);
    for (let column = 1; column <= 13; column += 1)
      await as(site, admin).post(`${notices}/fields`, { Title: `P${column}`, FieldTypeKind: 20 });
    const view = (count: number): string =>
      `<View><ViewFields>${Array.from({ length: count }, (_, index) => `<FieldRef Name="P${index + 1}"/>`).join('')}</ViewFields></View>`;
    const stream = (count: number) => as(site, admin).post(`${notices}/RenderListDataAsStream`, { parameters: { ViewXml: view(count) } });
    expect([(await stream(12)).status, (await stream(13)).status]).toEqual([200, 500]);
    expect((await stream(13)).text).toContain('-2147024749');
  });

  it('answers 501 for switches that would do nothing', async () => {
    const site = await openNotices(1);
    expect((await as(site, admin).post(`${notices}/items(1)/setcommentsdisabled`, { value: true })).status).toBe(501);
  });
});

describe('subsites and pages', () => {
  it('say what stands in the way', async () => {
    const site = openTestSite();
    const add = (name: string) => as(site, admin).post('_api/web/webs/add', { parameters: { Title: 'Maths', Url: name } });
    expect((await add('maths')).status).toBe(201);
    const again = await add('maths');
    expect([again.status, again.text.includes(`The Web site address \\"${siteUrl}/maths\\" is already in use.`)]).toEqual([500, true]);
    expect([(await add('..')).status, (await add('_api')).status]).toEqual([400, 400]);
  });

  it('tell a reader that a page is not theirs to edit', async () => {
    const { site, owner } = await openPupilFolders();
    const read = await owner.web.roleDefinitions.getByName('Read')();
    await owner.web.roleAssignments.add((await owner.web.siteGroups.getByName('A-k1')()).Id, read.Id);
    const mayEdit = async (who: string) =>
      ((await as(site, who).get('_api/sitepages/pages(1)')).json as { DoesUserHaveEditPermission: boolean }).DoesUserHaveEditPermission;
    expect([await mayEdit(admin), await mayEdit(people.ann)]).toEqual([true, false]);
  });

  it('do not tell who may not browse people which groups there are', async () => {
    const { site, owner } = await openPupilFolders();
    await owner.web.roleDefinitions.getByName('Limited Access').update({ BasePermissions: { High: 32, Low: 65536 } });
    const group = async (name: string) => {
      const { status, text } = await as(site, people.ann).get(`_api/web/sitegroups/getbyname('${name}')/users`);
      return [status, text];
    };
    expect(await group('A-k2')).toEqual(await group('A-k9'));
    expect((await group('A-k1'))[0]).toBe(200);
  });
});
