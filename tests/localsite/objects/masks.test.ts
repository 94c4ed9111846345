import { builtInRoles, hasKind } from '../../../localsite/objects/masks';

/** Microsoft's numbers of the permissions (SP.PermissionKind). */
const kinds = {
  ViewListItems: 1,
  AddListItems: 2,
  EditListItems: 3,
  DeleteListItems: 4,
  ApproveItems: 5,
  OpenItems: 6,
  ViewVersions: 7,
  DeleteVersions: 8,
  CancelCheckout: 9,
  ManagePersonalViews: 10,
  ManageLists: 12,
  ViewFormPages: 13,
  Open: 17,
  ViewPages: 18,
  AddAndCustomizePages: 19,
  ApplyThemeAndBorder: 20,
  ApplyStyleSheets: 21,
  CreateSSCSite: 23,
  BrowseDirectories: 27,
  BrowseUserInfo: 28,
  AddDelPrivateWebParts: 29,
  UpdatePersonalWebParts: 30,
  UseClientIntegration: 37,
  UseRemoteAPIs: 38,
  CreateAlerts: 40,
  EditMyUserInfo: 41,
} as const;

type Kind = keyof typeof kinds;

/** The permissions of each level as Microsoft documents them ("Understanding permission levels"), each level from those below it. */
const limitedAccess: readonly Kind[] = ['ViewFormPages', 'Open', 'BrowseUserInfo', 'UseClientIntegration', 'UseRemoteAPIs'];
const read: readonly Kind[] = [
  ...limitedAccess,
  'ViewListItems',
  'OpenItems',
  'ViewVersions',
  'ViewPages',
  'CreateSSCSite',
  'CreateAlerts',
];
const contribute: readonly Kind[] = [
  ...read,
  'AddListItems',
  'EditListItems',
  'DeleteListItems',
  'DeleteVersions',
  'ManagePersonalViews',
  'BrowseDirectories',
  'AddDelPrivateWebParts',
  'UpdatePersonalWebParts',
  'EditMyUserInfo',
];
const edit: readonly Kind[] = [...contribute, 'ManageLists'];
const design: readonly Kind[] = [
  ...edit,
  'ApproveItems',
  'CancelCheckout',
  'AddAndCustomizePages',
  'ApplyThemeAndBorder',
  'ApplyStyleSheets',
];

const numbers = (names: readonly Kind[]): readonly number[] => names.map((name) => kinds[name]).sort((left, right) => left - right);

const everyKind = Array.from({ length: 64 }, (_, index) => index + 1);

function numbersOf(level: string): readonly number[] {
  const role = builtInRoles.find((one) => one.name === level);
  return everyKind.filter((kind) => role !== undefined && hasKind(role.mask, kind));
}

describe('a built-in permission level', () => {
  it.each([
    ['Full Control', everyKind.slice(0, 63)],
    ['Design', numbers(design)],
    ['Edit', numbers(edit)],
    ['Contribute', numbers(contribute)],
    ['Read', numbers(read)],
    ['Limited Access', numbers(limitedAccess)],
    // Recorded: 42 and 49 have no name in the documentation.
    ['Restricted View', [...numbers([...limitedAccess, 'ViewListItems', 'ViewPages']), 49]],
    ['Web-Only Limited Access', [...numbers(limitedAccess.filter((name) => name !== 'Open')), 42]],
  ])('%s has exactly its permissions', (level, permissions) => {
    expect(numbersOf(level)).toEqual(permissions);
  });

  it('is one of eight', () => {
    expect(builtInRoles.map((role) => role.name)).toHaveLength(8);
  });
});
