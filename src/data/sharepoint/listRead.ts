import { listUrl } from '../../lists';
import type { RowShape } from '../../lists/row';
import type { RowQuery } from '../connection';
import type { Read } from './batchedReads';
import { sharePointError } from './client';
import { odataFilter } from './odata';

/** Rows of a list, as SharePoint answers them. */
export function rowsOf(siteUrl: string, { list, columns }: RowShape<unknown>, { filter, orderBy, limit }: RowQuery): Read<unknown> {
  return (sp) => {
    const items = sp.web
      .getList(listUrl(siteUrl, list))
      .items.select(...columns)
      .top(limit);
    const filtered = filter ? items.filter(odataFilter(filter)) : items;
    return (orderBy ? filtered.orderBy(orderBy.column, orderBy.ascending) : filtered)();
  };
}

/**
 * SharePoint answers 404 or 403 for a list in which nothing is shared with the reader (docs/sharepoint-facts.md, A4): to them it holds
 * no rows. A refusal of the whole batch stays one.
 */
export function emptyWhereRefused(read: Read<unknown>): Read<unknown> {
  return async (sp) => {
    try {
      return await read(sp);
    } catch (thrown) {
      const { kind } = sharePointError(thrown);
      if (kind === 'notSetUp' || kind === 'noAccess') return [];
      throw thrown;
    }
  };
}
