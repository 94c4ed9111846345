import { canBeIndexed } from '../objects/indexing';
import { fieldTypeOf, type Field, type FieldSettings, type FieldType } from '../objects/field';
import { encodeName, readFieldXml } from '../columns/schemaXml';
import {
  deleteField,
  fieldsOf,
  findField,
  findFieldById,
  findFieldByTitle,
  insertField,
  updateField,
  type NewField,
} from '../store/fields';
import { indexField, unindexField } from '../store/itemIndex';
import type { List } from '../objects/list';
import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import type { Segment } from '../wire/path';
import { accessDenied, duplicateField, invalidBody, notImplemented, objectNotFound, unknownColumn, unknownProperty } from '../wire/errors';
import { fieldModel } from './fieldModel';
import { requirePermission } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
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

/** `fields`, `fields('guid')`, `fields/getByInternalNameOrTitle('x')`. */
export function fieldsResource(context: RequestContext, list: List, segment: Segment): Resource {
  const id = optionalText(segment, 'id');
  if (id !== undefined) return fieldResource(context, list, byId(context, list, id));
  return {
    get: () =>
      collectionReply(
        context,
        'SP.ApiData.Fields',
        fieldsOf(context.emulator, list).map((field) => fieldModel(list, field)),
      ),
    post: () => createdReply(context, fieldModel(list, addFromBody(context, list, context.entityBody('SP.Field')))),
    steps: {
      getbyid: (step) => fieldResource(context, list, byId(context, list, textArgument(step, 'id'))),
      getbytitle: (step) => fieldResource(context, list, byName(context, list, textArgument(step, 'title'))),
      getbyinternalnameortitle: (step) => fieldResource(context, list, byName(context, list, textArgument(step, 'strname'))),
      createfieldasxml: () => action(() => entityReply(context, fieldModel(list, addFromXml(context, list)))),
      addfield: () => action(() => entityReply(context, fieldModel(list, addFromBody(context, list, context.methodBody())))),
    },
  };
}

function byId(context: RequestContext, list: List, id: string): Field {
  const field = findFieldById(context.emulator, list, id.replace(/[{}]/g, ''));
  if (!field) throw objectNotFound();
  return field;
}

/** A missing column is 400, not 404 (docs/sharepoint-facts.md, A5, measured). */
function byName(context: RequestContext, list: List, name: string): Field {
  const field = findField(context.emulator, list, name) ?? findFieldByTitle(context.emulator, list, name);
  if (!field) throw unknownColumn(name);
  return field;
}

