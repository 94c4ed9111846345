import type { IListItemFormUpdateValue } from '@pnp/sp/lists';
import * as v from 'valibot';
import type { Operation } from './batch';
import type { Site } from './connection';
import { siteErrorOfCode } from './siteError';
import { unlessMissing, whereThere } from './missing';

const pageSize = 2000;

/** Every row and folder of a list, page by page. Columns as $select takes them. onPage is told how many have come. */
export async function readAllItems(
  site: Site,
  address: string,
  columns: readonly string[],
  onPage: (items: number) => void = () => undefined,
): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const page of site.web
    .getList(address)
    .items.select(...columns)
    .top(pageSize)) {
    all.push(...v.parse(v.array(v.unknown()), page));
    onPage(all.length);
  }
  return all;
}

export type Fields = Readonly<Record<string, unknown>>;

const created = v.object({ Id: v.number() });

/** Adds a row to the list's root. Answers its id. */
export function addItem(address: string, fields: Fields): Operation<number> {
  return {
    get bytes() {
      return bytesOf(fields);
    },
    run: async (web) => v.parse(created, await web.getList(address).items.add(fields)).Id,
  };
}

/** Adds a row inside a folder of the list. Answers its id; throws SiteError where SharePoint created nothing. */
export function addItemInFolder(address: string, folder: string, fields: Readonly<Record<string, string>>): Operation<number> {
  return {
    get bytes() {
      return bytesOf(fields) * 2;
    },
    run: async (web) => createdId(await web.getList(address).addValidateUpdateItemUsingPath(formValues(fields), `${address}/${folder}`)),
  };
}

/** How many rows and folders a list has, whether we may see them or not: SharePoint does not trim ItemCount. */
export async function countItems(site: Site, address: string): Promise<number> {
  return v.parse(v.object({ ItemCount: v.number() }), await site.web.getList(address).select('ItemCount')()).ItemCount;
}

/** Adds a folder; parent is '' for the list's root. Answers the id of the folder's item. */
export function addFolder(address: string, parent: string, name: string): Operation<number> {
  const values = formValues({ Title: name, FileLeafRef: name, ContentTypeId: '0x0120' });
  const where = parent === '' ? address : `${address}/${parent}`;
  return {
    run: async (web) =>
      createdId(
        await web.getList(address).addValidateUpdateItemUsingPath(values, where, false, undefined, { leafName: name, objectType: 1 }),
      ),
  };
}

export function updateItem(address: string, id: number, fields: Fields): Operation<unknown> {
  return {
    get bytes() {
      return bytesOf(fields);
    },
    run: (web) => web.getList(address).items.getById(id).update(fields),
  };
}

/** Moves a row, or a folder with everything in it, to the recycle bin: a mistake of an export can be taken back. */
export function recycleItem(address: string, id: number): Operation<unknown> {
  return { run: (web) => unlessMissing(web.getList(address).items.getById(id).recycle()) };
}

/** Whether a row or folder is there, as far as we may see. */
export function isItemThere(address: string, id: number): Operation<boolean> {
  return {
    run: (web) =>
      whereThere(
        web
          .getList(address)
          .items.getById(id)
          .select('Id')()
          .then(() => true),
        false,
      ),
  };
}

const hashRow = v.object({ ContentHash: v.nullish(v.string()) });

/** Whether a row is there and holds other content than this. */
export function holdsOther(address: string, id: number, hash: string): Operation<boolean> {
  return {
    run: (web) =>
      whereThere(
        web
          .getList(address)
          .items.getById(id)
          .select('ContentHash')()
          .then((row) => v.parse(hashRow, row).ContentHash !== hash),
        false,
      ),
  };
}

const formRows = v.array(
  v.object({ FieldName: v.string(), FieldValue: v.nullable(v.string()), HasException: v.boolean(), ErrorCode: v.number() }),
);

/** SharePoint answers 200 even where it created nothing: every row of the answer has to be looked at (docs/sharepoint-facts.md, A8). */
function createdId(answer: unknown): number {
  const rows = v.parse(formRows, answer);
  const failed = rows.find((row) => row.HasException);
  const id = Number(rows.find((row) => row.FieldName === 'Id')?.FieldValue ?? 0);
  if (failed || id === 0) throw siteErrorOfCode(failed?.ErrorCode);
  return id;
}

function formValues(fields: Readonly<Record<string, string>>): IListItemFormUpdateValue[] {
  return Object.entries(fields).map(([FieldName, FieldValue]) => ({ FieldName, FieldValue }));
}

function bytesOf(fields: Fields): number {
  return Buffer.byteLength(JSON.stringify(fields));
}
