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
import { seenItem } from './listAccess';
import { assertExpanded, itemModel, textModel } from './itemModel';
import { validateUpdate } from './listMethods';
import { itemType } from './links';
import { apiRoot, entityReply, propertyStep, shape } from './model';
import { securitySteps } from './roleAssignments';
import { versionsResource } from './versions';
import { action, deleted, numberArgument, reading, type Call, type Reply, type Resource } from './resource';

const defaultPage = 100;
const largestPage = 5000;

/** `items` and `items(5)`. */
export function itemsResource(call: Call, list: List, segment: Segment): Resource {
  if (segment.arguments.length > 0) return itemResource(call, list, numberArgument(segment, 'id'));
  return {
    get: () => readItems(call, list),
    post: () => addItem(call, list),
    steps: { getbyid: (step) => itemResource(call, list, numberArgument(step, 'id')) },
  };
}

/** The items a caller may see, folders among them: the collection is recursive (A6). */
function readItems(call: Call, list: List): Reply {
  const options = call.options();
  assertExpanded(call, list);
  if (options.filter) assertAllFilterable(call, list, options.filter);
  const page = queryItems(
    call,
    list,
    {
      orderBy: options.orderBy,
      limit: Math.min(options.top ?? defaultPage, largestPage),
      language: 'odata',
      ...(options.filter ? { condition: bindForCaller(call, options.filter) } : {}),
      ...(options.skipToken === undefined ? {} : { after: readPageToken(options.skipToken) }),
    },
    call.references,
  );
  const items = page.items.map((item) => shape(itemModel(call, list, item), options));
  return {
    answer: {
      shape: 'collection',
      set: `SP.ListData.${list.entityName}Items`,
      items,
      ...(page.next ? { nextLink: nextLink(call.url.href, page.next) } : {}),
    },
  };
}

function assertAllFilterable(call: Call, list: List, condition: Condition): void {
  if (condition.kind === 'compare') return assertFilterable(resolveColumn(call.emulator, list, condition.field));
  const parts = condition.kind === 'not' ? [condition.part] : condition.parts;
  for (const part of parts) assertAllFilterable(call, list, part);
}

/** Always in the list's root (A7). */
function addItem(call: Call, list: List): Reply {
  const changes = readItemBody(call.emulator, list, call.entityBody(itemType(list)));
  const item = createItem(call, list, { kind: 'item', changes });
  const model = itemModel(call, list, item);
  return {
    status: 201,
    headers: { ETag: etagOf(item), Location: `${apiRoot(call)}${model.editLink}` },
    answer: shape(model, call.options()),
  };
}

export function itemResource(call: Call, list: List, id: number): Resource {
  return itemOf(call, list, seenItem(call, list, id));
}

/** What can be done with an item that the caller can see. */
export function itemOf(call: Call, list: List, item: Item, dates: 'utc' | 'local' = 'utc'): Resource {
  const model = () => itemModel(call, list, item, dates);
  const texts = () => reading(() => entityReply(call, textModel(call, list, item, '')));
  return {
    get: () => {
      assertExpanded(call, list);
      return { ...entityReply(call, model()), headers: { ETag: etagOf(item) } };
    },
    merge: () => mergeItem(call, list, item),
    delete: () => removeItem(call, list, item),
    steps: {
      attachmentfiles: (segment) => attachmentsResource(call, list, item, segment),
      comments: (segment) => commentsResource(call, list, item, segment),
      versions: (segment) => versionsResource(call, list, item, segment),
      fieldvaluesastext: texts,
      fieldvaluesashtml: texts,
      fieldvaluesforedit: texts,
      validateupdatelistitem: () => action(() => validateUpdate(call, list, item)),
      systemupdate: () => action(() => validateUpdate(call, list, item)),
      recycle: () =>
        action(() => ({ answer: { shape: 'scalar', name: 'Recycle', type: 'Edm.Guid', value: recycleItem(call, list, item) } })),
      deletewithparameters: () => action(() => removeItem(call, list, item)),
      file: () => fileOfItem(call, list, item),
      folder: () => folderOfItem(call, list, item),
      parentlist: () => call.resources.list(call, list),
      ...securitySteps(call, { kind: 'item', web: call.web, list, item }),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

/** Strict: without If-Match a MERGE or DELETE is 412 (A7); `*` always passes; the version alone is enough. */
function assertEtag(call: Call, item: Item): void {
  const given = call.headers.get('if-match') ?? '';
  if (given === '*' || given === etagOf(item) || given === `"${item.version}"`) return;
  throw etagMismatch(given, etagOf(item));
}

function mergeItem(call: Call, list: List, item: Item): Reply {
  const current = findItem(call.emulator, list, item.id) ?? item;
  assertEtag(call, current);
  const changes = readItemBody(call.emulator, list, call.entityBody(itemType(list)));
  const changed = changeItem(call, list, current, changes);
  return { status: 204, headers: { ETag: etagOf(changed) } };
}

function removeItem(call: Call, list: List, item: Item): Reply {
  assertEtag(call, findItem(call.emulator, list, item.id) ?? item);
  deleteItem(call, list, item);
  return deleted;
}
