import { admin, openTestSite, people, siteUrl } from '../kit/localSite';
import { as } from '../kit/request';
import { clientOf } from '../kit/pnpClient';

async function openEveryColumn() {
  const site = openTestSite();
  const { web } = clientOf(site, admin);
  await web.lists.add('Subjects');
  const subjects = web.lists.getByTitle('Subjects');
  for (const title of ['Maths', 'Music']) await subjects.items.add({ Title: title });
  await web.lists.add('Clubs');
  const clubs = web.lists.getByTitle('Clubs');
  const { Id: subjectsId } = await subjects.select('Id')();
  for (const xml of [
    '<Field Type="Choice" Name="Kind" DisplayName="Kind"><Default>Sport</Default><CHOICES><CHOICE>Sport</CHOICE><CHOICE>Art</CHOICE></CHOICES></Field>',
    '<Field Type="MultiChoice" Name="Days" DisplayName="Days"><CHOICES><CHOICE>Monday</CHOICE><CHOICE>Friday</CHOICE></CHOICES></Field>',
    '<Field Type="Number" Name="Places" DisplayName="Places" />',
    '<Field Type="Boolean" Name="Open" DisplayName="Open" />',
    '<Field Type="DateTime" Name="Starts" DisplayName="Starts" />',
    '<Field Type="URL" Name="Page" DisplayName="Page" />',
    '<Field Type="Note" Name="About" DisplayName="About" />',
    '<Field Type="User" Name="Leader" DisplayName="Leader" List="UserInfo" />',
    '<Field Type="UserMulti" Name="Helpers" DisplayName="Helpers" List="UserInfo" Mult="TRUE" />',
    `<Field Type="Lookup" Name="Subject" DisplayName="Subject" List="{${subjectsId}}" ShowField="Title" Indexed="TRUE" />`,
    `<Field Type="LookupMulti" Name="Related" DisplayName="Related" List="{${subjectsId}}" ShowField="Title" Mult="TRUE" />`,
  ])
    await clubs.fields.createFieldAsXml(xml);
  const leader = (await web.ensureUser(people.teacher)).Id;
  return { site, clubs: () => web.lists.getByTitle('Clubs'), leader };
}

