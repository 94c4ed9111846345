import { groupsOf, membersOf, type Principal } from '../store/principals';
import { maskOn } from '../security/viewer';
import { has } from '../objects/masks';
import { accessDenied } from '../wire/errors';
import type { Model } from './model';
import type { RequestContext } from './resource';
import { findPrincipal } from '../store/principals';

export function principalModel(context: RequestContext, principal: Principal): Model {
  return principal.kind === 'group' ? groupModel(context, principal) : userModel(context, principal);
}

/** The 13 properties of a user (docs/sharepoint-facts.md, A15, recorded). */
export function userModel(context: RequestContext, user: Principal): Model {
  const nameId = user.kind === 'user' ? user.email.toLowerCase() : user.login;
  return {
    type: 'SP.User',
    editLink: `Web/GetUserById(${user.id})`,
    properties: {
      Id: user.id,
      IsHiddenInUI: false,
      LoginName: user.login,
      Title: user.title,
      PrincipalType: user.kind === 'claim' ? 4 : 1,
      Email: user.email,
      Expiration: '',
      IsEmailAuthenticationGuestUser: false,
      IsShareByEmailGuestUser: false,
      IsSiteAdmin: user.isAdmin,
      UserId: user.kind === 'user' ? { NameId: nameId, NameIdIssuer: 'urn:federation:microsoftonline' } : null,
      UserPrincipalName: user.kind === 'user' ? user.login.replace('i:0#.f|membership|', '') : null,
    },
    navigation: {
      Groups: () => ({ set: 'SP.ApiData.Groups', models: visibleGroupsOf(context, user).map((group) => groupModel(context, group)) }),
    },
  };
}

/** The 15 properties of a group (docs/sharepoint-facts.md, A15, recorded). */
export function groupModel(context: RequestContext, group: Principal): Model {
  const owner = group.owner === null ? undefined : findPrincipal(context.emulator, context.web.site, group.owner);
  return {
    type: 'SP.Group',
    editLink: `Web/SiteGroups/GetById(${group.id})`,
    properties: {
      Id: group.id,
      IsHiddenInUI: false,
      LoginName: group.title,
      Title: group.title,
      PrincipalType: 8,
      AllowMembersEditMembership: group.settings.AllowMembersEditMembership ?? false,
      AllowRequestToJoinLeave: group.settings.AllowRequestToJoinLeave ?? false,
      AutoAcceptRequestToJoinLeave: group.settings.AutoAcceptRequestToJoinLeave ?? false,
      Description: group.settings.Description ?? '',
      OnlyAllowMembersViewMembership: group.settings.OnlyAllowMembersViewMembership ?? true,
      OwnerTitle: owner?.title ?? '',
      RequestToJoinLeaveEmailSetting: group.settings.RequestToJoinLeaveEmailSetting ?? '',
    },
    navigation: {
      Users: () => ({ set: 'SP.ApiData.Users', models: readMembers(context, group).map((user) => userModel(context, user)) }),
      Owner: () => (owner ? principalModel(context, owner) : null),
    },
  };
}

/** Whether the caller may list the group's members: any member may, others only where the group says so. */
function canSeeMembers(context: RequestContext, group: Principal): boolean {
  if (managesGroup(context, group) || context.viewer.ids.has(group.id)) return true;
  return group.settings.OnlyAllowMembersViewMembership === false && has(webMask(context), 'BrowseUserInfo');
}

/** Throws accessDenied for whoever may not see the members. */
export function readMembers(context: RequestContext, group: Principal): readonly Principal[] {
  if (!canSeeMembers(context, group)) throw accessDenied();
  return membersOf(context.emulator, context.web.site, group.id);
}

export function managesGroup(context: RequestContext, group: Principal): boolean {
  const { viewer } = context;
  return viewer.isAdmin || has(webMask(context), 'ManagePermissions') || (group.owner !== null && viewer.ids.has(group.owner));
}

export function webMask(context: RequestContext): bigint {
  return maskOn(context.emulator, context.viewer, context.web.scope);
}

/** Groups of a person that the caller may know of: their own all, another's only where membership shows. */
export function visibleGroupsOf(context: RequestContext, user: Principal): readonly Principal[] {
  const groups = groupsOf(context.emulator, context.web.site, user.id);
  return user.id === context.viewer.principal.id ? groups : groups.filter((group) => canSeeMembers(context, group));
}
