import { makeSubweb } from '../engine/siteMaker';
import { resolveUser } from '../engine/people';
import { deleteWeb, findWeb, updateWeb, type Web } from '../store/webs';
import { findByLogin, findPrincipal, findUserByEmail, siteGroups as allGroups } from '../store/principals';
import { listsOf, deleteList } from '../store/lists';
import { hasKind, readHighLow } from '../security/masks';
import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import { accessDenied, invalidQueryString, objectNotFound, userNotResolvable, webAddressTaken } from '../wire/refusals';
import { changesResource } from './changes';
import { contentTypesResource } from './contentTypes';
import { fileByPath, fileByGuid } from './files';
import { folderByGuid, folderByPath, rootFolderOfWeb } from './folders';
import { demand, listByTitle, listByUrl } from './listAccess';
import { listResource, listsResource } from './lists';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { navigationResource } from './navigation';
import { groupsResource, groupResource } from './groups';
import { userModel, webMask } from './principalModels';
import { recycleBinResource } from './recycleBin';
import { securitySteps } from './roleAssignments';
import { roleDefinitionsResource } from './roleDefinitions';
import { userInformationList, usersResource, userResource } from './users';
import { action, noContent, nothing, reading, textArgument, type Call, type Reply, type Resource, type Step } from './resource';
import { webModel } from './webModel';
import { visibleSubwebs } from './webAccess';
import { findWebById, websBelow } from '../store/webs';

