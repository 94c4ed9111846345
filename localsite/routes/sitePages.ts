import { readValue, type Changes } from '../columns/restInput';
import { copyPage, saveAsTemplate, seenTemplates } from '../operations/pageTemplates';
import { checkOutPage, discardPage, draftName, createPage, publishPage, savePage, sitePagesOf } from '../operations/pages';
import { readableScopes } from '../security/viewer';
import { canSeeList, visibleItem } from '../security/visibility';
import { fieldsOf } from '../store/fields';
import { findItem, itemsIn } from '../store/items';
import type { Item } from '../objects/item';
import type { Segment } from '../wire/path';
import { itemNotFound } from '../wire/errors';
import { collectionReply, createdReply, entityReply } from './model';
import { action, deleted, numberArgument, type RequestContext, type Reply, type Resource } from './resource';
import { pageModel } from './sitePageModel';
import { deleteItem } from '../operations/itemRemover';

/** `_api/sitepages`, as SharePoint's own editor and PnPjs's clientside pages use it. */
export function sitePagesResource(context: RequestContext): Resource {
  return { steps: { pages: (segment) => pagesResource(context, segment) } };
}

function pagesResource(context: RequestContext, segment: Segment): Resource {
  if (segment.arguments.length > 0) return pageResource(context, numberArgument(segment, 'id'));
  return {
    get: () =>
      collectionReply(
        context,
        'SP.Publishing.SitePages',
        visiblePages(context).map((page) => pageModel(context, page)),
      ),
    post: () => addPage(context),
    steps: {
      getbyid: (step) => pageResource(context, numberArgument(step, 'id')),
      templates: () => ({
        get: () =>
          collectionReply(
            context,
            'SP.Publishing.SitePages',
            seenTemplates(context).map((page) => pageModel(context, page)),
          ),
      }),
    },
  };
}

function visiblePages(context: RequestContext): readonly Item[] {
  const list = sitePagesOf(context);
  if (!canSeeList(context, list)) return [];
  return itemsIn(context.emulator, list, list.url, 'file', readableScopes(context, list)).flatMap(
    (item) => visibleItem(context, list, item) ?? [],
  );
}

function addPage(context: RequestContext): Reply {
  const { PageLayoutType: layout, PromotedState: promoted, Title: title } = context.entityBody('SP.Publishing.SitePage');
  const page = createPage(context, {
    name: draftName(),
    title: typeof title === 'string' ? title : '',
    layout: typeof layout === 'string' ? layout : 'Article',
    ...(typeof promoted === 'number' ? { promotedState: promoted } : {}),
  });
  return createdReply(
    context,
    pageModel(context, typeof title === 'string' && title !== '' ? savePage(context, page, new Map([['Title', title]])) : page),
  );
}

function requirePage(context: RequestContext, id: number): Item {
  const list = sitePagesOf(context);
  const item = findItem(context.emulator, list, id);
  const visible = item && canSeeList(context, list) ? visibleItem(context, list, item) : undefined;
  if (!visible || visible.kind !== 'file') throw itemNotFound();
  return visible;
}

function pageResource(context: RequestContext, id: number): Resource {
  const page = requirePage(context, id);
  const entity = (item: Item): Reply => entityReply(context, pageModel(context, item));
  const yes = (name: string, act: () => void): Resource =>
    action(() => {
      act();
      return { answer: { shape: 'scalar', name, type: 'Edm.Boolean', value: true } };
    });
  const save = (): Item => savePage(context, page, readPageBody(context));
  return {
    get: () => entity(page),
    merge: () => entity(save()),
    delete: () => {
      deleteItem(context, sitePagesOf(context), page);
      return deleted;
    },
    steps: {
      checkoutpage: () => action(() => entity(checkOutPage(context, page))),
      savepage: () => yes('SavePage', save),
      savepageasdraft: () => yes('SavePageAsDraft', save),
      publish: () => yes('Publish', () => publishPage(context, context.bytes.byteLength > 2 ? save() : page)),
      discardpage: () => action(() => entity(discardPage(context, page))),
      copy: () => action(() => entity(copyPage(context, page))),
      savepageastemplate: () => action(() => entity(saveAsTemplate(context, page))),
      promotetonews: () => yes('PromoteToNews', () => savePage(context, page, new Map([['PromotedState', 2]]))),
    },
  };
}

const texts: ReadonlySet<string> = new Set(['Title', 'CanvasContent1', 'LayoutWebpartsContent', 'Description', 'TopicHeader']);

/** What an editor sends; what the local site does not keep (AuthorByline ...) is left out. */
function readPageBody(context: RequestContext): Changes {
  const changes: Changes = new Map();
  const fields = fieldsOf(context.emulator, sitePagesOf(context));
  for (const [name, value] of Object.entries(context.entityBody('SP.Publishing.SitePage'))) {
    const field = fields.find((one) => one.name === name);
    if (field && texts.has(name) && typeof value === 'string') changes.set(name, readValue(field, value));
    if (name === 'BannerImageUrl' && typeof value === 'string' && value !== '') changes.set(name, { Url: value, Description: value });
  }
  return changes;
}
