import fc from 'fast-check';
import { parseCamlView } from '../../../localsite/query/caml';
import { SharePointError } from '../../../localsite/wire/sharePointError';

const where = (xml: string): unknown => parseCamlView(`<View><Query><Where>${xml}</Where></Query></View>`).where;
const escapeXml = (text: string): string => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

describe('a view', () => {
  test('gives its scope, order, groups, columns and row limit', () => {
    const view = parseCamlView(
      `<View Scope="RecursiveAll"><Query><GroupBy Collapse="TRUE"><FieldRef Name="Class"/></GroupBy>
       <OrderBy><FieldRef Name="DayKey" Ascending="FALSE"/><FieldRef Name="Title"/></OrderBy></Query>
       <ViewFields><FieldRef Name="Title"/><FieldRef Name="Body"/></ViewFields><RowLimit Paged="TRUE">30</RowLimit></View>`,
    );
    expect(view).toEqual({
      scope: 'recursiveAll',
      orderBy: [
        { field: ['DayKey'], ascending: false },
        { field: ['Title'], ascending: true },
      ],
      groupBy: ['Class'],
      viewFields: ['Title', 'Body'],
      rowLimit: 30,
      paged: true,
    });
  });

  test('may be empty, or only a query', () => {
    expect(parseCamlView('<View/>')).toEqual({ scope: 'default', orderBy: [], groupBy: [], viewFields: [], paged: false });
    expect(parseCamlView('<Query><OrderBy><FieldRef Name="ID"/></OrderBy></Query>').orderBy).toHaveLength(1);
  });

  test.each([
    '',
    'plain text',
    '<View>',
    '<View></Query>',
    '<Rows/>',
    '<View Scope="Everywhere"/>',
    '<View><RowLimit>all</RowLimit></View>',
    '<!DOCTYPE View [<!ENTITY a "b">]><View/>',
    '<View>&unknown;</View>',
    `${'<View>'.repeat(5000)}${'</View>'.repeat(5000)}`,
  ])('is refused when it is no view (case %#)', (xml) => {
    expect(() => parseCamlView(xml)).toThrow(SharePointError);
  });
});

describe('a condition', () => {
  test.each([
    ['Eq', 'eq'],
    ['Neq', 'ne'],
    ['Gt', 'gt'],
    ['Geq', 'ge'],
    ['Lt', 'lt'],
    ['Leq', 'le'],
    ['Contains', 'contains'],
    ['BeginsWith', 'startsWith'],
  ])('%s is read', (element, operator) => {
    expect(where(`<${element}><FieldRef Name="Title"/><Value Type="Text">a</Value></${element}>`)).toEqual({
      kind: 'compare',
      field: ['Title'],
      operator,
      value: { kind: 'string', value: 'a' },
    });
  });

  test('takes values in the type that it names', () => {
    const value = (xml: string): unknown => where(`<Eq><FieldRef Name="X"/>${xml}</Eq>`);
    expect(value('<Value Type="Number">2.5</Value>')).toMatchObject({ value: { kind: 'number', value: 2.5 } });
    expect(value('<Value Type="Boolean">1</Value>')).toMatchObject({ value: { kind: 'boolean', value: true } });
    expect(value('<Value Type="DateTime">2026-06-01</Value>')).toMatchObject({
      value: { kind: 'date', value: '2026-05-31T23:00:00.000Z', wholeDay: true },
    });
    expect(value('<Value Type="DateTime" IncludeTimeValue="TRUE">2026-06-01T08:00:00Z</Value>')).toMatchObject({
      value: { kind: 'date', value: '2026-06-01T08:00:00.000Z', wholeDay: false },
    });
    expect(value('<Value Type="DateTime"><Today OffsetDays="-7"/></Value>')).toMatchObject({
      value: { kind: 'now', offsetDays: -7, wholeDay: true },
    });
    expect(value('<Value Type="Integer"><UserID/></Value>')).toMatchObject({ value: { kind: 'currentUser' } });
  });

  test('knows ids, lists of values, emptiness and membership', () => {
    expect(
      where(
        '<In><FieldRef Name="Class" LookupId="TRUE"/><Values><Value Type="Integer">1</Value><Value Type="Integer">2</Value></Values></In>',
      ),
    ).toEqual({
      kind: 'compare',
      field: ['Class'],
      operator: 'in',
      lookupId: true,
      values: [
        { kind: 'number', value: 1 },
        { kind: 'number', value: 2 },
      ],
    });
    expect(where('<IsNull><FieldRef Name="Due"/></IsNull>')).toEqual({ kind: 'compare', field: ['Due'], operator: 'isNull' });
    expect(where('<IsNotNull><FieldRef Name="Due"/></IsNotNull>')).toEqual({ kind: 'compare', field: ['Due'], operator: 'isNotNull' });
    expect(where('<Membership Type="SPGroup" ID="12"><FieldRef Name="Team"/></Membership>')).toMatchObject({
      operator: 'membership',
      of: { kind: 'group', groupId: 12 },
    });
  });

  test('joins exactly two at a time', () => {
    const one = '<IsNull><FieldRef Name="A"/></IsNull>';
    expect(where(`<And>${one}<Or>${one}${one}</Or></And>`)).toMatchObject({ kind: 'all', parts: [{ kind: 'compare' }, { kind: 'any' }] });
    expect(() => where(`<And>${one}${one}${one}</And>`)).toThrow(SharePointError);
    expect(() => where(`<And>${one}</And>`)).toThrow(SharePointError);
    expect(() => where(`${one}${one}`)).toThrow(SharePointError);
  });

  test.each([
    '<Like><FieldRef Name="A"/><Value Type="Text">a</Value></Like>',
    '<Eq><Value Type="Text">a</Value></Eq>',
    '<Eq><FieldRef Name="A"/></Eq>',
    '<In><FieldRef Name="A"/><Values/></In>',
    '<Eq><FieldRef Name="A"/><Value Type="Number">x</Value></Eq>',
    '<Eq><FieldRef Name="A"/><Value Type="DateTime">x</Value></Eq>',
  ])('is refused when SharePoint has none like it (case %#)', (xml) => {
    expect(() => where(xml)).toThrow(SharePointError);
  });

  test('gives back any text that was escaped into it', () => {
    const shown = fc.string().filter((text) => !/[\0-\x1f]/.test(text));
    fc.assert(
      fc.property(shown, (text) => {
        expect(where(`<Eq><FieldRef Name="Title"/><Value Type="Text">${escapeXml(text)}</Value></Eq>`)).toMatchObject({
          value: { kind: 'string', value: text },
        });
      }),
    );
  });
});
