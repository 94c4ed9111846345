import { SharePointError } from './sharePointError';

/**
 * The errors SharePoint Online answers with, one function per case. Statuses, codes and texts follow docs/sharepoint-facts.md, A4, which
 * explains the tags in brackets too. "May not read" and "does not exist" are one function on purpose: the two answers must not differ by a
 * byte.
 */

const clr = {
  argument: 'System.ArgumentException',
  sharePoint: 'Microsoft.SharePoint.SPException',
  throttled: 'Microsoft.SharePoint.SPQueryThrottledException',
  query: 'Microsoft.SharePoint.Client.InvalidClientQueryException',
  resource: 'Microsoft.SharePoint.Client.ResourceNotFoundException',
  service: 'Microsoft.SharePoint.Client.ClientServiceException',
  unauthorized: 'System.UnauthorizedAccessException',
} as const;

function sharePointError(kind: string, status: number, number: number, type: string, message: string): SharePointError {
  return new SharePointError(kind, status, `${number}, ${type}`, message);
}

/** [R] `siteUrl` is absolute: `https://host/sites/school`. */
export function listNotFoundByTitle(title: string, siteUrl: string): SharePointError {
  return sharePointError('listNotFound', 404, -1, clr.argument, `List '${title}' does not exist at site with URL '${siteUrl}'.`);
}

/** [I] By id. */
export function listNotFound(): SharePointError {
  return sharePointError(
    'listNotFound',
    404,
    -2130575322,
    clr.sharePoint,
    'List does not exist. The page you selected contains a list that does not exist. It may have been deleted by another user.',
  );
}

/** [R] */
export function itemNotFound(): SharePointError {
  return sharePointError('itemNotFound', 404, -2130575338, clr.argument, 'Item does not exist. It may have been deleted by another user.');
}

/** [R] `path` is server-relative, as the caller asked. */
export function fileNotFound(path: string): SharePointError {
  return sharePointError('fileNotFound', 404, -2130575338, clr.sharePoint, `The file ${path} does not exist.`);
}

/** [R] */
export function folderNotFound(): SharePointError {
  return sharePointError('folderNotFound', 404, -2147024894, 'System.IO.FileNotFoundException', 'File Not Found.');
}

/** [I] A path segment that names nothing: `what` is the segment as written. */
export function resourceNotFound(what: string): SharePointError {
  return sharePointError('resourceNotFound', 404, -1, clr.resource, `Cannot find resource for the request ${what}.`);
}

/** [I] An id that names nothing (view, field, role assignment ...). */
export function objectNotFound(): SharePointError {
  return sharePointError('objectNotFound', 404, -1, clr.resource, `Exception of type '${clr.resource}' was thrown.`);
}

/** [R] */
export function pathOutsideWeb(): SharePointError {
  return sharePointError('pathOutsideWeb', 400, -2147024809, clr.argument, 'Server relative urls must start with SPWeb.ServerRelativeUrl');
}

/** [R] `ensureuser`; the text repeats what the caller sent. */
export function userNotResolvable(login: string): SharePointError {
  return sharePointError('userNotResolvable', 400, -2146232832, clr.sharePoint, `The specified user ${login} could not be found.`);
}

/** [R] A site user that does not exist: 500, not 404. */
export function userNotFound(): SharePointError {
  return sharePointError('userNotFound', 500, -2146232832, clr.sharePoint, 'User cannot be found.');
}

/** [K] A site group that does not exist, by analogy with users. */
export function groupNotFound(): SharePointError {
  return sharePointError('groupNotFound', 404, -2146232832, clr.sharePoint, 'Group cannot be found.');
}

/** [K] */
export function duplicateGroup(): SharePointError {
  return sharePointError(
    'duplicateGroup',
    500,
    -2130575293,
    clr.sharePoint,
    'The specified name is already in use. Please try again with a new name.',
  );
}

/** [R] The two blanks are SharePoint's. */
export function duplicateListTitle(): SharePointError {
  return sharePointError(
    'duplicateListTitle',
    500,
    -2130575342,
    clr.sharePoint,
    'A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.',
  );
}

/** [K] */
export function duplicateField(name: string): SharePointError {
  return sharePointError('duplicateField', 400, -2130575214, clr.sharePoint, `A duplicate field name "${name}" was found.`);
}

/** [I] In `$filter`, `$select`, and [M] `fields/getbyinternalnameortitle`. */
export function unknownColumn(name: string): SharePointError {
  return sharePointError(
    'unknownColumn',
    400,
    -2147024809,
    clr.argument,
    `Column '${name}' does not exist. It may have been deleted by another user.`,
  );
}

/** [I] */
export function unknownProperty(name: string, type: string): SharePointError {
  return sharePointError(
    'unknownProperty',
    400,
    -1,
    clr.query,
    `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`,
  );
}

/** [I] A lookup or person selected without `$expand` (the grammar is SharePoint's). */
export function notExpanded(name: string): SharePointError {
  return sharePointError(
    'notExpanded',
    400,
    -1,
    clr.sharePoint,
    `The query to field '${name}' is not valid. The $select query string must specify the target fields and the $expand query string must contains ${name}.`,
  );
}

/** [I][M] `type` as in TypeAsString: Note, Calculated. */
export function notFilterable(name: string, type: string): SharePointError {
  return sharePointError(
    'notFilterable',
    400,
    -1,
    clr.sharePoint,
    `The field '${name}' of type '${type}' cannot be used in the query filter expression.`,
  );
}

/** [I] `expression` as the caller wrote it. */
export function invalidExpression(expression: string): SharePointError {
  return sharePointError('invalidExpression', 400, -1, clr.query, `The expression "${expression}" is not valid.`);
}

