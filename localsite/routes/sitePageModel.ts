import type { List } from '../objects/list';
import { pathOf, type Item } from '../objects/item';
import { versionLabel } from '../objects/readStored';
import { isTemplate } from '../operations/pageTemplates';
import { isDraftName, sitePagesOf } from '../operations/pages';
import { canWrite } from '../security/visibility';
import type { Json, JsonObject } from '../wire/json';
import { webAddress, type Model } from './model';
import type { RequestContext } from './resource';

function text(item: Item, name: string): Json {
  const value = item.data[name];
  return typeof value === 'string' ? value : null;
}

/** Properties whose value is the same for every page. */
const sameForEveryPage: JsonObject = {
  AuthorByline: [],
  CallToAction: '',
  Categories: null,
  AlternativeUrlMap: '{}',
  CanvasJson1: null,
  LanguageOverride: null,
};

function pageProperties(context: RequestContext, list: List, page: Item): JsonObject {
  const relative = pathOf(page).slice(context.web.url.length + 1);
  const bannerUrl = bannerOf(page);
  return {
    IsTemplate: isTemplate(context, page),
    AbsoluteUrl: `${context.origin}${encodeURI(pathOf(page))}`,
    BannerImageUrl: bannerUrl,
    BannerThumbnailUrl: bannerUrl,
    ContentTypeId: page.contentType,
    Description: text(page, 'Description'),
    DoesUserHaveEditPermission: canWrite(context, list, page, 'EditListItems'),
    FileName: page.leaf,
    FirstPublished: text(page, 'FirstPublishedDate') ?? '0001-01-01T08:00:00Z',
    Id: page.id,
    IsPageCheckedOutToCurrentUser: page.checkedOut === context.viewer.principal.id,
    IsWebWelcomePage: relative === context.web.settings.welcomePage,
    Modified: page.modified,
    PageLayoutType: text(page, 'PageLayoutType') ?? 'Article',
    Path: { DecodedUrl: relative },
    PromotedState: page.data.PromotedState ?? 0,
    Title: text(page, 'Title') ?? '',
    TopicHeader: text(page, 'TopicHeader'),
    UniqueId: page.guid,
    Url: relative,
    Version: versionLabel(page.uiVersion),
    VersionInfo: { LastVersionCreated: page.modified, LastVersionCreatedBy: '' },
    CanvasContent1: text(page, 'CanvasContent1') ?? '[]',
    LayoutWebpartsContent: text(page, 'LayoutWebpartsContent') ?? '[]',
    ListId: list.id,
    HasName: !isDraftName(page.leaf),
  };
}

function bannerOf(page: Item): string {
  const banner = page.data.BannerImageUrl;
  return typeof banner === 'object' && banner !== null && 'Url' in banner ? String(banner.Url ?? '') : '';
}

/** A page as `sitepages/pages` describes it. */
export function pageModel(context: RequestContext, page: Item): Model {
  return {
    type: 'SP.Publishing.SitePage',
    set: 'SP.Publishing.SitePages',
    id: `${webAddress(context)}/_api/sitepages/pages(${page.id})`,
    editLink: `sitepages/pages(${page.id})`,
    properties: { ...sameForEveryPage, ...pageProperties(context, sitePagesOf(context), page) },
  };
}
