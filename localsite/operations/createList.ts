import { documentTemplate, isLibraryTemplate, sitePagesTemplate } from '../objects/systemColumns';
import type { AccessContext } from '../security/viewer';
import { logListChange } from '../store/changes';
import { insertSystemFields } from '../store/fields';
import { findListByTitle, findListByUrl, insertList } from '../store/lists';
import type { List, ListSettings } from '../objects/list';
import { insertView } from '../store/views';
import { duplicateListTitle } from '../wire/errors';

const defaults: ListSettings = {
  AllowContentTypes: true,
  ContentTypesEnabled: false,
  Description: '',
  DisableCommenting: false,
  DisableGridEditing: false,
  DraftVersionVisibility: 0,
  EnableAttachments: true,
  EnableFolderCreation: false,
  EnableMinorVersions: false,
  EnableModeration: false,
  EnableVersioning: true,
  ForceCheckout: false,
  Hidden: false,
  ListExperienceOptions: 0,
  MajorVersionLimit: 50,
  MajorWithMinorVersionsLimit: 0,
  NoCrawl: false,
  OnQuickLaunch: false,
  ReadSecurity: 1,
  WriteSecurity: 1,
  DefaultContentApprovalWorkflowId: '00000000-0000-0000-0000-000000000000',
  Direction: 'none',
  ImageUrl: '/_layouts/15/images/itgen.png?rev=47',
  IrmEnabled: false,
  ValidationFormula: null,
  ValidationMessage: null,
};

/** A new list's settings (docs/sharepoint-facts.md, A5): versions on, folders off; libraries have folders. */
function defaultSettings(template: number): ListSettings {
  if (!isLibraryTemplate(template)) return defaults;
  const library = { ...defaults, EnableAttachments: false, EnableFolderCreation: true, MajorVersionLimit: 500, OnQuickLaunch: true };
  return template === sitePagesTemplate
    ? { ...library, EnableMinorVersions: true, DraftVersionVisibility: 1, ContentTypesEnabled: true }
    : library;
}

export interface WantedList {
  readonly title: string;
  readonly template: number;
  readonly settings?: Partial<ListSettings>;
  /** Last part of the address; made of the title when absent. */
  readonly name?: string;
}

/** Makes a list or library with its columns and its first view. Throws duplicateListTitle. */
export function createList(access: AccessContext, wanted: WantedList): List {
  const { emulator, web, viewer } = access;
  if (findListByTitle(emulator, web, wanted.title)) throw duplicateListTitle();
  const list = insertList(emulator, {
    web,
    title: wanted.title,
    template: wanted.template,
    url: freeUrl(access, wanted),
    entityName: entityName(wanted),
    author: viewer.principal.id,
    settings: { ...defaultSettings(wanted.template), ...wanted.settings },
  });
  insertSystemFields(emulator, list);
  insertView(emulator, list, firstView(list));
  logListChange(emulator, web, list, 'add', viewer.principal.id);
  return list;
}

/** Lists live in Lists/, libraries beside it. A taken address gets a number, as SharePoint does it. */
function freeUrl({ emulator, web }: AccessContext, wanted: WantedList): string {
  const name = (wanted.name ?? wanted.title).replace(/["*:<>?/\\|#%&{}~]/g, '').trim() || 'List';
  const base = isLibraryTemplate(wanted.template) ? `${web.url}/${name}` : `${web.url}/Lists/${name}`;
  for (let number = 0; ; number += 1) {
    const url = number === 0 ? base : `${base}${number}`;
    if (!findListByUrl(emulator, web, url)) return url;
  }
}

/** `PNP_SDK_TEST` gives `PNP_x005f_SDK_x005f_TESTList` (docs/sharepoint-facts.md, A2, recorded); lists end in List, libraries do not. */
function entityName(wanted: WantedList): string {
  const encoded = (wanted.name ?? wanted.title)
    .replace(/\s+/g, (blanks) => '_x0020_'.repeat(blanks.length))
    .replace(/_(?!x[0-9a-f]{4}_)/g, '_x005f_')
    .replace(/[^A-Za-z0-9_]/g, (mark) => `_x${mark.charCodeAt(0).toString(16).padStart(4, '0')}_`);
  const name = encoded.charAt(0).toUpperCase() + encoded.slice(1);
  return isLibraryTemplate(wanted.template) ? name : `${name}List`;
}

function firstView(list: List): Parameters<typeof insertView>[2] {
  const library = isLibraryTemplate(list.template);
  const fields = library ? ['DocIcon', 'LinkFilename', 'Modified', 'Editor'] : ['LinkTitle'];
  return {
    title: library ? 'All Documents' : 'All Items',
    settings: { isDefault: true, fields: list.template === sitePagesTemplate ? [...fields, 'Author'] : fields },
  };
}

/** What a web is born with. */
export function createDefaultLists(access: AccessContext): void {
  createList(access, { title: 'Documents', name: 'Shared Documents', template: documentTemplate });
  createList(access, { title: 'Site Pages', name: 'SitePages', template: sitePagesTemplate });
}
