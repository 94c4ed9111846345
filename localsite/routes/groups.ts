import { resolveUser } from '../security/people';
import { may } from '../security/viewer';
import {
  addMember,
  deletePrincipal,
  findByLogin,
  findGroupByTitle,
  findPrincipal,
  insertPrincipal,
  membersOf,
  removeMember,
  updatePrincipal,
  type GroupSettings,
  type Principal,
} from '../store/principals';
import type { JsonObject } from '../wire/json';
import type { Segment } from '../wire/path';
import { accessDenied, duplicateGroup, groupNotFound, invalidBody, userNotFound, userNotResolvable } from '../wire/errors';
import { demand } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { groupModel, managesGroup, principalModel, readMembers, userModel } from './principalModels';
import { userResource } from './users';
import {
  action,
  deleted,
  noContent,
  nothing,
  numberArgument,
  optionalText,
  textArgument,
  type Call,
  type Reply,
  type Resource,
} from './resource';

/** `sitegroups`: titles are open to whoever may browse the site, hence the opaque titles of Schoolgate (C5). */
export function groupsResource(call: Call, segment: Segment, groups: readonly Principal[]): Resource {
  const id = optionalText(segment, 'id');
  if (id !== undefined) return byId(call, Number(id));
  return {
    get: () => {
      demand(call, call.web.scope, 'BrowseUserInfo');
      return collectionReply(
        call,
        'SP.ApiData.Groups',
        groups.map((group) => groupModel(call, group)),
      );
    },
    post: () => createdReply(call, groupModel(call, addGroup(call, call.entityBody('SP.Group')))),
    steps: {
      getbyid: (step) => byId(call, numberArgument(step, 'id')),
      getbyname: (step) => found(call, findGroupByTitle(call.emulator, call.web.site, textArgument(step, 'name'))),
      removebyid: (step) => action(() => remove(call, findPrincipal(call.emulator, call.web.site, numberArgument(step, 'id')))),
      removebyloginname: (step) =>
        action(() => remove(call, findGroupByTitle(call.emulator, call.web.site, textArgument(step, 'loginname')))),
    },
  };
}

function byId(call: Call, id: number): Resource {
  return found(call, findPrincipal(call.emulator, call.web.site, id));
}

function found(call: Call, group: Principal | undefined): Resource {
  // Who may not browse must not learn which titles there are.
  if (!group || !call.viewer.ids.has(group.id)) demand(call, call.web.scope, 'BrowseUserInfo');
  if (group?.kind !== 'group') throw groupNotFound();
  return groupResource(call, group);
}

