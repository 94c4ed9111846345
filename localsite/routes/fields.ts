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
import { demand } from './listAccess';
import { collectionReply, createdReply, entityReply, propertyStep } from './model';
import { action, deleted, noContent, nothing, optionalText, textArgument, type Call, type Reply, type Resource } from './resource';

/** `fields`, `fields('guid')`, `fields/getByInternalNameOrTitle('x')`. */
export function fieldsResource(call: Call, list: List, segment: Segment): Resource {
  const id = optionalText(segment, 'id');
  if (id !== undefined) return fieldResource(call, list, byId(call, list, id));
  return {
    get: () =>
      collectionReply(
        call,
        'SP.ApiData.Fields',
        fieldsOf(call.emulator, list).map((field) => fieldModel(call, list, field)),
      ),
    post: () => createdReply(call, fieldModel(call, list, addFromBody(call, list, call.entityBody('SP.Field')))),
    steps: {
      getbyid: (step) => fieldResource(call, list, byId(call, list, textArgument(step, 'id'))),
      getbytitle: (step) => fieldResource(call, list, byName(call, list, textArgument(step, 'title'))),
      getbyinternalnameortitle: (step) => fieldResource(call, list, byName(call, list, textArgument(step, 'strname'))),
      createfieldasxml: () => action(() => entityReply(call, fieldModel(call, list, addFromXml(call, list)))),
      addfield: () => action(() => entityReply(call, fieldModel(call, list, addFromBody(call, list, call.methodBody())))),
    },
  };
}

function byId(call: Call, list: List, id: string): Field {
  const field = findFieldById(call.emulator, list, id.replace(/[{}]/g, ''));
  if (!field) throw objectNotFound();
  return field;
}

/** A missing column is 400, not 404 (A5, measured). */
function byName(call: Call, list: List, name: string): Field {
  const field = findField(call.emulator, list, name) ?? findFieldByTitle(call.emulator, list, name);
  if (!field) throw unknownColumn(name);
  return field;
}

function fieldResource(call: Call, list: List, field: Field): Resource {
  const model = () => fieldModel(call, list, field);
  const show =
    (name: 'showInDisplayForm' | 'showInEditForm' | 'showInNewForm') =>
    (step: Segment): Resource =>
      action(() => {
        demand(call, list.scope, 'ManageLists');
        updateField(call.emulator, { ...field, settings: { ...field.settings, [name]: optionalText(step, 'value') !== 'false' } });
        return nothing(step.written);
      });
  return {
    get: () => entityReply(call, model()),
    merge: () => mergeField(call, list, field),
    delete: () => removeField(call, list, field),
    steps: {
      setshowindisplayform: show('showInDisplayForm'),
      setshowineditform: show('showInEditForm'),
      setshowinnewform: show('showInNewForm'),
    },
    otherwise: (segment) => propertyStep(model(), segment.name),
  };
}

function addFromXml(call: Call, list: List): Field {
  const { SchemaXml: xml } = call.methodBody();
  if (typeof xml !== 'string') throw invalidBody('createfieldasxml needs SchemaXml.');
  return add(call, list, readFieldXml(xml));
}

function addFromBody(call: Call, list: List, body: JsonObject): Field {
  const { Title: title, FieldTypeKind: kind, InternalName: internal, StaticName: fixed, SchemaXml: xml } = body;
  if (typeof xml === 'string') return add(call, list, readFieldXml(xml));
  if (typeof title !== 'string' || typeof kind !== 'number') throw invalidBody('A field needs a Title and a FieldTypeKind.');
  const type = fieldTypeOf(kind, body.AllowMultipleValues === true);
  if (!type) throw notImplemented(`fields of FieldTypeKind ${kind}`);
  const name = typeof internal === 'string' ? internal : typeof fixed === 'string' ? fixed : encodeName(title);
  return add(call, list, { name, title, type, settings: readSettings(body, type) });
}

const maxIndexes = 20;

function add(call: Call, list: List, wanted: NewField): Field {
  demand(call, list.scope, 'ManageLists');
  if (findField(call.emulator, list, wanted.name)) throw duplicateField(wanted.name);
  const field = insertField(call.emulator, list, wanted);
  if (field.settings.indexed === true || field.settings.unique === true) index(call, list, field);
  return field;
}

/** Sets the index of a column that says it has one. Refused for types without (A12) and past twenty. */
function index(call: Call, list: List, field: Field): void {
  const indexed = fieldsOf(call.emulator, list).filter((one) => one.settings.indexed === true || one.settings.unique === true).length;
  if (!canBeIndexed(field) || indexed > maxIndexes) throw invalidBody(`The column '${field.name}' cannot be indexed.`);
  indexField(call.emulator, list, field);
}

function mergeField(call: Call, list: List, field: Field): Reply {
  demand(call, list.scope, 'ManageLists');
  const body = call.entityBody('SP.Field');
  const title = typeof body.Title === 'string' ? body.Title : field.title;
  const changed: Field = { ...field, title, settings: { ...field.settings, ...readSettings(body, field.type) } };
  updateField(call.emulator, changed);
  const wants = changed.settings.indexed === true || changed.settings.unique === true;
  const had = field.settings.indexed === true || field.settings.unique === true;
  if (wants && !had) index(call, list, changed);
  if (!wants && had) unindexField(call.emulator, list, changed);
  return noContent;
}

function removeField(call: Call, list: List, field: Field): Reply {
  demand(call, list.scope, 'ManageLists');
  if (field.settings.fromBaseType === true) throw accessDenied();
  deleteField(call.emulator, field);
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
