import * as v from 'valibot';
import { lists, listUrl } from '../../../src/lists/index';
import type { Site } from '../../site/connection';
import { NotReady } from '../notReady';

const listRow = v.object({ HasUniqueRoleAssignments: v.boolean(), RootFolder: v.object({ ServerRelativeUrl: v.string() }) });

/** Throws NotReady where a list is missing or a closed list is open. */
export async function assertProvisioned(site: Site): Promise<void> {
  const rows = v.parse(
    v.array(listRow),
    await site.web.lists.select('HasUniqueRoleAssignments', 'RootFolder/ServerRelativeUrl').expand('RootFolder')(),
  );
  for (const list of lists) {
    const row = rows.find((each) => each.RootFolder.ServerRelativeUrl.toLowerCase() === listUrl(site.path, list).toLowerCase());
    if (!row) throw new NotReady(`The site lacks the list ${list.title}.`);
    if (list.access.kind !== 'inherited' && !row.HasUniqueRoleAssignments)
      throw new NotReady(`The list ${list.title} is open to everybody who may read the site.`);
  }
  await assertColumns(site);
}

const fieldRows = v.array(v.object({ InternalName: v.string() }));

/** A site that an earlier release provisioned lacks columns that have come since. */
async function assertColumns(site: Site): Promise<void> {
  const answers = await site.batch(
    lists.map((list) => ({
      run: async (web) => v.parse(fieldRows, await web.getList(listUrl(site.path, list)).fields.select('InternalName')()),
    })),
  );
  lists.forEach((list, index) => {
    const answer = answers[index];
    if (!answer?.ok) throw answer?.error ?? new NotReady('A batch came back without an answer.');
    const missing = list.fields.find(({ name }) => !answer.value.some(({ InternalName }) => InternalName === name));
    if (missing) throw new NotReady(`The list ${list.title} lacks the column ${missing.title}.`);
  });
}
