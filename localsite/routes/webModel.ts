import { hasOwnScope } from '../security/inheritance';
import { toHighLow } from '../objects/masks';
import { findWebById } from '../store/webs';
import type { Web } from '../objects/web';
import { findPrincipal } from '../store/principals';
import { groupModel, userModel, webMask } from './principalModels';
import { visibleLists } from './listAccess';
import { visibleSubwebs } from './webAccess';
import type { JsonObject } from '../wire/json';
import type { Expanded, Model } from './model';
import { roleAssignmentSet } from './roleModels';
import type { RequestContext } from './resource';

/** Properties whose value is the same for every web of the local site. */
const sameForEveryWeb: JsonObject = {
  AllowRssFeeds: true,
  AlternateCssUrl: '',
  AppInstanceId: '00000000-0000-0000-0000-000000000000',
  ClassicWelcomePage: null,
  Configuration: 0,
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
  IsHomepageModernized: false,
  IsMultilingual: true,
  IsRevertHomepageLinkHidden: false,
  Language: 1033,
  LogoAlignment: 0,
  MegaMenuEnabled: true,
  NavAudienceTargetingEnabled: false,
  NoCrawl: false,
  ObjectCacheEnabled: false,
  OverwriteTranslationsOnChange: false,
  QuickLaunchEnabled: true,
  RecycleBinEnabled: true,
  SearchScope: 0,
  SiteLogoUrl: null,
  SyndicationEnabled: true,
  TenantAdminMembersCanShare: 0,
  TreeViewEnabled: false,
  UIVersion: 15,
  UIVersionConfigurationEnabled: false,
};

function webProperties(web: Web, address: string): JsonObject {
  return {
    Created: web.created,
    CurrentChangeToken: { StringValue: `1;2;${web.id};0;0` },
    CustomMasterUrl: `${web.url}/_catalogs/masterpage/seattle.master`,
    Description: web.description,
    Id: web.id,
    LastItemModifiedDate: web.modified,
    LastItemUserModifiedDate: web.modified,
    MasterUrl: `${web.url}/_catalogs/masterpage/seattle.master`,
    ResourcePath: { DecodedUrl: address },
    ServerRelativeUrl: web.url,
    Title: web.title,
    Url: address,
    WebTemplate: web.parent === null ? 'SITEPAGEPUBLISHING' : 'STS',
    WelcomePage: web.settings.welcomePage ?? '',
  };
}

/** A web (docs/sharepoint-facts.md, A5). Expensive properties come only when selected. */
export function webModel(context: RequestContext, web: Web = context.web): Model {
  const address = `${context.origin}${encodeURI(web.url)}`;
  return {
    type: 'SP.Web',
    set: 'SP.ApiData.Webs',
    id: `${address}/_api/Web`,
    editLink: `${address}/_api/Web`,
    properties: { ...sameForEveryWeb, ...webProperties(web, address) },
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
