import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Encoding = 'br' | 'gzip';

const smallestWorthwhile = 1_000;
const compressible = /^(text\/|application\/json|image\/svg)/;

/** Some seven eighths of what the best level saves, in a tenth of its time. */
const brotliLevel = 9;

/** What was compressed, by a name that changes with the content. */
const kept = new Map<string, Promise<Buffer>>();

/** Several times the files of a page; what is rebuilt while the site runs pushes out the oldest. */
const mostKept = 500;

/**
 * The answer in the best form that the browser takes, as SharePoint's CDN sends its files: Brotli, else gzip, else as it is. Each file is
 * compressed once, however often it is asked for.
 *
 * @param version names the content: the same name is the same bytes
 */
export async function compressed(
  request: Request,
  content: Buffer,
  version: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const isWorthwhile = content.length >= smallestWorthwhile && compressible.test(headers['content-type'] ?? '');
  if (!isWorthwhile) return new Response(new Uint8Array(content), { headers });
  const varied = { ...headers, vary: 'Accept-Encoding' };
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
  if (!encoding) return new Response(new Uint8Array(content), { headers: varied });
  const key = `${encoding} ${version}`;
  const made = kept.get(key) ?? keep(key, compress(content, encoding));
  return new Response(new Uint8Array(await made), { headers: { ...varied, 'content-encoding': encoding } });
}

/** `gzip, deflate, br;q=0.5`: what is named, unless its quality is 0. Brotli is the smaller. */
function encodingFor(accepted: string): Encoding | undefined {
  const taken = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((encoding) => taken.includes(encoding));
}

function keep(key: string, made: Promise<Buffer>): Promise<Buffer> {
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return made;
}

function compress(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(content);
  return promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: brotliLevel, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
}
