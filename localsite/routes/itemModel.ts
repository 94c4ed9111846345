import { pointsElsewhere } from '../columns/cell';
import { isMultiple, isPerson, propertyName, type Field } from '../objects/field';
import { readStored } from '../objects/readStored';
import { propertyNames, writeField, writeText, type DateStyle } from '../columns/restOutput';
import { onRequestNames } from '../objects/systemColumns';
import { hasOwnScope } from '../security/inheritance';
import { toHighLow } from '../objects/masks';
import { maskOn } from '../security/viewer';
import { attachmentsOf } from '../store/attachments';
import { fieldsOf, findField } from '../store/fields';
import type { Item } from '../objects/item';
import type { List } from '../objects/list';
import type { Json } from '../wire/json';
import { lookupThreshold, notExpanded, unknownProperty } from '../wire/errors';
import { attachmentModel } from './attachmentModel';
import { contentTypeModel, listContentTypes } from './contentTypeModels';
import { fileModel } from './fileModel';
import { folderModel } from './folderModel';
import { itemLink, itemType } from './links';
import { listModel } from './listModel';
import { apiRoot, type Expanded, type Model, type ModelSet } from './model';
import { roleAssignmentSet } from './roleModels';
import type { RequestContext } from './resource';
import { userModel } from './principalModels';

/** An item before `$select` and `$expand` (docs/sharepoint-facts.md, A6). */
export function itemModel(context: RequestContext, list: List, item: Item, dates: DateStyle = 'utc'): Model {
  const fields = fieldsOf(context.emulator, list);
  const link = itemLink(list, item.id);
  return {
    type: itemType(list),
    set: `SP.ListData.${list.entityName}Items`,
    id: item.guid,
    etag: `"${item.version}"`,
    editLink: link,
    properties: {
      FileSystemObjectType: item.kind === 'folder' ? 1 : 0,
      Id: item.id,
      ServerRedirectedEmbedUri: null,
      ServerRedirectedEmbedUrl: '',
      ...Object.fromEntries(fields.filter(isDefault).flatMap((field) => writeField(field, item, dates))),
    },
    onRequest: { ...requestedFields(fields, item, dates), ...requestedFacts(context, list, item) },
    navigation: { ...references(context, fields, item), ...relations(context, list, item, apiRoot(context)) },
  };
}

/** Hidden and joined columns come only when named. */
function isDefault(field: Field): boolean {
  if (field.name === 'ID') return true;
  return (
    !onRequestNames.has(field.name) &&
    field.type !== 'Computed' &&
    !(
      field.settings.hidden === true &&
      field.settings.fromBaseType === true &&
      field.name !== 'ContentTypeId' &&
      field.name !== 'GUID' &&
      field.type !== 'Note' &&
      field.name !== 'PageLayoutType' &&
      field.name !== 'PromotedState'
    )
  );
}

function requestedFields(fields: readonly Field[], item: Item, dates: DateStyle): Readonly<Record<string, () => Json>> {
  const hidden = fields.filter((field) => !isDefault(field));
  return Object.fromEntries(
    hidden.flatMap((field) =>
      propertyNames(field).map((name, index) => [name, () => writeField(field, item, dates)[index]?.[1] ?? null] as const),
    ),
  );
}

function requestedFacts(context: RequestContext, list: List, item: Item): Readonly<Record<string, () => Json>> {
  return {
    HasUniqueRoleAssignments: () => hasOwnScope(context.emulator, { kind: 'item', web: context.web, list, item }),
    EffectiveBasePermissions: () => toHighLow(maskOn(context.emulator, context.viewer, item.scope)),
    EffectiveBasePermissionsForUI: () => toHighLow(maskOn(context.emulator, context.viewer, item.scope)),
    DisplayName: () => (typeof item.data.Title === 'string' ? item.data.Title : item.leaf),
    CommentsDisabled: () => list.settings.DisableCommenting,
    CommentsDisabledScope: () => (list.settings.DisableCommenting ? 2 : 0),
    IconOverlay: () => null,
    ServerRedirectedEmbedUri: () => null,
  };
}

/** People and lookup columns, reached with `$expand`. */
function references(context: RequestContext, fields: readonly Field[], item: Item): Readonly<Record<string, () => Expanded>> {
  const pointing = fields.filter((field) => pointsElsewhere(field) && readsAsColumn(field));
  return Object.fromEntries(pointing.map((field) => [propertyName(field), () => expandReference(context, field, item)]));
}

function readsAsColumn(field: Field): boolean {
  return field.type !== 'Computed';
}

function expandReference(context: RequestContext, field: Field, item: Item): Model | ModelSet | null {
  const stored = readStored(field, item);
  const ids = (Array.isArray(stored) ? stored : [stored]).filter((id): id is number => typeof id === 'number');
  const models = ids.flatMap((id) => referenceModel(context, field, id) ?? []);
  return isMultiple(field) ? { set: 'SP.ApiData.References', models } : (models[0] ?? null);
}

function referenceModel(context: RequestContext, field: Field, id: number): Model | undefined {
  if (isPerson(field)) {
    const person = context.references.person(id);
    return person && personModel(context, person.id);
  }
  const target = context.references.target(field, id);
  if (!target) return undefined;
  const shown = field.settings.lookupField ?? 'Title';
  const values = fieldsOf(context.emulator, target.list)
    .filter((one) => !pointsElsewhere(one))
    .flatMap((one) => writeField(one, target.item, 'utc'));
  const named = Object.fromEntries(values);
  return {
    type: `SP.Data.${shown}LookupItem`,
    editLink: itemLink(target.list, id),
    properties: { Id: id, [shown]: named[shown] ?? null },
    onRequest: Object.fromEntries(values.map(([name, value]) => [name, () => value])),
  };
}

