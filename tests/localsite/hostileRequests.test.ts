import { createLocalSite } from '../../localsite/site';
import { admin, openTestSite, origin, people, siteUrl } from '../kit/localSite';
import { as, type Answer } from '../kit/request';
import { listUrl, openPupilFolders, type PupilFolders } from '../kit/pupilFolders';

const list = `_api/web/lists/getbytitle('Pupil%20Records')`;

function codeOf({ json }: Answer): string | undefined {
  return (json as { 'odata.error'?: { code: string } } | undefined)?.['odata.error']?.code;
}

function part(line: string, headers = ''): string {
  return `--b\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\n${line} HTTP/1.1\nAccept: application/json;odata=nometadata\n${headers}\n\n`;
}

describe('a request that makes no sense', () => {
  let school: PupilFolders;
  beforeAll(async () => {
    school = await openPupilFolders();
  });

  it('is refused in words, never with a broken answer', async () => {
    const { site } = school;
    const today =
      '<View><Query><Where><Gt><FieldRef Name="Created"/><Value Type="DateTime"><Today OffsetDays="99999999999"/></Value></Gt></Where></Query></View>';
    const answers = [
      await as(site, people.ann).get('_api/web/__proto__'),
      await as(site, people.ann).get('_api/web/constructor'),
      await as(site, people.ann).get('_api/web/doesuserhavepermissions(@m)?@m={"High":"x","Low":"y"}'),
      await as(site, people.ann).get(`_api/web/getfolderbyserverrelativepath(decodedurl='${encodeURIComponent(`${origin}/%E0%A4`)}')`),
      await as(site, people.ann).post(`${list}/getitems`, { query: { ViewXml: today } }),
      await as(site, admin).post(`${list}/fields`, { Title: 'Flag', FieldTypeKind: 8, DefaultValue: 1 }),
      await as(site, admin).post(`${list}/fields`, { Title: 'Text', FieldTypeKind: 2, constructor: 'x' }),
      await as(site, admin).post('_api/web/lists', { Title: 'Odd', constructor: 1 }),
      await as(site, admin).post('_api/web/lists', { Title: 'Odd', EnableModeration: null }),
      await as(site, admin).post('_api/web/lists', { Title: 'Odd', ReadSecurity: 3 }),
      await as(site, admin).post('_api/web/ensureuser', { logonName: 'constructor' }),
      await as(site, admin).post('_api/web/roledefinitions', { Name: 'Huge', BasePermissions: { High: '99999999999999999999', Low: '1' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([501, 501, 400, 404, 400, 400, 400, 400, 400, 400, 400, 400]);
    expect(answers.every((answer) => codeOf(answer) !== undefined)).toBe(true);
  });

  it('with a method that nobody knows is not taken for reading', async () => {
    const { site } = school;
    const meant = (method: string) =>
      as(site, people.ann).send('_api/web?$select=Title', { method: 'POST', headers: { 'X-HTTP-Method': method } });
    expect((await meant('PURGE')).text).toContain('PURGE');
    expect([(await meant('PURGE')).status, (await meant('constructor')).status]).toEqual([501, 501]);
    expect((await as(site, people.ann).send('_api/web?$select=Title', { method: 'OPTIONS' })).status).toBe(501);
    const deleting = await as(site, admin).send(list, { headers: { 'X-HTTP-Method': 'DELETE', 'If-Match': '*' } });
    expect((deleting.json as { Title?: string }).Title).toBe('Pupil Records');
    const heads = await as(site, people.ann).send('_api/web?$select=Title', {
      method: 'HEAD',
      headers: { Cookie: `localsite_signin=${people.ann}` },
    });
    expect(heads.status).toBe(200);
  });

  it('spoils only its own part of a batch, and cannot become somebody else there', async () => {
    const parts = [
      part('GET http://'),
      part(
        `GET ${origin}${siteUrl}/_api/web/currentuser?$select=Email`,
        `Authorization: Bearer local:${admin}\nCookie: localsite_signin=${admin}`,
      ),
      part('GET http://elsewhere.example/sites/school/_api/web'),
      part(`POST ${origin}${siteUrl}/_api/$batch`),
    ];
    const { status, text } = await as(school.site, people.ann).send('_api/$batch', {
      method: 'POST',
      body: `${parts.join('')}--b--\n`,
      headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
    });
    expect(status).toBe(200);
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400', 'HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 501']);
    expect(text).toContain(people.ann);
    expect(text).not.toContain(admin);
  });

  it('signs in with any target, which stays on this site', async () => {
    const go = async (to: string): Promise<string | null> =>
      (await school.site.fetch(new Request(`${origin}/_local/signin?as=${people.ann}&to=${encodeURIComponent(to)}`))).headers.get(
        'location',
      );
    expect(await go('/%E0%A4')).toBe('/%E0%A4');
    expect(await go('/.//elsewhere.example')).toBe('/');
    expect(await go('/\t/elsewhere.example')).toBe('/');
    expect(await go('/sites/school/SitePages/A%20B.aspx?x=%26#y')).toBe('/sites/school/SitePages/A%20B.aspx?x=%26#y');
    expect(await go('/sites/school/SitePages/Ä B.aspx')).toBe('/sites/school/SitePages/%C3%84%20B.aspx');
  });
});

describe('an error in the local site itself', () => {
  it('is a plain 500 without a stack, alone or in a batch, and is reported', async () => {
    const reported: unknown[] = [];
    const site = createLocalSite({
      database: ':memory:',
      clock: () => {
        throw new RangeError('a broken clock');
      },
      report: (error) => void reported.push(error),
    });
    expect(() => site.createSite({ url: siteUrl, title: 'S', adminEmail: admin })).toThrow('a broken clock');
    const whole = openTestSite({ report: (error) => void reported.push(error), clock: brokenAfter(200) });
    await untilBroken(whole);
    const answer = await as(whole, admin).post('_api/web/lists', { Title: 'L', BaseTemplate: 100 });
    expect([answer.status, codeOf(answer)]).toEqual([500, '-1, Microsoft.SharePoint.Client.UnknownError']);
    expect(answer.text).not.toContain('clock');
    const batch = await as(whole, admin).send('_api/$batch', {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
      body: `${part(`POST ${origin}${siteUrl}/_api/contextinfo`)}${part(`GET ${origin}${siteUrl}/_api/web?$select=Title`)}--b--\n`,
    });
    expect(batch.text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 500', 'HTTP/1.1 200']);
    expect(reported.length).toBeGreaterThan(0);
  });
});

/** A clock that stops working after so many readings. */
function brokenAfter(readings: number): () => Date {
  let left = readings;
  return () => {
    left -= 1;
    if (left < 0) throw new RangeError('a broken clock');
    return new Date('2026-11-23T11:30:00Z');
  };
}

async function untilBroken(site: ReturnType<typeof openTestSite>): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) if ((await as(site, admin).post('_api/contextinfo', {})).status === 500) return;
}

describe('names that are taken by what is hidden', () => {
  it('do not show, wherever a folder is asked for', async () => {
    const { site } = await openPupilFolders();
    await as(site, admin).post(`${list}/AddValidateUpdateItemUsingPath`, {
      listItemCreateInfo: { FolderPath: { DecodedUrl: `${listUrl}/k2` }, LeafName: { DecodedUrl: 'sub' }, UnderlyingObjectType: 1 },
      formValues: [{ FieldName: 'Title', FieldValue: 'sub' }],
    });
    const add = (path: string) => as(site, people.ann).post(`_api/web/folders/addusingpath(decodedurl='${listUrl}/${path}')`, {});
    const [hidden, missing] = [await add('k2/sub'), await add('k2/none')];
    expect([hidden.status, hidden.text]).toEqual([missing.status, missing.text]);
    const [folder, none] = [await add('k2'), await add('k9')];
    expect([folder.status, folder.text]).toEqual([none.status, none.text]);
  });

  it('do not show, where a file is uploaded by who may not', async () => {
    const { site, owner } = await openPupilFolders();
    const documents = owner.web.lists.getByTitle('Documents');
    await documents.breakRoleInheritance(false, true);
    const read = await owner.web.roleDefinitions.getByName('Read')();
    await documents.roleAssignments.add((await owner.web.siteGroups.getByName('A-k1')()).Id, read.Id);
    const folder = `_api/web/getfolderbyserverrelativepath(decodedurl='${siteUrl}/Shared%20Documents')/files`;
    await as(site, admin).send(`${folder}/addusingpath(decodedurl='closed.txt',overwrite=false)`, { method: 'POST', body: 'closed' });
    const file = await owner.web.getFileByServerRelativePath(`${siteUrl}/Shared Documents/closed.txt`).getItem();
    await file.breakRoleInheritance(false, true);
    const add = (leaf: string, overwrite: boolean) =>
      as(site, people.ann).send(`${folder}/addusingpath(decodedurl='${leaf}',overwrite=${overwrite})`, { method: 'POST', body: 'x' });
    for (const overwrite of [false, true]) {
      const [hidden, missing] = [await add('closed.txt', overwrite), await add('none.txt', overwrite)];
      expect([hidden.status, hidden.text]).toEqual([missing.status, missing.text]);
    }
  });
});
