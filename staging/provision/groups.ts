import { siteGroups, type SiteGroup } from '../../src/lists/permissions';
import type { Site } from '../site/connection';
import type { CurrentState } from './currentState';
import type { Principals } from './principals';
import type { Step } from './step';

export type SiteGroupName = keyof typeof siteGroups;

/** E-mail addresses of the people in Schoolgate's own groups. */
export type Members = Readonly<Record<SiteGroupName, readonly string[]>>;

/** Groups that are missing, members that are missing, the level of each on the site. Nobody is taken out of a group. */
export function planGroups(site: Site, current: CurrentState, principals: Principals, members: Members): readonly Step[] {
  const names: readonly SiteGroupName[] = ['owners', 'publisher', 'staff'];
  return names.flatMap((name) => [
    ...planGroup(site, current, siteGroups[name]),
    ...planMembers(site, current, siteGroups[name], members[name]),
    ...planSiteLevel(site, current, principals, siteGroups[name]),
  ]);
}

function planGroup(site: Site, current: CurrentState, group: SiteGroup): readonly Step[] {
  const closed = { OnlyAllowMembersViewMembership: true, AllowMembersEditMembership: false };
  const found = current.groups.get(group.title);
  if (!found) {
    const apply = async () => {
      await site.web.siteGroups.add({ Title: group.title, Description: group.description, ...closed });
    };
    return [{ description: `Create the group ${group.title}`, apply, isFirst: true }];
  }
  if (found.onlyMembersSeeMembers && !found.membersMayEdit) return [];
  const apply = async () => {
    await site.web.siteGroups.getById(found.id).update(closed);
  };
  return [{ description: `Show the members of ${group.title} to its members only`, apply }];
}

function planMembers(site: Site, current: CurrentState, group: SiteGroup, emails: readonly string[]): readonly Step[] {
  const there = current.groups.get(group.title)?.memberEmails ?? [];
  const missing = emails.filter((email) => !there.includes(email.toLowerCase()));
  if (missing.length === 0) return [];
  const apply = async () => {
    for (const email of missing) {
      const user = await site.web.ensureUser(email);
      await site.web.siteGroups.getByName(group.title).users.add(user.LoginName);
    }
  };
  return [{ description: `Put ${missing.length} into the group ${group.title}`, apply }];
}

function planSiteLevel(site: Site, current: CurrentState, principals: Principals, group: SiteGroup): readonly Step[] {
  const grant = current.siteGrants.find((each) => each.isGroup && each.title === group.title);
  if (grant?.levels.some((level) => level.name === group.siteLevel)) return [];
  const apply = async () => {
    await site.web.roleAssignments.add(await principals.groupId(group.title), await principals.levelId(group.siteLevel));
  };
  return [{ description: `Give ${group.title} the level ${group.siteLevel} on the site`, apply }];
}
