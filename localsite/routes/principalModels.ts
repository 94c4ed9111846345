import { groupsOf, membersOf, type Principal } from '../store/principals';
import { maskOn } from '../security/viewer';
import { has } from '../objects/masks';
import { accessDenied } from '../wire/errors';
import type { Model } from './model';
import type { Call } from './resource';
import { findPrincipal } from '../store/principals';

export function principalModel(call: Call, principal: Principal): Model {
  return principal.kind === 'group' ? groupModel(call, principal) : userModel(call, principal);
}

/** The 13 properties of a user (A15, recorded). */
export function userModel(call: Call, user: Principal): Model {
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
      Groups: () => ({ set: 'SP.ApiData.Groups', models: visibleGroupsOf(call, user).map((group) => groupModel(call, group)) }),
    },
  };
}

/** The 15 properties of a group (A15, recorded). */
export function groupModel(call: Call, group: Principal): Model {
  const owner = group.owner === null ? undefined : findPrincipal(call.emulator, call.web.site, group.owner);
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
      Users: () => ({ set: 'SP.ApiData.Users', models: readMembers(call, group).map((user) => userModel(call, user)) }),
      Owner: () => (owner ? principalModel(call, owner) : null),
    },
  };
}

/** Whether the caller may list the group's members: any member may, others only where the group says so. */
function canSeeMembers(call: Call, group: Principal): boolean {
  if (managesGroup(call, group) || call.viewer.ids.has(group.id)) return true;
  return group.settings.OnlyAllowMembersViewMembership === false && has(webMask(call), 'BrowseUserInfo');
}

/** Throws accessDenied for whoever may not see the members. */
export function readMembers(call: Call, group: Principal): readonly Principal[] {
  if (!canSeeMembers(call, group)) throw accessDenied();
  return membersOf(call.emulator, call.web.site, group.id);
}

export function managesGroup(call: Call, group: Principal): boolean {
  const { viewer } = call;
  return viewer.isAdmin || has(webMask(call), 'ManagePermissions') || (group.owner !== null && viewer.ids.has(group.owner));
}

export function webMask(call: Call): bigint {
  return maskOn(call.emulator, call.viewer, call.web.scope);
}

/** Groups of a person that the caller may know of: their own all, another's only where membership shows. */
export function visibleGroupsOf(call: Call, user: Principal): readonly Principal[] {
  const groups = groupsOf(call.emulator, call.web.site, user.id);
  return user.id === call.viewer.principal.id ? groups : groups.filter((group) => canSeeMembers(call, group));
}
