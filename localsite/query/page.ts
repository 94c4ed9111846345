import { invalidQueryString } from '../wire/errors';

/** Where a page ends: the id and, when ordered, the ordering values of its last row. */
export interface PageToken {
  readonly lastId: number;
  /** Internal name to stored value, in order of the ordering. */
  readonly orderValues: readonly { readonly field: string; readonly value: string }[];
}

/** `Paged=TRUE&p_Title=a&p_ID=5`, as in `$skiptoken` and `NextHref`. */
export function writePageToken(token: PageToken): string {
  const values = token.orderValues
    .filter(({ field }) => field.toLowerCase() !== 'id')
    .map(({ field, value }) => `&p_${encode(field)}=${encode(value)}`);
  return `Paged=TRUE${values.join('')}&p_ID=${token.lastId}`;
}

/** Reads a token, a leading `?` allowed. Throws SharePointError (400) when there is no usable `p_ID`. */
export function readPageToken(text: string): PageToken {
  const parameters = new URLSearchParams(text.replace(/^\?/, ''));
  const lastId = parameters.get('p_ID') ?? '';
  if (!/^\d{1,10}$/.test(lastId)) throw invalidQueryString('$skiptoken');
  const orderValues = [...parameters]
    // Libraries add how folders sort; it is no column.
    .filter(([name]) => name.startsWith('p_') && name !== 'p_ID' && name !== 'p_SortBehavior')
    .map(([name, value]) => ({ field: name.slice(2), value }));
  return { lastId: Number(lastId), orderValues };
}

/**
 * The `odata.nextLink` of a request: the same URL with another `$skiptoken`, spelled as recorded: the token first, the
 * other options after it, `$skip` gone, `$` and quotes percent-encoded with lower-case hexadecimal digits.
 */
export function nextLink(requestUrl: string, token: PageToken): string {
  const url = new URL(requestUrl);
  const others = [...url.searchParams].filter(([name]) => !['$skiptoken', '$skip'].includes(name.toLowerCase()));
  const query = [['$skiptoken', writePageToken(token)] as const, ...others].map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return `${url.origin}${url.pathname.replace(/'/g, '%27')}?${query.join('&')}`;
}

/** `?Paged=TRUE&p_ID=20&PageFirstRow=21&View=…`, the `NextHref` of RenderListDataAsStream. */
export function nextHref(token: PageToken, pageFirstRow: number, viewId = '00000000-0000-0000-0000-000000000000'): string {
  return `?${writePageToken(token)}&PageFirstRow=${pageFirstRow}&View=${viewId}`;
}

/** As .NET writes it: `%3d`, `%26`, a blank as `+`, a quote as `%27`. */
function encode(text: string): string {
  return encodeURIComponent(text)
    .replace(/'/g, '%27')
    .replace(/%20/g, '+')
    .replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
}
