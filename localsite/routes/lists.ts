import { documentTemplate, sitePagesTemplate } from '../objects/systemColumns';
import { makeList } from '../operations/listMaker';
import { sitePagesOf } from '../operations/pages';
import { logListChange } from '../store/changes';
import { deleteList, findListByTitle, listsOf, updateList } from '../store/lists';
import type { List, ListSettings } from '../objects/list';
import type { Json, JsonObject } from '../wire/json';
import { duplicateListTitle, invalidBody, notImplemented, unknownProperty } from '../wire/errors';
import type { Segment } from '../wire/path';
import { addUsingPath, changesSinceToken } from './listMethods';
import { changesResource } from './changes';
import { contentTypesResource } from './contentTypes';
import { fieldsResource } from './fields';
import { listRootFolder } from './folders';
import { itemResource, itemsResource } from './items';
import { getItems, renderListData, renderListDataAsStream } from './listData';
import { demand, listById, listByTitle, visibleLists } from './listAccess';
import { listModel } from './listModel';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { defaultViewResource, viewByIdResource, viewsResource } from './views';
import { securitySteps } from './roleAssignments';
import { action, deleted, noContent, numberArgument, optionalText, textArgument, type Call, type Reply, type Resource } from './resource';

/** `lists`, `lists('guid')`, `lists(guid'guid')`. */
export function listsResource(call: Call, segment: Segment): Resource {
  const id = optionalText(segment, 'id');
  if (id !== undefined) return listResource(call, listById(call, id));
  const pages = (): Resource => action(() => entityReply(call, listModel(call, sitePagesOf(call))));
  return {
    get: () =>
      collectionReply(
        call,
        'SP.ApiData.Lists',
        visibleLists(call).map((list) => listModel(call, list)),
      ),
    post: () => addList(call),
    steps: {
      getbytitle: (step) => listResource(call, listByTitle(call, textArgument(step, 'title'))),
      getbyid: (step) => listResource(call, listById(call, textArgument(step, 'id'))),
      ensureclientrenderedsitepageslibrary: pages,
      ensuresitepageslibrary: pages,
      ensuresiteassetslibrary: () => action(() => entityReply(call, listModel(call, ensureSiteAssets(call)))),
    },
  };
}

function ensureSiteAssets(call: Call): List {
  const known = listsOf(call.emulator, call.web).find((list) => list.url === `${call.web.url}/SiteAssets`);
  if (known) return known;
  demand(call, call.web.scope, 'ManageLists');
  return makeList(call, { title: 'Site Assets', name: 'SiteAssets', template: documentTemplate });
}

