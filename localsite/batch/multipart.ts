import { batchMalformed } from './errors';

/** One part between two boundaries. */
export interface MimePart {
  readonly headers: Headers;
  readonly body: string;
}

/** The boundary of a `multipart/mixed` Content-Type, quoted or not; undefined for another type. */
export function boundaryOf(contentType: string | null): string | undefined {
  const found = /^\s*multipart\/mixed\s*;.*?\bboundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(contentType ?? '');
  return found?.[1] ?? found?.[2];
}

/** The parts between the lines `--boundary`, up to `--boundary--`. Throws SharePointError (400) when that is missing. */
export function splitParts(body: string, boundary: string): readonly MimePart[] {
  const parts: string[][] = [];
  let isClosed = false;
  for (const line of body.split('\n')) {
    const bare = line.trimEnd();
    if (bare === `--${boundary}--`) {
      isClosed = true;
      break;
    }
    if (bare === `--${boundary}`) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  if (!isClosed) throw batchMalformed('The batch request ends without its closing boundary.');
  return parts.map(readPart);
}

function readPart(lines: readonly string[]): MimePart {
  const blank = lines.findIndex((line) => line.trim() === '');
  if (blank < 0) throw batchMalformed('A part of the batch request has no blank line after its headers.');
  return { headers: readHeaders(lines.slice(0, blank)), body: lines.slice(blank + 1).join('\n') };
}

/** `Name: value` lines. Throws SharePointError (400) for a line or a name that is none. */
export function readHeaders(lines: readonly string[]): Headers {
  const headers = new Headers();
  for (const line of lines) {
    const found = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+)\s*:(.*)$/.exec(line.trimEnd());
    if (found?.[1] === undefined || found[2] === undefined) throw batchMalformed('A header in the batch request cannot be read.');
    headers.append(found[1], found[2].replace(/[^\t\x20-\xff]/g, '').trim());
  }
  return headers;
}
