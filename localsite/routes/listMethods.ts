import { FormValueError, readFormValue } from '../columns/formInput';
import type { Changes } from '../columns/restInput';
import { escapeXml } from '../columns/schemaXml';
import { writeText } from '../columns/restOutput';
import { computedNames } from '../objects/systemColumns';
import { createItem } from '../operations/itemWriter';
import { changeItem } from '../operations/rename';
import { queryItems } from '../operations/itemQuery';
import { readPageToken, writePageToken } from '../query/page';
import { changesAfter, changeToken, lastChange, readChangeToken } from '../store/changes';
import { fieldsOf, findField } from '../store/fields';
import { findItem } from '../store/items';
import type { Item } from '../objects/item';
import type { List } from '../objects/list';
import { visibleItem } from '../security/visibility';
import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import { invalidBody, notImplemented } from '../wire/errors';
import { serverRelative } from './listAccess';
import type { RequestContext, Reply } from './resource';
import { isVisibleChange } from './changes';

interface FormValue {
  readonly FieldName: string;
  readonly FieldValue: string | null;
}

interface FormRow extends FormValue, JsonObject {
  readonly FieldName: string;
  readonly FieldValue: string | null;
  readonly ErrorCode: number;
  readonly ErrorMessage: string | null;
  readonly HasException: boolean;
  readonly ItemId: number;
}

/** Refused form values answer with this code (docs/sharepoint-facts.md, A8, recorded). */
const formErrorCode = -2146232832;

/**
 * AddValidateUpdateItemUsingPath: rows and folders in a folder of the list. Always 200; a refused value is told in its
 * row, the synthetic `Id` row is then "0" and nothing was made (docs/sharepoint-facts.md, A8, recorded).
 */
export function addUsingPath(context: RequestContext, list: List): Reply {
  const body = context.methodBody();
  const info = isJsonObject(body.listItemCreateInfo) ? body.listItemCreateInfo : {};
  const dir = folderPath(context, list, info);
  const isFolder = info.UnderlyingObjectType === 1;
  if (isFolder && !list.settings.EnableFolderCreation) throw invalidBody('Folders cannot be created in this list.');
  const values = readFormValues(body.formValues);
  const { changes, rows } = readChanges(context, list, values, 0);
  if (rows.some((row) => row.HasException))
    return formReply('AddValidateUpdateItemUsingPath', [...rows, row({ FieldName: 'Id', FieldValue: '0' }, 0)]);
  const item = createItem(context, list, { kind: isFolder ? 'folder' : 'item', dir, changes, ...leafOf(info, values, isFolder) });
  return formReply('AddValidateUpdateItemUsingPath', [...rows, row({ FieldName: 'Id', FieldValue: String(item.id) }, 0)]);
}

function folderPath(context: RequestContext, list: List, info: JsonObject): string {
  const path = isJsonObject(info.FolderPath) ? info.FolderPath.DecodedUrl : undefined;
  if (typeof path !== 'string' || path === '') return list.url;
  const dir = serverRelative(context, path);
  return dir.toLowerCase() === list.url.toLowerCase() ? list.url : dir;
}

/** The name of a folder: LeafName, else FileLeafRef, else Title. Rows have no name of their own. */
function leafOf(info: JsonObject, values: readonly FormValue[], isFolder: boolean): { readonly leaf?: string } {
  if (!isFolder) return {};
  const leafName = isJsonObject(info.LeafName) ? info.LeafName.DecodedUrl : undefined;
  const value = (name: string): string | undefined => values.find((one) => one.FieldName === name)?.FieldValue ?? undefined;
  const leaf = typeof leafName === 'string' && leafName !== '' ? leafName : (value('FileLeafRef') ?? value('Title'));
  return leaf === undefined ? {} : { leaf };
}

/** ValidateUpdateListItem: values as text in the site's locale. */
export function validateUpdate(context: RequestContext, list: List, item: Item): Reply {
  const body = context.methodBody();
  const { changes, rows } = readChanges(context, list, readFormValues(body.formValues), item.id);
  const succeeded = !rows.some((one) => one.HasException);
  const current = findItem(context.emulator, list, item.id) ?? item;
  if (succeeded) changeItem(context, list, current, changes, { asSystem: body.bNewDocumentUpdate === true });
  return formReply('ValidateUpdateListItem', rows);
}

function readFormValues(value: Json | undefined): readonly FormValue[] {
  if (!Array.isArray(value)) throw invalidBody('formValues is missing.');
  return value.map((one: Json) => {
    if (!isJsonObject(one) || typeof one.FieldName !== 'string') throw invalidBody('A form value needs a FieldName.');
    return {
      FieldName: one.FieldName,
      FieldValue: one.FieldValue === null || one.FieldValue === undefined ? null : String(one.FieldValue),
    };
  });
}

/** Columns of the row that a form may set; all other system columns are refused. */
const settable: ReadonlySet<string> = new Set([
  'ContentTypeId',
  'FileLeafRef',
  '_ModerationStatus',
  'Author',
  'Editor',
  'Created',
  'Modified',
]);

