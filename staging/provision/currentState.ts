import * as v from 'valibot';
import { lists, listUrl } from '../../src/lists/index';
import { siteGroups } from '../../src/lists/permissions';
import type { Site } from '../site/connection';
import { readGrants, type Grant } from '../site/roles';

/** What of Schoolgate is on the site already. */
export interface CurrentState {
  readonly caller: Caller;
  readonly levels: ReadonlyMap<string, CurrentLevel>;
  readonly groups: ReadonlyMap<string, CurrentGroup>;
  readonly siteGrants: readonly Grant[];
  /** By the list's name in its address. */
  readonly lists: ReadonlyMap<string, CurrentList>;
}

export interface Caller {
  readonly id: number;
  /** Reaches closed lists without a grant of their own: a site administrator, or one of the owners or the publisher. */
  readonly isCovered: boolean;
  /** The same before this run: until it has put the caller into their group, only a grant of their own may let them in. */
  readonly isCoveredNow: boolean;
}

export interface CurrentLevel {
  readonly id: number;
  readonly high: string;
  readonly low: string;
}

export interface CurrentGroup {
  readonly id: number;
  readonly onlyMembersSeeMembers: boolean;
  readonly membersMayEdit: boolean;
  /** Lower case. Read for Schoolgate's three site groups only. */
  readonly memberEmails: readonly string[];
}

export type CurrentList = v.InferOutput<typeof listRow> & {
  readonly fields: ReadonlyMap<string, CurrentField>;
  /** Empty where the list inherits. */
  readonly grants: readonly Grant[];
};

export type CurrentField = v.InferOutput<typeof fieldRow>;

const listRow = v.object({
  Id: v.string(),
  Title: v.string(),
  Description: v.string(),
  ItemCount: v.number(),
  NoCrawl: v.boolean(),
  DisableCommenting: v.boolean(),
  EnableAttachments: v.boolean(),
  EnableFolderCreation: v.boolean(),
  EnableVersioning: v.boolean(),
  ReadSecurity: v.number(),
  WriteSecurity: v.number(),
  HasUniqueRoleAssignments: v.boolean(),
  RootFolder: v.object({ ServerRelativeUrl: v.string() }),
});
const fieldRow = v.object({
  InternalName: v.string(),
  Title: v.string(),
  TypeAsString: v.string(),
  Indexed: v.boolean(),
  EnforceUniqueValues: v.boolean(),
  Required: v.boolean(),
  Choices: v.optional(v.nullable(v.array(v.string()))),
});
const levelRow = v.object({ Id: v.number(), Name: v.string(), BasePermissions: v.object({ High: v.string(), Low: v.string() }) });
const groupRow = v.object({
  Id: v.number(),
  Title: v.string(),
  OnlyAllowMembersViewMembership: v.boolean(),
  AllowMembersEditMembership: v.boolean(),
});
const memberRow = v.object({ Email: v.nullable(v.string()) });
const callerRow = v.object({ Id: v.number(), Email: v.nullable(v.string()), IsSiteAdmin: v.boolean() });

/**
 * Reads what is there; changes nothing. Throws SiteError where the site cannot be read.
 * @param administrators lower-case e-mail addresses of those who will be owners or publisher after this run
 */
export async function readCurrentState(site: Site, administrators: readonly string[]): Promise<CurrentState> {
  const { web } = site;
  const caller = v.parse(callerRow, await web.currentUser.select('Id', 'Email', 'IsSiteAdmin')());
  const levels = v.parse(v.array(levelRow), await web.roleDefinitions.select('Id', 'Name', 'BasePermissions')());
  const groups = await readGroups(
    site,
    Object.values(siteGroups).map((group) => group.title),
  );
  const reaching = [siteGroups.owners, siteGroups.publisher].flatMap((group) => groups.get(group.title)?.memberEmails ?? []);
  const isCoveredBy = (emails: readonly string[]) => caller.IsSiteAdmin || emails.includes((caller.Email ?? '').toLowerCase());
  return {
    caller: {
      id: caller.Id,
      isCovered: isCoveredBy([...administrators, ...reaching]),
      isCoveredNow: isCoveredBy(reaching),
    },
    levels: new Map(
      levels.map((level) => [level.Name, { id: level.Id, high: level.BasePermissions.High, low: level.BasePermissions.Low }]),
    ),
    groups,
    siteGrants: await readGrants(web.roleAssignments),
    lists: await readLists(site),
  };
}

async function readGroups(site: Site, titles: readonly string[]): Promise<ReadonlyMap<string, CurrentGroup>> {
  const rows = v.parse(
    v.array(groupRow),
    await site.web.siteGroups.select('Id', 'Title', 'OnlyAllowMembersViewMembership', 'AllowMembersEditMembership').top(5000)(),
  );
  const groups = new Map<string, CurrentGroup>();
  for (const row of rows.filter(({ Title }) => titles.includes(Title))) {
    const members = v.parse(v.array(memberRow), await site.web.siteGroups.getById(row.Id).users.select('Email')());
    groups.set(row.Title, {
      id: row.Id,
      onlyMembersSeeMembers: row.OnlyAllowMembersViewMembership,
      membersMayEdit: row.AllowMembersEditMembership,
      memberEmails: members.map((member) => (member.Email ?? '').toLowerCase()),
    });
  }
  return groups;
}

async function readLists(site: Site): Promise<ReadonlyMap<string, CurrentList>> {
  const rows = v.parse(
    v.array(listRow),
    await site.web.lists
      .select(...Object.keys(listRow.entries).filter((name) => name !== 'RootFolder'), 'RootFolder/ServerRelativeUrl')
      .expand('RootFolder')(),
  );
  const found = new Map<string, CurrentList>();
  for (const definition of lists) {
    const address = listUrl(site.path, definition);
    const row = rows.find((each) => each.RootFolder.ServerRelativeUrl.toLowerCase() === address.toLowerCase());
    if (!row) continue;
    const fields = await readFields(site, address);
    found.set(definition.name, {
      ...row,
      fields,
      grants: row.HasUniqueRoleAssignments ? await readGrants(site.web.getList(address).roleAssignments) : [],
    });
  }
  return found;
}

async function readFields(site: Site, address: string): Promise<ReadonlyMap<string, CurrentField>> {
  const rows = v.parse(v.array(fieldRow), await site.web.getList(address).fields.select(...Object.keys(fieldRow.entries))());
  return new Map(rows.map((row) => [row.InternalName, row]));
}