describe('columns', () => {
  it('of every type are written and read back in their own shapes', async () => {
    const { clubs, leader } = await openEveryColumn();
    const values = {
      Title: 'Choir',
      Days: ['Monday'],
      Places: 12.5,
      Open: true,
      Starts: '2026-11-26T15:30:00Z',
      Page: { Url: 'https://oakfield.example/', Description: 'Choir' },
      About: 'Songs',
      LeaderId: leader,
      HelpersId: [leader],
      SubjectId: 2,
      RelatedId: [1, 2],
    };
    expect(await clubs().items.add(values)).toMatchObject({
      ...values,
      Kind: 'Sport',
      LeaderStringId: String(leader),
      HelpersStringId: [String(leader)],
    });
    const [row] = await clubs()
      .items.select('Leader/Title', 'Leader/EMail', 'Subject/Title', 'Related/Title', 'Helpers/Title')
      .expand('Leader', 'Subject', 'Related', 'Helpers')();
    expect(row).toMatchObject({ Leader: { Title: 'Terry Teacher', EMail: people.teacher }, Subject: { Title: 'Music' } });
    expect(row?.Related.map((one: { Title: string }) => one.Title)).toEqual(['Maths', 'Music']);
    await clubs().items.getById(1).update({ LeaderId: null, Days: [], Page: null });
    expect(await clubs().items.getById(1)()).toMatchObject({ LeaderId: null, Days: [], Page: null, Places: 12.5 });
  });

  it('are filtered by value, by id, and by what they point to', async () => {
    const { site, clubs, leader } = await openEveryColumn();
    await clubs().items.add({ Title: 'Choir', Open: true, Places: 12, LeaderId: leader, SubjectId: 2, Starts: '2026-11-26T15:30:00Z' });
    await clubs().items.add({ Title: 'Chess', Open: false, Places: 4, Kind: 'Art', SubjectId: 1 });
    const titles = async (filter: string, expand = ''): Promise<unknown> => {
      const answer = await as(site, admin).get(
        `_api/web/lists/getbytitle('Clubs')/items?$select=Title&$filter=${encodeURIComponent(filter)}${expand}`,
      );
      return answer.status === 200 ? (answer.json as { value: { Title: string }[] }).value.map((one) => one.Title) : answer.status;
    };
    expect(await titles('Open eq 1')).toEqual(['Choir']);
    expect(await titles('Places lt 10')).toEqual(['Chess']);
    expect(await titles("Kind eq 'sport'")).toEqual(['Choir']);
    expect(await titles(`LeaderId eq ${leader}`)).toEqual(['Choir']);
    expect(await titles('SubjectId eq 1')).toEqual(['Chess']);
    expect(await titles("Subject/Title eq 'Music'", '&$expand=Subject')).toEqual(['Choir']);
    expect(await titles("Starts ge datetime'2026-11-26T00:00:00Z'")).toEqual(['Choir']);
    expect(await titles('LeaderId eq null')).toEqual(['Chess']);
    expect(await titles("startswith(Title,'Cho')")).toEqual(['Choir']);
    expect(await titles("substringof('hes',Title)")).toEqual(['Chess']);
    expect(await titles("About eq 'x'")).toBe(400);
  });

  it('refuse values of another type', async () => {
    const { site } = await openEveryColumn();
    const add = async (body: object): Promise<number> =>
      (await as(site, admin).post(`_api/web/lists/getbytitle('Clubs')/items`, body)).status;
    expect(await add({ Places: 'many' })).toBe(400);
    expect(await add({ Title: 'x'.repeat(256) })).toBe(400);
    expect(await add({ Starts: 'soon' })).toBe(400);
    expect(await add({ Leader: 3 })).toBe(400);
  });

  it("take the site's own spellings in forms", async () => {
    const { site, leader } = await openEveryColumn();
    const values = [
      ['Title', 'Choir'],
      ['Starts', '26/11/2026 15:30'],
      ['Leader', `[{"Key":"${people.teacher}"}]`],
      ['Subject', '2'],
      ['Related', '1;#;#2'],
      ['Open', '1'],
      ['Kind', 'Art'],
    ];
    const path = `_api/web/lists/getbytitle('Clubs')`;
    const made = await as(site, admin).post(`${path}/AddValidateUpdateItemUsingPath`, {
      listItemCreateInfo: { FolderPath: { DecodedUrl: `${siteUrl}/Lists/Clubs` } },
      formValues: values.map(([FieldName, FieldValue]) => ({ FieldName, FieldValue })),
    });
    expect(made.json).toMatchObject({ value: expect.arrayContaining([expect.objectContaining({ FieldName: 'Id', FieldValue: '1' })]) });
    expect((await as(site, admin).get(`${path}/items(1)`)).json).toMatchObject({
      Starts: '2026-11-26T15:30:00Z',
      LeaderId: leader,
      SubjectId: 2,
      RelatedId: [1, 2],
      Open: true,
      Kind: 'Art',
    });
    const changed = await as(site, admin).post(`${path}/items(1)/validateupdatelistitem`, {
      formValues: [{ FieldName: 'Kind', FieldValue: 'Nothing' }],
    });
    expect(changed.json).toMatchObject({ value: [{ FieldName: 'Kind', HasException: true, ItemId: 1 }] });
  });

  it('stay in order over pages, whatever they are ordered by', async () => {
    const { site, clubs } = await openEveryColumn();
    for (const [title, places] of [
      ['e', 3],
      ['a', 3],
      ['c', 1],
      ['b', null],
      ['d', 2],
    ] as const)
      await clubs().items.add({ Title: title, Places: places });
    const walk = async (order: string): Promise<string> => {
      const found: string[] = [];
      let path: string | undefined = `_api/web/lists/getbytitle('Clubs')/items?$select=Title&$top=2&$orderby=${encodeURIComponent(order)}`;
      while (path !== undefined) {
        const page: { 'odata.nextLink'?: string; value: { Title: string }[] } = (await as(site, admin).get(path)).json as never;
        found.push(...page.value.map((one) => one.Title));
        path = page['odata.nextLink']?.slice('http://localhost:4321'.length);
      }
      return found.join('');
    };
    expect(await walk('Title')).toBe('abcde');
    expect(await walk('Title desc')).toBe('edcba');
    expect(await walk('Places')).toBe('bcdea');
    expect(await walk('Places desc,Title')).toBe('aedcb');
    expect(await walk('Id desc')).toBe('dbcae');
  });
});
