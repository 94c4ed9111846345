import { defaultContentType } from '../operations/itemWriter';
import { isLibraryTemplate } from '../objects/systemColumns';
import type { List } from '../objects/list';
import { listLink } from './links';
import type { Model, ModelSet } from './model';
import type { RequestContext } from './resource';

export interface ContentType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly group: string;
}

const builtIn: readonly ContentType[] = [
  { id: '0x01', name: 'Item', description: 'Create a new list item.', group: 'List Content Types' },
  { id: '0x0101', name: 'Document', description: 'Create a new document.', group: 'Document Content Types' },
  {
    id: '0x0101009D1CB255DA76424F860D91F20E6C4118',
    name: 'Site Page',
    description: 'Create a new site page.',
    group: 'Document Content Types',
  },
  { id: '0x0120', name: 'Folder', description: 'Create a new folder.', group: 'Folder Content Types' },
];

interface Row extends Omit<ContentType, 'group'> {
  readonly team: string;
}

/** Content types of a list: its own item or document type, its folder type, and what was added. */
export function listContentTypes(context: RequestContext, list: List): readonly ContentType[] {
  const main = builtIn[list.template === 119 ? 2 : isLibraryTemplate(list.template) ? 1 : 0];
  const folder = builtIn[3];
  const own = [main && { ...main, id: defaultContentType(list, 'item') }, folder && { ...folder, id: defaultContentType(list, 'folder') }];
  return [...own.flatMap((one) => one ?? []), ...stored(context, list.no)];
}

export function webContentTypes(context: RequestContext): readonly ContentType[] {
  return [...builtIn, ...stored(context, 0)];
}

function stored(context: RequestContext, list: number): readonly ContentType[] {
  return context.emulator.db
    .all<Row>('SELECT id, name, description, team FROM content_types WHERE web = ? AND list = ? ORDER BY id', context.web.id, list)
    .map(({ team, ...row }) => ({ ...row, group: team }));
}

export function insertContentType(context: RequestContext, list: number, type: ContentType): void {
  context.emulator.db.run(
    'INSERT OR REPLACE INTO content_types VALUES (?,?,?,?,?,?)',
    context.web.id,
    list,
    type.id,
    type.name,
    type.description,
    type.group,
  );
}

export function contentTypeModel(_call: RequestContext, type: ContentType, list?: List): Model {
  return {
    type: 'SP.ContentType',
    set: 'SP.ApiData.ContentTypes',
    editLink: `${list ? listLink(list) : 'Web'}/ContentTypes('${type.id}')`,
    properties: {
      ClientFormCustomFormatter: '',
      Description: type.description,
      DisplayFormClientSideComponentId: '',
      DisplayFormClientSideComponentProperties: '',
      DisplayFormTemplateName: 'ListForm',
      DisplayFormUrl: '',
      DocumentTemplate: '',
      DocumentTemplateUrl: '',
      EditFormClientSideComponentId: '',
      EditFormClientSideComponentProperties: '',
      EditFormTemplateName: 'ListForm',
      EditFormUrl: '',
      Group: type.group,
      Hidden: false,
      Id: { StringValue: type.id },
      JSLink: '',
      MobileDisplayFormUrl: '',
      MobileEditFormUrl: '',
      MobileNewFormUrl: '',
      Name: type.name,
      NewFormClientSideComponentId: null,
      NewFormClientSideComponentProperties: '',
      NewFormTemplateName: 'ListForm',
      NewFormUrl: '',
      ReadOnly: false,
      SchemaXml: `<ContentType ID="${type.id}" />`,
      Scope: list?.url ?? _call.web.url,
      Sealed: false,
      StringId: type.id,
    },
  };
}

export function contentTypeSet(context: RequestContext, list: List): ModelSet {
  return { set: 'SP.ApiData.ContentTypes', models: listContentTypes(context, list).map((type) => contentTypeModel(context, type, list)) };
}
