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
import type { RequestContext } from './resource';

/** A web (A5). Expensive properties come only when selected. */
export function webModel(context: RequestContext, web: Web = context.web): Model {
  const address = `${context.origin}${encodeURI(web.url)}`;
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
      EffectiveBasePermissions: () => toHighLow(webMask({ ...context, web })),
      HasUniqueRoleAssignments: () => web.parent === null || hasOwnScope(context.emulator, { kind: 'web', web }),
      ServerRelativePath: () => ({ DecodedUrl: web.url }),
      SupportedUILanguageIds: () => [1033],
    },
    navigation: webNavigation({ ...context, web }),
  };
}

function webNavigation(context: RequestContext): Readonly<Record<string, () => Expanded>> {
  const { web } = context;
  const group = (id: number | undefined) => (): Model | null => {
    const found = id === undefined ? undefined : findPrincipal(context.emulator, web.site, id);
    return found ? groupModel(context, found) : null;
  };
  return {
    CurrentUser: () => userModel(context, context.viewer.principal),
    Lists: () => ({ set: 'SP.ApiData.Lists', models: visibleLists(context).map((list) => context.models.list(context, list)) }),
    Webs: () => ({ set: 'SP.ApiData.Webs', models: visibleSubwebs(context).map((one) => webModel(context, one)) }),
    RootFolder: () => context.models.folderOfWeb(context),
    RoleAssignments: () => roleAssignmentSet(context, { kind: 'web', web }),
    AssociatedOwnerGroup: group(web.settings.ownersGroup),
    AssociatedMemberGroup: group(web.settings.membersGroup),
    AssociatedVisitorGroup: group(web.settings.visitorsGroup),
    ParentWeb: () => {
      const parent = web.parent === null ? undefined : findWebById(context.emulator, web.parent);
      return parent ? webModel(context, parent) : null;
    },
  };
}
