import { resolveUser } from '../security/people';
import {
  deletePrincipal,
  findByLogin,
  findPrincipal,
  findUserByEmail,
  siteUsers,
  updatePrincipal,
  type Principal,
} from '../store/principals';
import type { Segment } from '../wire/path';
import { accessDenied, invalidBody, itemNotFound, userNotFound, userNotResolvable } from '../wire/errors';
import { demand } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep, type Model } from './model';
import { groupModel, userModel, visibleGroupsOf } from './principalModels';
import { action, deleted, noContent, nothing, numberArgument, textArgument, optionalText, type Call, type Resource } from './resource';

/**
 * `siteusers`: open to whoever has BrowseUserInfo, which Limited Access includes. That is the worst case: what a guest
 * really sees is unsettled (sharepoint-platform.md, F3).
 */
export function usersResource(call: Call, segment: Segment): Resource {
  if (segment.arguments.length > 0) {
    const text = optionalText(segment, 'id') ?? '';
    return segment.name === 'getuserbyid' || /^\d+$/.test(text) ? byId(call, Number(text)) : byLogin(call, text);
  }
  demand(call, call.web.scope, 'BrowseUserInfo');
  return {
    get: () =>
      collectionReply(
        call,
        'SP.ApiData.Users',
        siteUsers(call.emulator, call.web.site).map((user) => userModel(call, user)),
      ),
    post: () => {
      demand(call, call.web.scope, 'ManagePermissions');
      const { LoginName: login } = call.entityBody('SP.User');
      if (typeof login !== 'string') throw invalidBody('LoginName is missing.');
      const user = resolveUser(call.emulator, call.web.site, login);
      if (!user) throw userNotResolvable(login);
      return createdReply(call, userModel(call, user));
    },
    steps: {
      getbyid: (step) => byId(call, numberArgument(step, 'id')),
      getbyemail: (step) => known(call, findUserByEmail(call.emulator, call.web.site, textArgument(step, 'emailaddress'))),
      getbyloginname: (step) => byLogin(call, textArgument(step, 'loginname')),
      removebyid: (step) => action(() => remove(call, numberArgument(step, 'id'))),
      removebyloginname: (step) =>
        action(() => remove(call, findByLogin(call.emulator, call.web.site, textArgument(step, 'loginname'))?.id ?? 0)),
    },
  };
}

function byId(call: Call, id: number): Resource {
  return known(call, findPrincipal(call.emulator, call.web.site, id));
}

function byLogin(call: Call, login: string): Resource {
  return known(call, findByLogin(call.emulator, call.web.site, login));
}

/** Everyone may read themselves; others need BrowseUserInfo. */
function known(call: Call, user: Principal | undefined): Resource {
  if (user?.id !== call.viewer.principal.id) demand(call, call.web.scope, 'BrowseUserInfo');
  if (!user || user.kind === 'group') throw userNotFound();
  return userResource(call, user);
}

export function userResource(call: Call, user: Principal): Resource {
  const model = () => userModel(call, user);
  return {
    get: () => entityReply(call, model()),
    merge: () => {
      demand(call, call.web.scope, 'ManagePermissions');
      const { Title: title, Email: email, IsSiteAdmin: admin } = call.entityBody('SP.User');
      if (typeof admin === 'boolean' && !call.viewer.isAdmin) throw accessDenied();
      updatePrincipal(call.emulator, call.web.site, {
        ...user,
        ...(typeof title === 'string' ? { title } : {}),
        ...(typeof email === 'string' ? { email } : {}),
        ...(typeof admin === 'boolean' ? { isAdmin: admin } : {}),
      });
      return noContent;
    },
    delete: () => {
      remove(call, user.id);
      return deleted;
    },
    steps: {
      groups: () => ({
        get: () =>
          collectionReply(
            call,
            'SP.ApiData.Groups',
            visibleGroupsOf(call, user).map((group) => groupModel(call, group)),
          ),
      }),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function remove(call: Call, id: number): ReturnType<typeof nothing> {
  demand(call, call.web.scope, 'ManagePermissions');
  const user = findPrincipal(call.emulator, call.web.site, id);
  if (!user || user.kind === 'group') throw userNotFound();
  deletePrincipal(call.emulator, call.web.site, id);
  return nothing('RemoveById');
}

/** The hidden list behind `siteusers`: whoever may browse user information reads it (C5, the worst case). */
export function userInformationList(call: Call): Resource {
  const row = (user: Principal): Model => ({
    type: 'SP.Data.UserInfoItem',
    set: 'SP.ListData.UserInfo',
    editLink: `Web/SiteUserInfoList/Items(${user.id})`,
    properties: { Id: user.id, ID: user.id, Title: user.title, Name: user.login, EMail: user.email, UserName: user.email, Deleted: false },
  });
  return {
    steps: {
      items: (segment) => {
        demand(call, call.web.scope, 'BrowseUserInfo');
        const id = optionalText(segment, 'id');
        if (id === undefined)
          return { get: () => collectionReply(call, 'SP.ListData.UserInfo', siteUsers(call.emulator, call.web.site).map(row)) };
        const user = findPrincipal(call.emulator, call.web.site, Number(id));
        if (!user || user.kind === 'group') throw itemNotFound();
        return { get: () => entityReply(call, row(user)) };
      },
    },
  };
}