/** [I] A missing or unreadable query option or call argument. */
export function invalidQueryString(name: string): SharePointError {
  return sharePointError('invalidQueryString', 400, -1, clr.query, `The query string "${name}" is missing or invalid.`);
}

/** [K] A body that is not the JSON SharePoint expects. */
export function invalidBody(reason: string): SharePointError {
  return sharePointError('invalidBody', 400, -1, clr.query, reason);
}

/** [I] A verbose body without `__metadata.type`. */
export function missingTypeName(): SharePointError {
  return sharePointError(
    'missingTypeName',
    400,
    -1,
    clr.query,
    'An entry without a type name was found, but no expected type was specified. To allow entries without type information, the expected type must also be specified when the model is specified.',
  );
}

/** [K] CAML that cannot be run. */
export function invalidCaml(): SharePointError {
  return sharePointError(
    'invalidCaml',
    400,
    -2130575340,
    clr.sharePoint,
    'One or more field types are not installed properly. Go to the list settings page to delete these fields.',
  );
}

/** [K] XML that cannot be read. */
export function invalidXml(): SharePointError {
  return sharePointError('invalidXml', 400, -2147024809, clr.argument, 'Cannot complete this action. The view or query XML is not valid.');
}

/** [K] A value that the column's type refuses; a batch of updates must say which column. */
export function invalidFieldValue(name: string): SharePointError {
  return sharePointError('invalidFieldValue', 400, -2147024809, clr.argument, `The value given for column '${name}' is not valid.`);
}

/** [I] `given` is the If-Match header (empty when absent), `current` the object's ETag. */
export function etagMismatch(given: string, current: string): SharePointError {
  return sharePointError(
    'etagMismatch',
    412,
    -1,
    clr.service,
    `The request ETag value '${given}' does not match the object's ETag value '${current}'.`,
  );
}

/** [I] */
export function accessDenied(): SharePointError {
  return sharePointError(
    'accessDenied',
    403,
    -2147024891,
    clr.unauthorized,
    'Access denied. You do not have permission to perform this action or access this resource.',
  );
}

/** [I] The caller may not enter the web at all. */
export function unauthorizedOperation(): SharePointError {
  return sharePointError('unauthorizedOperation', 403, -2147024891, clr.unauthorized, 'Attempted to perform an unauthorized operation.');
}

const formDigestText =
  "The security validation for this page is invalid and might be corrupted. Please use your web browser's Back button to try your operation again.";

/** [D] MS-CSOMSPT 2.2.1. */
export function digestWrong(): SharePointError {
  return sharePointError('digestWrong', 403, -2130575251, clr.sharePoint, formDigestText);
}

/** [T] */
export function digestExpired(): SharePointError {
  return sharePointError('digestExpired', 403, -2130575252, clr.sharePoint, formDigestText);
}

/** [D] MS-CSOMSPT lists the number; the text is [K]. */
export function digestMissing(): SharePointError {
  return sharePointError('digestMissing', 403, -2146232832, clr.sharePoint, formDigestText);
}

/** [M] */
export function listViewThreshold(): SharePointError {
  return sharePointError(
    'listViewThreshold',
    500,
    -2147024860,
    clr.throttled,
    'The attempted operation is prohibited because it exceeds the list view threshold.',
  );
}

/** [I] More than 12 joined lookup or person columns. */
export function lookupThreshold(): SharePointError {
  return sharePointError(
    'lookupThreshold',
    500,
    -2147024749,
    clr.throttled,
    'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.',
  );
}

/** Status [I], number and text [K]. */
export function duplicateValue(): SharePointError {
  return sharePointError(
    'duplicateValue',
    400,
    -2130575169,
    'Microsoft.SharePoint.SPDuplicateValuesFoundException',
    'The list item could not be added or updated because duplicate values were found in the following field(s) in the list.',
  );
}

/** [I] Deliberately without who changed it and when: a name is nobody else's business here. */
export function fileExists(name: string): SharePointError {
  return sharePointError('fileExists', 400, -2130575257, clr.sharePoint, `A file with the name ${name} already exists.`);
}

/** [K] A file that somebody else has checked out. Without who: see fileExists. */
export function checkedOut(name: string): SharePointError {
  return sharePointError(
    'checkedOut',
    423,
    -2130575306,
    'Microsoft.SharePoint.SPFileCheckOutException',
    `The file ${name} is checked out for editing by another user.`,
  );
}

/** [D] 429 (the caller's quota) or 503 (the service); the caller adds `Retry-After`. */
export function throttled(status: 429 | 503 = 429): SharePointError {
  return sharePointError(
    'throttled',
    status,
    -2147429894,
    'Microsoft.SharePoint.Client.ClientRequestThrottledException',
    'The request has been throttled.',
  );
}

/** [K] An `Accept` the local site does not write. */
export function notAcceptable(accept: string): SharePointError {
  return sharePointError('notAcceptable', 406, -1, clr.query, `The local site answers in JSON, not in '${accept}'.`);
}

/** [K] `webs/add` at an address that is there; `url` is server-relative. */
export function webAddressTaken(url: string): SharePointError {
  return sharePointError('webAddressTaken', 500, -2147024713, clr.sharePoint, `The Web site address "${url}" is already in use.`);
}

/** [K] What SharePoint says when something in it breaks; the local site's own faults look the same, without a stack. */
export function unknownError(): SharePointError {
  return sharePointError('unknownError', 500, -1, 'Microsoft.SharePoint.Client.UnknownError', 'Unknown Error');
}

/** The local site's own: SharePoint knows this, the local site does not. Never silence. */
export function notImplemented(what: string): SharePointError {
  return sharePointError('notImplemented', 501, -1, 'System.NotImplementedException', `The local site does not implement ${what}.`);
}
