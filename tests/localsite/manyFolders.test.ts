import { belowClause, belowValues } from '../../localsite/store/items';
import { Database } from '../../localsite/context/database';
import { prepareSchema } from '../../localsite/store/schema';
import { admin, openTestSite, people, siteUrl } from '../kit/localSite';
import { as } from '../kit/request';

const list = `_api/web/lists/getbytitle('Tree')`;
const root = `${siteUrl}/Lists/Tree`;

interface Rows {
  readonly value: readonly { readonly FileLeafRef: string }[];
}

describe('a list of many folders', () => {
  it('takes neighbours with the same beginning for neighbours', async () => {
    const site = openTestSite();
    await as(site, admin).post('_api/web/lists', { Title: 'Tree', BaseTemplate: 100, EnableFolderCreation: true });
    const make = (folder: string, leaf: string, type: number) =>
      as(site, admin).post(`${list}/AddValidateUpdateItemUsingPath`, {
        listItemCreateInfo: { FolderPath: { DecodedUrl: folder }, LeafName: { DecodedUrl: leaf }, UnderlyingObjectType: type },
        formValues: [{ FieldName: 'Title', FieldValue: leaf }],
      });
    for (const leaf of ['k1', 'k1 b', 'k1.b', 'k1-b', 'k10', 'K2']) {
      await make(root, leaf, 1);
      await make(`${root}/${leaf}`, 'in', 1);
      await make(`${root}/${leaf}/in`, 'deep', 1);
    }
    const below = async (folder: string): Promise<readonly string[]> => {
      const answer = await as(site, admin).post(`${list}/getitems?$select=FileLeafRef,FileDirRef`, {
        query: { ViewXml: '<View Scope="RecursiveAll"></View>', FolderServerRelativeUrl: `${root}/${folder}` },
      });
      return (answer.json as Rows).value.map((row) => row.FileLeafRef);
    };
    for (const folder of ['k1', 'k1 b', 'k1.b', 'k10', 'k2']) expect(await below(folder)).toEqual(['in', 'deep']);
  });

  it('is searched by folder and not from end to end', () => {
    const db = new Database(':memory:');
    prepareSchema(db);
    const plan = db.all<{ readonly detail: string }>(
      `EXPLAIN QUERY PLAN SELECT * FROM items WHERE list = ? AND ${belowClause}`,
      1,
      ...belowValues('/a/b'),
    );
    expect(plan.map((step) => step.detail)).toEqual(['SEARCH items USING INDEX items_path (list=? AND dir>? AND dir<?)']);
    db.close();
  });

  it('finds a guest by the login name of the claim', async () => {
    const site = openTestSite();
    site.addAccounts([{ email: 'under_score@family.example', name: 'Una Adult', isGuest: true }]);
    const ensure = async (logonName: string) =>
      (await as(site, admin).post('_api/web/ensureuser', { logonName })).json as { Email?: string };
    expect((await ensure('i:0#.f|membership|under_score_family.example#ext#@school.onmicrosoft.com')).Email).toBe(
      'under_score@family.example',
    );
    expect((await ensure(`i:0#.f|membership|${people.teacher}`)).Email).toBe(people.teacher);
    expect(
      (
        await as(site, admin).send('_api/web/ensureuser', {
          method: 'POST',
          body: '{"logonName":"i:0#.f|membership|nobody_family.example#ext#@school.onmicrosoft.com"}',
        })
      ).status,
    ).toBe(400);
  });
});
