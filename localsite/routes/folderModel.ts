import { readableScopes } from '../security/viewer';
import { visibleItem } from '../security/visibility';
import { findItemByPath, itemsIn } from '../store/items';
import { pathOf, type Item } from '../objects/item';
import type { List } from '../objects/list';
import { readActivity } from '../store/lists';
import { fileModel } from './fileModel';
import { listModel } from './listModel';
import { visibleLists } from './listAccess';
import type { Model, ModelSet } from './model';
import type { RequestContext } from './resource';
import { isLibraryTemplate } from '../objects/systemColumns';

/** The 12 recorded properties of a folder. */
function folder(
  name: string,
  path: string,
  id: string,
  count: number,
  created: string,
  modified: string,
  more: Pick<Model, 'navigation' | 'onRequest'>,
): Model {
  return {
    type: 'SP.Folder',
    set: 'SP.ApiData.Folders',
    editLink: `Web/GetFolderByServerRelativePath(decodedurl='${path.replace(/'/g, "''")}')`,
    properties: {
      Exists: true,
      ExistsAllowThrowForPolicyFailures: true,
      ExistsWithException: true,
      IsWOPIEnabled: false,
      ItemCount: count,
      Name: name,
      ProgID: null,
      ServerRelativeUrl: path,
      TimeCreated: created,
      TimeLastModified: modified,
      UniqueId: id,
      WelcomePage: '',
    },
    onRequest: { ServerRelativePath: () => ({ DecodedUrl: path }), IsFolderRenameAllowed: () => true, ...more.onRequest },
    ...(more.navigation ? { navigation: more.navigation } : {}),
  };
}

export function folderModelOfWeb(context: RequestContext): Model {
  const { web } = context;
  return folder('', web.url, web.id, visibleLists(context).length, web.created, web.modified, {
    navigation: {
      Folders: () => ({
        set: 'SP.ApiData.Folders',
        models: visibleLists(context)
          .filter((list) => isLibraryTemplate(list.template))
          .map((list) => folderModelOfList(context, list)),
      }),
      Files: () => ({ set: 'SP.ApiData.Files', models: [] }),
      ListItemAllFields: () => null,
      ParentFolder: () => null,
    },
  });
}

export function folderModelOfList(context: RequestContext, list: List): Model {
  const { modified } = readActivity(context.emulator, list);
  const name = list.url.slice(list.url.lastIndexOf('/') + 1);
  return folder(name, list.url, list.folderGuid, childCount(context, list, list.url), list.created, modified, {
    navigation: {
      ...contents(context, list, list.url),
      ListItemAllFields: () => null,
      ParentFolder: () => folderModelOfWeb(context),
      ParentList: () => listModel(context, list),
    },
  });
}

export function folderModel(context: RequestContext, list: List, item: Item): Model {
  return folder(item.leaf, pathOf(item), item.guid, childCount(context, list, pathOf(item)), item.created, item.modified, {
    navigation: {
      ...contents(context, list, pathOf(item)),
      ListItemAllFields: () => context.models.item(context, list, item, 'local'),
      ParentFolder: () => parentFolderModel(context, list, item),
    },
  });
}

export function parentFolderModel(context: RequestContext, list: List, item: Item): Model {
  const parent = findItemByPath(context.emulator, list, item.dir);
  const visible = parent && visibleItem(context, list, parent);
  return visible ? folderModel(context, list, visible) : folderModelOfList(context, list);
}

/** Not trimmed, as SharePoint's own counts are not (docs/sharepoint-facts.md, C5). */
function childCount(context: RequestContext, list: List, path: string): number {
  return (
    context.emulator.db.first<{ readonly n: number }>('SELECT COUNT(*) AS n FROM items WHERE list = ? AND dir = ?', list.no, path)?.n ?? 0
  );
}

function contents(context: RequestContext, list: List, path: string): Readonly<Record<string, () => ModelSet>> {
  return {
    Folders: () => ({
      set: 'SP.ApiData.Folders',
      models: visibleItemsIn(context, list, path, 'folder').map((item) => folderModel(context, list, item)),
    }),
    Files: () => ({
      set: 'SP.ApiData.Files',
      models: visibleItemsIn(context, list, path, 'file').map((item) => fileModel(context, list, item)),
    }),
  };
}

/** What lies directly in a folder and shows to the caller. */
export function visibleItemsIn(context: RequestContext, list: List, path: string, kind: Item['kind']): readonly Item[] {
  return itemsIn(context.emulator, list, path, kind, readableScopes(context, list)).flatMap(
    (item) => visibleItem(context, list, item) ?? [],
  );
}
