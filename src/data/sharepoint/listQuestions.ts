import { listUrl } from '../../lists';
import type { ListDefinition } from '../../lists/define';
import { sharePointError } from './client';
import type { GatheredReads, Read } from './gatheredReads';
import type { Filter } from './odata';

export interface Question {
  readonly columns: readonly string[];
  readonly filter?: Filter | undefined;
  readonly orderBy?: { readonly column: string; readonly ascending: boolean } | undefined;
  readonly most: number;
}

/** Asks a list for rows. They are unknown until rows.ts has parsed them. */
export interface AskLists {
  /** A list that everybody on the site reads. */
  shared(list: ListDefinition, question: Question): Promise<unknown>;
  /**
   * A list that only some people may see. SharePoint answers 404 or 403 for a list in which nothing is shared with the
   * reader (sharepoint-platform.md, A4): to them it holds no rows. A refusal of the whole batch stays one.
   */
  closed(list: ListDefinition, question: Question): Promise<unknown>;
}

export function askListsOf(siteUrl: string, read: GatheredReads): AskLists {
  return {
    shared: (list, question) => read(rowsOf(siteUrl, list, question)),
    closed: (list, question) => read(orNone(rowsOf(siteUrl, list, question))),
  };
}

function rowsOf(siteUrl: string, list: ListDefinition, { columns, filter, orderBy, most }: Question): Read<unknown> {
  return (sp) => {
    const items = sp.web
      .getList(listUrl(siteUrl, list))
      .items.select(...columns)
      .top(most);
    const filtered = filter ? items.filter(filter.text) : items;
    return (orderBy ? filtered.orderBy(orderBy.column, orderBy.ascending) : filtered)();
  };
}

function orNone(read: Read<unknown>): Read<unknown> {
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
