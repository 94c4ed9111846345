import { pointsElsewhere } from '../columns/cell';
import { isPerson, type Field } from '../objects/field';
import { readStored } from '../objects/readStored';
import { bindForCaller } from '../operations/queryContext';
import { queryItems, type ItemPage, type ItemQuery } from '../operations/itemQuery';
import { parseCamlView, type CamlView } from '../query/caml';
import { nextHref, readPageToken } from '../query/page';
import type { Condition } from '../query/condition';
import { maskOn } from '../security/viewer';
import { toHex } from '../objects/masks';
import { visibleItem } from '../security/visibility';
import { fieldsOf, findField } from '../store/fields';
import { findItemByPath } from '../store/items';
import { pathOf, type Item } from '../objects/item';
import type { List } from '../objects/list';
import { viewsOf } from '../store/views';
import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import { renderListData as writeListData, type ListDataCell } from '../wire/listData';
import { folderNotFound, invalidBody, lookupThreshold } from '../wire/errors';
import { serverRelative } from './listAccess';
import { assertExpanded, itemModel, maxJoins } from './itemModel';
import { shape } from './model';
import type { RequestContext, Reply } from './resource';
import { viewXml } from './viewModel';

const defaultRows = 30;

/** `getitems` with a CAML query; items in ordinary item JSON (docs/sharepoint-facts.md, A9). */
export function getItems(context: RequestContext, list: List): Reply {
  const { query } = context.methodBody();
  const request = isJsonObject(query) ? query : {};
  assertExpanded(context, list);
  const view = parseCamlView(typeof request.ViewXml === 'string' ? request.ViewXml : '<View></View>');
  const position = isJsonObject(request.ListItemCollectionPosition) ? request.ListItemCollectionPosition.PagingInfo : undefined;
  const page = runView(context, list, view, {
    folder: typeof request.FolderServerRelativeUrl === 'string' ? request.FolderServerRelativeUrl : undefined,
    paging: typeof position === 'string' ? position : undefined,
    limit: view.rowLimit ?? context.emulator.threshold,
  });
  return {
    answer: {
      shape: 'collection',
      set: `SP.ListData.${list.entityName}Items`,
      items: page.items.map((item) => shape(itemModel(context, list, item), context.options())),
    },
  };
}

interface ViewRequest {
  readonly folder: string | undefined;
  readonly paging: string | undefined;
  readonly limit: number;
  readonly more?: Condition;
}

/** Runs a view: CAML is never refused for its filter but silently short past the threshold (docs/sharepoint-facts.md, A12). */
function runView(context: RequestContext, list: List, view: CamlView, request: ViewRequest): ItemPage {
  const parts = [view.where, request.more].flatMap((part) => part ?? []);
  const query: ItemQuery = {
    orderBy: view.orderBy,
    groupBy: view.groupBy,
    limit: Math.min(request.limit, 5000),
    language: 'caml',
    ...(parts.length === 0 ? {} : { condition: bindForCaller(context, { kind: 'all', parts }) }),
    ...folderOf(context, list, view, request.folder),
    ...(request.paging === undefined || request.paging === '' ? {} : { after: readPageToken(request.paging) }),
    ...(view.scope === 'recursive' || view.scope === 'filesOnly' ? { filesOnly: true } : {}),
  };
  return queryItems(context, list, query, context.references);
}

/** Throws folderNotFound for a folder that is hidden and for one that is not there. */
function folderOf(context: RequestContext, list: List, view: CamlView, address: string | undefined): Pick<ItemQuery, 'folder'> {
  const deep = view.scope === 'recursive' || view.scope === 'recursiveAll';
  const path = address === undefined || address === '' ? list.url : serverRelative(context, address);
  if (path.toLowerCase() === list.url.toLowerCase()) return deep ? {} : { folder: { path: list.url, deep } };
  const folder = findItemByPath(context.emulator, list, path);
  const visible = folder && visibleItem(context, list, folder);
  if (!visible || visible.kind !== 'folder') throw folderNotFound();
  return { folder: { path: pathOf(visible), deep } };
}

