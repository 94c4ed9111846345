import { canBeIndexed, isIndexed } from '../objects/indexing';
import { fieldTypeKinds, isMultiple, propertyName, type Field } from '../objects/field';
import { writeFieldXml } from '../columns/schemaXml';
import type { List } from '../objects/list';
import type { Json, JsonObject } from '../wire/json';
import { listLink } from './links';
import type { Model } from './model';

const entityTypes: Readonly<Record<string, string>> = {
  Text: 'SP.FieldText',
  Note: 'SP.FieldMultiLineText',
  Number: 'SP.FieldNumber',
  Currency: 'SP.FieldCurrency',
  DateTime: 'SP.FieldDateTime',
  Choice: 'SP.FieldChoice',
  MultiChoice: 'SP.FieldMultiChoice',
  User: 'SP.FieldUser',
  UserMulti: 'SP.FieldUser',
  Lookup: 'SP.FieldLookup',
  LookupMulti: 'SP.FieldLookup',
  URL: 'SP.FieldUrl',
  Guid: 'SP.FieldGuid',
  Computed: 'SP.FieldComputed',
  Calculated: 'SP.FieldCalculated',
};

function fieldEntityType(field: Pick<Field, 'type'>): string {
  return entityTypes[field.type] ?? 'SP.Field';
}

/** Properties whose value is the same for every column. */
const sameForEveryField: JsonObject = {
  AutoIndexed: false,
  ClientSideComponentProperties: null,
  ClientValidationFormula: null,
  ClientValidationMessage: null,
  DefaultFormula: null,
  Direction: 'none',
  IsModern: false,
  JSLink: 'clienttemplates.js',
  PinnedToFiltersPane: false,
  Sealed: false,
  ShowInFiltersPane: 0,
  TranslationXml: null,
  ValidationFormula: null,
  ValidationMessage: null,
};

function fieldProperties(list: List, field: Field): JsonObject {
  const { settings } = field;
  return {
    CanBeDeleted: settings.fromBaseType !== true,
    ClientSideComponentId: settings.clientSideComponentId ?? '00000000-0000-0000-0000-000000000000',
    CustomFormatter: settings.customFormatter ?? null,
    DefaultValue: settings.defaultValue ?? null,
    Description: settings.description ?? '',
    EnforceUniqueValues: settings.unique ?? false,
    EntityPropertyName: propertyName(field),
    FieldTypeKind: fieldTypeKinds[field.type],
    Filterable: field.type !== 'Note' && field.type !== 'Calculated',
    FromBaseType: settings.fromBaseType ?? false,
    Group: settings.group ?? 'Custom Columns',
    Hidden: settings.hidden ?? false,
    Id: field.id,
    Indexed: isIndexed(field),
    IndexStatus: isIndexed(field) ? 1 : 0,
    InternalName: field.name,
    ReadOnlyField: settings.readOnly ?? false,
    Required: settings.required ?? false,
    SchemaXml: writeFieldXml(field, list),
    Scope: list.url,
    Sortable: canBeIndexed(field),
    StaticName: field.name,
    Title: field.title,
    TypeAsString: field.type,
    TypeDisplayName: field.type,
    TypeShortDescription: field.type,
  };
}

/**
 * A column (docs/sharepoint-facts.md, A5). What only some types have comes on request for the others, so that one `$select` serves a whole
 * list.
 */
export function fieldModel(list: List, field: Field): Model {
  const own = typeProperties(field);
  return {
    type: fieldEntityType(field),
    set: 'SP.ApiData.Fields',
    editLink: `${listLink(list)}/Fields(guid'${field.id}')`,
    properties: { ...sameForEveryField, ...fieldProperties(list, field), ...own },
    onRequest: Object.fromEntries(typePropertyNames.filter((name) => !(name in own)).map((name) => [name, () => null])),
  };
}

/** Properties that some types of column have. */
const typePropertyNames = [
  'Choices',
  'FillInChoice',
  'EditFormat',
  'MaxLength',
  'RichText',
  'NumberOfLines',
  'AppendOnly',
  'AllowMultipleValues',
  'LookupList',
  'LookupField',
  'LookupWebId',
  'SelectionMode',
  'MinimumValue',
  'MaximumValue',
  'DisplayFormat',
  'DateTimeCalendarType',
  'FriendlyDisplayFormat',
  'IsRelationship',
  'RelationshipDeleteBehavior',
  'UnlimitedLengthInDocumentLibrary',
  'Presence',
] as const;

function typeProperties(field: Field): Readonly<Record<string, Json>> {
  const { settings } = field;
  switch (field.type) {
    case 'Text':
      return { MaxLength: settings.maxLength ?? 255 };
    case 'Note':
      return {
        RichText: settings.richText ?? false,
        NumberOfLines: settings.numberOfLines ?? 6,
        AppendOnly: settings.appendOnly ?? false,
        UnlimitedLengthInDocumentLibrary: true,
      };
    case 'Choice':
    case 'MultiChoice':
      return { Choices: settings.choices ?? [], FillInChoice: settings.fillInChoice ?? false, EditFormat: 0 };
    case 'Number':
    case 'Currency':
      return {
        MinimumValue: settings.minimum ?? -1.7976931348623157e308,
        MaximumValue: settings.maximum ?? 1.7976931348623157e308,
        DisplayFormat: settings.decimals ?? -1,
      };
    case 'DateTime':
      return { DisplayFormat: settings.dateOnly === true ? 0 : 1, DateTimeCalendarType: 0, FriendlyDisplayFormat: 0 };
    case 'User':
    case 'UserMulti':
    case 'Lookup':
    case 'LookupMulti':
      return {
        AllowMultipleValues: isMultiple(field),
        LookupList: settings.lookupList ?? '',
        LookupField: settings.lookupField ?? '',
        SelectionMode: settings.peopleOnly === true ? 0 : 1,
      };
    default:
      return {};
  }
}
