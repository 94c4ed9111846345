import * as v from 'valibot';
import type { Operation } from './batch';

const withId = v.object({ Id: v.number() });
const user = v.object({ Id: v.number(), LoginName: v.string() });

/** Nobody but the members sees who is in it, and they cannot change that. */
const closed = { OnlyAllowMembersViewMembership: true, AllowMembersEditMembership: false, AllowRequestToJoinLeave: false, AutoAcceptRequestToJoinLeave: false };

/** Answers the id of the new group. Its owner is who makes it: the publisher. */
export function addClosedGroup(title: string): Operation<number> {
  return { run: async web => v.parse(withId, await web.siteGroups.add({ Title: title, ...closed })).Id };
}

export function closeGroup(groupId: number): Operation<unknown> {
  return { run: web => web.siteGroups.getById(groupId).update(closed) };
}

export interface SiteUser {
  readonly id: number;
  readonly loginName: string;
}

/** Finds the account in the tenant's directory and makes it known to the site. Kind 'refused' where there is no such account. */
export function ensureUser(email: string): Operation<SiteUser> {
  return {
    run: async web => {
      const { Id, LoginName } = v.parse(user, await web.ensureUser(email));
      return { id: Id, loginName: LoginName };
    },
  };
}

export function addMember(groupId: number, loginName: string): Operation<unknown> {
  return { run: web => web.siteGroups.getById(groupId).users.add(loginName) };
}

export function removeMember(groupId: number, userId: number): Operation<unknown> {
  return { run: web => web.siteGroups.getById(groupId).users.removeById(userId) };
}