/** The columns of the user information list, as `$expand=Author` gives them. */
function personModel(context: RequestContext, id: number): Model | undefined {
  const person = context.references.person(id);
  if (!person) return undefined;
  const { properties } = userModel(context, person);
  const [first = '', ...rest] = person.title.split(' ');
  const facts: Readonly<Record<string, Json>> = {
    Name: person.login,
    EMail: person.email,
    UserName: properties.UserPrincipalName ?? null,
    FirstName: first,
    LastName: rest.join(' '),
    JobTitle: null,
    Department: null,
    SipAddress: person.email,
    Picture: null,
    WorkPhone: null,
    MobilePhone: null,
    Office: null,
    ID: person.id,
  };
  return {
    type: 'SP.Data.UserInfoItem',
    editLink: `Web/GetUserById(${id})`,
    properties: { Id: person.id, Title: person.title },
    onRequest: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, () => value])),
  };
}

function relations(context: RequestContext, list: List, item: Item, root: string): Readonly<Record<string, () => Expanded>> {
  return {
    AttachmentFiles: () => ({
      set: 'SP.ApiData.Attachments',
      models: attachmentsOf(context.emulator, item).map((name) => attachmentModel(list, item, name)),
    }),
    ParentList: () => listModel(context, list),
    File: () => (item.kind === 'file' ? fileModel(context, list, item) : null),
    Folder: () => (item.kind === 'folder' ? folderModel(context, list, item) : null),
    ContentType: () => {
      const type =
        listContentTypes(context, list).find((one) => one.id.toLowerCase() === item.contentType.toLowerCase()) ??
        listContentTypes(context, list)[0];
      return type ? contentTypeModel(context, type, list) : null;
    },
    RoleAssignments: () => roleAssignmentSet(context, { kind: 'item', web: context.web, list, item }),
    FirstUniqueAncestorSecurableObject: () =>
      hasOwnScope(context.emulator, { kind: 'item', web: context.web, list, item })
        ? itemModel(context, list, item)
        : listModel(context, list),
    FieldValuesAsText: () => textModel(context, list, item, root),
    FieldValuesAsHtml: () => textModel(context, list, item, root),
    FieldValuesForEdit: () => textModel(context, list, item, root),
  };
}

/** Every column as text. */
export function textModel(context: RequestContext, list: List, item: Item, _root: string): Model {
  const fields = fieldsOf(context.emulator, list).filter((field) => field.type !== 'Computed');
  // Names are encoded twice here: `_x` in a name becomes `_x005f_x` (recorded for versions, docs/sharepoint-facts.md, A6).
  const properties = Object.fromEntries(
    fields.map((field) => [propertyName(field).replace(/_x/g, '_x005f_x'), writeText(field, item, context.references)]),
  );
  return { type: 'SP.FieldStringValues', editLink: `${itemLink(list, item.id)}/FieldValuesAsText`, properties };
}

/** Joined columns a query may have (docs/sharepoint-facts.md, A4). */
export const maxJoins = 12;

/**
 * Checks `$select` and `$expand` of items: a person or lookup column needs both (docs/sharepoint-facts.md, A4, from issue threads).
 * Throws notExpanded, lookupThreshold.
 */
export function assertExpanded(context: RequestContext, list: List): void {
  const { select, expand } = context.options();
  const expanded = new Set(expand.flatMap(([first]) => first?.toLowerCase() ?? []));
  const joined = fieldsOf(context.emulator, list).filter((field) => pointsElsewhere(field) && expanded.has(field.name.toLowerCase()));
  if (joined.length > maxJoins) throw lookupThreshold();
  assertNamed(context, list);
  for (const [first = '', second] of select) {
    const field = findField(context.emulator, list, first);
    if (!field || !pointsElsewhere(field)) continue;
    if (second === undefined && !expanded.has(first.toLowerCase())) throw notExpanded(first);
    if (second !== undefined && !expanded.has(first.toLowerCase())) throw notExpanded(first);
  }
}

/** Names are checked once for the list, so that an answer without rows refuses them as well. Throws unknownProperty. */
function assertNamed(context: RequestContext, list: List): void {
  const { select, expand } = context.options();
  const heads = [...select, ...expand].flatMap(([first]) => (first === undefined || first === '*' ? [] : [first]));
  if (heads.length === 0) return;
  const model = itemModel(context, list, blankItem(list));
  const names = [model.properties, model.onRequest, model.navigation]
    .flatMap((record) => Object.keys(record ?? {}))
    .map((name) => name.toLowerCase());
  const unknown = heads.find((head) => !names.includes(head.toLowerCase()));
  if (unknown !== undefined) throw unknownProperty(unknown, itemType(list));
}

function blankItem(list: List): Item {
  return {
    list: list.no,
    id: 0,
    guid: '',
    kind: 'item',
    dir: list.url,
    leaf: '',
    scope: list.scope,
    contentType: '',
    author: 0,
    editor: 0,
    created: '',
    modified: '',
    version: 0,
    uiVersion: 512,
    moderation: 0,
    checkedOut: null,
    attachments: 0,
    size: 0,
    data: {},
    published: null,
  };
}
