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
import { requirePermission } from './listAccess';
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
  type RequestContext,
  type Reply,
  type Resource,
} from './resource';

/** `sitegroups`: titles are open to whoever may browse the site, hence the opaque titles of Schoolgate (docs/sharepoint-facts.md, C5). */
export function groupsResource(context: RequestContext, segment: Segment, groups: readonly Principal[]): Resource {
  const id = optionalText(segment, 'id');
  if (id !== undefined) return byId(context, Number(id));
  return {
    get: () => {
      requirePermission(context, context.web.scope, 'BrowseUserInfo');
      return collectionReply(
        context,
        'SP.ApiData.Groups',
        groups.map((group) => groupModel(context, group)),
      );
    },
    post: () => createdReply(context, groupModel(context, addGroup(context, context.entityBody('SP.Group')))),
    steps: {
      getbyid: (step) => byId(context, numberArgument(step, 'id')),
      getbyname: (step) => found(context, findGroupByTitle(context.emulator, context.web.site, textArgument(step, 'name'))),
      removebyid: (step) => action(() => remove(context, findPrincipal(context.emulator, context.web.site, numberArgument(step, 'id')))),
      removebyloginname: (step) =>
        action(() => remove(context, findGroupByTitle(context.emulator, context.web.site, textArgument(step, 'loginname')))),
    },
  };
}

function byId(context: RequestContext, id: number): Resource {
  return found(context, findPrincipal(context.emulator, context.web.site, id));
}

function found(context: RequestContext, group: Principal | undefined): Resource {
  // Who may not browse must not learn which titles there are.
  if (!group || !context.viewer.ids.has(group.id)) requirePermission(context, context.web.scope, 'BrowseUserInfo');
  if (group?.kind !== 'group') throw groupNotFound();
  return groupResource(context, group);
}

export function groupResource(context: RequestContext, group: Principal): Resource {
  const model = () => {
    if (!context.viewer.ids.has(group.id)) requirePermission(context, context.web.scope, 'BrowseUserInfo');
    return groupModel(context, group);
  };
  return {
    get: () => entityReply(context, model()),
    merge: () => mergeGroup(context, group),
    delete: () => {
      remove(context, group);
      return deleted;
    },
    steps: {
      users: (segment) => membersResource(context, group, segment),
      owner: () => ({ get: () => ownerReply(context, group) }),
      setuserasowner: (step) =>
        action(() => {
          manage(context, group);
          updatePrincipal(context.emulator, context.web.site, { ...group, owner: numberArgument(step, 'ownerid') });
          return nothing('SetUserAsOwner');
        }),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function ownerReply(context: RequestContext, group: Principal): Reply {
  const owner = group.owner === null ? undefined : findPrincipal(context.emulator, context.web.site, group.owner);
  return owner ? entityReply(context, principalModel(context, owner)) : nothing('Owner');
}

function manage(context: RequestContext, group: Principal): void {
  if (!managesGroup(context, group)) throw accessDenied();
}

function addGroup(context: RequestContext, body: JsonObject): Principal {
  if (!may(context, context.web.scope, 'CreateGroups') && !may(context, context.web.scope, 'ManagePermissions')) throw accessDenied();
  const { Title: title } = body;
  if (typeof title !== 'string' || title.trim() === '') throw invalidBody('A group needs a Title.');
  if (findByLogin(context.emulator, context.web.site, title)) throw duplicateGroup();
  return insertPrincipal(context.emulator, context.web.site, {
    kind: 'group',
    login: title,
    title,
    owner: context.viewer.principal.id,
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

function mergeGroup(context: RequestContext, group: Principal): Reply {
  manage(context, group);
  const body = context.entityBody('SP.Group');
  const title = typeof body.Title === 'string' ? body.Title : group.title;
  const other = findByLogin(context.emulator, context.web.site, title);
  if (other && other.id !== group.id) throw duplicateGroup();
  updatePrincipal(context.emulator, context.web.site, {
    ...group,
    login: title,
    title,
    settings: { ...group.settings, ...readSettings(body) },
  });
  return noContent;
}

function remove(context: RequestContext, group: Principal | undefined): Reply {
  if (group?.kind !== 'group') throw groupNotFound();
  manage(context, group);
  deletePrincipal(context.emulator, context.web.site, group.id);
  return nothing('RemoveById');
}

function membersResource(context: RequestContext, group: Principal, segment: Segment): Resource {
  const member = (user: Principal | undefined): Resource => {
    const one = readMembers(context, group).find((person) => person.id === user?.id);
    if (!one) throw userNotFound();
    return { ...userResource(context, one), delete: () => removeFrom(context, group, one) };
  };
  const login = optionalText(segment, 'loginname');
  if (login !== undefined) return member(findByLogin(context.emulator, context.web.site, login));
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.Users',
        readMembers(context, group).map((user) => userModel(context, user)),
      ),
    post: () => addTo(context, group),
    steps: {
      getbyid: (step) => member(findPrincipal(context.emulator, context.web.site, numberArgument(step, 'id'))),
      getbyemail: (step) =>
        member(
          membersOf(context.emulator, context.web.site, group.id).find(
            (user) => user.email.toLowerCase() === textArgument(step, 'emailaddress').toLowerCase(),
          ),
        ),
      getbyloginname: (step) => member(findByLogin(context.emulator, context.web.site, textArgument(step, 'loginname'))),
      removebyid: (step) =>
        action(() => removeFrom(context, group, findPrincipal(context.emulator, context.web.site, numberArgument(step, 'id')))),
      removebyloginname: (step) =>
        action(() => removeFrom(context, group, findByLogin(context.emulator, context.web.site, textArgument(step, 'loginname')))),
    },
  };
}

function mayChangeMembers(context: RequestContext, group: Principal): boolean {
  return managesGroup(context, group) || (group.settings.AllowMembersEditMembership === true && context.viewer.ids.has(group.id));
}

function addTo(context: RequestContext, group: Principal): Reply {
  if (!mayChangeMembers(context, group)) throw accessDenied();
  const { LoginName: login } = context.entityBody('SP.User');
  if (typeof login !== 'string') throw invalidBody('LoginName is missing.');
  const user = resolveUser(context.emulator, context.web.site, login);
  if (!user) throw userNotResolvable(login);
  addMember(context.emulator, context.web.site, group.id, user.id);
  return createdReply(context, userModel(context, user));
}

function removeFrom(context: RequestContext, group: Principal, user: Principal | undefined): Reply {
  const leaves = user?.id === context.viewer.principal.id && group.settings.AllowRequestToJoinLeave === true;
  if (!leaves && !mayChangeMembers(context, group)) throw accessDenied();
  if (!user) throw userNotFound();
  removeMember(context.emulator, context.web.site, group.id, user.id);
  return nothing('RemoveById');
}
