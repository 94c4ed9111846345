import type { Changes } from '../columns/restInput';
import { may } from '../security/viewer';
import { assertNotHeld, createItem, saveVersion, storeItem, updateItem } from '../operations/itemWriter';
import { deleteItem, recycleItem } from '../operations/itemRemover';
import { visibleItem, canWrite, canSeeList } from '../security/visibility';
import { readContent, saveContent } from '../store/attachments';
import { findItem, findItemByGuid, findItemByPath } from '../store/items';
import { pathOf, type Item } from '../objects/item';
import { listsOf } from '../store/lists';
import type { List } from '../objects/list';
import type { Segment } from '../wire/path';
import { accessDenied, fileNotFound, folderNotFound } from '../wire/errors';
import { contentTypeOf } from '../wire/mediaTypes';
import { readAttachmentAt } from './attachmentPath';
import { fileModel } from './fileModel';
import { visibleItemsIn } from './folderModel';
import { visibleItemByPath, serverRelative } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { mayOpen } from './fileAccess';
import { joinUpload, saveUpload } from './uploads';
import { versionsResource } from './versions';
import {
  action,
  deleted,
  flagArgument,
  noContent,
  nothing,
  numberArgument,
  optionalText,
  textArgument,
  type RequestContext,
  type Reply,
  type Resource,
} from './resource';

/** A file by its address, an attachment among them. What is hidden answers as what is not there. */
export function fileByPath(context: RequestContext, address: string): Resource {
  const path = serverRelative(context, address);
  const found = visibleItemByPath(context, path);
  if (found && found.item.kind === 'file') return fileOfItem(context, found.list, found.item);
  const attached = readAttachmentAt(context, path);
  if (!attached) throw fileNotFound(path);
  return { steps: { $value: () => ({ get: () => ({ bytes: { contentType: contentTypeOf(path), body: attached } }) }) } };
}

export function fileByGuid(context: RequestContext, guid: string): Resource {
  const item = findItemByGuid(context.emulator, guid.replace(/[{}]/g, ''));
  const list = item && listsOf(context.emulator, context.web).find((one) => one.no === item.list);
  const visible = item && list && canSeeList(context, list) ? visibleItem(context, list, item) : undefined;
  if (!list || !visible || visible.kind !== 'file') throw fileNotFound(guid);
  return fileOfItem(context, list, visible);
}

