import type { LocalSite } from '../../localsite/site';
import { admin, openTestSite } from '../kit/localSite';
import { as } from '../kit/request';
import { clientOf } from '../kit/pnpClient';

/** docs/sharepoint-facts.md, A12, measured on lists of 5,500 rows; here past a threshold of 20. */
describe('a list past the list view threshold', () => {
  let site: LocalSite;
  const list = `_api/web/lists/getbytitle('Big')`;
  const rows = 30;

  beforeAll(async () => {
    site = openTestSite({ listViewThreshold: 20 });
    const { web } = clientOf(site, admin);
    await web.lists.add('Big');
    const big = web.lists.getByTitle('Big');
    await big.fields.addText('Key', { Indexed: true });
    await big.fields.addText('Plain');
    await big.fields.addNumber('DayKey');
    await big.fields.getByInternalNameOrTitle('DayKey').update({ Indexed: true });
    for (let number = 1; number <= rows; number += 1)
      await big.items.add({
        Title: `T${number}`,
        Key: number % 10 === 0 ? null : `k${number % 10}`,
        Plain: `p${number % 10}`,
        DayKey: 20260900 + number,
      });
  });

  const odata = async (query: string): Promise<number | string> => {
    const answer = await as(site, admin).get(`${list}/items?$select=Id&${query}`);
    return answer.status === 200
      ? (answer.json as { value: unknown[] }).value.length
      : `${answer.status} ${(answer.json as { 'odata.error': { code: string } })['odata.error'].code}`;
  };
  const refused = '500 -2147024860, Microsoft.SharePoint.SPQueryThrottledException';

  it.each([
    ['a selective filter on an indexed column', "$filter=Key eq 'k1'", 3],
    ['a range on an indexed number', '$filter=DayKey ge 20260925', 6],
    ['an indexed part beside an unindexed one', "$filter=Key eq 'k1' and Plain eq 'p1'", 3],
    ['eq null on an indexed column', '$filter=Key eq null', 3],
    ['an or of indexed parts', "$filter=Key eq 'k1' or Key eq 'k2'", 6],
    ['the id', '$filter=Id ge 25', 6],
    ['no filter and no order', '$top=25', 25],
    ['an indexed filter ordered by an unindexed column', "$filter=Key eq 'k1'&$orderby=Plain", 3],
  ])('serves OData: %s', async (_, query, expected) => {
    expect(await odata(query)).toBe(expected);
  });

  it.each([
    ['a filter on an unindexed column', "$filter=Plain eq 'p1'"],
    ['a filter on Title', "$filter=Title eq 'T1'"],
    ['an order by an unindexed column', '$orderby=Plain'],
    ['an or with an unindexed branch', "$filter=Key eq 'k1' or Plain eq 'p1'"],
    ['an indexed filter that is not selective', '$filter=DayKey ge 20260901'],
  ])('refuses OData: %s', async (_, query) => {
    expect(await odata(query)).toBe(refused);
  });

  const caml = async (where: string, more = ''): Promise<number | string> => {
    const answer = await as(site, admin).post(`${list}/RenderListDataAsStream`, {
      parameters: { ViewXml: `<View><Query><Where>${where}</Where>${more}</Query><RowLimit>100</RowLimit></View>` },
    });
    return answer.status === 200 ? (answer.json as { Row: unknown[] }).Row.length : `${answer.status}`;
  };

  it('answers CAML on an unindexed column with what is among the first rows, without an error', async () => {
    expect(await caml('<Eq><FieldRef Name="Plain"/><Value Type="Text">p1</Value></Eq>')).toBe(2);
    expect(await caml('<Eq><FieldRef Name="Key"/><Value Type="Text">k1</Value></Eq>')).toBe(3);
    expect(await caml('<Eq><FieldRef Name="Key"/><Value Type="Text">k1</Value></Eq>', '<GroupBy><FieldRef Name="Key"/></GroupBy>')).toBe(
      '500',
    );
  });
});
