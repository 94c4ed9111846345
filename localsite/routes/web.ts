import { createSubweb } from '../operations/createSite';
import { resolveUser } from '../security/people';
import { deleteWeb, findWeb, updateWeb, findWebById, websBelow } from '../store/webs';
import type { Web } from '../objects/web';
import { findByLogin, findPrincipal, findUserByEmail, siteGroups as allGroups } from '../store/principals';
import { listsOf, deleteList } from '../store/lists';
import { hasKind, readHighLow } from '../objects/masks';
import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import type { Segment } from '../wire/path';
import { accessDenied, invalidQueryString, objectNotFound, userNotResolvable, webAddressTaken } from '../wire/errors';
import { changesResource } from './changes';
import { contentTypesResource } from './contentTypes';
import { fileByPath, fileByGuid } from './files';
import { folderByGuid, folderByPath, rootFolderOfWeb } from './folders';
import { requirePermission, listByTitle, listByUrl } from './listAccess';
import { listResource, listsResource } from './lists';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { navigationResource } from './navigation';
import { groupsResource, groupResource } from './groups';
import { userModel, webMask } from './principalModels';
import { tenantSteps } from './tenantProperties';
import { recycleBinResource } from './recycleBin';
import { securityStep } from './roleAssignments';
import { roleDefinitionsResource } from './roleDefinitions';
import { userInformationList, usersResource, userResource } from './users';
import {
  action,
  noContent,
  nothing,
  reading,
  stepIn,
  textArgument,
  type RequestContext,
  type Reply,
  type Resource,
  type StepTable,
} from './resource';
import { webModel } from './webModel';
import { visibleSubwebs } from './webAccess';

/** `_api/web`. */
export function webResource(context: RequestContext): Resource {
  return {
    get: () => entityReply(context, webModel(context)),
    merge: () => mergeWeb(context),
    delete: () => removeWeb(context),
    otherwise: (segment) => webStep(context, segment) ?? propertyStep(webModel(context), segment.name),
  };
}

/** What leads on from a web; also from `_api` itself, where the web may be left out. */
export function webStep(context: RequestContext, segment: Segment): Resource | undefined {
  return (
    stepIn(contentSteps, context, segment) ??
    stepIn(peopleSteps, context, segment) ??
    stepIn(tenantSteps, context, segment) ??
    securityStep(context, { kind: 'web', web: context.web }, segment)
  );
}

function fileStep(context: RequestContext, segment: Segment): Resource {
  return fileByPath(context, pathArgument(segment));
}

function folderStep(context: RequestContext, segment: Segment): Resource {
  return folderByPath(context, pathArgument(segment));
}

/** `...byserverrelativeurl(serverrelativeurl)` and `...byserverrelativepath(decodedurl)`. */
function pathArgument(segment: Segment): string {
  return textArgument(segment, segment.name.endsWith('url') ? 'serverrelativeurl' : 'decodedurl');
}

const contentSteps: StepTable<RequestContext> = {
  lists: (context, segment) => listsResource(context, segment),
  getlist: (context, segment) => listResource(context, listByUrl(context, textArgument(segment, 'strurl'))),
  getlistusingpath: (context, segment) => listResource(context, listByUrl(context, textArgument(segment, 'decodedurl'))),
  getfilebyserverrelativepath: fileStep,
  getfilebyserverrelativeurl: fileStep,
  getfolderbyserverrelativepath: folderStep,
  getfolderbyserverrelativeurl: folderStep,
  getfilebyid: (context, segment) => fileByGuid(context, textArgument(segment, 'uniqueid')),
  getfolderbyid: (context, segment) => folderByGuid(context, textArgument(segment, 'uniqueid')),
  rootfolder: (context) => rootFolderOfWeb(context),
  folders: (context, segment) => rootFolderOfWeb(context).steps?.folders?.(segment) ?? {},
  contenttypes: (context, segment) => contentTypesResource(context, undefined, segment),
  availablecontenttypes: (context, segment) => contentTypesResource(context, undefined, segment),
  webs: (context) => websResource(context),
  webinfos: (context) => ({
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.WebInformations',
        visibleSubwebs(context).map((web) => webModel(context, web)),
      ),
  }),
  navigation: (context) => navigationResource(context),
  recyclebin: (context, segment) => recycleBinResource(context, segment),
  getchanges: (context) => changesResource(context, undefined),
  getclientsidecomponents: () =>
    action(() => ({
      answer: { shape: 'valueList', name: 'GetClientSideComponents', elementType: 'SP.SPClientSideComponentQueryResult', values: [] },
    })),
  getclientsidewebparts: () =>
    reading(() => ({ answer: { shape: 'valueList', name: 'GetClientSideWebParts', elementType: 'SP.ClientSideComponent', values: [] } })),
  parentweb: (context) => ({ get: () => parentWeb(context) }),
  defaultdocumentlibrary: (context) => listResource(context, listByTitle(context, 'Documents')),
};

function parentWeb(context: RequestContext): Reply {
  const parent = context.web.parent === null ? undefined : findWebById(context.emulator, context.web.parent);
  return parent ? entityReply(context, webModel(context, parent)) : nothing('ParentWeb');
}

function associatedGroup(context: RequestContext, id: number | undefined): Resource {
  const found = id === undefined ? undefined : findPrincipal(context.emulator, context.web.site, id);
  if (!found) throw objectNotFound();
  return groupResource(context, found);
}

const peopleSteps: StepTable<RequestContext> = {
  currentuser: (context) => userResource(context, context.viewer.principal),
  siteuserinfolist: (context) => userInformationList(context),
  siteusers: (context, segment) => usersResource(context, segment),
  getuserbyid: (context, segment) => usersResource(context, segment),
  sitegroups: (context, segment) => groupsResource(context, segment, allGroups(context.emulator, context.web.site)),
  ensureuser: (context, segment) =>
    action(() => ensureUser(context, segment.arguments.length > 0 ? textArgument(segment, 'logonname') : undefined)),
  roledefinitions: (context, segment) => roleDefinitionsResource(context, segment),
  associatedownergroup: (context) => associatedGroup(context, context.web.settings.ownersGroup),
  associatedmembergroup: (context) => associatedGroup(context, context.web.settings.membersGroup),
  associatedvisitorgroup: (context) => associatedGroup(context, context.web.settings.visitorsGroup),
  doesuserhavepermissions: (context, segment) =>
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
