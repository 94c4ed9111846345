import type { SPFI } from '@pnp/sp';
import type { LocalSite } from '../../localsite/site';
import { admin, openTestSite, people, siteUrl } from './localSite';
import { clientOf } from './pnpClient';

export const listUrl = `${siteUrl}/Lists/Pupil Records`;

/** A level without versions, alerts and browsing of users, as adults get it. */
export const parentRead = { High: 32, Low: 200737 };

export interface PupilFolders {
  readonly site: LocalSite;
  readonly owner: SPFI;
  /** Ids of the row in the folder of each adult. */
  readonly rows: { readonly ann: number; readonly ben: number };
  readonly folders: { readonly ann: number; readonly ben: number };
}

/** Two adults, each with a group, a folder of their own in a closed list, and a row with an attachment in it. */
export async function openPupilFolders(): Promise<PupilFolders> {
  const site = openTestSite();
  const owner = clientOf(site, admin);
  const { web } = owner;
  await web.lists.add('Pupil Records', '', 100, false, { EnableFolderCreation: true });
  const list = web.lists.getByTitle('Pupil Records');
  await list.breakRoleInheritance(false, false);
  await list.fields.addText('PupilKey', { Indexed: true });
  await web.roleDefinitions.add('Parent Read', '', 1, parentRead);
  const ann = await openFolder(owner, people.ann, 'k1');
  const ben = await openFolder(owner, people.ben, 'k2');
  return { site, owner, rows: { ann: ann.row, ben: ben.row }, folders: { ann: ann.folder, ben: ben.folder } };
}

/** The order of docs/sharepoint-facts.md, C3: folder, scope, grant, then rows. */
async function openFolder(owner: SPFI, email: string, key: string): Promise<{ readonly folder: number; readonly row: number }> {
  const { web } = owner;
  const list = web.lists.getByTitle('Pupil Records');
  const made = await list.addValidateUpdateItemUsingPath(
    [
      { FieldName: 'Title', FieldValue: key },
      { FieldName: 'FileLeafRef', FieldValue: key },
      { FieldName: 'ContentTypeId', FieldValue: '0x0120' },
    ],
    listUrl,
    false,
    undefined,
    { leafName: key, objectType: 1 },
  );
  const folder = Number(made.find((row) => row.FieldName === 'Id')?.FieldValue);
  const group = await web.siteGroups.add({ Title: `A-${key}`, OnlyAllowMembersViewMembership: true });
  const user = await web.ensureUser(email);
  await web.siteGroups.getById(group.Id).users.add(user.LoginName);
  const level = await web.roleDefinitions.getByName('Parent Read')();
  const item = list.items.getById(folder);
  await item.breakRoleInheritance(false, true);
  await item.roleAssignments.add(group.Id, level.Id);
  const added = await list.addValidateUpdateItemUsingPath(
    [
      { FieldName: 'Title', FieldValue: `Report of ${key}` },
      { FieldName: 'PupilKey', FieldValue: key },
    ],
    `${listUrl}/${key}`,
  );
  const row = Number(added.find((one) => one.FieldName === 'Id')?.FieldValue);
  await list.items.getById(row).attachmentFiles.add('report.txt', `of ${key}`);
  return { folder, row };
}