export function groupResource(call: Call, group: Principal): Resource {
  const model = () => {
    if (!call.viewer.ids.has(group.id)) demand(call, call.web.scope, 'BrowseUserInfo');
    return groupModel(call, group);
  };
  return {
    get: () => entityReply(call, model()),
    merge: () => mergeGroup(call, group),
    delete: () => {
      remove(call, group);
      return deleted;
    },
    steps: {
      users: (segment) => membersResource(call, group, segment),
      owner: () => ({ get: () => ownerReply(call, group) }),
      setuserasowner: (step) =>
        action(() => {
          manage(call, group);
          updatePrincipal(call.emulator, call.web.site, { ...group, owner: numberArgument(step, 'ownerid') });
          return nothing('SetUserAsOwner');
        }),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function ownerReply(call: Call, group: Principal): Reply {
  const owner = group.owner === null ? undefined : findPrincipal(call.emulator, call.web.site, group.owner);
  return owner ? entityReply(call, principalModel(call, owner)) : nothing('Owner');
}

function manage(call: Call, group: Principal): void {
  if (!managesGroup(call, group)) throw accessDenied();
}

function addGroup(call: Call, body: JsonObject): Principal {
  if (!may(call, call.web.scope, 'CreateGroups') && !may(call, call.web.scope, 'ManagePermissions')) throw accessDenied();
  const { Title: title } = body;
  if (typeof title !== 'string' || title.trim() === '') throw invalidBody('A group needs a Title.');
  if (findByLogin(call.emulator, call.web.site, title)) throw duplicateGroup();
  return insertPrincipal(call.emulator, call.web.site, {
    kind: 'group',
    login: title,
    title,
    owner: call.viewer.principal.id,
    settings: { OnlyAllowMembersViewMembership: true, ...readSettings(body) },
  });
}

function readSettings(body: JsonObject): GroupSettings {
  const {
    Description: description,
    OnlyAllowMembersViewMembership: only,
    AllowMembersEditMembership: edit,
    AllowRequestToJoinLeave: request,
    AutoAcceptRequestToJoinLeave: accept,
    RequestToJoinLeaveEmailSetting: mail,
  } = body;
  return {
    ...(typeof description === 'string' ? { Description: description } : {}),
    ...(typeof only === 'boolean' ? { OnlyAllowMembersViewMembership: only } : {}),
    ...(typeof edit === 'boolean' ? { AllowMembersEditMembership: edit } : {}),
    ...(typeof request === 'boolean' ? { AllowRequestToJoinLeave: request } : {}),
    ...(typeof accept === 'boolean' ? { AutoAcceptRequestToJoinLeave: accept } : {}),
    ...(typeof mail === 'string' ? { RequestToJoinLeaveEmailSetting: mail } : {}),
  };
}

function mergeGroup(call: Call, group: Principal): Reply {
  manage(call, group);
  const body = call.entityBody('SP.Group');
  const title = typeof body.Title === 'string' ? body.Title : group.title;
  const other = findByLogin(call.emulator, call.web.site, title);
  if (other && other.id !== group.id) throw duplicateGroup();
  updatePrincipal(call.emulator, call.web.site, { ...group, login: title, title, settings: { ...group.settings, ...readSettings(body) } });
  return noContent;
}

function remove(call: Call, group: Principal | undefined): Reply {
  if (group?.kind !== 'group') throw groupNotFound();
  manage(call, group);
  deletePrincipal(call.emulator, call.web.site, group.id);
  return nothing('RemoveById');
}

function membersResource(call: Call, group: Principal, segment: Segment): Resource {
  const member = (user: Principal | undefined): Resource => {
    const one = readMembers(call, group).find((person) => person.id === user?.id);
    if (!one) throw userNotFound();
    return { ...userResource(call, one), delete: () => removeFrom(call, group, one) };
  };
  const login = optionalText(segment, 'loginname');
  if (login !== undefined) return member(findByLogin(call.emulator, call.web.site, login));
  return {
    get: () =>
      collectionReply(
        call,
        'SP.ApiData.Users',
        readMembers(call, group).map((user) => userModel(call, user)),
      ),
    post: () => addTo(call, group),
    steps: {
      getbyid: (step) => member(findPrincipal(call.emulator, call.web.site, numberArgument(step, 'id'))),
      getbyemail: (step) =>
        member(
          membersOf(call.emulator, call.web.site, group.id).find(
            (user) => user.email.toLowerCase() === textArgument(step, 'emailaddress').toLowerCase(),
          ),
        ),
      getbyloginname: (step) => member(findByLogin(call.emulator, call.web.site, textArgument(step, 'loginname'))),
      removebyid: (step) => action(() => removeFrom(call, group, findPrincipal(call.emulator, call.web.site, numberArgument(step, 'id')))),
      removebyloginname: (step) =>
        action(() => removeFrom(call, group, findByLogin(call.emulator, call.web.site, textArgument(step, 'loginname')))),
    },
  };
}

function mayChangeMembers(call: Call, group: Principal): boolean {
  return managesGroup(call, group) || (group.settings.AllowMembersEditMembership === true && call.viewer.ids.has(group.id));
}

function addTo(call: Call, group: Principal): Reply {
  if (!mayChangeMembers(call, group)) throw accessDenied();
  const { LoginName: login } = call.entityBody('SP.User');
  if (typeof login !== 'string') throw invalidBody('LoginName is missing.');
  const user = resolveUser(call.emulator, call.web.site, login);
  if (!user) throw userNotResolvable(login);
  addMember(call.emulator, call.web.site, group.id, user.id);
  return createdReply(call, userModel(call, user));
}

function removeFrom(call: Call, group: Principal, user: Principal | undefined): Reply {
  const leaves = user?.id === call.viewer.principal.id && group.settings.AllowRequestToJoinLeave === true;
  if (!leaves && !mayChangeMembers(call, group)) throw accessDenied();
  if (!user) throw userNotFound();
  removeMember(call.emulator, call.web.site, group.id, user.id);
  return nothing('RemoveById');
}