function fieldResource(context: RequestContext, list: List, field: Field): Resource {
  const model = () => fieldModel(list, field);
  const show =
    (name: 'showInDisplayForm' | 'showInEditForm' | 'showInNewForm') =>
    (step: Segment): Resource =>
      action(() => {
        requirePermission(context, list.scope, 'ManageLists');
        updateField(context.emulator, { ...field, settings: { ...field.settings, [name]: optionalText(step, 'value') !== 'false' } });
        return nothing(step.written);
      });
  return {
    get: () => entityReply(context, model()),
    merge: () => mergeField(context, list, field),
    delete: () => removeField(context, list, field),
    steps: {
      setshowindisplayform: show('showInDisplayForm'),
      setshowineditform: show('showInEditForm'),
      setshowinnewform: show('showInNewForm'),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function addFromXml(context: RequestContext, list: List): Field {
  const { SchemaXml: xml } = context.methodBody();
  if (typeof xml !== 'string') throw invalidBody('createfieldasxml needs SchemaXml.');
  return add(context, list, readFieldXml(xml));
}

function addFromBody(context: RequestContext, list: List, body: JsonObject): Field {
  const { Title: title, FieldTypeKind: kind, InternalName: internal, StaticName: fixed, SchemaXml: xml } = body;
  if (typeof xml === 'string') return add(context, list, readFieldXml(xml));
  if (typeof title !== 'string' || typeof kind !== 'number') throw invalidBody('A field needs a Title and a FieldTypeKind.');
  const type = fieldTypeOf(kind, body.AllowMultipleValues === true);
  if (!type) throw notImplemented(`fields of FieldTypeKind ${kind}`);
  const name = typeof internal === 'string' ? internal : typeof fixed === 'string' ? fixed : encodeName(title);
  return add(context, list, { name, title, type, settings: readSettings(body, type) });
}

const maxIndexes = 20;

function add(context: RequestContext, list: List, wanted: NewField): Field {
  requirePermission(context, list.scope, 'ManageLists');
  if (findField(context.emulator, list, wanted.name)) throw duplicateField(wanted.name);
  const field = insertField(context.emulator, list, wanted);
  if (field.settings.indexed === true || field.settings.unique === true) index(context, list, field);
  return field;
}

/** Sets the index of a column that says it has one. Refused for types without (docs/sharepoint-facts.md, A12) and past twenty. */
function index(context: RequestContext, list: List, field: Field): void {
  const indexed = fieldsOf(context.emulator, list).filter((one) => one.settings.indexed === true || one.settings.unique === true).length;
  if (!canBeIndexed(field) || indexed > maxIndexes) throw invalidBody(`The column '${field.name}' cannot be indexed.`);
  indexField(context.emulator, list, field);
}

function mergeField(context: RequestContext, list: List, field: Field): Reply {
  requirePermission(context, list.scope, 'ManageLists');
  const body = context.entityBody('SP.Field');
  const title = typeof body.Title === 'string' ? body.Title : field.title;
  const changed: Field = { ...field, title, settings: { ...field.settings, ...readSettings(body, field.type) } };
  updateField(context.emulator, changed);
  const wants = changed.settings.indexed === true || changed.settings.unique === true;
  const had = field.settings.indexed === true || field.settings.unique === true;
  if (wants && !had) index(context, list, changed);
  if (!wants && had) unindexField(context.emulator, list, changed);
  return noContent;
}

function removeField(context: RequestContext, list: List, field: Field): Reply {
  requirePermission(context, list.scope, 'ManageLists');
  if (field.settings.fromBaseType === true) throw accessDenied();
  deleteField(context.emulator, field);
  return deleted;
}

const names: ReadonlyMap<string, keyof FieldSettings> = new Map(
  Object.entries<keyof FieldSettings>({
    Indexed: 'indexed',
    EnforceUniqueValues: 'unique',
    Required: 'required',
    Hidden: 'hidden',
    ReadOnlyField: 'readOnly',
    Description: 'description',
    Group: 'group',
    DefaultValue: 'defaultValue',
    FillInChoice: 'fillInChoice',
    LookupField: 'lookupField',
    LookupFieldName: 'lookupField',
    RichText: 'richText',
    NumberOfLines: 'numberOfLines',
    AppendOnly: 'appendOnly',
    MaxLength: 'maxLength',
    MinimumValue: 'minimum',
    MaximumValue: 'maximum',
    CustomFormatter: 'customFormatter',
    ClientSideComponentId: 'clientSideComponentId',
    Formula: 'formula',
  }),
);

const numeric: ReadonlySet<keyof FieldSettings> = new Set(['numberOfLines', 'maxLength', 'minimum', 'maximum']);
const flags: ReadonlySet<keyof FieldSettings> = new Set([
  'indexed',
  'unique',
  'required',
  'hidden',
  'readOnly',
  'fillInChoice',
  'richText',
  'appendOnly',
]);

function hasType(key: keyof FieldSettings, value: Json): boolean {
  if (numeric.has(key)) return typeof value === 'number';
  return flags.has(key) ? typeof value === 'boolean' : typeof value === 'string' || value === null;
}

/** Taken without effect: they say what is said elsewhere, or only matter to SharePoint's own pages. */
const accepted: ReadonlySet<string> = new Set([
  'Title',
  'FieldTypeKind',
  'InternalName',
  'StaticName',
  'SchemaXml',
  'AllowMultipleValues',
  'DisplayFormat',
  'DateTimeCalendarType',
  'FriendlyDisplayFormat',
  'EditFormat',
  'SelectionMode',
  'SelectionGroup',
  'LookupWebId',
  'LookupWeb',
  'Presence',
  'AllowDisplay',
  'RestrictedMode',
  'AllowHyperlink',
  'UnlimitedLengthInDocumentLibrary',
  'CurrencyLocaleId',
  'OutputType',
  'DateFormat',
  'Choices',
  'LookupList',
  'LookupListId',
  'ValidationFormula',
  'ValidationMessage',
  'Direction',
  'ShowInFiltersPane',
  'PinnedToFiltersPane',
  'JSLink',
  'Sortable',
  'Filterable',
  'TypeAsString',
  'ClientSideComponentProperties',
  'IsModern',
]);

function readSettings(body: JsonObject, type: FieldType): FieldSettings {
  const settings: Record<string, Json> = {};
  for (const [name, value] of Object.entries(body)) {
    const key = names.get(name);
    if (key !== undefined && !hasType(key, value)) throw invalidBody(`The property '${name}' is not of the expected type.`);
    if (key !== undefined) settings[key] = value;
    else if (!accepted.has(name)) throw unknownProperty(name, 'SP.Field');
  }
  const choices = readChoices(body.Choices);
  const list = body.LookupListId ?? body.LookupList;
  const dateOnly = type === 'DateTime' && body.DisplayFormat === 0;
  return {
    ...(settings as FieldSettings), // only known names were copied
    ...(choices ? { choices } : {}),
    ...(typeof list === 'string' ? { lookupList: list.replace(/[{}]/g, '').toLowerCase() } : {}),
    ...(dateOnly ? { dateOnly } : {}),
  };
}

function readChoices(value: Json | undefined): readonly string[] | undefined {
  const list = isJsonObject(value) ? value.results : value;
  return Array.isArray(list) ? list.map((one: Json) => String(one)) : undefined;
}
