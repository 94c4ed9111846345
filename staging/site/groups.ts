import * as v from 'valibot';
import type { Operation } from './batch';
import { SiteError } from './siteError';
import { unlessMissing, whereThere } from './missing';

const withId = v.object({ Id: v.number() });
const user = v.object({ Id: v.number(), LoginName: v.string(), Email: v.nullish(v.string()) });

/** Nobody but the members sees who is in it, and they cannot change that. */
const closed = {
  OnlyAllowMembersViewMembership: true,
  AllowMembersEditMembership: false,
  AllowRequestToJoinLeave: false,
  AutoAcceptRequestToJoinLeave: false,
};

/** Answers the id of the new group. Its owner is who makes it: the publisher. */
export function addClosedGroup(title: string): Operation<number> {
  return { run: async (web) => v.parse(withId, await web.siteGroups.add({ Title: title, ...closed })).Id };
}

export function closeGroup(groupId: number): Operation<unknown> {
  return { run: (web) => web.siteGroups.getById(groupId).update(closed) };
}

export interface SiteUser {
  readonly id: number;
  readonly loginName: string;
  readonly email: string;
}

/**
 * Finds the account in the tenant's directory and makes it known to the site. Kind 'refused' where there is no such account, or where
 * SharePoint found another one: it searches as its people picker does, by names and parts of names too.
 */
export function ensureUser(email: string): Operation<SiteUser> {
  return {
    run: async (web) => {
      const { Id, LoginName, Email } = v.parse(user, await web.ensureUser(email));
      const found = { id: Id, loginName: LoginName, email: Email ?? '' };
      if (!isAccountOf(found, email)) throw new SiteError('refused', 200);
      return found;
    },
  };
}

/** Whether an account is the one with that address. Guests carry their own address as e-mail; members' login names end in it. */
export function isAccountOf(account: Pick<SiteUser, 'email' | 'loginName'>, email: string): boolean {
  const address = email.toLowerCase();
  return account.email.toLowerCase() === address || account.loginName.toLowerCase().endsWith(`|${address}`);
}

/** The address with which isAccountOf finds an account again. */
export function accountAddress({ email, loginName }: Pick<SiteUser, 'email' | 'loginName'>): string {
  return (email === '' ? loginName.slice(loginName.lastIndexOf('|') + 1) : email).toLowerCase();
}

export function addMember(groupId: number, loginName: string): Operation<unknown> {
  return { run: (web) => web.siteGroups.getById(groupId).users.add(loginName) };
}

export function removeMember(groupId: number, userId: number): Operation<unknown> {
  return { run: (web) => unlessMissing(web.siteGroups.getById(groupId).users.removeById(userId)) };
}

/** Whether somebody is still in a group. */
export function isInGroup(groupId: number, userId: number): Operation<boolean> {
  return {
    run: async (web) => {
      const users = v.parse(v.array(withId), await whereThere(web.siteGroups.getById(groupId).users.select('Id')(), []));
      return users.some(({ Id }) => Id === userId);
    },
  };
}
