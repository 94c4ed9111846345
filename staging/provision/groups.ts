import { siteGroups, type SiteGroup } from '../../src/lists/permissions';
import type { Site } from '../site/connection';
import type { Present } from './present';
import type { Principals } from './principals';
import type { Step } from './step';

export type SiteGroupName = keyof typeof siteGroups;

/** E-mail addresses of the people in Schoolgate's own groups. */
export type Members = Readonly<Record<SiteGroupName, readonly string[]>>;

/** Groups that are missing, members that are missing, the level of each on the site. Nobody is taken out of a group. */
export function planGroups(site: Site, present: Present, principals: Principals, members: Members): readonly Step[] {
  const names: readonly SiteGroupName[] = ['owners', 'publisher', 'staff'];
  return names.flatMap((name) => [
    ...planGroup(site, present, siteGroups[name]),
    ...planMembers(site, present, siteGroups[name], members[name]),
    ...planSiteLevel(site, present, principals, siteGroups[name]),
  ]);
}

function planGroup(site: Site, present: Present, group: SiteGroup): readonly Step[] {
  const closed = { OnlyAllowMembersViewMembership: true, AllowMembersEditMembership: false };
  const found = present.groups.get(group.title);
  if (!found) {
    const apply = async () => {
      await site.web.siteGroups.add({ Title: group.title, Description: group.description, ...closed });
    };
    return [{ words: `Create the group ${group.title}`, apply }];
  }
  if (found.onlyMembersSeeMembers && !found.membersMayEdit) return [];
  const apply = async () => {
    await site.web.siteGroups.getById(found.id).update(closed);
  };
  return [{ words: `Show the members of ${group.title} to its members only`, apply }];
}

function planMembers(site: Site, present: Present, group: SiteGroup, emails: readonly string[]): readonly Step[] {
  const there = present.groups.get(group.title)?.memberEmails ?? [];
  const missing = emails.filter((email) => !there.includes(email.toLowerCase()));
  if (missing.length === 0) return [];
  const apply = async () => {
    for (const email of missing) {
      const user = await site.web.ensureUser(email);
      await site.web.siteGroups.getByName(group.title).users.add(user.LoginName);
    }
  };
  return [{ words: `Put ${missing.length} into the group ${group.title}`, apply }];
}

function planSiteLevel(site: Site, present: Present, principals: Principals, group: SiteGroup): readonly Step[] {
  const grant = present.siteGrants.find((each) => each.isGroup && each.title === group.title);
  if (grant?.levels.some((level) => level.name === group.siteLevel)) return [];
  const apply = async () => {
    await site.web.roleAssignments.add(await principals.groupId(group.title), await principals.levelId(group.siteLevel));
  };
  return [{ words: `Give ${group.title} the level ${group.siteLevel} on the site`, apply }];
}