/** RenderListDataAsStream (docs/sharepoint-facts.md, A9). What the URL says overrides the body. */
export function renderListDataAsStream(context: RequestContext, list: List): Reply {
  const body = context.methodBody();
  // Unwrapped already, except beside overrideParameters.
  const parameters = isJsonObject(body.parameters) ? body.parameters : body;
  const xml = typeof parameters.ViewXml === 'string' && parameters.ViewXml !== '' ? parameters.ViewXml : defaultView(context, list);
  return renderView(context, list, withOverride(parseCamlView(xml), parameters.OverrideViewXml), parameters);
}

/** The override's Where is combined with the view's, its other parts replace the view's [D]. */
function withOverride(view: CamlView, override: Json | undefined): CamlView {
  if (typeof override !== 'string' || override === '') return view;
  const other = parseCamlView(override);
  const parts = [view.where, other.where].flatMap((part) => part ?? []);
  return {
    ...view,
    ...(parts.length === 0 ? {} : { where: { kind: 'all', parts } }),
    orderBy: other.orderBy.length > 0 ? other.orderBy : view.orderBy,
    groupBy: other.groupBy.length > 0 ? other.groupBy : view.groupBy,
    viewFields: other.viewFields.length > 0 ? other.viewFields : view.viewFields,
    ...(other.rowLimit === undefined ? {} : { rowLimit: other.rowLimit }),
  };
}

function defaultView(context: RequestContext, list: List): string {
  const views = viewsOf(context.emulator, list);
  const asked = context.url.searchParams.get('View')?.replace(/[{}]/g, '').toLowerCase();
  const view = views.find((one) => one.id === asked) ?? views.find((one) => one.settings.isDefault === true);
  return view ? viewXml(view) : '<View></View>';
}

function renderView(context: RequestContext, list: List, view: CamlView, parameters: JsonObject): Reply {
  const query = context.url.searchParams;
  const text = (value: Json | undefined): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  const paging = text(parameters.Paging) ?? (query.has('Paged') ? query.toString() : undefined);
  const sortField = query.get('SortField');
  const sorted: CamlView =
    sortField === null ? view : { ...view, orderBy: [{ field: [sortField], ascending: query.get('SortDir')?.toLowerCase() !== 'desc' }] };
  const rowLimit = view.rowLimit ?? defaultRows;
  const more = urlFilter(query);
  const folder = query.get('RootFolder') ?? text(parameters.FolderServerRelativeUrl);
  const page = runView(context, list, sorted, { folder, paging, limit: rowLimit, ...(more ? { more } : {}) });
  const firstRow = Number(new URLSearchParams((paging ?? '').replace(/^\?/, '')).get('PageFirstRow') ?? '1') || 1;
  const fields = shownFields(context, list, view);
  const body = writeListData(
    {
      rows: page.items.map((item) => rowOf(context, item, fields)),
      firstRow,
      rowLimit,
      folderPermissions: toHex(maskOn(context.emulator, context.viewer, list.scope)),
      datesInUtc: parameters.DatesInUtc === true,
      ...(page.next ? { nextHref: nextHref(page.next, firstRow + page.items.length) } : {}),
    },
    schemaOf(context, list, parameters),
  );
  return { text: { contentType: 'application/json;odata=verbose;charset=utf-8', body } };
}

/** `FilterField1/FilterValue1` to 10 in the URL. */
function urlFilter(query: URLSearchParams): Condition | undefined {
  const parts: Condition[] = [];
  for (let number = 1; number <= 10; number += 1) {
    const field = query.get(`FilterField${number}`);
    const value = query.get(`FilterValue${number}`);
    if (field === null || value === null) continue;
    if ((query.get(`FilterOp${number}`) ?? 'Eq').toLowerCase() !== 'eq')
      throw invalidBody(`The local site knows FilterOp${number}=Eq only.`);
    parts.push({ kind: 'compare', field: [field], operator: 'eq', value: { kind: 'string', value } });
  }
  return parts.length === 0 ? undefined : { kind: 'all', parts };
}

