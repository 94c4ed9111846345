import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const Row = v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]));
const SiteContent = v.object({ notices: v.array(Row), kitRules: v.array(Row), glossary: v.array(Row) });
const Created = v.looseObject({ Id: v.number() });

const listOf = { notices: 'Notices', kitRules: 'Kit Rules', glossary: 'Glossary' } as const;

type Row = v.InferOutput<typeof Row>;
type Seeded = Readonly<Record<string, number[]>>;

/**
 * Types the demo school's notices, kit rules and glossary as a member of staff would: item by item, through REST.
 * Rows of an earlier seeding go first. Answers the ids of the new rows by list title.
 */
export async function seedLists(folder: string, siteUrl: string, email: string, earlier: Seeded): Promise<Seeded> {
  const content = v.parse(SiteContent, JSON.parse(readFileSync(join(folder, 'site-content.json'), 'utf8')));
  const seeded: Record<string, number[]> = {};
  for (const [part, title] of Object.entries(listOf) as readonly [keyof typeof listOf, string][]) {
    const list = `${siteUrl}/_api/web/lists/getByTitle('${title}')/items`;
    for (const id of earlier[title] ?? []) {
      await send(`${list}(${id})`, email, { 'X-HTTP-Method': 'DELETE', 'If-Match': '*' });
    }
    const ids: number[] = [];
    for (const row of content[part]) {
      ids.push(await create(list, email, row));
    }
    seeded[title] = ids;
  }
  return seeded;
}

async function create(list: string, email: string, row: Row): Promise<number> {
  const response = await send(list, email, {}, row);
  return v.parse(Created, await response.json()).Id;
}

/** A row that is already gone (somebody deleted it) is no failure of a delete. */
async function send(address: string, email: string, headers: Readonly<Record<string, string>>, row?: Row): Promise<Response> {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      authorization: `Bearer local:${email}`,
      accept: 'application/json;odata=nometadata',
      'content-type': 'application/json;odata=nometadata',
      ...headers
    },
    ...(row && { body: JSON.stringify(row) })
  });
  const gone = headers['X-HTTP-Method'] === 'DELETE' && response.status === 404;
  if (!response.ok && !gone) {
    throw new Error(`The demo content could not be written: the site answered ${response.status}.`);
  }
  return response;
}
