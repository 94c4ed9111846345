/** SharePoint's permission bits and built-in levels. SP.PermissionKind; docs/sharepoint-facts.md, A15 (recorded). */

const kinds = {
  ViewListItems: 1,
  AddListItems: 2,
  EditListItems: 3,
  DeleteListItems: 4,
  ApproveItems: 5,
  OpenItems: 6,
  ViewVersions: 7,
  CancelCheckout: 9,
  ManageLists: 12,
  ViewFormPages: 13,
  Open: 17,
  ViewPages: 18,
  AddAndCustomizePages: 19,
  ManageSubwebs: 24,
  CreateGroups: 25,
  ManagePermissions: 26,
  BrowseDirectories: 27,
  BrowseUserInfo: 28,
  ManageWeb: 31,
  UseRemoteAPIs: 38,
  EnumeratePermissions: 63,
} as const;

export type PermissionName = keyof typeof kinds;

const low32 = BigInt(0xffffffff);
const shift32 = BigInt(32);

export const noMask = BigInt(0);

/** What SharePoint answers for Full Control: the upper half is 31 bits. */
export const fullMask = fromHighLow('2147483647', '4294967295');

export function bit(name: PermissionName): bigint {
  return BigInt(1) << BigInt(kinds[name] - 1);
}

export function has(mask: bigint, name: PermissionName): boolean {
  return (mask & bit(name)) !== noMask;
}

/** PermissionKind as a number, as in `doesuserhavepermissions`. */
export function hasKind(mask: bigint, kind: number): boolean {
  return kind === 0 || (mask & (BigInt(1) << BigInt(kind - 1))) !== noMask;
}

export function fromHighLow(high: string, low: string): bigint {
  return (BigInt(high) << shift32) | (BigInt(low) & low32);
}

/** The mask of `{High, Low}`, numbers or decimal strings of 32 bits each; undefined for anything else. */
export function readHighLow({ High: high, Low: low }: { readonly High?: unknown; readonly Low?: unknown }): bigint | undefined {
  const halves = [String(high), String(low)];
  if (!halves.every((half) => /^\d{1,10}$/.test(half) && Number(half) <= 0xffffffff)) return undefined;
  return fromHighLow(String(high), String(low));
}

/** The decimal strings of BasePermissions. */
export function toHighLow(mask: bigint): { readonly High: string; readonly Low: string } {
  return { High: (mask >> shift32).toString(), Low: (mask & low32).toString() };
}

/** `0x7ffffffffffbffff`, as in PermMask. */
export function toHex(mask: bigint): string {
  return `0x${mask.toString(16)}`;
}

export interface BuiltInRole {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly mask: bigint;
  readonly hidden: boolean;
  readonly position: number;
  readonly kind: number;
}

export const limitedAccess = 1073741825;
export const readRole = 1073741826;
const contributeRole = 1073741827;
export const fullControl = 1073741829;
export const editRole = 1073741830;

function role(id: number, name: string, high: string, low: string, kind: number, position: number, description: string): BuiltInRole {
  return { id, name, description, mask: fromHighLow(high, low), hidden: kind === 1 || kind >= 8, position, kind };
}

/** Recorded, with their exact masks (docs/sharepoint-facts.md, A15). */
export const builtInRoles: readonly BuiltInRole[] = [
  role(fullControl, 'Full Control', '2147483647', '4294967295', 5, 1, 'Has full control.'),
  role(1073741828, 'Design', '432', '1012866047', 4, 32, 'Can view, add, update, delete, approve, and customize.'),
  role(
    editRole,
    'Edit',
    '432',
    '1011030767',
    6,
    48,
    'Can add, edit and delete lists; can view, add, update and delete list items and documents.',
  ),
  role(contributeRole, 'Contribute', '432', '1011028719', 3, 64, 'Can view, add, update, and delete list items and documents.'),
  role(readRole, 'Read', '176', '138612833', 2, 128, 'Can view pages and list items and download documents.'),
  role(
    limitedAccess,
    'Limited Access',
    '48',
    '134287360',
    1,
    160,
    'Can view specific lists, document libraries, list items, folders, or documents when given permissions.',
  ),
  role(
    1073741832,
    'Restricted View',
    '65584',
    '134418433',
    8,
    2147483647,
    'Can view pages, list items, and documents. Documents can be viewed in the browser but not downloaded.',
  ),
  role(1073741833, 'Web-Only Limited Access', '560', '134221824', 9, 2147483647, 'Can access the site through specific lists and items.'),
];
