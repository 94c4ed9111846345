import type { Changes } from '../columns/restInput';
import { may } from '../security/viewer';
import { assertNotHeld, createItem, keepVersion, storeItem, updateItem } from '../operations/itemWriter';
import { deleteItem, recycleItem } from '../operations/itemRemover';
import { asSeen, canWrite, canSeeList } from '../security/visibility';
import { readContent, saveContent } from '../store/attachments';
import { findItem, findItemByGuid, findItemByPath } from '../store/items';
import { pathOf, type Item } from '../objects/item';
import { listsOf } from '../store/lists';
import type { List } from '../objects/list';
import type { Segment } from '../wire/path';
import { accessDenied, fileNotFound, folderNotFound } from '../wire/errors';
import { contentTypeOf } from '../wire/mediaTypes';
import { readAttachmentAt } from './attachmentPath';
import { fileModel, seenIn } from './folderModel';
import { seenPath, serverRelative } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { mayOpen } from './fileAccess';
import { joinUpload, keepUpload } from './uploads';
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
  type Call,
  type Reply,
  type Resource,
} from './resource';

/** A file by its address, an attachment among them. What is hidden answers as what is not there. */
export function fileByPath(call: Call, address: string): Resource {
  const path = serverRelative(call, address);
  const found = seenPath(call, path);
  if (found && found.item.kind === 'file') return fileOfItem(call, found.list, found.item);
  const attached = readAttachmentAt(call, path);
  if (!attached) throw fileNotFound(path);
  return { steps: { $value: () => ({ get: () => ({ bytes: { contentType: contentTypeOf(path), body: attached } }) }) } };
}

export function fileByGuid(call: Call, guid: string): Resource {
  const item = findItemByGuid(call.emulator, guid.replace(/[{}]/g, ''));
  const list = item && listsOf(call.emulator, call.web).find((one) => one.no === item.list);
  const seen = item && list && canSeeList(call, list) ? asSeen(call, list, item) : undefined;
  if (!list || !seen || seen.kind !== 'file') throw fileNotFound(guid);
  return fileOfItem(call, list, seen);
}

