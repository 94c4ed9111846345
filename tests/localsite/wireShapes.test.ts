import type { LocalSite } from '../../localsite/site';
import { admin, openTestSite, origin, people, siteUrl } from '../kit/localSite';
import { as } from '../kit/request';
import { clientOf } from '../kit/pnpClient';

/** The properties of a list, recorded (docs/sharepoint-facts.md, A5). */
const listProperties =
  `
  AllowContentTypes BaseTemplate BaseType ContentTypesEnabled CrawlNonDefaultViews Created CurrentChangeToken DefaultContentApprovalWorkflowId
  DefaultItemOpenUseListSetting DefaultSensitivityLabelForLibrary Description Direction DisableCommenting DisableGridEditing DocumentTemplateUrl
  DraftVersionVisibility EnableAttachments EnableFolderCreation EnableMinorVersions EnableModeration EnableRequestSignOff EnableVersioning
  EntityTypeName ExemptFromBlockDownloadOfNonViewableFiles FileSavePostProcessingEnabled ForceCheckout HasExternalDataSource Hidden Id ImagePath
  ImageUrl IrmEnabled IrmExpire IrmReject IsApplicationList IsCatalog IsPrivate ItemCount LastItemDeletedDate LastItemModifiedDate
  LastItemUserModifiedDate ListExperienceOptions ListItemEntityTypeFullName MajorVersionLimit MajorWithMinorVersionsLimit MultipleDataList NoCrawl
  ParentWebPath ParentWebUrl ParserDisabled ServerTemplateCanCreateFolders TemplateFeatureId Title
`.match(/\w+/g) ?? [];

