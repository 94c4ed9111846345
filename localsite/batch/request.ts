import { batchMalformed, batchTooLarge, batchTooLong } from './errors';
import { boundaryOf, readHeaders, splitParts } from './multipart';
import type { MimePart } from './multipart';

/** One operation of a batch, as written by the client. */
export interface BatchOperation {
  readonly method: string;
  /** Absolute, or as written when relative. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

const maximumOperations = 100;
const maximumBytes = 1_048_576;

/**
 * Splits a `multipart/mixed` body into its operations, changesets flattened, in order. LF and CRLF.
 * Throws SharePointError (400) over 100 operations or 1 MiB, or for what cannot be read.
 */
export function parseBatch(contentType: string | null, body: string): readonly BatchOperation[] {
  if (Buffer.byteLength(body, 'utf8') > maximumBytes) throw batchTooLarge();
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) throw batchMalformed('The batch request has no boundary.');
  const operations = splitParts(body, boundary).flatMap(readPart);
  if (operations.length > maximumOperations) throw batchTooLong();
  return operations;
}

function readPart(part: MimePart): readonly BatchOperation[] {
  const changeset = boundaryOf(part.headers.get('content-type'));
  if (changeset === undefined) return [readOperation(part)];
  return splitParts(part.body, changeset).map(readOperation);
}

/** Request line, headers, blank line, body. */
function readOperation(part: MimePart): BatchOperation {
  if (!/^application\/http\b/i.test(part.headers.get('content-type') ?? '')) {
    throw batchMalformed('A part of the batch request is not of the type application/http.');
  }
  const lines = part.body.replace(/^(?:\r?\n)+/, '').split('\n');
  const request = /^([A-Za-z]+) (\S.*?) HTTP\/\d(?:\.\d)?\s*$/.exec(lines[0] ?? '');
  if (request?.[1] === undefined || request[2] === undefined) throw batchMalformed('A part of the batch request has no request line.');
  const blank = lines.findIndex((line, index) => index > 0 && line.trim() === '');
  const headerLines = lines.slice(1, blank < 0 ? undefined : blank);
  return {
    method: request[1].toUpperCase(),
    url: request[2],
    headers: readHeaders(headerLines),
    body:
      blank < 0
        ? ''
        : lines
            .slice(blank + 1)
            .join('\n')
            .replace(/[\r\n]+$/, ''),
  };
}