function readChanges(
  context: RequestContext,
  list: List,
  values: readonly FormValue[],
  itemId: number,
): { readonly changes: Changes; readonly rows: readonly FormRow[] } {
  const changes: Changes = new Map();
  const rows = values.map((value) => {
    const field = findField(context.emulator, list, value.FieldName);
    if (!field) return row(value, itemId, `Column '${value.FieldName}' does not exist. It may have been deleted by another user.`);
    if (computedNames.has(field.name) && !settable.has(field.name)) return row(value, itemId, 'This field is read only.');
    try {
      changes.set(field.name, readFormValue(context.emulator, context.web, field, value.FieldValue));
      return row(value, itemId);
    } catch (error) {
      if (error instanceof FormValueError) return row(value, itemId, error.message);
      throw error;
    }
  });
  return { changes, rows };
}

function row(value: FormValue, itemId: number, error?: string): FormRow {
  return {
    ErrorCode: error === undefined ? 0 : formErrorCode,
    ErrorMessage: error ?? null,
    FieldName: value.FieldName,
    FieldValue: value.FieldValue,
    HasException: error !== undefined,
    ItemId: itemId,
  };
}

function formReply(name: string, rows: readonly FormRow[]): Reply {
  return { answer: { shape: 'valueList', name, elementType: 'SP.ListItemFormUpdateValue', values: rows } };
}

/** The rows of a change rowset at most, when the caller names no limit. */
const rowsetLimit = 100;

/** GetListItemChangesSinceToken: XML text (docs/sharepoint-facts.md, A10). */
export function changesSinceToken(context: RequestContext, list: List): Reply {
  const { query } = context.methodBody();
  const request = isJsonObject(query) ? query : {};
  const narrower = ['Query', 'Contains', 'ViewName'].find((name) => typeof request[name] === 'string' && request[name] !== '');
  if (narrower !== undefined) throw notImplemented(`getlistitemchangessincetoken with ${narrower}`);
  const limit = Number(request.RowLimit ?? rowsetLimit) || rowsetLimit;
  const token = typeof request.ChangeToken === 'string' && request.ChangeToken !== '' ? request.ChangeToken : undefined;
  const since = token === undefined ? undefined : readChangeToken(token);
  if (token !== undefined && since === undefined) throw invalidBody('The change token is not valid.');
  const body = since === undefined ? wholeList(context, list, request, limit) : changedRows(context, list, since, limit);
  const last = changeToken(list.id, 3, context.emulator.clock(), body.stoppedAt ?? lastChange(context.emulator));
  return { text: { contentType: 'text/xml;charset=utf-8', body: rowset(last, body) } };
}

interface Rowset {
  readonly changes: string;
  readonly items: readonly Item[];
  readonly next?: string;
  /** The change that was looked at last, when there may be more. */
  readonly stoppedAt?: number;
  readonly list: List;
  readonly context: RequestContext;
}

function wholeList(context: RequestContext, list: List, request: JsonObject, limit: number): Rowset {
  const position = isJsonObject(request.QueryOptions)
    ? undefined
    : /ListItemCollectionPositionNext="([^"]+)"/.exec(String(request.QueryOptions ?? ''))?.[1]?.replace(/&amp;/g, '&');
  const page = queryItems(
    context,
    list,
    { orderBy: [], limit, language: 'caml', ...(position === undefined ? {} : { after: readPageToken(position) }) },
    context.references,
  );
  return { changes: '', items: page.items, list, context, ...(page.next ? { next: writePageToken(page.next) } : {}) };
}

function changedRows(context: RequestContext, list: List, since: number, limit: number): Rowset {
  const looked = changesAfter(context.emulator, context.web, list, since, limit);
  const stoppedAt = looked.length === limit ? looked.at(-1)?.no : undefined;
  const all = looked.filter((change) => change.item !== null && isVisibleChange(context, list, change));
  const removed = all
    .filter((change) => change.kind === 3)
    .map((change) => `<Id ChangeType="Delete" UniqueId="{${change.guid}}">${change.item ?? 0}</Id>`);
  const ids = new Set(all.filter((change) => change.kind !== 3).map((change) => change.item ?? 0));
  const items = [...ids].flatMap((id) => {
    const item = findItem(context.emulator, list, id);
    return (item && visibleItem(context, list, item)) ?? [];
  });
  return { changes: removed.join(''), items, list, context, ...(stoppedAt === undefined ? {} : { stoppedAt }) };
}

function rowset(token: string, { changes, items, next, stoppedAt, list, context }: Rowset): string {
  const position = next === undefined ? '' : ` ListItemCollectionPositionNext="${escapeXml(next)}"`;
  const fields = fieldsOf(context.emulator, list).filter((field) => field.type !== 'Computed' && field.type !== 'Attachments');
  const rows = items.map(
    (item) =>
      `<z:row ${fields.map((field) => `ows_${field.name}="${escapeXml(writeText(field, item, context.references))}"`).join(' ')} />`,
  );
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    '<listitems MinTimeBetweenSyncs="0" RecommendedTimeBetweenSyncs="180" MaxBulkDocumentSyncSize="500" xmlns:rs="urn:schemas-microsoft-com:rowset" xmlns:z="#RowsetSchema" xmlns="http://schemas.microsoft.com/sharepoint/soap/">' +
    `<Changes LastChangeToken="${escapeXml(token)}"${stoppedAt === undefined ? '' : ' MoreChanges="TRUE"'}>${changes}</Changes>` +
    `<rs:data ItemCount="${items.length}"${position}>${rows.join('')}</rs:data></listitems>`
  );
}