/** Shapes of docs/sharepoint-facts.md, A2, which explains the tags too. */
describe("answers have SharePoint's shapes", () => {
  let site: LocalSite;
  const list = `_api/web/lists/getbytitle('PNP_SDK_TEST')`;
  beforeAll(async () => {
    site = openTestSite();
    await as(site, admin).post('_api/web/lists', { Title: 'PNP_SDK_TEST', BaseTemplate: 100 });
    for (const title of ['Item 0', 'Item 1', 'Item 2']) await as(site, admin).post(`${list}/items`, { Title: title });
  });

  it('lists: 201 with the full entity and the encoded type name [R]', async () => {
    const made = await as(site, admin).post('_api/web/lists', {
      AllowContentTypes: true,
      BaseTemplate: 100,
      ContentTypesEnabled: false,
      Description: '',
      Title: 'T',
    });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      Title: 'T',
      EnableVersioning: true,
      MajorVersionLimit: 50,
      EnableFolderCreation: false,
      ItemCount: 0,
      ListItemEntityTypeFullName: 'SP.Data.TListItem',
    });
    expect(
      Object.keys(made.json as object)
        .filter((name) => !name.startsWith('odata.'))
        .sort(),
    ).toEqual([...listProperties].sort());
    expect((await as(site, admin).get(list)).json).toMatchObject({
      ListItemEntityTypeFullName: 'SP.Data.PNP_x005f_SDK_x005f_TESTListItem',
    });
  });

  it('items in nometadata with a next link that is followed to the end [R]', async () => {
    const first = await as(site, admin).get(`${list}/items?$top=1`);
    expect(first.headers.get('content-type')).toBe('application/json;odata=nometadata;streaming=true;charset=utf-8');
    const page = first.json as { 'odata.nextLink': string; value: object[] };
    expect(Object.keys(page.value[0] ?? {})).toEqual(
      expect.arrayContaining([
        'FileSystemObjectType',
        'Id',
        'ServerRedirectedEmbedUri',
        'ServerRedirectedEmbedUrl',
        'ID',
        'ContentTypeId',
        'Title',
        'Modified',
        'Created',
        'AuthorId',
        'EditorId',
        'OData__UIVersionString',
        'Attachments',
        'GUID',
        'ComplianceAssetId',
      ]),
    );
    expect(page['odata.nextLink']).toContain('%24skiptoken=Paged%3dTRUE%26p_ID%3d1');
    const seen = [1];
    let link: string | undefined = page['odata.nextLink'];
    while (link !== undefined) {
      const next = (await as(site, admin).get(link.slice(origin.length))).json as { 'odata.nextLink'?: string; value: { Id: number }[] };
      seen.push(...next.value.map((item) => item.Id));
      link = next['odata.nextLink'];
    }
    expect(seen).toEqual([1, 2, 3]);
  });

  it('items in minimalmetadata as PnPjs needs them [C]', async () => {
    const { json, headers } = await as(site, admin).send(`${list}/items(1)`, { accept: 'application/json' });
    expect(headers.get('content-type')).toBe('application/json;odata=minimalmetadata;streaming=true;charset=utf-8');
    expect(json).toMatchObject({
      'odata.metadata': `${origin}${siteUrl}/_api/$metadata#SP.ListData.PNP_x005f_SDK_x005f_TESTListItems/@Element`,
      'odata.type': 'SP.Data.PNP_x005f_SDK_x005f_TESTListItem',
      'odata.etag': '"1"',
    });
    expect((json as Record<string, string>)['odata.editLink']).toMatch(/^Web\/Lists\(guid'[0-9a-f-]{36}'\)\/Items\(1\)$/);
    expect(headers.get('etag')).toMatch(/^"[0-9a-f-]{36},1"$/);
  });

  it('verbose wraps in d and asks for a type in bodies [R][D]', async () => {
    const { json } = await as(site, admin).send(`${list}/items(1)`, { accept: 'application/json;odata=verbose' });
    expect(json).toMatchObject({ d: { __metadata: { type: 'SP.Data.PNP_x005f_SDK_x005f_TESTListItem' }, Id: 1 } });
    const verbose = { 'Content-Type': 'application/json;odata=verbose' };
    expect((await as(site, admin).post(`${list}/items`, { Title: 'x' }, verbose)).status).toBe(400);
    expect(
      (
        await as(site, admin).post(
          `${list}/items`,
          { __metadata: { type: 'SP.Data.PNP_x005f_SDK_x005f_TESTListItem' }, Title: 'Item 3' },
          verbose,
        )
      ).status,
    ).toBe(201);
    expect((await as(site, admin).post(`${list}/items`, { __metadata: { type: 'SP.ListItem' }, Title: 'x' })).status).toBe(400); // [M]
  });

  it.each([
    [
      'list by title [R]',
      `_api/web/lists/getbytitle('X')`,
      404,
      '-1, System.ArgumentException',
      `List 'X' does not exist at site with URL '${origin}${siteUrl}'.`,
    ],
    [
      'item [R]',
      `${list}/items(999)`,
      404,
      '-2130575338, System.ArgumentException',
      'Item does not exist. It may have been deleted by another user.',
    ],
    [
      'file [R]',
      `_api/web/getFileByServerRelativePath(decodedurl='${siteUrl}/Shared Documents/no.pdf')`,
      404,
      '-2130575338, Microsoft.SharePoint.SPException',
      `The file ${siteUrl}/Shared Documents/no.pdf does not exist.`,
    ],
    [
      'folder [R]',
      `_api/web/getFolderByServerRelativePath(decodedurl='${siteUrl}/Shared Documents/no')`,
      404,
      '-2147024894, System.IO.FileNotFoundException',
      'File Not Found.',
    ],
    [
      'path outside the web [R]',
      `_api/web/getFolderByServerRelativePath(decodedurl='/sites/other/x')`,
      400,
      '-2147024809, System.ArgumentException',
      'Server relative urls must start with SPWeb.ServerRelativeUrl',
    ],
    ['site user [R]', '_api/web/siteusers/getbyid(9999)', 500, '-2146232832, Microsoft.SharePoint.SPException', 'User cannot be found.'],
    [
      'column in a filter [I]',
      `${list}/items?$filter=Nope eq 1`,
      400,
      '-2147024809, System.ArgumentException',
      "Column 'Nope' does not exist. It may have been deleted by another user.",
    ],
    [
      'column by name: 400, not 404 [M]',
      `${list}/fields/getbyinternalnameortitle('Nope')`,
      400,
      '-2147024809, System.ArgumentException',
      "Column 'Nope' does not exist. It may have been deleted by another user.",
    ],
    [
      'person without $expand [I]',
      `${list}/items?$select=Author/Title`,
      400,
      '-1, Microsoft.SharePoint.SPException',
      "The query to field 'Author' is not valid. The $select query string must specify the target fields and the $expand query string must contains Author.",
    ],
  ])('error: %s', async (_, path, status, code, message) => {
    const answer = await as(site, admin).get(path);
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({ 'odata.error': { code, message: { lang: 'en-US', value: message } } });
  });

  it('errors of writes: duplicate title [R], unknown property [I], unresolvable user [R], ETag [I], access [I]', async () => {
    const code = (json: unknown): string => (json as { 'odata.error': { code: string } })['odata.error'].code;
    const duplicate = await as(site, admin).post('_api/web/lists', { Title: 'PNP_SDK_TEST', BaseTemplate: 100 });
    expect([duplicate.status, code(duplicate.json)]).toEqual([500, '-2130575342, Microsoft.SharePoint.SPException']);
    const unknown = await as(site, admin).post(`${list}/items`, { Nope: 1 });
    expect([unknown.status, code(unknown.json)]).toEqual([400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException']);
    const nobody = await as(site, admin).post('_api/web/ensureuser', { logonName: 'nobody@else.example' });
    expect([nobody.status, code(nobody.json)]).toEqual([400, '-2146232832, Microsoft.SharePoint.SPException']);
    const stale = await as(site, admin).post(`${list}/items(1)`, { Title: 'x' }, { 'X-HTTP-Method': 'MERGE', 'If-Match': '"8"' });
    expect([stale.status, code(stale.json)]).toEqual([412, '-1, Microsoft.SharePoint.Client.ClientServiceException']);
    expect(stale.text).toMatch(/The request ETag value '\\"8\\"' does not match the object's ETag value '\\"[0-9a-f-]{36},1\\"'\./);
    const missing = await as(site, admin).post(`${list}/items(1)`, { Title: 'x' }, { 'X-HTTP-Method': 'MERGE' });
    expect(missing.status).toBe(412);
    const stranger = await as(site, people.cat).get('_api/web');
    expect([stranger.status, code(stranger.json)]).toEqual([403, '-2147024891, System.UnauthorizedAccessException']);
  });

  it('AddValidateUpdateItemUsingPath tells of a refused value in its row and makes nothing [R]', async () => {
    await clientOf(site, admin).web.lists.getByTitle('PNP_SDK_TEST').fields.addDateTime('When');
    const create = (date: string) =>
      as(site, admin).post(`${list}/AddValidateUpdateItemUsingPath()`, {
        listItemCreateInfo: { FolderPath: { DecodedUrl: `${siteUrl}/Lists/PNP_SDK_TEST` }, UnderlyingObjectType: 0 },
        formValues: [
          { FieldName: 'Title', FieldValue: 'Item 9' },
          { FieldName: 'When', FieldValue: date },
        ],
        bNewDocumentUpdate: false,
      });
    const refused = await create('2024-33-33');
    expect(refused.status).toBe(200);
    expect(refused.json).toEqual({
      value: [
        { ErrorCode: 0, ErrorMessage: null, FieldName: 'Title', FieldValue: 'Item 9', HasException: false, ItemId: 0 },
        {
          ErrorCode: -2146232832,
          ErrorMessage: expect.stringContaining('Enter a date like this'),
          FieldName: 'When',
          FieldValue: '2024-33-33',
          HasException: true,
          ItemId: 0,
        },
        { ErrorCode: 0, ErrorMessage: null, FieldName: 'Id', FieldValue: '0', HasException: false, ItemId: 0 },
      ],
    });
    const made = (await create('01/06/2026')).json as { value: { FieldName: string; FieldValue: string }[] };
    const id = made.value.at(-1)?.FieldValue ?? '';
    // A date is local midnight, in British summer time an hour before UTC's [K].
    expect((await as(site, admin).get(`${list}/items(${id})?$select=When`)).json).toMatchObject({ When: '2026-05-31T23:00:00Z' });
  });

  it('comments, attachments and empty answers [R]', async () => {
    const comment = await as(site, admin).post(`${list}/items(1)/comments`, { text: 'Well done' });
    expect(comment.status).toBe(201);
    expect(comment.json).toMatchObject({
      id: '1',
      parentId: '0',
      itemId: 1,
      isReply: false,
      likeCount: 0,
      replyCount: 0,
      text: 'Well done',
      author: { principalType: 1, isActive: true },
    });
    expect((await as(site, admin).post(`${list}/items(1)/comments(1)/like`, {})).json).toEqual({ 'odata.null': true });
    const attached = await as(site, admin).send(`${list}/items(2)/AttachmentFiles/add(FileName='a.txt')`, { method: 'POST', body: 'text' });
    expect(attached.json).toEqual({
      FileName: 'a.txt',
      FileNameAsPath: { DecodedUrl: 'a.txt' },
      ServerRelativePath: { DecodedUrl: `${siteUrl}/Lists/PNP_SDK_TEST/Attachments/2/a.txt` },
      ServerRelativeUrl: `${siteUrl}/Lists/PNP_SDK_TEST/Attachments/2/a.txt`,
    });
    expect((await as(site, admin).get(`${list}/items(2)`)).json).toMatchObject({ Attachments: true });
    const gone = await as(site, admin).post(`${list}/items(2)`, {}, { 'X-HTTP-Method': 'DELETE', 'If-Match': '*' });
    expect([gone.status, gone.text]).toEqual([200, '']);
  });

  it('refuses by name what it does not know', async () => {
    const answer = await as(site, admin).get(`_api/search/query?querytext='x'`);
    expect(answer).toMatchObject({ status: 501, text: expect.stringContaining('/_api/search') });
    expect((await as(site, admin).get('_api/web/features')).text).toContain('/_api/web/features');
  });
});