export function webResource(call: Call): Resource {
  const model = () => webModel(call);
  return {
    get: () => entityReply(call, model()),
    merge: () => mergeWeb(call),
    delete: () => removeWeb(call),
    steps: { ...contentSteps(call), ...peopleSteps(call), ...securitySteps(call, { kind: 'web', web: call.web }) },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function contentSteps(call: Call): Readonly<Record<string, Step>> {
  const fileStep: Step = (segment) =>
    fileByPath(call, textArgument(segment, segment.name.endsWith('url') ? 'serverrelativeurl' : 'decodedurl'));
  const folderStep: Step = (segment) =>
    folderByPath(call, textArgument(segment, segment.name.endsWith('url') ? 'serverrelativeurl' : 'decodedurl'));
  return {
    lists: (segment) => listsResource(call, segment),
    getlist: (segment) => listResource(call, listByUrl(call, textArgument(segment, 'strurl'))),
    getlistusingpath: (segment) => listResource(call, listByUrl(call, textArgument(segment, 'decodedurl'))),
    getfilebyserverrelativepath: fileStep,
    getfilebyserverrelativeurl: fileStep,
    getfolderbyserverrelativepath: folderStep,
    getfolderbyserverrelativeurl: folderStep,
    getfilebyid: (segment) => fileByGuid(call, textArgument(segment, 'uniqueid')),
    getfolderbyid: (segment) => folderByGuid(call, textArgument(segment, 'uniqueid')),
    rootfolder: () => rootFolderOfWeb(call),
    folders: (segment) => rootFolderOfWeb(call).steps?.folders?.(segment) ?? {},
    contenttypes: (segment) => contentTypesResource(call, undefined, segment),
    availablecontenttypes: (segment) => contentTypesResource(call, undefined, segment),
    webs: () => websResource(call),
    webinfos: () => ({
      get: () =>
        collectionReply(
          call,
          'SP.ApiData.WebInformations',
          visibleSubwebs(call).map((web) => webModel(call, web)),
        ),
    }),
    navigation: () => navigationResource(call),
    recyclebin: (segment) => recycleBinResource(call, segment),
    getchanges: () => changesResource(call, undefined),
    getclientsidecomponents: () =>
      action(() => ({
        answer: { shape: 'valueList', name: 'GetClientSideComponents', elementType: 'SP.SPClientSideComponentQueryResult', values: [] },
      })),
    getclientsidewebparts: () =>
      reading(() => ({ answer: { shape: 'valueList', name: 'GetClientSideWebParts', elementType: 'SP.ClientSideComponent', values: [] } })),
    parentweb: () => ({ get: () => parentWeb(call) }),
    defaultdocumentlibrary: () => listResource(call, listByTitle(call, 'Documents')),
  };
}

function parentWeb(call: Call): Reply {
  const parent = call.web.parent === null ? undefined : findWebById(call.engine, call.web.parent);
  return parent ? entityReply(call, webModel(call, parent)) : nothing('ParentWeb');
}

function peopleSteps(call: Call): Readonly<Record<string, Step>> {
  const group = (id: number | undefined) => (): Resource => {
    const found = id === undefined ? undefined : findPrincipal(call.engine, call.web.site, id);
    if (!found) throw objectNotFound();
    return groupResource(call, found);
  };
  const { settings } = call.web;
  return {
    currentuser: () => userResource(call, call.viewer.principal),
    siteuserinfolist: () => userInformationList(call),
    siteusers: (segment) => usersResource(call, segment),
    getuserbyid: (segment) => usersResource(call, segment),
    sitegroups: (segment) => groupsResource(call, segment, allGroups(call.engine, call.web.site)),
    ensureuser: (segment) => action(() => ensureUser(call, segment.arguments.length > 0 ? textArgument(segment, 'logonname') : undefined)),
    roledefinitions: (segment) => roleDefinitionsResource(call, segment),
    associatedownergroup: group(settings.ownersGroup),
    associatedmembergroup: group(settings.membersGroup),
    associatedvisitorgroup: group(settings.visitorsGroup),
    doesuserhavepermissions: (segment) =>
      reading(() =>
        hasPermissions(
          call,
          segment.named.permissionmask?.kind === 'json'
            ? segment.named.permissionmask.value
            : segment.arguments[0]?.kind === 'json'
              ? segment.arguments[0].value
              : undefined,
        ),
      ),
  };
}

function hasPermissions(call: Call, asked: Json | undefined): Reply {
  const mask = asked ?? call.methodBody().permissionMask;
  if (typeof mask === 'number' && Number.isInteger(mask) && mask >= 0 && mask <= 64)
    return { answer: { shape: 'scalar', name: 'DoesUserHavePermissions', type: 'Edm.Boolean', value: hasKind(webMask(call), mask) } };
  const wanted = isJsonObject(mask) ? readHighLow(mask) : undefined;
  if (wanted === undefined) throw invalidQueryString('permissionMask');
  return { answer: { shape: 'scalar', name: 'DoesUserHavePermissions', type: 'Edm.Boolean', value: (webMask(call) & wanted) === wanted } };
}

/** Writes a person of the tenant into the site. Who may only read cannot bring people in. [K] */
function ensureUser(call: Call, login: string | undefined): Reply {
  const text = login ?? call.methodBody().logonName;
  if (typeof text !== 'string') throw invalidQueryString('logonName');
  const known = findByLogin(call.engine, call.web.site, text) ?? findUserByEmail(call.engine, call.web.site, text);
  demand(call, call.web.scope, known ? 'BrowseUserInfo' : 'EditListItems');
  const user = resolveUser(call.engine, call.web.site, text);
  if (!user) throw userNotResolvable(text);
  return entityReply(call, userModel(call, user));
}

function mergeWeb(call: Call): Reply {
  demand(call, call.web.scope, 'ManageWeb');
  const body = call.entityBody('SP.Web');
  const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
  const title = text(body.Title);
  const description = text(body.Description);
  const welcomePage = text(body.WelcomePage);
  updateWeb(call.engine, call.web, {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(welcomePage === undefined ? {} : { settings: { welcomePage } }),
  });
  return noContent;
}

function removeWeb(call: Call): Reply {
  demand(call, call.web.scope, 'ManageWeb');
  if (call.web.parent === null || websBelow(call.engine, call.web).length > 0) throw accessDenied();
  for (const list of listsOf(call.engine, call.web)) deleteList(call.engine, list);
  deleteWeb(call.engine, call.web);
  return { status: 200 };
}

function websResource(call: Call): Resource {
  return {
    get: () =>
      collectionReply(
        call,
        'SP.ApiData.Webs',
        visibleSubwebs(call).map((web) => webModel(call, web)),
      ),
    steps: { add: () => action(() => addWeb(call)) },
  };
}

function addWeb(call: Call): Reply {
  demand(call, call.web.scope, 'ManageSubwebs');
  const body = call.methodBody();
  const wanted = readWebCreation(body);
  const url = `${call.web.url}/${wanted.name}`;
  if (findWeb(call.engine, url)) throw webAddressTaken(url);
  const web: Web = makeSubweb(call, { url, title: wanted.title, description: wanted.description, inherits: wanted.inherits });
  return createdReply(call, webModel({ ...call, web }, web));
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
