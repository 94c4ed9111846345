import * as v from 'valibot';
import { listUrl } from '../../../src/lists/index';
import { preferencesList } from '../../../src/lists/preferences';
import { ownRowsLevel, parentReadLevel, siteGroups } from '../../../src/lists/permissions';
import type { Progress } from '../../report';
import type { Operation } from '../../site/batch';
import type { Site } from '../../site/connection';
import { readGrants, type Grant } from '../../site/roles';
import { NotReady } from '../notReady';

/** An adult's own group on the site. */
export interface AdultGroup {
  readonly id: number;
  readonly title: string;
  /** Members see each other only, and nobody else's. */
  readonly isClosed: boolean;
  readonly members: readonly Member[];
  readonly readsSite: boolean;
  readonly keepsPreferences: boolean;
}

export interface Member {
  readonly id: number;
  readonly email: string;
  readonly loginName: string;
}

export interface SitePrincipals {
  readonly caller: number;
  readonly owners: number;
  readonly publisher: number;
  readonly levels: { readonly fullControl: number; readonly parentRead: number; readonly ownRows: number };
  /** By title. */
  readonly adultGroups: ReadonlyMap<string, AdultGroup>;
}

const userRow = v.object({ Id: v.number(), LoginName: v.string(), IsSiteAdmin: v.boolean() });
const titleRow = v.object({ Title: v.string() });
const levelRow = v.object({ Id: v.number(), Name: v.string() });
const groupRow = v.object({
  Id: v.number(),
  Title: v.string(),
  OnlyAllowMembersViewMembership: v.boolean(),
  AllowMembersEditMembership: v.boolean(),
});
const memberRow = v.object({ Id: v.number(), Email: v.nullable(v.string()), LoginName: v.string() });

const adultTitle = /^A-[a-z0-9]+$/;

/** How SharePoint names every app that acts without a person: its rights hold on the whole site, in no group. */
const appLogin = '|app@sharepoint';

/** Reads groups, members and levels. Throws NotReady where provisioning is missing or the account is not the publisher's. */
export async function readPrincipals(site: Site, progress: Progress): Promise<SitePrincipals> {
  const caller = v.parse(userRow, await site.web.currentUser.select('Id', 'LoginName', 'IsSiteAdmin')());
  const hasWholeSite = caller.IsSiteAdmin || caller.LoginName.toLowerCase().endsWith(appLogin);
  if (!hasWholeSite && !(await isMaster(site))) throw new NotReady(`This account is not in the group ${siteGroups.publisher.title}.`);
  const levels = v.parse(v.array(levelRow), await site.web.roleDefinitions.select('Id', 'Name')());
  const levelId = (name: string) => found(levels.find((level) => level.Name === name)?.Id, `the permission level ${name}`);
  const groups = v.parse(
    v.array(groupRow),
    await site.web.siteGroups.select('Id', 'Title', 'OnlyAllowMembersViewMembership', 'AllowMembersEditMembership').top(5000)(),
  );
  const groupId = (title: string) => found(groups.find((group) => group.Title === title)?.Id, `the group ${title}`);
  return {
    caller: caller.Id,
    owners: groupId(siteGroups.owners.title),
    publisher: groupId(siteGroups.publisher.title),
    levels: { fullControl: levelId('Full Control'), parentRead: levelId(parentReadLevel.name), ownRows: levelId(ownRowsLevel.name) },
    adultGroups: await readAdultGroups(
      site,
      groups.filter((group) => adultTitle.test(group.Title)),
      progress,
    ),
  };
}

/** Whether folders stay open to the account when its own grants go. */
async function isMaster(site: Site): Promise<boolean> {
  const titles = v.parse(v.array(titleRow), await site.web.currentUser.groups.select('Title')()).map((group) => group.Title);
  return titles.some((title) => title === siteGroups.owners.title || title === siteGroups.publisher.title);
}

function found(id: number | undefined, what: string): number {
  if (id === undefined) throw new NotReady(`The site lacks ${what}.`);
  return id;
}

async function readAdultGroups(
  site: Site,
  groups: readonly v.InferOutput<typeof groupRow>[],
  progress: Progress,
): Promise<ReadonlyMap<string, AdultGroup>> {
  const onSite = holders(await readGrants(site.web.roleAssignments), parentReadLevel.name);
  const onPreferences = holders(await readGrants(site.web.getList(listUrl(site.path, preferencesList)).roleAssignments), ownRowsLevel.name);
  const reads = groups.map(
    (group): Operation<unknown> => ({
      run: (web) => web.siteGroups.getById(group.Id).users.select('Id', 'Email', 'LoginName')(),
    }),
  );
  const answers = await site.batch(reads, { onProgress: (done, total) => progress('Reading groups of adults', done, total) });
  return new Map(
    groups.map((group, index) => {
      const answer = answers[index];
      if (!answer?.ok) throw answer?.error ?? new NotReady('A batch came back without an answer.');
      const members = v.parse(v.array(memberRow), answer.value);
      return [
        group.Title,
        {
          id: group.Id,
          title: group.Title,
          isClosed: group.OnlyAllowMembersViewMembership && !group.AllowMembersEditMembership,
          members: members.map((member) => ({
            id: member.Id,
            email: (member.Email ?? '').toLowerCase(),
            loginName: member.LoginName.toLowerCase(),
          })),
          readsSite: onSite.has(group.Id),
          keepsPreferences: onPreferences.has(group.Id),
        },
      ];
    }),
  );
}

function holders(grants: readonly Grant[], level: string): ReadonlySet<number> {
  return new Set(grants.filter((grant) => grant.levels.some((each) => each.name === level)).map((grant) => grant.principalId));
}