export function listResource(call: Call, list: List): Resource {
  const model = () => listModel(call, list);
  return {
    get: () => entityReply(call, model()),
    merge: () => mergeList(call, list),
    delete: () => removeList(call, list),
    steps: {
      items: (segment) => itemsResource(call, list, segment),
      getitembyid: (segment) => itemResource(call, list, numberArgument(segment, 'id')),
      getitembystringid: (segment) => itemResource(call, list, numberArgument(segment, 'sid')),
      fields: (segment) => fieldsResource(call, list, segment),
      views: (segment) => viewsResource(call, list, segment),
      defaultview: () => defaultViewResource(call, list),
      getview: (segment) => viewByIdResource(call, list, textArgument(segment, 'viewid')),
      contenttypes: (segment) => contentTypesResource(call, list, segment),
      rootfolder: () => listRootFolder(call, list),
      parentweb: () => call.resources.web(call),
      getitems: () => action(() => getItems(call, list)),
      renderlistdataasstream: () => action(() => renderListDataAsStream(call, list)),
      renderlistdata: (segment) => action(() => renderListData(call, list, textArgument(segment, 'viewxml'))),
      addvalidateupdateitemusingpath: () => action(() => addUsingPath(call, list)),
      getchanges: () => changesResource(call, list),
      getlistitemchangessincetoken: () => action(() => changesSinceToken(call, list)),
      recycle: () => action(() => ({ answer: { shape: 'scalar', name: 'Recycle', type: 'Edm.Guid', value: removeAndName(call, list) } })),
      ...securitySteps(call, { kind: 'list', web: call.web, list }),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

/** Lists are not kept in the recycle bin here; the answer is the list's own id. */
function removeAndName(call: Call, list: List): string {
  removeList(call, list);
  return list.id;
}

const templates: ReadonlySet<number> = new Set([100, documentTemplate, sitePagesTemplate]);
/** Generic behaviour is what SharePoint's other simple templates have: links, announcements, contacts, events, tasks, surveys' successors. */
const likeGeneric: ReadonlySet<number> = new Set([103, 104, 105, 106, 107, 171]);

function addList(call: Call): Reply {
  demand(call, call.web.scope, 'ManageLists');
  const {
    Title: title,
    BaseTemplate: template = 100,
    TemplateFeatureId: _feature,
    CustomSchemaXml: _schema,
    QuickLaunchOption: _launch,
    Url: url,
    ...rest
  } = call.entityBody('SP.List');
  if (typeof title !== 'string' || title.trim() === '') throw invalidBody('A list needs a title.');
  if (typeof template !== 'number') throw invalidBody('BaseTemplate is a number.');
  if (!templates.has(template) && !likeGeneric.has(template)) throw notImplemented(`lists of template ${template}`);
  const name = typeof url === 'string' ? url.split('/').pop() : undefined;
  const list = makeList(call, { title, template, settings: readSettings(rest), ...(name ? { name } : {}) });
  return createdReply(call, listModel(call, list));
}

function mergeList(call: Call, list: List): Reply {
  demand(call, list.scope, 'ManageLists');
  const { Title: title, ...rest } = call.entityBody('SP.List');
  const changed = typeof title === 'string' ? title : list.title;
  const other = findListByTitle(call.emulator, call.web, changed);
  if (other && other.no !== list.no) throw duplicateListTitle();
  updateList(call.emulator, list, changed, { ...list.settings, ...readSettings(rest) });
  logListChange(call.emulator, call.web, list, 'update', call.viewer.principal.id);
  return noContent;
}

/** Which settings a body may carry, and of what type. Throws unknownProperty. */
function readSettings(body: JsonObject): Partial<ListSettings> {
  const changes: Record<string, Json> = {};
  for (const [name, value] of Object.entries(body)) {
    const type = settingTypes.get(name);
    if (type === undefined) throw unknownProperty(name, 'SP.List');
    const allowed = securityValues.get(name);
    if (typeof value !== type && !(type === 'string' && value === null))
      throw invalidBody(`The property '${name}' is not of the expected type.`);
    if (allowed && !allowed.includes(Number(value))) throw invalidBody(`The property '${name}' cannot be ${String(value)}.`);
    changes[name] = value;
  }
  return changes as Partial<ListSettings>; // names and types were checked above
}

/** MS-WSSCAML: all rows or own rows; all, own or none. */
const securityValues: ReadonlyMap<string, readonly number[]> = new Map([
  ['ReadSecurity', [1, 2]],
  ['WriteSecurity', [1, 2, 4]],
]);

const settingTypes: ReadonlyMap<string, 'boolean' | 'number' | 'string'> = new Map(
  Object.entries<'boolean' | 'number' | 'string'>({
    AllowContentTypes: 'boolean',
    ContentTypesEnabled: 'boolean',
    Description: 'string',
    DisableCommenting: 'boolean',
    DisableGridEditing: 'boolean',
    DraftVersionVisibility: 'number',
    EnableAttachments: 'boolean',
    EnableFolderCreation: 'boolean',
    EnableMinorVersions: 'boolean',
    EnableModeration: 'boolean',
    EnableVersioning: 'boolean',
    ForceCheckout: 'boolean',
    Hidden: 'boolean',
    ListExperienceOptions: 'number',
    MajorVersionLimit: 'number',
    MajorWithMinorVersionsLimit: 'number',
    NoCrawl: 'boolean',
    OnQuickLaunch: 'boolean',
    ReadSecurity: 'number',
    WriteSecurity: 'number',
    DefaultContentApprovalWorkflowId: 'string',
    Direction: 'string',
    ImageUrl: 'string',
    IrmEnabled: 'boolean',
    ValidationFormula: 'string',
    ValidationMessage: 'string',
  }),
);

function removeList(call: Call, list: List): Reply {
  demand(call, list.scope, 'ManageLists');
  logListChange(call.emulator, call.web, list, 'delete', call.viewer.principal.id);
  deleteList(call.emulator, list);
  return deleted;
}
