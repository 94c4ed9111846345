import { writeBatch } from '../../../localsite/batch/response';

test('a batch answer is flat, with CRLF, and an empty line after the end', () => {
  // [R][C] docs/sharepoint-facts.md, A11
  const { body, contentType } = writeBatch(
    [
      { status: 201, headers: new Headers({ location: 'https://h/a', etag: '"1"', 'content-type': 'application/json' }), body: '{"Id":1}' },
      { status: 204, headers: new Headers({ etag: '"2"' }), body: '' },
    ],
    'a-guid',
  );
  expect(contentType).toBe('multipart/mixed; boundary=batchresponse_a-guid');
  expect(body).toBe(
    [
      '--batchresponse_a-guid',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      'HTTP/1.1 201 Created',
      'CONTENT-TYPE: application/json',
      'ETAG: "1"',
      'LOCATION: https://h/a',
      '',
      '{"Id":1}',
      '--batchresponse_a-guid',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      'HTTP/1.1 204 No Content',
      'ETAG: "2"',
      '',
      '',
      '--batchresponse_a-guid--',
      '',
    ].join('\r\n'),
  );
});
