import { isDraftName } from '../operations/pages';
import { readableScopes } from '../security/viewer';
import { asSeen } from '../security/visibility';
import { findItemByPath, itemsIn } from '../store/items';
import { pathOf, type Item } from '../objects/item';
import type { List } from '../objects/list';
import { readActivity } from '../store/lists';
import { versionLabel } from '../objects/readStored';
import { listModel } from './listModel';
import { visibleLists } from './listAccess';
import type { Model, ModelSet } from './model';
import type { Call } from './resource';
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

export function folderModelOfWeb(call: Call): Model {
  const { web } = call;
  return folder('', web.url, web.id, visibleLists(call).length, web.created, web.modified, {
    navigation: {
      Folders: () => ({
        set: 'SP.ApiData.Folders',
        models: visibleLists(call)
          .filter((list) => isLibraryTemplate(list.template))
          .map((list) => folderModelOfList(call, list)),
      }),
      Files: () => ({ set: 'SP.ApiData.Files', models: [] }),
      ListItemAllFields: () => null,
      ParentFolder: () => null,
    },
  });
}

export function folderModelOfList(call: Call, list: List): Model {
  const { modified } = readActivity(call.emulator, list);
  const name = list.url.slice(list.url.lastIndexOf('/') + 1);
  return folder(name, list.url, list.folderGuid, childCount(call, list, list.url), list.created, modified, {
    navigation: {
      ...contents(call, list, list.url),
      ListItemAllFields: () => null,
      ParentFolder: () => folderModelOfWeb(call),
      ParentList: () => listModel(call, list),
    },
  });
}

export function folderModel(call: Call, list: List, item: Item): Model {
  return folder(item.leaf, pathOf(item), item.guid, childCount(call, list, pathOf(item)), item.created, item.modified, {
    navigation: {
      ...contents(call, list, pathOf(item)),
      ListItemAllFields: () => call.models.item(call, list, item, 'local'),
      ParentFolder: () => parentFolderModel(call, list, item),
    },
  });
}

export function parentFolderModel(call: Call, list: List, item: Item): Model {
  const parent = findItemByPath(call.emulator, list, item.dir);
  const seen = parent && asSeen(call, list, parent);
  return seen ? folderModel(call, list, seen) : folderModelOfList(call, list);
}

/** Not trimmed, as SharePoint's own counts are not (C5). */
function childCount(call: Call, list: List, path: string): number {
  return (
    call.emulator.db.first<{ readonly n: number }>('SELECT COUNT(*) AS n FROM items WHERE list = ? AND dir = ?', list.no, path)?.n ?? 0
  );
}

function contents(call: Call, list: List, path: string): Readonly<Record<string, () => ModelSet>> {
  return {
    Folders: () => ({ set: 'SP.ApiData.Folders', models: seenIn(call, list, path, 'folder').map((item) => folderModel(call, list, item)) }),
    Files: () => ({ set: 'SP.ApiData.Files', models: seenIn(call, list, path, 'file').map((item) => fileModel(call, list, item)) }),
  };
}

/** What lies directly in a folder and shows to the caller. */
export function seenIn(call: Call, list: List, path: string, kind: Item['kind']): readonly Item[] {
  return itemsIn(call.emulator, list, path, kind, readableScopes(call, list)).flatMap((item) => asSeen(call, list, item) ?? []);
}

/** The 23 recorded properties of a file (A14). */
export function fileModel(call: Call, list: List, item: Item): Model {
  const path = pathOf(item);
  const title = item.data.Title;
  return {
    type: 'SP.File',
    set: 'SP.ApiData.Files',
    etag: `"{${item.guid.toUpperCase()}},${item.version}"`,
    editLink: `Web/GetFileByServerRelativePath(decodedurl='${path.replace(/'/g, "''")}')`,
    properties: {
      CheckInComment: '',
      CheckOutType: item.checkedOut === null ? 2 : 0,
      ContentTag: `{${item.guid.toUpperCase()}},${item.version},0`,
      CustomizedPageStatus: list.template === 119 && !isDraftName(item.leaf) ? 1 : 0,
      ETag: `"{${item.guid.toUpperCase()}},${item.version}"`,
      Exists: true,
      ExistsAllowThrowForPolicyFailures: true,
      ExistsWithException: true,
      IrmEnabled: false,
      Length: String(item.size),
      Level: item.uiVersion % 512 === 0 ? 1 : 2,
      LinkingUri: null,
      LinkingUrl: '',
      MajorVersion: Math.floor(item.uiVersion / 512),
      MinorVersion: item.uiVersion % 512,
      Name: item.leaf,
      ServerRelativeUrl: path,
      TimeCreated: item.created,
      TimeLastModified: item.modified,
      Title: typeof title === 'string' ? title : null,
      UIVersion: item.uiVersion,
      UIVersionLabel: versionLabel(item.uiVersion),
      UniqueId: item.guid,
    },
    onRequest: {
      ServerRelativePath: () => ({ DecodedUrl: path }),
      ListId: () => list.id,
      WebId: () => call.web.id,
      SiteId: () => call.web.site.id,
      VroomItemID: () => item.guid,
      VroomDriveID: () => list.id,
    },
    navigation: { ListItemAllFields: () => call.models.item(call, list, item, 'local') },
  };
}
