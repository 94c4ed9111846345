/** The site's groups and permission levels. Adults have a group each and no group in common: members of a SharePoint group can list each other. */

/** SharePoint's PermissionKind: bit n of the mask is 1 << (n - 1). Microsoft, SP.PermissionKind. */
export const permissionKinds = {
  ViewListItems: 1,
  AddListItems: 2,
  EditListItems: 3,
  DeleteListItems: 4,
  OpenItems: 6,
  ViewFormPages: 13,
  Open: 17,
  ViewPages: 18,
  UseRemoteAPIs: 38,
} as const;

export type PermissionName = keyof typeof permissionKinds;

export interface PermissionLevel {
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly PermissionName[];
}

const reading: readonly PermissionName[] = ['ViewListItems', 'OpenItems', 'Open', 'ViewPages', 'ViewFormPages', 'UseRemoteAPIs'];

/** Reads pages and rows: no versions, no alerts, no browsing of other users. */
export const parentReadLevel: PermissionLevel = {
  name: 'Schoolgate Parent Read',
  description: 'Reads pages and rows. No versions, no alerts, no browsing of other users.',
  permissions: reading,
};

/** For lists where ReadSecurity and WriteSecurity keep each person to their own rows. */
export const ownRowsLevel: PermissionLevel = {
  name: 'Schoolgate Own Rows',
  description: 'Adds rows and changes own ones, where the list keeps rows apart.',
  permissions: [...reading, 'AddListItems', 'EditListItems', 'DeleteListItems'],
};

export const permissionLevels: readonly PermissionLevel[] = [parentReadLevel, ownRowsLevel];

/** The mask as SharePoint's BasePermissions carries it: decimal strings of the upper and lower 32 bits. */
export function maskOf(level: PermissionLevel): { readonly High: string; readonly Low: string } {
  const mask = level.permissions.reduce((bits, name) => bits | (BigInt(1) << BigInt(permissionKinds[name] - 1)), BigInt(0));
  return { High: (mask >> BigInt(32)).toString(), Low: (mask & BigInt(0xffffffff)).toString() };
}

export interface SiteGroup {
  readonly title: string;
  readonly description: string;
  /** One of SharePoint's own levels, on the site. */
  readonly siteLevel: 'Full Control' | 'Contribute';
}

export const siteGroups = {
  owners: {
    title: 'Schoolgate Owners',
    description: 'Run Schoolgate at this school. See everything.',
    siteLevel: 'Full Control',
  },
  publisher: {
    title: 'Schoolgate Publisher',
    description: 'The account that stages the MIS export. Not a person.',
    siteLevel: 'Full Control',
  },
  staff: {
    title: 'Schoolgate Staff',
    description: "Write notices, kit rules and pages. See no pupil's rows.",
    siteLevel: 'Contribute',
  },
} as const satisfies Record<string, SiteGroup>;

/** The title of an adult's own group. The key is opaque: the title must tell nobody who it is. */
export function adultGroupTitle(adultKey: string): string {
  return `A-${adultKey}`;
}
