import { isLibraryTemplate } from '../objects/systemColumns';
import { hasOwnScope } from '../security/inheritance';
import { toHighLow } from '../objects/masks';
import { maskOn } from '../security/viewer';
import { changeToken, lastChange } from '../store/changes';
import { fieldsOf } from '../store/fields';
import { countItems, readActivity } from '../store/lists';
import type { List } from '../objects/list';
import { viewsOf } from '../store/views';
import { fieldModel } from './fieldModel';
import { contentTypeSet } from './contentTypeModels';
import { itemType, listLink } from './links';
import { webAddress, type Model } from './model';
import { roleAssignmentSet } from './roleModels';
import type { RequestContext } from './resource';
import { viewModel } from './viewModel';
import { webModel } from './webModel';

/** The 54 recorded properties of a list (A5), and what comes on request. */
export function listModel(context: RequestContext, list: List): Model {
  const { modified, deleted, version } = readActivity(context.emulator, list);
  const library = isLibraryTemplate(list.template);
  const {
    ReadSecurity: readSecurity,
    WriteSecurity: writeSecurity,
    OnQuickLaunch: onQuickLaunch,
    ValidationFormula: formula,
    ValidationMessage: message,
    ...settings
  } = list.settings;
  return {
    type: 'SP.List',
    set: 'SP.ApiData.Lists',
    id: `${webAddress(context)}/_api/${listLink(list)}`,
    etag: `"${version}"`,
    editLink: listLink(list),
    properties: {
      ...settings,
      BaseTemplate: list.template,
      BaseType: library ? 1 : 0,
      CrawlNonDefaultViews: false,
      Created: list.created,
      DefaultItemOpenUseListSetting: false,
      CurrentChangeToken: { StringValue: changeToken(list.id, 3, new Date(modified), lastChange(context.emulator)) },
      DefaultSensitivityLabelForLibrary: '',
      DocumentTemplateUrl: library ? `${list.url}/Forms/template.dotx` : null,
      EnableRequestSignOff: true,
      EntityTypeName: list.entityName,
      ExemptFromBlockDownloadOfNonViewableFiles: false,
      FileSavePostProcessingEnabled: false,
      HasExternalDataSource: false,
      Id: list.id,
      ImagePath: { DecodedUrl: list.settings.ImageUrl },
      IrmExpire: false,
      IrmReject: false,
      IsApplicationList: list.template === 119,
      IsCatalog: false,
      IsPrivate: false,
      ItemCount: countItems(context.emulator, list),
      LastItemDeletedDate: deleted,
      LastItemModifiedDate: modified,
      LastItemUserModifiedDate: modified,
      ListItemEntityTypeFullName: itemType(list),
      MultipleDataList: false,
      ParentWebPath: { DecodedUrl: context.web.url },
      ParentWebUrl: context.web.url,
      ParserDisabled: false,
      ServerTemplateCanCreateFolders: true,
      TemplateFeatureId: library ? '00bfea71-e717-4e80-aa17-d0c71b360101' : '00bfea71-de22-43b2-a848-c05709900100',
      Title: list.title,
    },
    onRequest: {
      ReadSecurity: () => readSecurity,
      WriteSecurity: () => writeSecurity,
      OnQuickLaunch: () => onQuickLaunch,
      ValidationFormula: () => formula,
      ValidationMessage: () => message,
      HasUniqueRoleAssignments: () => hasOwnScope(context.emulator, { kind: 'list', web: context.web, list }),
      EffectiveBasePermissions: () => toHighLow(maskOn(context.emulator, context.viewer, list.scope)),
      DefaultViewUrl: () => `${list.url}/AllItems.aspx`,
      DefaultDisplayFormUrl: () => `${list.url}/DispForm.aspx`,
      DefaultEditFormUrl: () => `${list.url}/EditForm.aspx`,
      DefaultNewFormUrl: () => `${list.url}/NewForm.aspx`,
      SchemaXml: () => `<List ID="{${list.id.toUpperCase()}}" Title="" />`,
      IsSystemList: () => list.template === 119,
    },
    navigation: {
      RootFolder: () => context.models.folderOfList(context, list),
      Fields: () => ({
        set: 'SP.ApiData.Fields',
        models: fieldsOf(context.emulator, list).map((field) => fieldModel(context, list, field)),
      }),
      Views: () => ({ set: 'SP.ApiData.Views', models: viewsOf(context.emulator, list).map((view) => viewModel(context, list, view)) }),
      DefaultView: () => {
        const view = viewsOf(context.emulator, list).find((one) => one.settings.isDefault === true);
        return view ? viewModel(context, list, view) : null;
      },
      ContentTypes: () => contentTypeSet(context, list),
      RoleAssignments: () => roleAssignmentSet(context, { kind: 'list', web: context.web, list }),
      ParentWeb: () => webModel(context),
    },
  };
}
