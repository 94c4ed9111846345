import fc from 'fast-check';
import type { LocalSite } from '../../localsite/site';
import { admin, openTestSite, people, siteUrl } from '../kit/localSite';
import { as } from '../kit/request';

/** A folder or row: where it lies, and the permissions of its own if it has any. */
interface Node {
  /** Index of the folder it lies in; -1 for the root of the list. */
  readonly parent: number;
  readonly isFolder: boolean;
  /** Absent: it inherits. Else who is granted Read there; `copy` starts from what it inherited. */
  readonly own?: { readonly copy: boolean; readonly readers: readonly Person[] };
}

type Person = 'ann' | 'ben';
const everybody: readonly Person[] = ['ann', 'ben'];

const readers = fc.subarray([...everybody]);
const nodes = fc.array(
  fc.record({ parent: fc.nat(), isFolder: fc.boolean(), own: fc.option(fc.record({ copy: fc.boolean(), readers }), { nil: undefined }) }),
  { minLength: 1, maxLength: 8 },
);

/** Points every node at an earlier folder, or at the root. */
function toTree(
  raw: readonly { readonly parent: number; readonly isFolder: boolean; readonly own: Node['own'] | undefined }[],
): readonly Node[] {
  const folders: number[] = [-1];
  return raw.map((node, index) => {
    const parent = folders[node.parent % folders.length] ?? -1;
    if (node.isFolder) folders.push(index);
    return { parent, isFolder: node.isFolder, ...(node.own ? { own: node.own } : {}) };
  });
}

/** The oracle: who may read a node, from the rules of inheritance alone. */
function mayRead(tree: readonly Node[], index: number, root: ReadonlySet<Person>): ReadonlySet<Person> {
  const node = tree[index];
  if (!node) return root;
  const inherited = node.parent < 0 ? root : mayRead(tree, node.parent, root);
  if (!node.own) return inherited;
  return new Set([...(node.own.copy ? inherited : []), ...node.own.readers]);
}

const read = 1073741826;

async function build(site: LocalSite, tree: readonly Node[], root: ReadonlySet<Person>): Promise<readonly number[]> {
  const list = `_api/web/lists/getbytitle('Tree')`;
  const write = (path: string, body: unknown = {}) => as(site, admin).post(path, body);
  await write('_api/web/lists', { Title: 'Tree', BaseTemplate: 100, EnableFolderCreation: true });
  const ids: Record<Person, number> = { ann: 0, ben: 0 };
  for (const person of everybody)
    ids[person] = ((await write('_api/web/ensureuser', { logonName: people[person] })).json as { Id: number }).Id;
  await write(`${list}/breakroleinheritance(copyroleassignments=false, clearsubscopes=true)`);
  for (const person of root) await write(`${list}/roleassignments/addroleassignment(principalid=${ids[person]}, roledefid=${read})`);
  const paths: string[] = [];
  const made: number[] = [];
  for (const [index, node] of tree.entries()) {
    const folder = node.parent < 0 ? `${siteUrl}/Lists/Tree` : (paths[node.parent] ?? '');
    paths.push(`${folder}/n${index}`);
    const values = [{ FieldName: 'Title', FieldValue: `n${index}` }];
    const answer = await write(`${list}/AddValidateUpdateItemUsingPath`, {
      listItemCreateInfo: {
        FolderPath: { DecodedUrl: folder },
        LeafName: { DecodedUrl: `n${index}` },
        UnderlyingObjectType: node.isFolder ? 1 : 0,
      },
      formValues: values,
    });
    const id = Number(
      (answer.json as { value: { FieldName: string; FieldValue: string }[] }).value.find((row) => row.FieldName === 'Id')?.FieldValue,
    );
    made.push(id);
    if (!node.own) continue;
    await write(`${list}/items(${id})/breakroleinheritance(copyroleassignments=${node.own.copy}, clearsubscopes=false)`);
    for (const person of node.own.readers)
      await write(`${list}/items(${id})/roleassignments/addroleassignment(principalid=${ids[person]}, roledefid=${read})`);
  }
  return made;
}

async function readable(
  site: LocalSite,
  person: Person,
  made: readonly number[],
): Promise<{ readonly listed: readonly number[]; readonly opened: readonly number[] }> {
  const list = `_api/web/lists/getbytitle('Tree')`;
  const answer = await as(site, people[person]).get(`${list}/items?$select=Id&$top=5000`);
  const listed = answer.status === 200 ? (answer.json as { value: { Id: number }[] }).value.map((item) => item.Id) : [];
  const opened: number[] = [];
  for (const id of made) if ((await as(site, people[person]).get(`${list}/items(${id})?$select=Id`)).status === 200) opened.push(id);
  return { listed, opened };
}

describe('permissions in a tree of folders', () => {
  it('are what the rules of inheritance say, for collections and for single items', async () => {
    await fc.assert(
      fc.asyncProperty(nodes, readers, async (raw, rootReaders) => {
        const tree = toTree(raw);
        const root = new Set(rootReaders);
        const site = openTestSite();
        const made = await build(site, tree, root);
        for (const person of everybody) {
          const expected = made.filter((_, index) => mayRead(tree, index, root).has(person));
          expect(await readable(site, person, made)).toEqual({ listed: expected, opened: expected });
        }
        site.close();
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
