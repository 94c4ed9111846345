import { readValue, type Changes } from '../columns/restInput';
import { checkOutPage, discardPage, draftName, isDraftName, makePage, publishPage, savePage, sitePagesOf } from '../engine/pages';
import { copyPage, isTemplate, saveAsTemplate, seenTemplates } from '../engine/pageTemplates';
import { readableScopes } from '../security/viewer';
import { asSeen, canWrite } from '../security/visibility';
import { fieldsOf } from '../store/fields';
import { findItem, itemsIn, pathOf, type Item } from '../store/items';
import { versionLabel } from '../columns/readStored';
import type { Json } from '../wire/json';
import type { Segment } from '../wire/path';
import { canSeeList } from '../security/visibility';
import { itemNotFound } from '../wire/refusals';
import { collectionReply, createdReply, entityReply, webAddress, type Model } from './model';
import { action, deleted, numberArgument, type Call, type Reply, type Resource } from './resource';
import { deleteItem } from '../engine/itemRemover';

/** `_api/sitepages`, as SharePoint's own editor and PnPjs's clientside pages use it. */
export function sitePagesResource(call: Call): Resource {
  return { steps: { pages: (segment) => pagesResource(call, segment) } };
}

function pagesResource(call: Call, segment: Segment): Resource {
  if (segment.arguments.length > 0) return pageResource(call, numberArgument(segment, 'id'));
  return {
    get: () =>
      collectionReply(
        call,
        'SP.Publishing.SitePages',
        visiblePages(call).map((page) => pageModel(call, page)),
      ),
    post: () => addPage(call),
    steps: {
      getbyid: (step) => pageResource(call, numberArgument(step, 'id')),
      templates: () => ({
        get: () =>
          collectionReply(
            call,
            'SP.Publishing.SitePages',
            seenTemplates(call).map((page) => pageModel(call, page)),
          ),
      }),
    },
  };
}

function visiblePages(call: Call): readonly Item[] {
  const list = sitePagesOf(call);
  if (!canSeeList(call, list)) return [];
  return itemsIn(call.engine, list, list.url, 'file', readableScopes(call, list)).flatMap((item) => asSeen(call, list, item) ?? []);
}

function addPage(call: Call): Reply {
  const { PageLayoutType: layout, PromotedState: promoted, Title: title } = call.entityBody('SP.Publishing.SitePage');
  const page = makePage(call, {
    name: draftName(),
    title: typeof title === 'string' ? title : '',
    layout: typeof layout === 'string' ? layout : 'Article',
    ...(typeof promoted === 'number' ? { promotedState: promoted } : {}),
  });
  return createdReply(
    call,
    pageModel(call, typeof title === 'string' && title !== '' ? savePage(call, page, new Map([['Title', title]])) : page),
  );
}

function seenPage(call: Call, id: number): Item {
  const list = sitePagesOf(call);
  const item = findItem(call.engine, list, id);
  const seen = item && canSeeList(call, list) ? asSeen(call, list, item) : undefined;
  if (!seen || seen.kind !== 'file') throw itemNotFound();
  return seen;
}

function pageResource(call: Call, id: number): Resource {
  const page = seenPage(call, id);
  const entity = (item: Item): Reply => entityReply(call, pageModel(call, item));
  const yes = (name: string, act: () => void): Resource =>
    action(() => {
      act();
      return { answer: { shape: 'scalar', name, type: 'Edm.Boolean', value: true } };
    });
  const save = (): Item => savePage(call, page, readPageBody(call));
  return {
    get: () => entity(page),
    merge: () => entity(save()),
    delete: () => {
      deleteItem(call, sitePagesOf(call), page);
      return deleted;
    },
    steps: {
      checkoutpage: () => action(() => entity(checkOutPage(call, page))),
      savepage: () => yes('SavePage', save),
      savepageasdraft: () => yes('SavePageAsDraft', save),
      publish: () => yes('Publish', () => publishPage(call, call.bytes.byteLength > 2 ? save() : page)),
      discardpage: () => action(() => entity(discardPage(call, page))),
      copy: () => action(() => entity(copyPage(call, page))),
      savepageastemplate: () => action(() => entity(saveAsTemplate(call, page))),
      promotetonews: () => yes('PromoteToNews', () => savePage(call, page, new Map([['PromotedState', 2]]))),
    },
  };
}

const texts: ReadonlySet<string> = new Set(['Title', 'CanvasContent1', 'LayoutWebpartsContent', 'Description', 'TopicHeader']);

/** What an editor sends; what the local site does not keep (AuthorByline ...) is left out. */
function readPageBody(call: Call): Changes {
  const changes: Changes = new Map();
  const fields = fieldsOf(call.engine, sitePagesOf(call));
  for (const [name, value] of Object.entries(call.entityBody('SP.Publishing.SitePage'))) {
    const field = fields.find((one) => one.name === name);
    if (field && texts.has(name) && typeof value === 'string') changes.set(name, readValue(field, value));
    if (name === 'BannerImageUrl' && typeof value === 'string' && value !== '') changes.set(name, { Url: value, Description: value });
  }
  return changes;
}

function text(item: Item, name: string): Json {
  const value = item.data[name];
  return typeof value === 'string' ? value : null;
}

function pageModel(call: Call, page: Item): Model {
  const list = sitePagesOf(call);
  const banner = page.data.BannerImageUrl;
  const bannerUrl = typeof banner === 'object' && banner !== null && 'Url' in banner ? (banner.Url ?? '') : '';
  const path = pathOf(page);
  const relative = path.slice(call.web.url.length + 1);
  return {
    type: 'SP.Publishing.SitePage',
    set: 'SP.Publishing.SitePages',
    id: `${webAddress(call)}/_api/sitepages/pages(${page.id})`,
    editLink: `sitepages/pages(${page.id})`,
    properties: {
      AbsoluteUrl: `${call.origin}${encodeURI(path)}`,
      AuthorByline: [],
      BannerImageUrl: bannerUrl,
      BannerThumbnailUrl: bannerUrl,
      CallToAction: '',
      Categories: null,
      ContentTypeId: page.contentType,
      Description: text(page, 'Description'),
      DoesUserHaveEditPermission: canWrite(call, list, page, 'EditListItems'),
      FileName: page.leaf,
      FirstPublished: text(page, 'FirstPublishedDate') ?? '0001-01-01T08:00:00Z',
      Id: page.id,
      IsPageCheckedOutToCurrentUser: page.checkedOut === call.viewer.principal.id,
      IsWebWelcomePage: relative === call.web.settings.welcomePage,
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
      AlternativeUrlMap: '{}',
      CanvasJson1: null,
      LanguageOverride: null,
      IsTemplate: isTemplate(call, page),
      ListId: list.id,
      HasName: !isDraftName(page.leaf),
    },
  };
}
