import { listUrl } from '../../src/lists/index';
import type { FieldDefinition, ListDefinition } from '../../src/lists/define';
import { PlainError } from '../plainError';
import type { Site } from '../site/connection';
import { fieldXml } from './fieldXml';
import type { CurrentField, CurrentList } from './currentState';
import type { Step } from './step';

/** AddFieldInternalNameHint + AddFieldToDefaultView: the internal name is the one in the XML, not made from the title. */
const addFieldOptions = 8 + 16;

/** A field with the name but another type: only a person can decide what becomes of its values. */
export class FieldTypeDiffers extends PlainError {
  constructor(list: ListDefinition, field: FieldDefinition, found: string) {
    super(
      `The column ${field.name} of the list ${list.title} is of type ${found} and should be ${field.type}. ` +
        'Rename or remove it on the site, then provision again.',
    );
    this.name = 'FieldTypeDiffers';
  }
}

/** Columns that are missing, or that lost their index, uniqueness or choices. Columns of the school's own stay as they are. */
export function planFields(site: Site, list: ListDefinition, current: CurrentList | undefined): readonly Step[] {
  return list.fields.flatMap((field) => {
    const found = current?.fields.get(field.name);
    return found ? repairField(site, list, field, found) : createField(site, list, field);
  });
}

function createField(site: Site, list: ListDefinition, field: FieldDefinition): readonly Step[] {
  const apply = async () => {
    await site.web.getList(listUrl(site.path, list)).fields.createFieldAsXml({ SchemaXml: fieldXml(field), Options: addFieldOptions });
  };
  return [{ description: `Add the column ${field.title} to ${list.title}`, apply }];
}

function repairField(site: Site, list: ListDefinition, field: FieldDefinition, found: CurrentField): readonly Step[] {
  if (found.TypeAsString !== field.type) throw new FieldTypeDiffers(list, field, found.TypeAsString);
  const changes = {
    ...(indexMissing(field, found) ? { Indexed: true } : {}),
    ...(field.unique && !found.EnforceUniqueValues ? { Indexed: true, EnforceUniqueValues: true } : {}),
    ...(choicesMissing(field, found) ? { Choices: [...(field.choices ?? [])] } : {}),
  };
  if (Object.keys(changes).length === 0) return [];
  const apply = async () => {
    await site.web.getList(listUrl(site.path, list)).fields.getByInternalNameOrTitle(field.name).update(changes, `SP.Field${field.type}`);
  };
  return [{ description: `Repair the column ${field.title} of ${list.title} (${repairedParts(changes)})`, apply }];
}

function indexMissing(field: FieldDefinition, found: CurrentField): boolean {
  return (field.indexed ?? field.unique ?? false) && !found.Indexed;
}

function choicesMissing(field: FieldDefinition, found: CurrentField): boolean {
  return (field.choices ?? []).some((choice) => !(found.Choices ?? []).includes(choice));
}

function repairedParts(changes: object): string {
  const names: Readonly<Record<string, string>> = { Indexed: 'index', EnforceUniqueValues: 'no value twice', Choices: 'choices' };
  return Object.keys(changes)
    .map((name) => names[name] ?? name)
    .join(', ');
}
