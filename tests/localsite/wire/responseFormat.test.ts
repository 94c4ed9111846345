import { chooseResponseFormat, contentType } from '../../../localsite/wire/responseFormat';
import { SharePointError } from '../../../localsite/wire/sharePointError';

const typeFor = (accept: string, version?: string): string =>
  contentType(chooseResponseFormat(new Headers({ accept, ...(version === undefined ? {} : { 'odata-version': version }) })));

test.each([
  ['application/json', 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8'], // [C]
  ['application/json;odata=minimalmetadata', 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8'],
  ['application/json;odata=nometadata', 'application/json;odata=nometadata;streaming=true;charset=utf-8'], // [R]
  ['application/json; charset=utf-8; odata=NoMetadata', 'application/json;odata=nometadata;streaming=true;charset=utf-8'],
  ['application/json;odata=verbose', 'application/json;odata=verbose;charset=utf-8'], // [R]
  ['application/json;odata=nometadata, text/plain', 'application/json;odata=nometadata;streaming=true;charset=utf-8'],
])('Accept %s', (accept, expected) => {
  expect(typeFor(accept)).toBe(expected);
});

test('OData 4 is chosen by its header', () => {
  // [I] SPHttpClient
  expect(chooseResponseFormat(new Headers({ accept: 'application/json', 'odata-version': '4.0' }))).toEqual({
    metadata: 'minimal',
    version: 4,
  });
  expect(chooseResponseFormat(new Headers({ accept: 'application/json', 'odata-version': '' }))).toEqual({
    metadata: 'minimal',
    version: 3,
  });
  expect(chooseResponseFormat(new Headers({ accept: 'application/json', 'odata-version': '3.0' }))).toEqual({
    metadata: 'minimal',
    version: 3,
  });
});

test.each(['', '*/*', 'application/atom+xml', 'application/json;odata=fullmetadata'])(
  'Accept "%s" is refused rather than answered wrongly',
  (accept) => {
    expect(() => typeFor(accept)).toThrow(SharePointError);
  },
);
