import { readItemBody } from '../columns/restInput';
import { createItem } from '../operations/itemWriter';
import { changeItem } from '../operations/rename';
import { deleteItem, recycleItem } from '../operations/itemRemover';
import { queryItems } from '../operations/itemQuery';
import { assertFilterable, resolveColumn } from '../columns/cell';
import { bindForCaller } from '../operations/queryContext';
import { findItem } from '../store/items';
import { etagOf, type Item } from '../objects/item';
import type { List } from '../objects/list';
import { nextLink, readPageToken } from '../query/page';
import type { Condition } from '../query/condition';
import type { Segment } from '../wire/path';
import { etagMismatch } from '../wire/errors';
import { attachmentsResource } from './attachments';
import { commentsResource } from './comments';
import { fileOfItem } from './files';
import { folderOfItem } from './folders';
import { requireItem } from './listAccess';
import { assertExpanded, itemModel, textModel } from './itemModel';
import { validateUpdate } from './listMethods';
import { itemType } from './links';
import { apiRoot, entityReply, propertyStep, shape } from './model';
import { securityStep } from './roleAssignments';
import { versionsResource } from './versions';
import {
  action,
  deleted,
  numberArgument,
  reading,
  stepIn,
  type RequestContext,
  type Reply,
  type Resource,
  type StepTable,
} from './resource';

const defaultPage = 100;
const largestPage = 5000;

/** `items` and `items(5)`. */
export function itemsResource(context: RequestContext, list: List, segment: Segment): Resource {
  if (segment.arguments.length > 0) return itemResource(context, list, numberArgument(segment, 'id'));
  return {
    get: () => readItems(context, list),
    post: () => addItem(context, list),
    steps: { getbyid: (step) => itemResource(context, list, numberArgument(step, 'id')) },
  };
}

/** The items a caller may see, folders among them: the collection is recursive (docs/sharepoint-facts.md, A6). */
function readItems(context: RequestContext, list: List): Reply {
  const options = context.options();
  assertExpanded(context, list);
  if (options.filter) assertAllFilterable(context, list, options.filter);
  const page = queryItems(
    context,
    list,
    {
      orderBy: options.orderBy,
      limit: Math.min(options.top ?? defaultPage, largestPage),
      language: 'odata',
      ...(options.filter ? { condition: bindForCaller(context, options.filter) } : {}),
      ...(options.skipToken === undefined ? {} : { after: readPageToken(options.skipToken) }),
    },
    context.references,
  );
  const items = page.items.map((item) => shape(itemModel(context, list, item), options));
  return {
    answer: {
      shape: 'collection',
      set: `SP.ListData.${list.entityName}Items`,
      items,
      ...(page.next ? { nextLink: nextLink(context.url.href, page.next) } : {}),
    },
  };
}

function assertAllFilterable(context: RequestContext, list: List, condition: Condition): void {
  if (condition.kind === 'compare') return assertFilterable(resolveColumn(context.emulator, list, condition.field));
  const parts = condition.kind === 'not' ? [condition.part] : condition.parts;
  for (const part of parts) assertAllFilterable(context, list, part);
}

/** Always in the list's root (docs/sharepoint-facts.md, A7). */
function addItem(context: RequestContext, list: List): Reply {
  const changes = readItemBody(context.emulator, list, context.entityBody(itemType(list)));
  const item = createItem(context, list, { kind: 'item', changes });
  const model = itemModel(context, list, item);
  return {
    status: 201,
    headers: { ETag: etagOf(item), Location: `${apiRoot(context)}${model.editLink}` },
    answer: shape(model, context.options()),
  };
}

export function itemResource(context: RequestContext, list: List, id: number): Resource {
  return itemOf(context, list, requireItem(context, list, id));
}

/** An item that the caller can see, in a request. */
interface ItemPlace {
  readonly context: RequestContext;
  readonly list: List;
  readonly item: Item;
}

/** What can be done with an item that the caller can see. */
export function itemOf(context: RequestContext, list: List, item: Item, dates: 'utc' | 'local' = 'utc'): Resource {
  const model = () => itemModel(context, list, item, dates);
  return {
    get: () => {
      assertExpanded(context, list);
      return { ...entityReply(context, model()), headers: { ETag: etagOf(item) } };
    },
    merge: () => mergeItem(context, list, item),
    delete: () => removeItem(context, list, item),
    otherwise: (segment) =>
      stepIn(itemSteps, { context, list, item }, segment) ??
      securityStep(context, { kind: 'item', web: context.web, list, item }, segment) ??
      propertyStep(model(), segment.name),
  };
}

function textsResource({ context, list, item }: ItemPlace): Resource {
  return reading(() => entityReply(context, textModel(context, list, item, '')));
}

const itemSteps: StepTable<ItemPlace> = {
  attachmentfiles: ({ context, list, item }, segment) => attachmentsResource(context, list, item, segment),
  comments: ({ context, list, item }, segment) => commentsResource(context, list, item, segment),
  versions: ({ context, list, item }, segment) => versionsResource(context, list, item, segment),
  fieldvaluesastext: textsResource,
  fieldvaluesashtml: textsResource,
  fieldvaluesforedit: textsResource,
  validateupdatelistitem: ({ context, list, item }) => action(() => validateUpdate(context, list, item)),
  systemupdate: ({ context, list, item }) => action(() => validateUpdate(context, list, item)),
  recycle: ({ context, list, item }) =>
    action(() => ({ answer: { shape: 'scalar', name: 'Recycle', type: 'Edm.Guid', value: recycleItem(context, list, item) } })),
  deletewithparameters: ({ context, list, item }) => action(() => removeItem(context, list, item)),
  file: ({ context, list, item }) => fileOfItem(context, list, item),
  folder: ({ context, list, item }) => folderOfItem(context, list, item),
  parentlist: ({ context, list }) => context.resources.list(context, list),
};

/** Strict: without If-Match a MERGE or DELETE is 412 (docs/sharepoint-facts.md, A7); `*` always passes; the version alone is enough. */
function assertEtag(context: RequestContext, item: Item): void {
  const given = context.headers.get('if-match') ?? '';
  if (given === '*' || given === etagOf(item) || given === `"${item.version}"`) return;
  throw etagMismatch(given, etagOf(item));
}

function mergeItem(context: RequestContext, list: List, item: Item): Reply {
  const current = findItem(context.emulator, list, item.id) ?? item;
  assertEtag(context, current);
  const changes = readItemBody(context.emulator, list, context.entityBody(itemType(list)));
  const changed = changeItem(context, list, current, changes);
  return { status: 204, headers: { ETag: etagOf(changed) } };
}

function removeItem(context: RequestContext, list: List, item: Item): Reply {
  assertEtag(context, findItem(context.emulator, list, item.id) ?? item);
  deleteItem(context, list, item);
  return deleted;
}
