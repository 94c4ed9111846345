import { HttpRequestError } from '@pnp/queryable';
import { errorFormat, renderError } from '../../../localsite/wire/errorBody';
import type { SharePointError } from '../../../localsite/wire/sharePointError';
import * as errors from '../../../localsite/wire/errors';

const nometadata = { metadata: 'none', version: 3 } as const;

// [R], [I], [M] docs/sharepoint-facts.md, A4: status and code
test.each<[SharePointError, number, string]>([
  [errors.listNotFoundByTitle('X', 'https://h/sites/x'), 404, '-1, System.ArgumentException'],
  [errors.itemNotFound(), 404, '-2130575338, System.ArgumentException'],
  [errors.fileNotFound('/sites/x/a.txt'), 404, '-2130575338, Microsoft.SharePoint.SPException'],
  [errors.folderNotFound(), 404, '-2147024894, System.IO.FileNotFoundException'],
  [errors.resourceNotFound('web/nothing'), 404, '-1, Microsoft.SharePoint.Client.ResourceNotFoundException'],
  [errors.pathOutsideWeb(), 400, '-2147024809, System.ArgumentException'],
  [errors.userNotResolvable('x'), 400, '-2146232832, Microsoft.SharePoint.SPException'],
  [errors.userNotFound(), 500, '-2146232832, Microsoft.SharePoint.SPException'],
  [errors.duplicateListTitle(), 500, '-2130575342, Microsoft.SharePoint.SPException'],
  [errors.unknownColumn('X'), 400, '-2147024809, System.ArgumentException'],
  [errors.unknownProperty('X', 'SP.Data.YListItem'), 400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException'],
  [errors.notExpanded('X'), 400, '-1, Microsoft.SharePoint.SPException'],
  [errors.notFilterable('X', 'Note'), 400, '-1, Microsoft.SharePoint.SPException'],
  [errors.etagMismatch('"8"', '"68be87d5,9"'), 412, '-1, Microsoft.SharePoint.Client.ClientServiceException'],
  [errors.accessDenied(), 403, '-2147024891, System.UnauthorizedAccessException'],
  [errors.listViewThreshold(), 500, '-2147024860, Microsoft.SharePoint.SPQueryThrottledException'],
  [errors.lookupThreshold(), 500, '-2147024749, Microsoft.SharePoint.SPQueryThrottledException'],
  [errors.duplicateValue(), 400, '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException'],
  [errors.fileExists('a.txt'), 400, '-2130575257, Microsoft.SharePoint.SPException'],
  [errors.digestWrong(), 403, '-2130575251, Microsoft.SharePoint.SPException'],
  [errors.digestExpired(), 403, '-2130575252, Microsoft.SharePoint.SPException'],
  [errors.digestMissing(), 403, '-2146232832, Microsoft.SharePoint.SPException'],
])('%s', (error, status, code) => {
  expect([error.status, error.code]).toEqual([status, code]);
});

test('the envelope differs by response format', () => {
  // [R] docs/sharepoint-facts.md, A4, [I] sp-dev-docs 4392 for version 4
  const error = errors.itemNotFound();
  const message = { lang: 'en-US', value: 'Item does not exist. It may have been deleted by another user.' };
  expect(JSON.parse(renderError(error, nometadata).body)).toEqual({ 'odata.error': { code: error.code, message } });
  expect(JSON.parse(renderError(error, { metadata: 'verbose', version: 3 }).body)).toEqual({ error: { code: error.code, message } });
  expect(JSON.parse(renderError(error, { metadata: 'minimal', version: 4 }).body)).toEqual({
    error: { code: error.code, message: message.value },
  });
});

test('whoever asks for no JSON gets XML, escaped', () => {
  // docs/sharepoint-facts.md, A2
  const format = errorFormat(new Headers({ accept: 'application/atom+xml' }));
  const { body, contentType } = renderError(errors.invalidExpression('a < b & c'), format);
  expect(contentType).toMatch(/xml/);
  expect(body).toContain('<m:code>-1, Microsoft.SharePoint.Client.InvalidClientQueryException</m:code>');
  expect(body).toContain('a &lt; b &amp; c');
});

test('what the local site does not know it names, with 501', () => {
  expect(errors.notImplemented('web/navigation')).toMatchObject({ status: 501, message: expect.stringContaining('web/navigation') });
});

test('PnPjs shows the status and the body of a refusal', async () => {
  // [C] docs/sharepoint-facts.md, A4
  const error = errors.itemNotFound();
  const { body, contentType } = renderError(error, nometadata);
  const shown = await HttpRequestError.init(
    new Response(body, { status: error.status, statusText: 'Not Found', headers: { 'content-type': contentType } }),
  );
  expect(shown.message).toContain('[404] Not Found ::> {"odata.error":{"code":"-2130575338, System.ArgumentException"');
});
