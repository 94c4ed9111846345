import { pathOf, type Item } from '../objects/item';
import type { List } from '../objects/list';
import { versionLabel } from '../objects/readStored';
import { isDraftName } from '../operations/pages';
import type { JsonObject } from '../wire/json';
import type { Model } from './model';
import type { RequestContext } from './resource';

/** The 23 recorded properties of a file (docs/sharepoint-facts.md, A14). */
export function fileModel(context: RequestContext, list: List, item: Item): Model {
  const path = pathOf(item);
  return {
    type: 'SP.File',
    set: 'SP.ApiData.Files',
    etag: `"{${item.guid.toUpperCase()}},${item.version}"`,
    editLink: `Web/GetFileByServerRelativePath(decodedurl='${path.replace(/'/g, "''")}')`,
    properties: fileProperties(list, item),
    onRequest: {
      ServerRelativePath: () => ({ DecodedUrl: path }),
      ListId: () => list.id,
      WebId: () => context.web.id,
      SiteId: () => context.web.site.id,
      VroomItemID: () => item.guid,
      VroomDriveID: () => list.id,
    },
    navigation: { ListItemAllFields: () => context.models.item(context, list, item, 'local') },
  };
}

function fileProperties(list: List, item: Item): JsonObject {
  const tag = `{${item.guid.toUpperCase()}},${item.version}`;
  const title = item.data.Title;
  return {
    CheckInComment: '',
    CheckOutType: item.checkedOut === null ? 2 : 0,
    ContentTag: `${tag},0`,
    CustomizedPageStatus: list.template === 119 && !isDraftName(item.leaf) ? 1 : 0,
    ETag: `"${tag}"`,
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
    ServerRelativeUrl: pathOf(item),
    TimeCreated: item.created,
    TimeLastModified: item.modified,
    Title: typeof title === 'string' ? title : null,
    UIVersion: item.uiVersion,
    UIVersionLabel: versionLabel(item.uiVersion),
    UniqueId: item.guid,
  };
}
