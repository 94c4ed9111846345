/** Where a page ends: the id and, when ordered, the ordering values of its last row. */
export interface PageToken {
  readonly lastId: number;
  /** Internal name to stored value, in order of the ordering. */
  readonly orderValues: readonly { readonly field: string; readonly value: string }[];
}

/** `Paged=TRUE&p_Title=a&p_ID=5`, as in `$skiptoken` and `NextHref`. */
export function writePageToken(token: PageToken): string {
  throw new Error('not written yet');
}

/** Reads a token, a leading `?` allowed. Throws SharePointError (400) when there is no usable `p_ID`. */
export function readPageToken(text: string): PageToken {
  throw new Error('not written yet');
}

/** The `odata.nextLink` of a request: the same URL with another `$skiptoken`, spelled as SharePoint does. */
export function nextLink(requestUrl: string, token: PageToken): string {
  throw new Error('not written yet');
}

/** `?Paged=TRUE&p_ID=20&PageFirstRow=21&View=…`, the `NextHref` of RenderListDataAsStream. */
export function nextHref(token: PageToken, pageFirstRow: number, viewId?: string): string {
  throw new Error('not written yet');
}
