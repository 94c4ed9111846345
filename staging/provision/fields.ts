import { listUrl } from '../../src/lists/index';
import type { FieldDefinition, ListDefinition } from '../../src/lists/define';
import { PlainError } from '../plainError';
import type { Site } from '../site/connection';
import { fieldXml } from './fieldXml';
import type { PresentField, PresentList } from './present';
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
export function planFields(site: Site, list: ListDefinition, present: PresentList | undefined): readonly Step[] {
  return list.fields.flatMap((field) => {
    const found = present?.fields.get(field.name);
    return found ? mendField(site, list, field, found) : createField(site, list, field);
  });
}

function createField(site: Site, list: ListDefinition, field: FieldDefinition): readonly Step[] {
  const apply = async () => {
    await site.web.getList(listUrl(site.path, list)).fields.createFieldAsXml({ SchemaXml: fieldXml(field), Options: addFieldOptions });
  };
  return [{ words: `Add the column ${field.title} to ${list.title}`, apply }];
}

function mendField(site: Site, list: ListDefinition, field: FieldDefinition, found: PresentField): readonly Step[] {
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
  return [{ words: `Mend the column ${field.title} of ${list.title} (${mended(changes)})`, apply }];
}

function indexMissing(field: FieldDefinition, found: PresentField): boolean {
  return (field.indexed ?? field.unique ?? false) && !found.Indexed;
}

function choicesMissing(field: FieldDefinition, found: PresentField): boolean {
  return (field.choices ?? []).some((choice) => !(found.Choices ?? []).includes(choice));
}

function mended(changes: object): string {
  const names: Readonly<Record<string, string>> = { Indexed: 'index', EnforceUniqueValues: 'no value twice', Choices: 'choices' };
  return Object.keys(changes)
    .map((name) => names[name] ?? name)
    .join(', ');
}
