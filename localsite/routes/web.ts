import { createSubweb } from '../operations/createSite';
import { resolveUser } from '../security/people';
import { deleteWeb, findWeb, updateWeb, findWebById, websBelow } from '../store/webs';
import type { Web } from '../objects/web';
import { findByLogin, findPrincipal, findUserByEmail, siteGroups as allGroups } from '../store/principals';
import { listsOf, deleteList } from '../store/lists';
import { hasKind, readHighLow } from '../objects/masks';
import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import { accessDenied, invalidQueryString, objectNotFound, userNotResolvable, webAddressTaken } from '../wire/errors';
import { changesResource } from './changes';
import { contentTypesResource } from './contentTypes';
import { fileByPath, fileByGuid } from './files';
import { folderByGuid, folderByPath, rootFolderOfWeb } from './folders';
import { requirePermission, listByTitle, listByUrl } from './listAccess';
import { listResource, listsResource } from './lists';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { groupsResource, groupResource } from './groups';
import { userModel, webMask } from './principalModels';
import { recycleBinResource } from './recycleBin';
import { securitySteps } from './roleAssignments';
import { roleDefinitionsResource } from './roleDefinitions';
import { userInformationList, usersResource, userResource } from './users';
import { action, noContent, nothing, reading, textArgument, type RequestContext, type Reply, type Resource, type Step } from './resource';
import { webModel } from './webModel';
import { visibleSubwebs } from './webAccess';

