import type { Item } from '../objects/item';
import type { List } from '../objects/list';
import { listLink } from './links';
import type { Model } from './model';

/** `/sites/x/Lists/L/Attachments/1/x` */
export function attachmentUrl(list: List, item: Item, name: string): string {
  return `${list.url}/Attachments/${item.id}/${name}`;
}

/** The 4 recorded properties of an attachment (docs/sharepoint-facts.md, A14). */
export function attachmentModel(list: List, item: Item, name: string): Model {
  const url = attachmentUrl(list, item, name);
  return {
    type: 'SP.Attachment',
    set: 'SP.ApiData.Attachments',
    editLink: `${listLink(list)}/Items(${item.id})/AttachmentFiles('${name.replace(/'/g, "''")}')`,
    properties: { FileName: name, FileNameAsPath: { DecodedUrl: name }, ServerRelativePath: { DecodedUrl: url }, ServerRelativeUrl: url },
  };
}
