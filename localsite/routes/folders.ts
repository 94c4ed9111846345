import type { Changes } from '../columns/restInput';
import { createItem } from '../operations/itemWriter';
import { renameItem } from '../operations/rename';
import { deleteItem, recycleItem } from '../operations/itemRemover';
import { asSeen, canSeeList } from '../security/visibility';
import { findItemByGuid } from '../store/items';
import { pathOf, type Item } from '../objects/item';
import { listsOf } from '../store/lists';
import type { List } from '../objects/list';
import { isJsonObject } from '../wire/json';
import type { Segment } from '../wire/path';
import { fileExists, folderNotFound, invalidBody } from '../wire/errors';
import { filesResource } from './files';
import { folderModel, folderModelOfList, folderModelOfWeb, parentFolderModel, seenIn } from './folderModel';
import { listOfPath, seenPath, serverRelative, visibleLists } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep, type Model } from './model';
import {
  action,
  deleted,
  flagArgument,
  noContent,
  nothing,
  optionalText,
  textArgument,
  type Call,
  type Reply,
  type Resource,
} from './resource';
import { isLibraryTemplate } from '../objects/systemColumns';

/** A folder by its address: a web, the root of a list, or a folder in it. */
export function folderByPath(call: Call, address: string): Resource {
  const path = serverRelative(call, address);
  if (path.toLowerCase() === call.web.url.toLowerCase()) return rootFolderOfWeb(call);
  const list = listOfPath(call, path);
  if (list && list.url.toLowerCase() === path.toLowerCase()) return listRootFolder(call, list);
  const found = seenPath(call, path);
  if (!found || found.item.kind !== 'folder') throw folderNotFound();
  return folderOfItem(call, found.list, found.item);
}

export function folderByGuid(call: Call, guid: string): Resource {
  const item = findItemByGuid(call.emulator, guid.replace(/[{}]/g, ''));
  const list = item && listsOf(call.emulator, call.web).find((one) => one.no === item.list);
  const root = listsOf(call.emulator, call.web).find((one) => one.folderGuid === guid.toLowerCase());
  if (root && canSeeList(call, root)) return listRootFolder(call, root);
  const seen = item && list && canSeeList(call, list) ? asSeen(call, list, item) : undefined;
  if (!list || !seen || seen.kind !== 'folder') throw folderNotFound();
  return folderOfItem(call, list, seen);
}

