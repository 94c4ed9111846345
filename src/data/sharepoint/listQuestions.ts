import { listUrl } from '../../lists';
import type { ListDefinition } from '../../lists/definition';
import { asDataError } from '../errors';
import type { GatheredReads } from './gatheredReads';
import type { Filter } from './odata';

export interface Question {
  readonly columns: readonly string[];
  readonly filter?: Filter | undefined;
  readonly orderBy?: { readonly column: string; readonly ascending: boolean } | undefined;
  readonly most: number;
}

/** Asks a list for rows. They are unknown until rows.ts has parsed them. */
export type AskList = (list: ListDefinition, question: Question) => Promise<unknown>;

export function askListsOf(siteUrl: string, read: GatheredReads): AskList {
  return (list, { columns, filter, orderBy, most }) => read(async (sp) => {
    const items = sp.web.getList(listUrl(siteUrl, list)).items.select(...columns).top(most);
    const filtered = filter ? items.filter(filter.text) : items;
    return (orderBy ? filtered.orderBy(orderBy.column, orderBy.ascending) : filtered)();
  });
}

/**
 * Asks a list that only some people may see. SharePoint answers 404 or 403 for a list in which nothing is shared with
 * the reader (sharepoint-platform.md, A4): to them it holds no rows.
 */
export async function askClosedList(ask: AskList, list: ListDefinition, question: Question): Promise<unknown> {
  try {
    return await ask(list, question);
  } catch (thrown) {
    const error = asDataError(thrown);
    if (error.kind === 'notSetUp' || error.kind === 'noAccess') return [];
    throw error;
  }
}
