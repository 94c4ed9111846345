import { admin, openTestSite, people, siteUrl } from '../kit/localSite';
import { as } from '../kit/request';
import { clientOf } from '../kit/pnpClient';

const read = 1073741826;

describe("a list's design", () => {
  it('has views that can be made, changed and read', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    await web.lists.add('Notices');
    const views = () => web.lists.getByTitle('Notices').views;
    const made = await views().add('By day', false, { RowLimit: 20 });
    await views().getByTitle('By day').fields.add('Modified');
    await views().getById(made.Id).update({ RowLimit: 5 });
    expect(await views().getByTitle('By day').select('RowLimit', 'PersonalView')()).toMatchObject({ RowLimit: 5, PersonalView: false });
    await views()
      .getById(made.Id)
      .setViewXml(
        '<View Scope="RecursiveAll"><Query><OrderBy><FieldRef Name="ID"/></OrderBy></Query><ViewFields><FieldRef Name="Title"/></ViewFields><RowLimit Paged="TRUE">7</RowLimit></View>',
      );
    expect(await views().getByTitle('By day')()).toMatchObject({ RowLimit: 7, ViewQuery: '<OrderBy><FieldRef Name="ID"/></OrderBy>' });
    await views().getByTitle('By day').delete();
    expect((await views()()).map((view) => view.Title)).toEqual(['All Items']);
  });

  it("has content types of its own, made of the web's", async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    await web.lists.add('Notices');
    const types = web.lists.getByTitle('Notices').contentTypes;
    expect((await types()).map((type) => type.Name)).toEqual(['Item', 'Folder']);
    await types.addAvailableContentType('0x0101');
    expect((await types()).map((type) => type.StringId.slice(0, 8))).toEqual(expect.arrayContaining(['0x010100']));
  });

  it('indexes at most twenty columns, and none of long text', async () => {
    const site = openTestSite();
    const path = `_api/web/lists/getbytitle('Wide')`;
    await as(site, admin).post('_api/web/lists', { Title: 'Wide', BaseTemplate: 100 });
    const add = (xml: string) => as(site, admin).post(`${path}/fields/createfieldasxml`, { parameters: { SchemaXml: xml } });
    for (let number = 1; number <= 20; number += 1)
      expect((await add(`<Field Type="Text" Name="F${number}" DisplayName="F${number}" Indexed="TRUE" />`)).status).toBe(200);
    expect((await add('<Field Type="Text" Name="F21" DisplayName="F21" Indexed="TRUE" />')).status).toBe(400);
    expect((await as(site, admin).get(`${path}/fields/getbyinternalnameortitle('F21')`)).status).toBe(400);
    await add('<Field Type="Note" Name="Long" DisplayName="Long" />');
    expect(
      (await as(site, admin).post(`${path}/fields/getbyinternalnameortitle('Long')`, { Indexed: true }, { 'X-HTTP-Method': 'MERGE' }))
        .status,
    ).toBe(400);
  });

  it("is nobody's to change who may not manage it", async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    await web.lists.add('Notices');
    const teacher = await web.ensureUser(people.teacher);
    await web.roleAssignments.add(teacher.Id, 1073741827);
    const path = `_api/web/lists/getbytitle('Notices')`;
    const status = (body: object, to: string, headers = {}) =>
      as(site, people.teacher)
        .post(to, body, headers)
        .then((answer) => answer.status);
    expect(await status({ ReadSecurity: 1 }, path, { 'X-HTTP-Method': 'MERGE', 'If-Match': '*' })).toBe(403);
    expect(await status({}, `${path}/breakroleinheritance(false,false)`)).toBe(403);
    expect(await status({ Title: 'G' }, '_api/web/sitegroups')).toBe(403);
    expect(await status({ Title: 'L', BaseTemplate: 100 }, '_api/web/lists')).toBe(403);
    expect(await status({ Title: 'Allowed' }, `${path}/items`)).toBe(201);
  });
});

describe('what happened to an item', () => {
  it('is in its versions and in the change log, permissions too', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    await web.lists.add('Notices');
    const notices = () => web.lists.getByTitle('Notices');
    await notices().items.add({ Title: 'one' });
    const before = (await notices().select('CurrentChangeToken')()).CurrentChangeToken;
    await notices().items.getById(1).update({ Title: 'two' });
    await notices().items.getById(1).breakRoleInheritance(true, false);
    const reader = await web.ensureUser(people.ann);
    await notices().items.getById(1).roleAssignments.add(reader.Id, read);
    expect(
      (await notices().items.getById(1).versions()).map((version: { VersionLabel: string; Title: string; IsCurrentVersion: boolean }) => [
        version.VersionLabel,
        version.Title,
        version.IsCurrentVersion,
      ]),
    ).toEqual([
      ['2.0', 'two', true],
      ['1.0', 'one', false],
    ]);
    const changes: { ChangeType: number }[] = (await notices().getChanges({
      Item: true,
      Update: true,
      RoleAssignmentAdd: true,
      ChangeTokenStart: before,
    })) as never;
    expect(changes.map((change) => change.ChangeType)).toEqual([2, 17, 11]);
  });
});

describe('inheritance', () => {
  it('comes back for everything below when scopes are cleared or reset', async () => {
    const site = openTestSite();
    const { web } = clientOf(site, admin);
    await web.lists.add('Letters', '', 100, false, { EnableFolderCreation: true });
    const letters = () => web.lists.getByTitle('Letters');
    await letters().addValidateUpdateItemUsingPath(
      [{ FieldName: 'Title', FieldValue: 'F' }],
      `${siteUrl}/Lists/Letters`,
      false,
      undefined,
      { leafName: 'F', objectType: 1 },
    );
    await letters().addValidateUpdateItemUsingPath([{ FieldName: 'Title', FieldValue: 'row' }], `${siteUrl}/Lists/Letters/F`);
    const ann = (await web.ensureUser(people.ann)).Id;
    await web.roleAssignments.add(ann, read);
    const sees = async (): Promise<readonly number[]> =>
      (
        (await as(site, people.ann).get(`_api/web/lists/getbytitle('Letters')/items?$select=Id`)).json as { value: { Id: number }[] }
      ).value.map((item) => item.Id);
    expect(await sees()).toEqual([1, 2]);
    await letters().items.getById(2).breakRoleInheritance(false, false);
    expect(await sees()).toEqual([1]);
    await letters().items.getById(1).breakRoleInheritance(true, true);
    expect(await sees()).toEqual([1, 2]);
    await letters().items.getById(1).roleAssignments.getById(ann).delete();
    expect(await sees()).toEqual([]);
    await letters().items.getById(1).resetRoleInheritance();
    expect(await sees()).toEqual([1, 2]);
    expect(await letters().items.getById(1).select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: false });
  });
});
