import { isLibraryTemplate } from '../objects/systemColumns';
import { hasOwnScope } from '../security/inheritance';
import { toHighLow } from '../objects/masks';
import { maskOn } from '../security/viewer';
import { changeToken, lastChange } from '../store/changes';
import { fieldsOf } from '../store/fields';
import { countItems, readActivity } from '../store/lists';
import type { List, ListSettings } from '../objects/list';
import { viewsOf, type View } from '../store/views';
import { fieldModel } from './fieldModel';
import { contentTypeSet } from './contentTypeModels';
import type { JsonObject } from '../wire/json';
import { itemType, listLink } from './links';
import { webAddress, type Expanded, type Model } from './model';
import { roleAssignmentSet } from './roleModels';
import type { RequestContext } from './resource';
import { viewModel } from './viewModel';
import { webModel } from './webModel';

/** Properties whose value is the same for every list. */
const sameForEveryList: JsonObject = {
  CrawlNonDefaultViews: false,
  DefaultItemOpenUseListSetting: false,
  DefaultSensitivityLabelForLibrary: '',
  EnableRequestSignOff: true,
  ExemptFromBlockDownloadOfNonViewableFiles: false,
  FileSavePostProcessingEnabled: false,
  HasExternalDataSource: false,
  IrmExpire: false,
  IrmReject: false,
  IsCatalog: false,
  IsPrivate: false,
  MultipleDataList: false,
  ParserDisabled: false,
  ServerTemplateCanCreateFolders: true,
};

function listProperties(context: RequestContext, list: List): JsonObject {
  const { modified, deleted } = readActivity(context.emulator, list);
  const library = isLibraryTemplate(list.template);
  return {
    BaseTemplate: list.template,
    BaseType: library ? 1 : 0,
    Created: list.created,
    CurrentChangeToken: { StringValue: changeToken(list.id, 3, new Date(modified), lastChange(context.emulator)) },
    DocumentTemplateUrl: library ? `${list.url}/Forms/template.dotx` : null,
    EntityTypeName: list.entityName,
    Id: list.id,
    ImagePath: { DecodedUrl: list.settings.ImageUrl },
    IsApplicationList: list.template === 119,
    ItemCount: countItems(context.emulator, list),
    LastItemDeletedDate: deleted,
    LastItemModifiedDate: modified,
    LastItemUserModifiedDate: modified,
    ListItemEntityTypeFullName: itemType(list),
    ParentWebPath: { DecodedUrl: context.web.url },
    ParentWebUrl: context.web.url,
    TemplateFeatureId: library ? '00bfea71-e717-4e80-aa17-d0c71b360101' : '00bfea71-de22-43b2-a848-c05709900100',
    Title: list.title,
  };
}

/** Settings that come only when they are asked for, as SharePoint has it. */
const settingsOnRequest: ReadonlySet<string> = new Set<keyof ListSettings>([
  'ReadSecurity',
  'WriteSecurity',
  'OnQuickLaunch',
  'ValidationFormula',
  'ValidationMessage',
]);

function settingsOf(list: List, onRequest: boolean): JsonObject {
  return Object.fromEntries(Object.entries(list.settings).filter(([name]) => settingsOnRequest.has(name) === onRequest));
}

/** The 54 recorded properties of a list (docs/sharepoint-facts.md, A5), and what comes on request. */
export function listModel(context: RequestContext, list: List): Model {
  return {
    type: 'SP.List',
    set: 'SP.ApiData.Lists',
    id: `${webAddress(context)}/_api/${listLink(list)}`,
    etag: `"${readActivity(context.emulator, list).version}"`,
    editLink: listLink(list),
    properties: { ...settingsOf(list, false), ...sameForEveryList, ...listProperties(context, list) },
    onRequest: {
      ...Object.fromEntries(Object.entries(settingsOf(list, true)).map(([name, value]) => [name, () => value])),
      HasUniqueRoleAssignments: () => hasOwnScope(context.emulator, { kind: 'list', web: context.web, list }),
      EffectiveBasePermissions: () => toHighLow(maskOn(context.emulator, context.viewer, list.scope)),
      DefaultViewUrl: () => `${list.url}/AllItems.aspx`,
      DefaultDisplayFormUrl: () => `${list.url}/DispForm.aspx`,
      DefaultEditFormUrl: () => `${list.url}/EditForm.aspx`,
      DefaultNewFormUrl: () => `${list.url}/NewForm.aspx`,
      SchemaXml: () => `<List ID="{${list.id.toUpperCase()}}" Title="" />`,
      IsSystemList: () => list.template === 119,
    },
    navigation: listNavigation(context, list),
  };
}

function listNavigation(context: RequestContext, list: List): Readonly<Record<string, () => Expanded>> {
  const views = (): readonly View[] => viewsOf(context.emulator, list);
  return {
    RootFolder: () => context.models.folderOfList(context, list),
    Fields: () => ({ set: 'SP.ApiData.Fields', models: fieldsOf(context.emulator, list).map((field) => fieldModel(list, field)) }),
    Views: () => ({ set: 'SP.ApiData.Views', models: views().map((view) => viewModel(list, view)) }),
    DefaultView: () => {
      const view = views().find((one) => one.settings.isDefault === true);
      return view ? viewModel(list, view) : null;
    },
    ContentTypes: () => contentTypeSet(context, list),
    RoleAssignments: () => roleAssignmentSet(context, { kind: 'list', web: context.web, list }),
    ParentWeb: () => webModel(context),
  };
}