/** Step to the file of an item; a row has none. */
export function fileOfItem(context: RequestContext, list: List, item: Item): Resource {
  if (item.kind !== 'file') return { get: () => nothing('File') };
  const model = () => fileModel(context, list, item);
  return {
    get: () => entityReply(context, model()),
    delete: () => {
      deleteItem(context, list, item);
      return deleted;
    },
    steps: {
      $value: () => ({ get: () => readFile(context, item), put: () => writeFile(context, list, item, context.bytes) }),
      listitemallfields: () => context.resources.item(context, list, item, 'local'),
      versions: (segment) => versionsResource(context, list, item, segment),
      recycle: () =>
        action(() => ({ answer: { shape: 'scalar', name: 'Recycle', type: 'Edm.Guid', value: recycleItem(context, list, item) } })),
      deletewithparameters: () =>
        action(() => {
          deleteItem(context, list, item);
          return nothing('DeleteWithParameters');
        }),
      ...versionSteps(context, list, item),
      ...uploadSteps(context, list, item),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function versionSteps(context: RequestContext, list: List, item: Item): NonNullable<Resource['steps']> {
  const save = (name: string, changed: Item): Reply => {
    if (!canWrite(context, list, item, 'EditListItems')) throw accessDenied();
    // An undo takes a file from whoever holds it, for those who may cancel another's.
    if (name !== 'UndoCheckOut' || !may(context, item.scope, 'CancelCheckout')) assertNotHeld(context, item);
    storeItem(context, list, { ...changed, version: item.version + 1 }, 'update');
    return nothing(name);
  };
  const major = item.uiVersion - (item.uiVersion % 512) + (item.uiVersion % 512 === 0 ? 0 : 512);
  const published = (): Item => {
    saveVersion(context, item);
    return { ...item, uiVersion: major, moderation: 0, published: list.settings.EnableMinorVersions ? item.data : null, checkedOut: null };
  };
  return {
    checkout: () => action(() => save('CheckOut', { ...item, checkedOut: context.viewer.principal.id })),
    checkin: (segment) =>
      action(() => save('CheckIn', optionalText(segment, 'checkintype', 1) === '0' ? { ...item, checkedOut: null } : published())),
    undocheckout: () => action(() => save('UndoCheckOut', { ...item, checkedOut: null })),
    publish: () => action(() => save('Publish', published())),
    approve: () => action(() => save('Approve', published())),
  };
}

function uploadSteps(context: RequestContext, list: List, item: Item): NonNullable<Resource['steps']> {
  const next = (name: string, segment: Segment, offset: number): Reply => {
    if (!canWrite(context, list, item, 'EditListItems')) throw accessDenied();
    const end = saveUpload(context.emulator, textArgument(segment, 'uploadid'), offset, context.bytes);
    return { answer: { shape: 'scalar', name, type: 'Edm.Int64', value: String(end) } };
  };
  return {
    startupload: (segment) => action(() => next('StartUpload', segment, 0)),
    continueupload: (segment) => action(() => next('ContinueUpload', segment, numberArgument(segment, 'fileoffset', 1))),
    finishupload: (segment) =>
      action(() => {
        next('FinishUpload', segment, numberArgument(segment, 'fileoffset', 1));
        writeFile(context, list, item, joinUpload(context.emulator, textArgument(segment, 'uploadid')));
        return entityReply(context, fileModel(context, list, findItem(context.emulator, list, item.id) ?? item));
      }),
    cancelupload: (segment) =>
      action(() => {
        if (!canWrite(context, list, item, 'EditListItems')) throw accessDenied();
        joinUpload(context.emulator, textArgument(segment, 'uploadid'));
        return nothing('CancelUpload');
      }),
  };
}

function readFile(context: RequestContext, item: Item): Reply {
  if (!mayOpen(context, item)) throw fileNotFound(pathOf(item));
  return { bytes: { contentType: contentTypeOf(item.leaf), body: readContent(context.emulator, item) } };
}

function writeFile(context: RequestContext, list: List, item: Item, bytes: Uint8Array): Reply {
  const changed = updateItem(context, list, { ...item, size: bytes.byteLength }, new Map());
  saveContent(context.emulator, changed, bytes);
  return noContent;
}

export function filesResource(context: RequestContext, list: List, path: string, segment: Segment): Resource {
  const name = optionalText(segment, 'url');
  if (name !== undefined) return fileByPath(context, name.startsWith('/') ? name : `${path}/${name}`);
  const add = (step: Segment, leaf: string): Resource =>
    action(() => addFile(context, list, path, leaf, flagArgument(step, 'overwrite', 1, false)));
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.Files',
        visibleItemsIn(context, list, path, 'file').map((item) => fileModel(context, list, item)),
      ),
    steps: {
      getbyurl: (step) => fileByPath(context, `${path}/${textArgument(step, 'url')}`),
      addusingpath: (step) => add(step, leafOf(textArgument(step, 'decodedurl'))),
      add: (step) => add(step, leafOf(textArgument(step, 'url'))),
    },
  };
}

function leafOf(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}

/** Answers 200 with the file. Files live in libraries; a list has none. */
function addFile(context: RequestContext, list: List, dir: string, leaf: string, overwrite: boolean): Reply {
  if (list.template !== 101 && list.template !== 119) throw folderNotFound();
  const known = findItemByPath(context.emulator, list, `${dir}/${leaf}`);
  // Another taken name, hidden or not, is met only by who may add a file here: createItem asks that first.
  if (overwrite && known?.kind === 'file' && visibleItem(context, list, known)) {
    writeFile(context, list, known, context.bytes);
    return entityReply(context, fileModel(context, list, findItem(context.emulator, list, known.id) ?? known));
  }
  const changes: Changes = new Map();
  const item = createItem(context, list, { kind: 'file', dir, leaf, changes, bytes: context.bytes });
  return { ...createdReply(context, fileModel(context, list, item)), status: 200 };
}
