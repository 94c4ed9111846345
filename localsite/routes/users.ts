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
import { requirePermission } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep, type Model } from './model';
import { groupModel, userModel, visibleGroupsOf } from './principalModels';
import {
  action,
  deleted,
  noContent,
  nothing,
  numberArgument,
  textArgument,
  optionalText,
  type RequestContext,
  type Resource,
} from './resource';

/**
 * `siteusers`: open to whoever has BrowseUserInfo, which Limited Access includes. That is the worst case: what a guest
 * really sees is unsettled (docs/sharepoint-facts.md, F3).
 */
export function usersResource(context: RequestContext, segment: Segment): Resource {
  if (segment.arguments.length > 0) {
    const text = optionalText(segment, 'id') ?? '';
    return segment.name === 'getuserbyid' || /^\d+$/.test(text) ? byId(context, Number(text)) : byLogin(context, text);
  }
  requirePermission(context, context.web.scope, 'BrowseUserInfo');
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.Users',
        siteUsers(context.emulator, context.web.site).map((user) => userModel(context, user)),
      ),
    post: () => {
      requirePermission(context, context.web.scope, 'ManagePermissions');
      const { LoginName: login } = context.entityBody('SP.User');
      if (typeof login !== 'string') throw invalidBody('LoginName is missing.');
      const user = resolveUser(context.emulator, context.web.site, login);
      if (!user) throw userNotResolvable(login);
      return createdReply(context, userModel(context, user));
    },
    steps: {
      getbyid: (step) => byId(context, numberArgument(step, 'id')),
      getbyemail: (step) => known(context, findUserByEmail(context.emulator, context.web.site, textArgument(step, 'emailaddress'))),
      getbyloginname: (step) => byLogin(context, textArgument(step, 'loginname')),
      removebyid: (step) => action(() => remove(context, numberArgument(step, 'id'))),
      removebyloginname: (step) =>
        action(() => remove(context, findByLogin(context.emulator, context.web.site, textArgument(step, 'loginname'))?.id ?? 0)),
    },
  };
}

function byId(context: RequestContext, id: number): Resource {
  return known(context, findPrincipal(context.emulator, context.web.site, id));
}

function byLogin(context: RequestContext, login: string): Resource {
  return known(context, findByLogin(context.emulator, context.web.site, login));
}

/** Everyone may read themselves; others need BrowseUserInfo. */
function known(context: RequestContext, user: Principal | undefined): Resource {
  if (user?.id !== context.viewer.principal.id) requirePermission(context, context.web.scope, 'BrowseUserInfo');
  if (!user || user.kind === 'group') throw userNotFound();
  return userResource(context, user);
}

export function userResource(context: RequestContext, user: Principal): Resource {
  const model = () => userModel(context, user);
  return {
    get: () => entityReply(context, model()),
    merge: () => {
      requirePermission(context, context.web.scope, 'ManagePermissions');
      const { Title: title, Email: email, IsSiteAdmin: admin } = context.entityBody('SP.User');
      if (typeof admin === 'boolean' && !context.viewer.isAdmin) throw accessDenied();
      updatePrincipal(context.emulator, context.web.site, {
        ...user,
        ...(typeof title === 'string' ? { title } : {}),
        ...(typeof email === 'string' ? { email } : {}),
        ...(typeof admin === 'boolean' ? { isAdmin: admin } : {}),
      });
      return noContent;
    },
    delete: () => {
      remove(context, user.id);
      return deleted;
    },
    steps: {
      groups: () => ({
        get: () =>
          collectionReply(
            context,
            'SP.ApiData.Groups',
            visibleGroupsOf(context, user).map((group) => groupModel(context, group)),
          ),
      }),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function remove(context: RequestContext, id: number): ReturnType<typeof nothing> {
  requirePermission(context, context.web.scope, 'ManagePermissions');
  const user = findPrincipal(context.emulator, context.web.site, id);
  if (!user || user.kind === 'group') throw userNotFound();
  deletePrincipal(context.emulator, context.web.site, id);
  return nothing('RemoveById');
}

/** The hidden list behind `siteusers`: whoever may browse user information reads it (docs/sharepoint-facts.md, C5, the worst case). */
export function userInformationList(context: RequestContext): Resource {
  const row = (user: Principal): Model => ({
    type: 'SP.Data.UserInfoItem',
    set: 'SP.ListData.UserInfo',
    editLink: `Web/SiteUserInfoList/Items(${user.id})`,
    properties: { Id: user.id, ID: user.id, Title: user.title, Name: user.login, EMail: user.email, UserName: user.email, Deleted: false },
  });
  return {
    steps: {
      items: (segment) => {
        requirePermission(context, context.web.scope, 'BrowseUserInfo');
        const id = optionalText(segment, 'id');
        if (id === undefined)
          return { get: () => collectionReply(context, 'SP.ListData.UserInfo', siteUsers(context.emulator, context.web.site).map(row)) };
        const user = findPrincipal(context.emulator, context.web.site, Number(id));
        if (!user || user.kind === 'group') throw itemNotFound();
        return { get: () => entityReply(context, row(user)) };
      },
    },
  };
}