export function webResource(context: RequestContext): Resource {
  const model = () => webModel(context);
  return {
    get: () => entityReply(context, model()),
    merge: () => mergeWeb(context),
    delete: () => removeWeb(context),
    steps: { ...contentSteps(context), ...peopleSteps(context), ...securitySteps(context, { kind: 'web', web: context.web }) },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function contentSteps(context: RequestContext): Readonly<Record<string, Step>> {
  const fileStep: Step = (segment) =>
    fileByPath(context, textArgument(segment, segment.name.endsWith('url') ? 'serverrelativeurl' : 'decodedurl'));
  const folderStep: Step = (segment) =>
    folderByPath(context, textArgument(segment, segment.name.endsWith('url') ? 'serverrelativeurl' : 'decodedurl'));
  return {
    lists: (segment) => listsResource(context, segment),
    getlist: (segment) => listResource(context, listByUrl(context, textArgument(segment, 'strurl'))),
    getlistusingpath: (segment) => listResource(context, listByUrl(context, textArgument(segment, 'decodedurl'))),
    getfilebyserverrelativepath: fileStep,
    getfilebyserverrelativeurl: fileStep,
    getfolderbyserverrelativepath: folderStep,
    getfolderbyserverrelativeurl: folderStep,
    getfilebyid: (segment) => fileByGuid(context, textArgument(segment, 'uniqueid')),
    getfolderbyid: (segment) => folderByGuid(context, textArgument(segment, 'uniqueid')),
    rootfolder: () => rootFolderOfWeb(context),
    folders: (segment) => rootFolderOfWeb(context).steps?.folders?.(segment) ?? {},
    contenttypes: (segment) => contentTypesResource(context, undefined, segment),
    availablecontenttypes: (segment) => contentTypesResource(context, undefined, segment),
    webs: () => websResource(context),
    webinfos: () => ({
      get: () =>
        collectionReply(
          context,
          'SP.ApiData.WebInformations',
          visibleSubwebs(context).map((web) => webModel(context, web)),
        ),
    }),
    recyclebin: (segment) => recycleBinResource(context, segment),
    getchanges: () => changesResource(context, undefined),
    getclientsidecomponents: () =>
      action(() => ({
        answer: { shape: 'valueList', name: 'GetClientSideComponents', elementType: 'SP.SPClientSideComponentQueryResult', values: [] },
      })),
    getclientsidewebparts: () =>
      reading(() => ({ answer: { shape: 'valueList', name: 'GetClientSideWebParts', elementType: 'SP.ClientSideComponent', values: [] } })),
    parentweb: () => ({ get: () => parentWeb(context) }),
    defaultdocumentlibrary: () => listResource(context, listByTitle(context, 'Documents')),
  };
}

function parentWeb(context: RequestContext): Reply {
  const parent = context.web.parent === null ? undefined : findWebById(context.emulator, context.web.parent);
  return parent ? entityReply(context, webModel(context, parent)) : nothing('ParentWeb');
}

function peopleSteps(context: RequestContext): Readonly<Record<string, Step>> {
  const group = (id: number | undefined) => (): Resource => {
    const found = id === undefined ? undefined : findPrincipal(context.emulator, context.web.site, id);
    if (!found) throw objectNotFound();
    return groupResource(context, found);
  };
  const { settings } = context.web;
  return {
    currentuser: () => userResource(context, context.viewer.principal),
    siteuserinfolist: () => userInformationList(context),
    siteusers: (segment) => usersResource(context, segment),
    getuserbyid: (segment) => usersResource(context, segment),
    sitegroups: (segment) => groupsResource(context, segment, allGroups(context.emulator, context.web.site)),
    ensureuser: (segment) =>
      action(() => ensureUser(context, segment.arguments.length > 0 ? textArgument(segment, 'logonname') : undefined)),
    roledefinitions: (segment) => roleDefinitionsResource(context, segment),
    associatedownergroup: group(settings.ownersGroup),
    associatedmembergroup: group(settings.membersGroup),
    associatedvisitorgroup: group(settings.visitorsGroup),
    doesuserhavepermissions: (segment) =>
      reading(() =>
        hasPermissions(
          context,
          segment.named.permissionmask?.kind === 'json'
            ? segment.named.permissionmask.value
            : segment.arguments[0]?.kind === 'json'
              ? segment.arguments[0].value
              : undefined,
        ),
      ),
  };
}

function hasPermissions(context: RequestContext, asked: Json | undefined): Reply {
  const mask = asked ?? context.methodBody().permissionMask;
  if (typeof mask === 'number' && Number.isInteger(mask) && mask >= 0 && mask <= 64)
    return { answer: { shape: 'scalar', name: 'DoesUserHavePermissions', type: 'Edm.Boolean', value: hasKind(webMask(context), mask) } };
  const wanted = isJsonObject(mask) ? readHighLow(mask) : undefined;
  if (wanted === undefined) throw invalidQueryString('permissionMask');
  return {
    answer: { shape: 'scalar', name: 'DoesUserHavePermissions', type: 'Edm.Boolean', value: (webMask(context) & wanted) === wanted },
  };
}

/** Writes a person of the tenant into the site. Who may only read cannot bring people in. [K] */
function ensureUser(context: RequestContext, login: string | undefined): Reply {
  const text = login ?? context.methodBody().logonName;
  if (typeof text !== 'string') throw invalidQueryString('logonName');
  const known = findByLogin(context.emulator, context.web.site, text) ?? findUserByEmail(context.emulator, context.web.site, text);
  requirePermission(context, context.web.scope, known ? 'BrowseUserInfo' : 'EditListItems');
  const user = resolveUser(context.emulator, context.web.site, text);
  if (!user) throw userNotResolvable(text);
  return entityReply(context, userModel(context, user));
}

function mergeWeb(context: RequestContext): Reply {
  requirePermission(context, context.web.scope, 'ManageWeb');
  const body = context.entityBody('SP.Web');
  const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
  const title = text(body.Title);
  const description = text(body.Description);
  const welcomePage = text(body.WelcomePage);
  updateWeb(context.emulator, context.web, {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(welcomePage === undefined ? {} : { settings: { welcomePage } }),
  });
  return noContent;
}

function removeWeb(context: RequestContext): Reply {
  requirePermission(context, context.web.scope, 'ManageWeb');
  if (context.web.parent === null || websBelow(context.emulator, context.web).length > 0) throw accessDenied();
  for (const list of listsOf(context.emulator, context.web)) deleteList(context.emulator, list);
  deleteWeb(context.emulator, context.web);
  return { status: 200 };
}

function websResource(context: RequestContext): Resource {
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.Webs',
        visibleSubwebs(context).map((web) => webModel(context, web)),
      ),
    steps: { add: () => action(() => addWeb(context)) },
  };
}

function addWeb(context: RequestContext): Reply {
  requirePermission(context, context.web.scope, 'ManageSubwebs');
  const body = context.methodBody();
  const wanted = readWebCreation(body);
  const url = `${context.web.url}/${wanted.name}`;
  if (findWeb(context.emulator, url)) throw webAddressTaken(url);
  const web: Web = createSubweb(context, { url, title: wanted.title, description: wanted.description, inherits: wanted.inherits });
  return createdReply(context, webModel({ ...context, web }, web));
}

function readWebCreation(body: JsonObject): {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inherits: boolean;
} {
  const { Title: title, Url: name, Description: description, UseSamePermissionsAsParentSite: inherits } = body;
  if (typeof title !== 'string' || typeof name !== 'string' || !/^[^"*:<>?/\\|#%&]+$/.test(name) || /^[._]/.test(name))
    throw invalidQueryString('Url');
  return { name, title, description: typeof description === 'string' ? description : '', inherits: inherits !== false };
}
