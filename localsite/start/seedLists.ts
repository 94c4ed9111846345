import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { dayNumber } from '../../src/lists/dayNumber';
import { glossaryList } from '../../src/lists/glossary';
import { kitRulesList } from '../../src/lists/kitRules';
import { noticesList } from '../../src/lists/notices';

const text = v.optional(v.string(), '');
const SiteContent = v.object({
  notices: v.array(v.object({ title: text, body: text, audience: text, audienceValue: text, from: v.string(), until: v.string() })),
  kitRules: v.array(v.object({ title: text, subject: text, room: text, className: text, bring: v.array(v.string()) })),
  glossary: v.array(v.object({ term: text, value: text, meaning: text })),
});
const Created = v.looseObject({ Id: v.number() });

type Row = Readonly<Record<string, string | number>>;
type Seeded = Readonly<Record<string, number[]>>;

/**
 * Types the demo school's notices, kit rules and glossary as a member of staff would: item by item, through REST.
 * Rows of an earlier seeding go first. Answers the ids of the new rows by list title.
 */
export async function seedLists(folder: string, siteUrl: string, email: string, earlier: Seeded): Promise<Seeded> {
  const seeded: Record<string, number[]> = {};
  for (const [title, rows] of rowsByList(folder)) {
    const list = `${siteUrl}/_api/web/lists/getByTitle('${title}')/items`;
    for (const id of earlier[title] ?? []) {
      await send(`${list}(${id})`, email, { 'X-HTTP-Method': 'DELETE', 'If-Match': '*' });
    }
    const ids: number[] = [];
    for (const row of rows) {
      ids.push(await create(list, email, row));
    }
    seeded[title] = ids;
  }
  return seeded;
}

function rowsByList(folder: string): readonly (readonly [string, readonly Row[]])[] {
  const content = v.parse(SiteContent, JSON.parse(readFileSync(join(folder, 'site-content.json'), 'utf8')));
  const notices = content.notices.map((notice) => ({
    Title: notice.title,
    Body: notice.body,
    Audience: notice.audience,
    AudienceValue: notice.audienceValue,
    FromDay: dayNumber(notice.from),
    UntilDay: dayNumber(notice.until),
  }));
  const kitRules = content.kitRules.map((rule) => ({
    Title: rule.title,
    Subject: rule.subject,
    Room: rule.room,
    ClassName: rule.className,
    Bring: rule.bring.join('\n'),
  }));
  const glossary = content.glossary.map((entry) => ({ Title: entry.term, Value: entry.value, Meaning: entry.meaning }));
  return [
    [noticesList.title, notices],
    [kitRulesList.title, kitRules],
    [glossaryList.title, glossary],
  ];
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
      ...headers,
    },
    ...(row && { body: JSON.stringify(row) }),
  });
  const gone = headers['X-HTTP-Method'] === 'DELETE' && response.status === 404;
  if (!response.ok && !gone) {
    throw new Error(`The demo content could not be written: the site answered ${response.status}.`);
  }
  return response;
}
