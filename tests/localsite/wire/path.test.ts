import fc from 'fast-check';
import { SharePointError } from '../../../localsite/wire/sharePointError';
import { parseApiPath } from '../../../localsite/wire/path';

const parse = (path: string, query = ''): ReturnType<typeof parseApiPath> => parseApiPath(path, new URLSearchParams(query));
const guid = '0a1b2c3d-0000-0000-0000-000000000001';

describe('a path', () => {
  test('is a row of names in lower case', () => {
    expect(parse('Web/CurrentUser/$value').map((step) => step.name)).toEqual(['web', 'currentuser', '$value']);
    expect(parse('web//lists/').map((step) => step.name)).toEqual(['web', 'lists']);
    expect(parse('')).toEqual([]);
  });

  test.each<[string, unknown[]]>([
    ["getbytitle('O''Brien')", [{ kind: 'string', value: "O'Brien" }]],
    ["getbytitle('a%2Fb')", [{ kind: 'string', value: 'a/b' }]],
    ["getlist('/sites/x/Lists/T')", [{ kind: 'string', value: '/sites/x/Lists/T' }]],
    ["getbytitle('(a, b)')", [{ kind: 'string', value: '(a, b)' }]],
    ['getbytitle(%27O%27%27Brien%27)', [{ kind: 'string', value: "O'Brien" }]],
    [`lists('${guid}')`, [{ kind: 'string', value: guid }]],
    [`lists(guid'${guid}')`, [{ kind: 'guid', value: guid }]],
    [`lists(guid'{${guid.toUpperCase()}}')`, [{ kind: 'guid', value: guid }]],
    ['items(5)', [{ kind: 'number', value: 5 }]],
    ['recycle()', []],
    ['recycle', []],
    ['setshowindisplayform(true)', [{ kind: 'boolean', value: true }]],
    ['x(null)', [{ kind: 'null' }]],
  ])('reads the arguments of %s', (written, expected) => {
    expect(parse(written)[0]?.arguments).toEqual(expected);
  });

  test('tells a call without arguments from a name', () => {
    expect(parse('items()')[0]?.isCall).toBe(true);
    expect(parse('items')[0]?.isCall).toBe(false);
  });

  test('reads named arguments, with or without blanks', () => {
    // [C] docs/sharepoint-facts.md, A1
    expect(parse('addroleassignment(principalid=3, roledefid=1073741826)')[0]?.named).toEqual({
      principalid: { kind: 'number', value: 3 },
      roledefid: { kind: 'number', value: 1073741826 },
    });
    expect(parse('BreakRoleInheritance(copyRoleAssignments=false,clearSubscopes=true)')[0]?.named).toEqual({
      copyroleassignments: { kind: 'boolean', value: false },
      clearsubscopes: { kind: 'boolean', value: true },
    });
    expect(parse("addUsingPath(DecodedUrl='a=b, c',overwrite=false)")[0]?.named).toEqual({
      decodedurl: { kind: 'string', value: 'a=b, c' },
      overwrite: { kind: 'boolean', value: false },
    });
  });

  test('takes aliases from the query string', () => {
    // [C] docs/sharepoint-facts.md, A1
    expect(parse('getFolderByServerRelativePath(decodedUrl=@p1)', "@p1='/sites/x/O''Brien'")[0]?.named).toEqual({
      decodedurl: { kind: 'string', value: "/sites/x/O'Brien" },
    });
    expect(parse('SetLike(listID=@a1,like=@a2)', `@a1=guid'${guid}'&@a2=true`)[0]?.named).toEqual({
      listid: { kind: 'guid', value: guid },
      like: { kind: 'boolean', value: true },
    });
    expect(parse('renderlistdata(@viewXml)', "@viewXml='<View/>'")[0]?.arguments).toEqual([{ kind: 'string', value: '<View/>' }]);
    expect(parse('getlistitemchangessincetoken(query=@q)', '@q={"Query":"a"}')[0]?.named).toEqual({
      query: { kind: 'json', value: { Query: 'a' } },
    });
  });

  test.each([
    "getbytitle('open)",
    'items(5',
    'items(5)x',
    "items'5'",
    'items(,)',
    'items(five)',
    'x(@missing)',
    'items(%E0%A4%A)',
    "lists(guid'12')",
    'x(@p)',
  ])('%s is refused with 400', (written) => {
    expect(() => parse(written, '@p={bad')).toThrow(SharePointError);
  });

  test('gives back any text that was quoted into it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (first, second) => {
        const quote = (text: string): string => encodeURIComponent(`'${text.replace(/'/g, "''")}'`);
        const [step, next] = parse(`call(${quote(first)},name=${quote(second)})/items`);
        expect(step?.arguments).toEqual([{ kind: 'string', value: first }]);
        expect(step?.named).toEqual({ name: { kind: 'string', value: second } });
        expect(next?.name).toBe('items');
      }),
    );
  });

  test('gives back any text that came through an alias', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const query = new URLSearchParams({ '@p1': `'${text.replace(/'/g, "''")}'` });
        expect(parseApiPath('call(x=@p1)', new URLSearchParams(query.toString()))[0]?.named).toEqual({
          x: { kind: 'string', value: text },
        });
      }),
    );
  });
});
