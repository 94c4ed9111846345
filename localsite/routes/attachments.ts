import { nowText } from '../context/emulatorContext';
import { storeItem, assertLeaf } from '../operations/itemWriter';
import { canWrite } from '../security/visibility';
import { attachmentsOf, deleteAttachment, readAttachment, saveAttachment } from '../store/attachments';
import { findItem } from '../store/items';
import type { Item } from '../objects/item';
import type { List } from '../objects/list';
import type { Segment } from '../wire/path';
import { accessDenied, fileExists, fileNotFound, invalidBody } from '../wire/errors';
import { attachmentModel, attachmentUrl } from './attachmentModel';
import { contentTypeOf } from '../wire/mediaTypes';
import { collectionReply, entityReply, propertyStep } from './model';
import {
  action,
  deleted,
  noContent,
  nothing,
  optionalText,
  textArgument,
  type RequestContext,
  type Reply,
  type Resource,
} from './resource';

/** Attachments follow the permissions of their item (docs/sharepoint-facts.md, A14). */
export function attachmentsResource(context: RequestContext, list: List, item: Item, segment: Segment): Resource {
  const name = optionalText(segment, 'filename');
  if (name !== undefined) return attachmentResource(context, list, item, name);
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.Attachments',
        attachmentsOf(context.emulator, item).map((one) => attachmentModel(list, item, one)),
      ),
    steps: {
      add: (step) => action(() => add(context, list, item, textArgument(step, 'filename'))),
      addusingpath: (step) => action(() => add(context, list, item, textArgument(step, 'decodedurl'))),
      getbyfilename: (step) => attachmentResource(context, list, item, textArgument(step, 'filename')),
      getbyfilenameaspath: (step) => attachmentResource(context, list, item, textArgument(step, 'decodedurl')),
    },
  };
}

function attachmentResource(context: RequestContext, list: List, item: Item, name: string): Resource {
  const bytes = readAttachment(context.emulator, item, name);
  if (!bytes) throw fileNotFound(attachmentUrl(list, item, name));
  const remove = (): void => {
    deleteAttachment(context.emulator, item, name);
    touch(context, list, item, -1);
  };
  const recycle = (): Reply => {
    remove();
    return nothing('RecycleObject');
  };
  return {
    get: () => entityReply(context, attachmentModel(list, item, name)),
    delete: () => {
      remove();
      return deleted;
    },
    steps: {
      $value: () => ({
        get: () => ({ bytes: { contentType: contentTypeOf(name), body: bytes } }),
        put: () => {
          touch(context, list, item, 0);
          saveAttachment(context.emulator, item, name, context.bytes);
          return noContent;
        },
      }),
      // PnPjs asks for it with DELETE, the documentation with POST.
      recycleobject: () => ({ post: recycle, delete: recycle }),
    },
    otherwise: (segment) => propertyStep(attachmentModel(list, item, name), segment.name),
  };
}

function add(context: RequestContext, list: List, item: Item, name: string): Reply {
  if (!list.settings.EnableAttachments) throw invalidBody('Attachments are disabled for this list.');
  assertLeaf(name);
  if (readAttachment(context.emulator, item, name)) throw fileExists(name);
  touch(context, list, item, 1);
  saveAttachment(context.emulator, item, name, context.bytes);
  return entityReply(context, attachmentModel(list, item, name));
}

/** An attachment is a change of its item: the item's version rises (docs/sharepoint-facts.md, A7). Throws accessDenied. */
function touch(context: RequestContext, list: List, item: Item, more: number): void {
  const current = findItem(context.emulator, list, item.id) ?? item;
  if (!canWrite(context, list, current, 'EditListItems')) throw accessDenied();
  const changed = {
    ...current,
    attachments: current.attachments + more,
    version: current.version + 1,
    modified: nowText(context.emulator),
    editor: context.viewer.principal.id,
  };
  storeItem(context, list, changed, 'update');
}
