import fc from 'fast-check';
import { parseBatch } from '../../../localsite/batch/request';
import type { BatchOperation } from '../../../localsite/batch/request';

const type = 'multipart/mixed; boundary=batch_1';
const flat = (operations: readonly BatchOperation[]): unknown[] =>
  operations.map(({ method, url, headers, body }) => ({ method, url, headers: Object.fromEntries(headers.entries()), body }));

/** As PnPjs 4 writes it: LF only, a changeset around the writes. */
const fromPnpjs = [
  '--batch_1',
  'Content-Type: application/http',
  'Content-Transfer-Encoding: binary',
  '',
  'GET https://h/sites/x/_api/web?$select=Title HTTP/1.1',
  'accept: application/json',
  '',
  '--batch_1',
  'Content-Type: multipart/mixed; boundary="changeset_2"',
  '',
  '--changeset_2',
  'Content-Type: application/http',
  'Content-Transfer-Encoding: binary',
  '',
  "POST https://h/sites/x/_api/web/lists/getByTitle('A list')/items HTTP/1.1",
  'accept: application/json',
  'content-type: application/json;charset=utf-8',
  '',
  '{"Title":"a"}',
  '',
  '--changeset_2',
  'Content-Type: application/http',
  'Content-Transfer-Encoding: binary',
  '',
  'DELETE https://h/sites/x/_api/web/lists HTTP/1.1',
  'if-match: *',
  '',
  '--changeset_2--',
  '',
  '--batch_1--',
  '',
];

const expected = [
  { method: 'GET', url: 'https://h/sites/x/_api/web?$select=Title', headers: { accept: 'application/json' }, body: '' },
  {
    method: 'POST',
    url: "https://h/sites/x/_api/web/lists/getByTitle('A list')/items",
    headers: { accept: 'application/json', 'content-type': 'application/json;charset=utf-8' },
    body: '{"Title":"a"}',
  },
  { method: 'DELETE', url: 'https://h/sites/x/_api/web/lists', headers: { 'if-match': '*' }, body: '' },
];

describe('a batch request', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('with %s line ends is read, changesets flattened, in order', (_, lineEnd) => {
    // [C] docs/sharepoint-facts.md, A11
    expect(flat(parseBatch(type, fromPnpjs.join(lineEnd)))).toEqual(expected);
  });

  test('of more than a hundred operations is refused', () => {
    // [I] docs/sharepoint-facts.md, A11
    const operation = ['--batch_1', 'Content-Type: application/http', '', 'GET https://h/_api/web HTTP/1.1', ''];
    const batchOf = (count: number): string => [...Array.from({ length: count }, () => operation).flat(), '--batch_1--', ''].join('\n');
    expect(parseBatch(type, batchOf(100))).toHaveLength(100);
    expect(() => parseBatch(type, batchOf(101))).toThrow(expect.objectContaining({ kind: 'batchTooLong', status: 400 }));
  });

  test('of more than one mebibyte is refused, counted in bytes', () => {
    // [I] docs/sharepoint-facts.md, A4
    expect(() => parseBatch(type, '£'.repeat(600_000))).toThrow(expect.objectContaining({ kind: 'batchTooLarge', status: 400 }));
  });

  test.each([
    ['no boundary', 'application/json', '--batch_1--'],
    ['no end', type, '--batch_1\nContent-Type: application/http\n\nGET https://h HTTP/1.1\n'],
    ['no request line', type, '--batch_1\nContent-Type: application/http\n\n{}\n--batch_1--\n'],
    ['a part of another type', type, '--batch_1\nContent-Type: text/plain\n\nGET https://h HTTP/1.1\n--batch_1--\n'],
    ['a header that is none', type, '--batch_1\nContent-Type: application/http\n\nGET https://h HTTP/1.1\nnonsense\n\n--batch_1--\n'],
  ])('with %s is refused', (_, contentType, body) => {
    expect(() => parseBatch(contentType, body)).toThrow(expect.objectContaining({ kind: 'batchMalformed', status: 400 }));
  });

  test('keeps every body as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.json(), { minLength: 1, maxLength: 5 }), (bodies) => {
        const parts = bodies.flatMap((body) => [
          '--batch_1',
          'Content-Type: application/http',
          '',
          'POST https://h/_api/x HTTP/1.1',
          'accept: application/json',
          '',
          body,
          '',
        ]);
        expect(parseBatch(type, [...parts, '--batch_1--', ''].join('\n')).map((operation) => operation.body)).toEqual(bodies);
      }),
    );
  });
});