/** Step to the file of an item; a row has none. */
export function fileOfItem(call: Call, list: List, item: Item): Resource {
  if (item.kind !== 'file') return { get: () => nothing('File') };
  const model = () => fileModel(call, list, item);
  return {
    get: () => entityReply(call, model()),
    delete: () => {
      deleteItem(call, list, item);
      return deleted;
    },
    steps: {
      $value: () => ({ get: () => readFile(call, item), put: () => writeFile(call, list, item, call.bytes) }),
      listitemallfields: () => call.resources.item(call, list, item, 'local'),
      versions: (segment) => versionsResource(call, list, item, segment),
      recycle: () =>
        action(() => ({ answer: { shape: 'scalar', name: 'Recycle', type: 'Edm.Guid', value: recycleItem(call, list, item) } })),
      deletewithparameters: () =>
        action(() => {
          deleteItem(call, list, item);
          return nothing('DeleteWithParameters');
        }),
      ...versionSteps(call, list, item),
      ...uploadSteps(call, list, item),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function versionSteps(call: Call, list: List, item: Item): NonNullable<Resource['steps']> {
  const save = (name: string, changed: Item): Reply => {
    if (!canWrite(call, list, item, 'EditListItems')) throw accessDenied();
    // An undo takes a file from whoever holds it, for those who may cancel another's.
    if (name !== 'UndoCheckOut' || !may(call, item.scope, 'CancelCheckout')) assertNotHeld(call, item);
    storeItem(call, list, { ...changed, version: item.version + 1 }, 'update');
    return nothing(name);
  };
  const major = item.uiVersion - (item.uiVersion % 512) + (item.uiVersion % 512 === 0 ? 0 : 512);
  const published = (): Item => {
    keepVersion(call, item);
    return { ...item, uiVersion: major, moderation: 0, published: list.settings.EnableMinorVersions ? item.data : null, checkedOut: null };
  };
  return {
    checkout: () => action(() => save('CheckOut', { ...item, checkedOut: call.viewer.principal.id })),
    checkin: (segment) =>
      action(() => save('CheckIn', optionalText(segment, 'checkintype', 1) === '0' ? { ...item, checkedOut: null } : published())),
    undocheckout: () => action(() => save('UndoCheckOut', { ...item, checkedOut: null })),
    publish: () => action(() => save('Publish', published())),
    approve: () => action(() => save('Approve', published())),
  };
}

function uploadSteps(call: Call, list: List, item: Item): NonNullable<Resource['steps']> {
  const next = (name: string, segment: Segment, offset: number): Reply => {
    if (!canWrite(call, list, item, 'EditListItems')) throw accessDenied();
    const end = keepUpload(call.emulator, textArgument(segment, 'uploadid'), offset, call.bytes);
    return { answer: { shape: 'scalar', name, type: 'Edm.Int64', value: String(end) } };
  };
  return {
    startupload: (segment) => action(() => next('StartUpload', segment, 0)),
    continueupload: (segment) => action(() => next('ContinueUpload', segment, numberArgument(segment, 'fileoffset', 1))),
    finishupload: (segment) =>
      action(() => {
        next('FinishUpload', segment, numberArgument(segment, 'fileoffset', 1));
        writeFile(call, list, item, joinUpload(call.emulator, textArgument(segment, 'uploadid')));
        return entityReply(call, fileModel(call, list, findItem(call.emulator, list, item.id) ?? item));
      }),
    cancelupload: (segment) =>
      action(() => {
        if (!canWrite(call, list, item, 'EditListItems')) throw accessDenied();
        joinUpload(call.emulator, textArgument(segment, 'uploadid'));
        return nothing('CancelUpload');
      }),
  };
}

function readFile(call: Call, item: Item): Reply {
  if (!mayOpen(call, item)) throw fileNotFound(pathOf(item));
  return { bytes: { contentType: contentTypeOf(item.leaf), body: readContent(call.emulator, item) } };
}

function writeFile(call: Call, list: List, item: Item, bytes: Uint8Array): Reply {
  const changed = updateItem(call, list, { ...item, size: bytes.byteLength }, new Map());
  saveContent(call.emulator, changed, bytes);
  return noContent;
}

export function filesResource(call: Call, list: List, path: string, segment: Segment): Resource {
  const name = optionalText(segment, 'url');
  if (name !== undefined) return fileByPath(call, name.startsWith('/') ? name : `${path}/${name}`);
  const add = (step: Segment, leaf: string): Resource =>
    action(() => addFile(call, list, path, leaf, flagArgument(step, 'overwrite', 1, false)));
  return {
    get: () =>
      collectionReply(
        call,
        'SP.ApiData.Files',
        seenIn(call, list, path, 'file').map((item) => fileModel(call, list, item)),
      ),
    steps: {
      getbyurl: (step) => fileByPath(call, `${path}/${textArgument(step, 'url')}`),
      addusingpath: (step) => add(step, leafOf(textArgument(step, 'decodedurl'))),
      add: (step) => add(step, leafOf(textArgument(step, 'url'))),
    },
  };
}

function leafOf(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}

/** Answers 200 with the file. Files live in libraries; a list has none. */
function addFile(call: Call, list: List, dir: string, leaf: string, overwrite: boolean): Reply {
  if (list.template !== 101 && list.template !== 119) throw folderNotFound();
  const known = findItemByPath(call.emulator, list, `${dir}/${leaf}`);
  // Another taken name, hidden or not, is met only by who may add a file here: createItem asks that first.
  if (overwrite && known?.kind === 'file' && asSeen(call, list, known)) {
    writeFile(call, list, known, call.bytes);
    return entityReply(call, fileModel(call, list, findItem(call.emulator, list, known.id) ?? known));
  }
  const changes: Changes = new Map();
  const item = createItem(call, list, { kind: 'file', dir, leaf, changes, bytes: call.bytes });
  return { ...createdReply(call, fileModel(call, list, item)), status: 200 };
}