export function rootFolderOfWeb(call: Call): Resource {
  const model = () => folderModelOfWeb(call);
  const libraries = (): readonly List[] => visibleLists(call).filter((list) => isLibraryTemplate(list.template));
  return {
    get: () => entityReply(call, model()),
    steps: {
      folders: (segment) => {
        const name = optionalText(segment, 'url');
        if (name !== undefined) return folderByPath(call, name.startsWith('/') ? name : `${call.web.url}/${name}`);
        return {
          get: () =>
            collectionReply(
              call,
              'SP.ApiData.Folders',
              libraries().map((list) => folderModelOfList(call, list)),
            ),
          steps: { addusingpath: (step) => action(() => addFolder(call, serverRelative(call, textArgument(step, 'decodedurl')), false)) },
        };
      },
      files: () => ({ get: () => collectionReply(call, 'SP.ApiData.Files', []) }),
      listitemallfields: () => ({ get: () => nothing('ListItemAllFields') }),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

export function listRootFolder(call: Call, list: List): Resource {
  return {
    ...folderVerbs(call, list, list.url, () => folderModelOfList(call, list)),
    steps: {
      ...contentSteps(call, list, list.url),
      listitemallfields: () => ({ get: () => nothing('ListItemAllFields') }),
      parentfolder: () => rootFolderOfWeb(call),
    },
  };
}

function folderVerbs(call: Call, _list: List, _path: string, model: () => Model): Resource {
  return { get: () => entityReply(call, model()), otherwise: (segment) => propertyStep(model(), segment.name) };
}

/** Step to the folder of an item; a row has none. */
export function folderOfItem(call: Call, list: List, item: Item): Resource {
  if (item.kind !== 'folder') return { get: () => nothing('Folder') };
  const path = pathOf(item);
  return {
    ...folderVerbs(call, list, path, () => folderModel(call, list, item)),
    merge: () => renameFolder(call, list, item),
    delete: () => {
      deleteItem(call, list, item);
      return deleted;
    },
    steps: {
      ...contentSteps(call, list, path),
      listitemallfields: () => call.resources.item(call, list, item, 'local'),
      parentfolder: () => ({ get: () => entityReply(call, parentFolderModel(call, list, item)) }),
      recycle: () =>
        action(() => ({ answer: { shape: 'scalar', name: 'Recycle', type: 'Edm.Guid', value: recycleItem(call, list, item) } })),
      deletewithparameters: () =>
        action(() => {
          deleteItem(call, list, item);
          return nothing('DeleteWithParameters');
        }),
      properties: () => ({
        get: () => ({
          answer: { shape: 'complex', name: 'Properties', type: 'SP.PropertyValues', properties: { vti_x005f_isbrowsable: 'true' } },
        }),
      }),
    },
  };
}

function contentSteps(call: Call, list: List, path: string): NonNullable<Resource['steps']> {
  return {
    folders: (segment) => foldersResource(call, list, path, segment),
    files: (segment) => filesResource(call, list, path, segment),
    addsubfolderusingpath: () =>
      action(() => {
        const { leafPath } = call.methodBody();
        const leaf = isJsonObject(leafPath) ? leafPath.DecodedUrl : undefined;
        if (typeof leaf !== 'string') throw invalidBody('leafPath is missing.');
        return addFolder(call, `${path}/${leaf}`, false);
      }),
  };
}

function foldersResource(call: Call, list: List, path: string, segment: Segment): Resource {
  const name = optionalText(segment, 'url');
  if (name !== undefined) return folderByPath(call, name.startsWith('/') ? name : `${path}/${name}`);
  const below = (asked: string): string =>
    asked.startsWith('/') || asked.startsWith(call.origin) ? serverRelative(call, asked) : `${path}/${asked}`;
  return {
    get: () =>
      collectionReply(
        call,
        'SP.ApiData.Folders',
        seenIn(call, list, path, 'folder').map((item) => folderModel(call, list, item)),
      ),
    post: () => {
      const { ServerRelativeUrl: url } = call.entityBody('SP.Folder');
      if (typeof url !== 'string') throw invalidBody('ServerRelativeUrl is missing.');
      return addFolder(call, below(url), false);
    },
    steps: {
      getbyurl: (step) => folderByPath(call, below(textArgument(step, 'url'))),
      addusingpath: (step) =>
        action(() => addFolder(call, below(textArgument(step, 'decodedurl')), flagArgument(step, 'overwrite', 1, false))),
      add: (step) => action(() => addFolder(call, below(textArgument(step, 'url')), false)),
    },
  };
}

/** Makes a folder; one that is there already is answered as it is, as SharePoint does it. */
function addFolder(call: Call, path: string, _overwrite: boolean): Reply {
  const list = listOfPath(call, path);
  const slash = path.lastIndexOf('/');
  if (!list || path.toLowerCase() === list.url.toLowerCase()) throw folderNotFound();
  // One that is hidden is met only by who may make one there: createItem asks that first.
  const known = seenPath(call, path)?.item;
  if (known && known.kind !== 'folder') throw fileExists(known.leaf);
  const dir = path.slice(0, slash);
  const changes: Changes = new Map([['Title', null]]);
  const item =
    known ??
    createItem(call, list, {
      kind: 'folder',
      dir: dir.toLowerCase() === list.url.toLowerCase() ? list.url : dir,
      leaf: path.slice(slash + 1),
      changes,
    });
  return createdReply(call, folderModel(call, list, item));
}

/** MERGE with Name. */
function renameFolder(call: Call, list: List, item: Item): Reply {
  const { Name: leaf } = call.entityBody('SP.Folder');
  if (typeof leaf !== 'string') throw invalidBody('Only the Name of a folder can be changed here.');
  renameItem(call, list, item, leaf);
  return noContent;
}
