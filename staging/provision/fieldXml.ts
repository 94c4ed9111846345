import type { FieldDefinition, FieldType } from '../../src/lists/define';

/** What else a field's type needs in its SchemaXml. */
const typeAttributes: Partial<Record<FieldType, Readonly<Record<string, string>>>> = {
  Text: { MaxLength: '255' },
  Note: { RichText: 'FALSE', NumLines: '6', UnlimitedLengthInDocumentLibrary: 'TRUE' },
  Number: { Decimals: '0' },
  DateTime: { Format: 'DateTime' },
  Choice: { Format: 'Dropdown', FillInChoice: 'FALSE' },
  User: { List: 'UserInfo', UserSelectionMode: '0' },
  URL: { Format: 'Hyperlink' },
};

/** The SchemaXml for createfieldasxml. */
export function fieldXml(field: FieldDefinition): string {
  const attributes = {
    Type: field.type,
    Name: field.name,
    StaticName: field.name,
    DisplayName: field.title,
    ...(field.required ? { Required: 'TRUE' } : {}),
    ...(field.indexed || field.unique ? { Indexed: 'TRUE' } : {}),
    ...(field.unique ? { EnforceUniqueValues: 'TRUE' } : {}),
    ...typeAttributes[field.type],
  };
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  return `<Field${written}>${choicesXml(field.choices)}</Field>`;
}

function choicesXml(choices: readonly string[] | undefined): string {
  if (!choices) return '';
  return `<CHOICES>${choices.map((choice) => `<CHOICE>${escaped(choice)}</CHOICE>`).join('')}</CHOICES>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
