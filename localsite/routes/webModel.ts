import { hasOwnScope } from '../security/inheritance';
import { toHighLow } from '../objects/masks';
import { findWebById } from '../store/webs';
import type { Web } from '../objects/web';
import { findPrincipal } from '../store/principals';
import { groupModel, userModel, webMask } from './principalModels';
import { visibleLists } from './listAccess';
import { visibleSubwebs } from './webAccess';
import type { Expanded, Model } from './model';
import { roleAssignmentSet } from './roleModels';
import type { Call } from './resource';

/** A web (A5). Expensive properties come only when selected. */
export function webModel(call: Call, web: Web = call.web): Model {
  const address = `${call.origin}${encodeURI(web.url)}`;
  return {
    type: 'SP.Web',
    set: 'SP.ApiData.Webs',
    id: `${address}/_api/Web`,
    editLink: `${address}/_api/Web`,
    properties: {
      AllowRssFeeds: true,
      AlternateCssUrl: '',
      AppInstanceId: '00000000-0000-0000-0000-000000000000',
      ClassicWelcomePage: null,
      Configuration: 0,
      Created: web.created,
      CurrentChangeToken: { StringValue: `1;2;${web.id};0;0` },
      CustomMasterUrl: `${web.url}/_catalogs/masterpage/seattle.master`,
      Description: web.description,
      DesignPackageId: '00000000-0000-0000-0000-000000000000',
      DocumentLibraryCalloutOfficeWebAppPreviewersDisabled: false,
      EnableMinimalDownload: false,
      FooterEmphasis: 0,
      FooterEnabled: true,
      FooterLayout: 0,
      HeaderEmphasis: 0,
      HeaderLayout: 2,
      HideTitleInHeader: false,
      HorizontalQuickLaunch: true,
      Id: web.id,
      IsHomepageModernized: false,
      IsMultilingual: true,
      IsRevertHomepageLinkHidden: false,
      Language: 1033,
      LastItemModifiedDate: web.modified,
      LastItemUserModifiedDate: web.modified,
      LogoAlignment: 0,
      MasterUrl: `${web.url}/_catalogs/masterpage/seattle.master`,
      MegaMenuEnabled: true,
      NavAudienceTargetingEnabled: false,
      NoCrawl: false,
      ObjectCacheEnabled: false,
      OverwriteTranslationsOnChange: false,
      ResourcePath: { DecodedUrl: address },
      QuickLaunchEnabled: true,
      RecycleBinEnabled: true,
      SearchScope: 0,
      ServerRelativeUrl: web.url,
      SiteLogoUrl: null,
      SyndicationEnabled: true,
      TenantAdminMembersCanShare: 0,
      Title: web.title,
      TreeViewEnabled: false,
      UIVersion: 15,
      UIVersionConfigurationEnabled: false,
      Url: address,
      WebTemplate: web.parent === null ? 'SITEPAGEPUBLISHING' : 'STS',
      WelcomePage: web.settings.welcomePage ?? '',
    },
    onRequest: {
      EffectiveBasePermissions: () => toHighLow(webMask({ ...call, web })),
      HasUniqueRoleAssignments: () => web.parent === null || hasOwnScope(call.emulator, { kind: 'web', web }),
      ServerRelativePath: () => ({ DecodedUrl: web.url }),
      SupportedUILanguageIds: () => [1033],
    },
    navigation: webNavigation({ ...call, web }),
  };
}

function webNavigation(call: Call): Readonly<Record<string, () => Expanded>> {
  const { web } = call;
  const group = (id: number | undefined) => (): Model | null => {
    const found = id === undefined ? undefined : findPrincipal(call.emulator, web.site, id);
    return found ? groupModel(call, found) : null;
  };
  return {
    CurrentUser: () => userModel(call, call.viewer.principal),
    Lists: () => ({ set: 'SP.ApiData.Lists', models: visibleLists(call).map((list) => call.models.list(call, list)) }),
    Webs: () => ({ set: 'SP.ApiData.Webs', models: visibleSubwebs(call).map((one) => webModel(call, one)) }),
    RootFolder: () => call.models.folderOfWeb(call),
    RoleAssignments: () => roleAssignmentSet(call, { kind: 'web', web }),
    AssociatedOwnerGroup: group(web.settings.ownersGroup),
    AssociatedMemberGroup: group(web.settings.membersGroup),
    AssociatedVisitorGroup: group(web.settings.visitorsGroup),
    ParentWeb: () => {
      const parent = web.parent === null ? undefined : findWebById(call.emulator, web.parent);
      return parent ? webModel(call, parent) : null;
    },
  };
}