const always = ['ID', 'FSObjType', 'ContentTypeId', 'FileRef', 'FileLeafRef', 'Attachments', 'owshiddenversion', 'UniqueId'] as const;
/** What views call the title column when it is a link. */
const titles: ReadonlyMap<string, string> = new Map([
  ['LinkTitle', 'Title'],
  ['LinkTitleNoMenu', 'Title'],
  ['LinkFilename', 'FileLeafRef'],
  ['LinkFilenameNoMenu', 'FileLeafRef'],
]);

function shownFields(context: RequestContext, list: List, view: CamlView): readonly Field[] {
  const named = view.viewFields.flatMap((name) => findField(context.emulator, list, name) ?? []);
  if (new Set(named.filter(pointsElsewhere)).size > maxJoins) throw lookupThreshold();
  const names =
    view.viewFields.length === 0
      ? fieldsOf(context.emulator, list)
          .filter((field) => field.settings.hidden !== true)
          .map((field) => field.name)
      : view.viewFields;
  const wanted = new Set([...always, ...names.map((name) => titles.get(name) ?? name)]);
  return [...wanted].flatMap((name) => findField(context.emulator, list, name) ?? []).filter((field) => field.type !== 'Computed');
}

function rowOf(context: RequestContext, item: Item, fields: readonly Field[]): Readonly<Record<string, ListDataCell>> {
  const mask: ListDataCell = { kind: 'text', value: toHex(maskOn(context.emulator, context.viewer, item.scope)) };
  return { PermMask: mask, ...Object.fromEntries(fields.map((field) => [field.name, cellOf(context, field, item)])) };
}

function cellOf(context: RequestContext, field: Field, item: Item): ListDataCell {
  const stored = readStored(field, item);
  if (field.name === 'Attachments') return { kind: 'text', value: stored === true ? '1' : '0' };
  if (stored === null || stored === '') return { kind: 'empty' };
  if (pointsElsewhere(field)) return referenceCell(context, field, Array.isArray(stored) ? stored : [stored]);
  if (Array.isArray(stored)) return { kind: 'choices', values: stored.map((one: Json) => String(one)) };
  if (typeof stored === 'object')
    return isJsonObject(stored) ? { kind: 'url', url: String(stored.Url), description: String(stored.Description) } : { kind: 'empty' };
  if (field.type === 'DateTime') return { kind: 'date', value: String(stored), dateOnly: field.settings.dateOnly === true };
  if (field.name === 'UniqueId') return { kind: 'text', value: `{${String(stored).toUpperCase()}}` };
  if (typeof stored === 'boolean') return { kind: 'boolean', value: stored };
  if (field.type === 'Number' || field.type === 'Currency')
    return {
      kind: 'number',
      value: Number(stored),
      ...(field.settings.decimals === undefined ? {} : { decimals: field.settings.decimals }),
    };
  return { kind: 'text', value: String(stored) };
}

function referenceCell(context: RequestContext, field: Field, ids: readonly Json[]): ListDataCell {
  const numbers = ids.flatMap((id) => (typeof id === 'number' ? [id] : []));
  if (!isPerson(field)) return { kind: 'lookup', targets: numbers.map((id) => ({ id, value: context.references.text(field, id) })) };
  const people = numbers.flatMap((id) => context.references.person(id) ?? []);
  return { kind: 'person', people: people.map((person) => ({ id: person.id, title: person.title, email: person.email })) };
}

/** RenderOptions 4 asks for the schema too: then the rows stand under ListData. */
function schemaOf(context: RequestContext, list: List, parameters: JsonObject): JsonObject | undefined {
  const options = typeof parameters.RenderOptions === 'number' ? parameters.RenderOptions : 0;
  if ((options & 4) === 0) return undefined;
  const fields = fieldsOf(context.emulator, list).map((field) => ({
    Name: field.name,
    RealFieldName: field.name,
    DisplayName: field.title,
    FieldType: field.type,
    ID: field.id,
    Type: field.type,
  }));
  return { ListSchema: { Field: fields, listtemplate: String(list.template) } };
}

/** `renderlistdata(@viewXml)`: the same rows as a text inside the answer. */
export function renderListData(context: RequestContext, list: List, xml: string): Reply {
  const reply = renderView(context, list, parseCamlView(xml), {});
  return { answer: { shape: 'scalar', name: 'RenderListData', type: 'Edm.String', value: reply.text?.body ?? '' } };
}
