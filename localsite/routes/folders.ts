import type { Changes } from '../columns/restInput';
import { createItem } from '../operations/itemWriter';
import { renameItem } from '../operations/rename';
import { deleteItem, recycleItem } from '../operations/itemRemover';
import { visibleItem, canSeeList } from '../security/visibility';
import { findItemByGuid } from '../store/items';
import { pathOf, type Item } from '../objects/item';
import { listsOf } from '../store/lists';
import type { List } from '../objects/list';
import { isJsonObject } from '../wire/json';
import type { Segment } from '../wire/path';
import { fileExists, folderNotFound, invalidBody } from '../wire/errors';
import { filesResource } from './files';
import { folderModel, folderModelOfList, folderModelOfWeb, parentFolderModel, visibleItemsIn } from './folderModel';
import { listOfPath, visibleItemByPath, serverRelative, visibleLists } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep, type Model } from './model';
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
import { isLibraryTemplate } from '../objects/systemColumns';

/** A folder by its address: a web, the root of a list, or a folder in it. */
export function folderByPath(context: RequestContext, address: string): Resource {
  const path = serverRelative(context, address);
  if (path.toLowerCase() === context.web.url.toLowerCase()) return rootFolderOfWeb(context);
  const list = listOfPath(context, path);
  if (list && list.url.toLowerCase() === path.toLowerCase()) return listRootFolder(context, list);
  const found = visibleItemByPath(context, path);
  if (!found || found.item.kind !== 'folder') throw folderNotFound();
  return folderOfItem(context, found.list, found.item);
}

export function folderByGuid(context: RequestContext, guid: string): Resource {
  const item = findItemByGuid(context.emulator, guid.replace(/[{}]/g, ''));
  const list = item && listsOf(context.emulator, context.web).find((one) => one.no === item.list);
  const root = listsOf(context.emulator, context.web).find((one) => one.folderGuid === guid.toLowerCase());
  if (root && canSeeList(context, root)) return listRootFolder(context, root);
  const visible = item && list && canSeeList(context, list) ? visibleItem(context, list, item) : undefined;
  if (!list || !visible || visible.kind !== 'folder') throw folderNotFound();
  return folderOfItem(context, list, visible);
}

export function rootFolderOfWeb(context: RequestContext): Resource {
  const model = () => folderModelOfWeb(context);
  const libraries = (): readonly List[] => visibleLists(context).filter((list) => isLibraryTemplate(list.template));
  return {
    get: () => entityReply(context, model()),
    steps: {
      folders: (segment) => {
        const name = optionalText(segment, 'url');
        if (name !== undefined) return folderByPath(context, name.startsWith('/') ? name : `${context.web.url}/${name}`);
        return {
          get: () =>
            collectionReply(
              context,
              'SP.ApiData.Folders',
              libraries().map((list) => folderModelOfList(context, list)),
            ),
          steps: {
            addusingpath: (step) => action(() => addFolder(context, serverRelative(context, textArgument(step, 'decodedurl')))),
          },
        };
      },
      files: () => ({ get: () => collectionReply(context, 'SP.ApiData.Files', []) }),
      listitemallfields: () => ({ get: () => nothing('ListItemAllFields') }),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

export function listRootFolder(context: RequestContext, list: List): Resource {
  return {
    ...folderVerbs(context, () => folderModelOfList(context, list)),
    steps: {
      ...contentSteps(context, list, list.url),
      listitemallfields: () => ({ get: () => nothing('ListItemAllFields') }),
      parentfolder: () => rootFolderOfWeb(context),
    },
  };
}

function folderVerbs(context: RequestContext, model: () => Model): Resource {
  return { get: () => entityReply(context, model()), otherwise: (segment) => propertyStep(model(), segment.name) };
}

/** Step to the folder of an item; a row has none. */
export function folderOfItem(context: RequestContext, list: List, item: Item): Resource {
  if (item.kind !== 'folder') return { get: () => nothing('Folder') };
  const path = pathOf(item);
  return {
    ...folderVerbs(context, () => folderModel(context, list, item)),
    merge: () => renameFolder(context, list, item),
    delete: () => {
      deleteItem(context, list, item);
      return deleted;
    },
    steps: {
      ...contentSteps(context, list, path),
      listitemallfields: () => context.resources.item(context, list, item, 'local'),
      parentfolder: () => ({ get: () => entityReply(context, parentFolderModel(context, list, item)) }),
      recycle: () =>
        action(() => ({ answer: { shape: 'scalar', name: 'Recycle', type: 'Edm.Guid', value: recycleItem(context, list, item) } })),
      deletewithparameters: () =>
        action(() => {
          deleteItem(context, list, item);
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

function contentSteps(context: RequestContext, list: List, path: string): NonNullable<Resource['steps']> {
  return {
    folders: (segment) => foldersResource(context, list, path, segment),
    files: (segment) => filesResource(context, list, path, segment),
    addsubfolderusingpath: () =>
      action(() => {
        const { leafPath } = context.methodBody();
        const leaf = isJsonObject(leafPath) ? leafPath.DecodedUrl : undefined;
        if (typeof leaf !== 'string') throw invalidBody('leafPath is missing.');
        return addFolder(context, `${path}/${leaf}`);
      }),
  };
}

function foldersResource(context: RequestContext, list: List, path: string, segment: Segment): Resource {
  const name = optionalText(segment, 'url');
  if (name !== undefined) return folderByPath(context, name.startsWith('/') ? name : `${path}/${name}`);
  const below = (asked: string): string =>
    asked.startsWith('/') || asked.startsWith(context.origin) ? serverRelative(context, asked) : `${path}/${asked}`;
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.Folders',
        visibleItemsIn(context, list, path, 'folder').map((item) => folderModel(context, list, item)),
      ),
    post: () => {
      const { ServerRelativeUrl: url } = context.entityBody('SP.Folder');
      if (typeof url !== 'string') throw invalidBody('ServerRelativeUrl is missing.');
      return addFolder(context, below(url));
    },
    steps: {
      getbyurl: (step) => folderByPath(context, below(textArgument(step, 'url'))),
      addusingpath: (step) => action(() => addFolder(context, below(textArgument(step, 'decodedurl')))),
      add: (step) => action(() => addFolder(context, below(textArgument(step, 'url')))),
    },
  };
}

/** Makes a folder; one that is there already is answered as it is, as SharePoint does it. */
function addFolder(context: RequestContext, path: string): Reply {
  const list = listOfPath(context, path);
  const slash = path.lastIndexOf('/');
  if (!list || path.toLowerCase() === list.url.toLowerCase()) throw folderNotFound();
  // One that is hidden is met only by who may make one there: createItem asks that first.
  const known = visibleItemByPath(context, path)?.item;
  if (known && known.kind !== 'folder') throw fileExists(known.leaf);
  const dir = path.slice(0, slash);
  const changes: Changes = new Map([['Title', null]]);
  const item =
    known ??
    createItem(context, list, {
      kind: 'folder',
      dir: dir.toLowerCase() === list.url.toLowerCase() ? list.url : dir,
      leaf: path.slice(slash + 1),
      changes,
    });
  return createdReply(context, folderModel(context, list, item));
}

/** MERGE with Name. */
function renameFolder(context: RequestContext, list: List, item: Item): Reply {
  const { Name: leaf } = context.entityBody('SP.Folder');
  if (typeof leaf !== 'string') throw invalidBody('Only the Name of a folder can be changed here.');
  renameItem(context, list, item, leaf);
  return noContent;
}
