import { lists, listUrl } from '../../src/lists/index';
import type { ListDefinition } from '../../src/lists/define';
import type { Site } from '../site/connection';
import { planFields } from './fields';
import { planRevocations } from './revocations';
import type { CurrentState, CurrentList } from './currentState';
import type { Principals } from './principals';
import type { Step } from './step';

const genericListTemplate = 100;

/** Closes again the lists that are there, and takes off them who does not belong there. */
export function planListAccess(site: Site, current: CurrentState, principals: Principals): readonly Step[] {
  return lists.filter(({ name }) => current.lists.has(name)).flatMap((list) => planRevocations(site, list, current, principals));
}

/** Per list, in this order: made, closed while still empty, columns, settings. Throws FieldTypeDiffers. */
export function planLists(site: Site, current: CurrentState, principals: Principals): readonly Step[] {
  return lists.flatMap((list) => {
    const found = current.lists.get(list.name);
    return [
      ...(found ? [] : [createList(site, list), ...planRevocations(site, list, current, principals)]),
      ...planFields(site, list, found),
      ...planSettings(site, list, found),
    ];
  });
}

/** Made with its name as title, so that this becomes its address; the title follows with the settings. */
function createList(site: Site, list: ListDefinition): Step {
  const apply = async () => {
    await site.web.lists.add(list.name, list.description, genericListTemplate, false);
  };
  return { description: `Create the list ${list.title}`, apply };
}

type Settings = Pick<
  CurrentList,
  | 'Title'
  | 'Description'
  | 'NoCrawl'
  | 'DisableCommenting'
  | 'EnableAttachments'
  | 'EnableFolderCreation'
  | 'EnableVersioning'
  | 'ReadSecurity'
  | 'WriteSecurity'
>;

const settingNames: Readonly<Record<keyof Settings, string>> = {
  Title: 'title',
  Description: 'description',
  NoCrawl: 'out of search',
  DisableCommenting: 'no comments',
  EnableAttachments: 'no attachments',
  EnableFolderCreation: 'folders',
  EnableVersioning: 'versions',
  ReadSecurity: 'who reads which rows',
  WriteSecurity: 'who changes which rows',
};

function planSettings(site: Site, list: ListDefinition, found: CurrentList | undefined): readonly Step[] {
  const wanted = settingsOf(list);
  const names = (Object.keys(wanted) as (keyof Settings)[]).filter((name) => found?.[name] !== wanted[name]);
  if (names.length === 0) return [];
  const changes = Object.fromEntries(names.map((name) => [name, wanted[name]]));
  const apply = async () => {
    await site.web.getList(listUrl(site.path, list)).update(changes);
  };
  return [{ description: `Set up ${list.title} (${names.map((name) => settingNames[name]).join(', ')})`, apply }];
}

/**
 * Pupils' lists keep no versions: an old version would outlive a deletion. What people type keeps them.
 * No comments anywhere: whoever reads a row may comment on it, and a comment shows its author's name and e-mail to all who read the row,
 * the other parent among them (docs/sharepoint-facts.md, A16).
 */
function settingsOf(list: ListDefinition): Settings {
  return {
    Title: list.title,
    Description: list.description,
    NoCrawl: true,
    DisableCommenting: true,
    EnableAttachments: false,
    EnableFolderCreation: list.hasFolders,
    EnableVersioning: list.access.kind === 'inherited' && !list.fields.some((field) => field.name === 'ContentHash'),
    ReadSecurity: list.readSecurity,
    WriteSecurity: list.writeSecurity,
  };
}
