import { documentTemplate, sitePagesTemplate } from '../objects/systemColumns';
import { createList } from '../operations/createList';
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
import { requirePermission, listById, listByTitle, visibleLists } from './listAccess';
import { listModel } from './listModel';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { defaultViewResource, viewByIdResource, viewsResource } from './views';
import { securityStep } from './roleAssignments';
import {
  action,
  deleted,
  noContent,
  numberArgument,
  optionalText,
  textArgument,
  stepIn,
  type RequestContext,
  type Reply,
  type Resource,
  type StepTable,
} from './resource';

/** `lists`, `lists('guid')`, `lists(guid'guid')`. */
export function listsResource(context: RequestContext, segment: Segment): Resource {
  const id = optionalText(segment, 'id');
  if (id !== undefined) return listResource(context, listById(context, id));
  const pages = (): Resource => action(() => entityReply(context, listModel(context, sitePagesOf(context))));
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.Lists',
        visibleLists(context).map((list) => listModel(context, list)),
      ),
    post: () => addList(context),
    steps: {
      getbytitle: (step) => listResource(context, listByTitle(context, textArgument(step, 'title'))),
      getbyid: (step) => listResource(context, listById(context, textArgument(step, 'id'))),
      ensureclientrenderedsitepageslibrary: pages,
      ensuresitepageslibrary: pages,
      ensuresiteassetslibrary: () => action(() => entityReply(context, listModel(context, ensureSiteAssets(context)))),
    },
  };
}

function ensureSiteAssets(context: RequestContext): List {
  const known = listsOf(context.emulator, context.web).find((list) => list.url === `${context.web.url}/SiteAssets`);
  if (known) return known;
  requirePermission(context, context.web.scope, 'ManageLists');
  return createList(context, { title: 'Site Assets', name: 'SiteAssets', template: documentTemplate });
}

export function listResource(context: RequestContext, list: List): Resource {
  return {
    get: () => entityReply(context, listModel(context, list)),
    merge: () => mergeList(context, list),
    delete: () => removeList(context, list),
    otherwise: (segment) =>
      stepIn(listSteps, { context, list }, segment) ??
      securityStep(context, { kind: 'list', web: context.web, list }, segment) ??
      propertyStep(listModel(context, list), segment.name),
  };
}

/** A list in a request. */
interface ListPlace {
  readonly context: RequestContext;
  readonly list: List;
}

const listSteps: StepTable<ListPlace> = {
  items: ({ context, list }, segment) => itemsResource(context, list, segment),
  getitembyid: ({ context, list }, segment) => itemResource(context, list, numberArgument(segment, 'id')),
  getitembystringid: ({ context, list }, segment) => itemResource(context, list, numberArgument(segment, 'sid')),
  fields: ({ context, list }, segment) => fieldsResource(context, list, segment),
  views: ({ context, list }, segment) => viewsResource(context, list, segment),
  defaultview: ({ context, list }) => defaultViewResource(context, list),
  getview: ({ context, list }, segment) => viewByIdResource(context, list, textArgument(segment, 'viewid')),
  contenttypes: ({ context, list }, segment) => contentTypesResource(context, list, segment),
  rootfolder: ({ context, list }) => listRootFolder(context, list),
  parentweb: ({ context }) => context.resources.web(context),
  getitems: ({ context, list }) => action(() => getItems(context, list)),
  renderlistdataasstream: ({ context, list }) => action(() => renderListDataAsStream(context, list)),
  renderlistdata: ({ context, list }, segment) => action(() => renderListData(context, list, textArgument(segment, 'viewxml'))),
  addvalidateupdateitemusingpath: ({ context, list }) => action(() => addUsingPath(context, list)),
  getchanges: ({ context, list }) => changesResource(context, list),
  getlistitemchangessincetoken: ({ context, list }) => action(() => changesSinceToken(context, list)),
  recycle: ({ context, list }) =>
    action(() => ({ answer: { shape: 'scalar', name: 'Recycle', type: 'Edm.Guid', value: removeAndName(context, list) } })),
};

/** Lists are not kept in the recycle bin here; the answer is the list's own id. */
function removeAndName(context: RequestContext, list: List): string {
  removeList(context, list);
  return list.id;
}

const templates: ReadonlySet<number> = new Set([100, documentTemplate, sitePagesTemplate]);
/** Generic behaviour is what SharePoint's other simple templates have: links, announcements, contacts, events, tasks, surveys' successors. */
const likeGeneric: ReadonlySet<number> = new Set([103, 104, 105, 106, 107, 171]);

function addList(context: RequestContext): Reply {
  requirePermission(context, context.web.scope, 'ManageLists');
  const {
    Title: title,
    BaseTemplate: template = 100,
    TemplateFeatureId: _feature,
    CustomSchemaXml: _schema,
    QuickLaunchOption: _launch,
    Url: url,
    ...rest
  } = context.entityBody('SP.List');
  if (typeof title !== 'string' || title.trim() === '') throw invalidBody('A list needs a title.');
  if (typeof template !== 'number') throw invalidBody('BaseTemplate is a number.');
  if (!templates.has(template) && !likeGeneric.has(template)) throw notImplemented(`lists of template ${template}`);
  const name = typeof url === 'string' ? url.split('/').pop() : undefined;
  const list = createList(context, { title, template, settings: readSettings(rest), ...(name ? { name } : {}) });
  return createdReply(context, listModel(context, list));
}

function mergeList(context: RequestContext, list: List): Reply {
  requirePermission(context, list.scope, 'ManageLists');
  const { Title: title, ...rest } = context.entityBody('SP.List');
  const changed = typeof title === 'string' ? title : list.title;
  const other = findListByTitle(context.emulator, context.web, changed);
  if (other && other.no !== list.no) throw duplicateListTitle();
  updateList(context.emulator, list, changed, { ...list.settings, ...readSettings(rest) });
  logListChange(context.emulator, context.web, list, 'update', context.viewer.principal.id);
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

function removeList(context: RequestContext, list: List): Reply {
  requirePermission(context, list.scope, 'ManageLists');
  logListChange(context.emulator, context.web, list, 'delete', context.viewer.principal.id);
  deleteList(context.emulator, list);
  return deleted;
}
