import { randomUUID } from 'node:crypto';
import { forgetStructure, nowText, type Engine } from '../context/context';
import type { Site, Web, WebSettings } from '../objects/web';

interface WebRow extends Omit<Web, 'site' | 'settings'> {
  readonly site: string;
  readonly settings: string;
  readonly site_url: string;
}

const columns = 'w.*, s.url AS site_url FROM webs w JOIN sites s ON s.id = w.site';

function readWeb(row: WebRow): Web {
  const { site_url: siteUrl, ...rest } = row;
  // Written by this module only.
  return { ...rest, site: { id: row.site, url: siteUrl }, settings: JSON.parse(row.settings) as WebSettings };
}

export function findWeb(engine: Engine, url: string): Web | undefined {
  const key = url.toLowerCase();
  const known = engine.memory.webs.get(key);
  if (known) return known;
  const row = engine.db.first<WebRow>(`SELECT ${columns} WHERE w.url = ?`, url);
  if (!row) return undefined;
  const web = readWeb(row);
  engine.memory.webs.set(key, web);
  return web;
}

/** The web an address lies in: the longest web address that begins it. */
export function findWebOf(engine: Engine, path: string): Web | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  for (let length = parts.length; length > 0; length -= 1) {
    const web = findWeb(engine, `/${parts.slice(0, length).join('/')}`);
    if (web) return web;
  }
  return undefined;
}

export function findWebById(engine: Engine, id: string): Web | undefined {
  const row = engine.db.first<WebRow>(`SELECT ${columns} WHERE w.id = ?`, id);
  return row && readWeb(row);
}

export function websBelow(engine: Engine, parent: Web): readonly Web[] {
  return engine.db.all<WebRow>(`SELECT ${columns} WHERE w.parent = ? ORDER BY w.title`, parent.id).map(readWeb);
}

export interface NewWeb {
  readonly site: Site;
  readonly parent: string | null;
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly scope: number;
}

export function insertWeb(engine: Engine, web: NewWeb): Web {
  const id = randomUUID();
  const now = nowText(engine);
  engine.db.run(
    'INSERT INTO webs VALUES (?,?,?,?,?,?,?,?,?,?)',
    id,
    web.site.id,
    web.parent,
    web.url,
    web.title,
    web.description,
    now,
    now,
    web.scope,
    '{}',
  );
  forgetStructure(engine);
  return { id, ...web, created: now, modified: now, settings: {} };
}

export function updateWeb(
  engine: Engine,
  web: Web,
  change: { readonly title?: string; readonly description?: string; readonly settings?: WebSettings },
): void {
  engine.db.run(
    'UPDATE webs SET title = ?, description = ?, settings = ?, modified = ? WHERE id = ?',
    change.title ?? web.title,
    change.description ?? web.description,
    JSON.stringify({ ...web.settings, ...change.settings }),
    nowText(engine),
    web.id,
  );
  forgetStructure(engine);
}

export function deleteWeb(engine: Engine, web: Web): void {
  engine.db.run('DELETE FROM webs WHERE id = ?', web.id);
  forgetStructure(engine);
}

export function findSite(engine: Engine, url: string): Site | undefined {
  return engine.db.first<Site>('SELECT id, url FROM sites WHERE url = ?', url);
}

export function insertSite(engine: Engine, url: string): Site {
  const id = randomUUID();
  // Recorded sites number their first groups from 3 and custom levels from 1073741924.
  engine.db.run('INSERT INTO sites VALUES (?,?,?,?)', id, url, 3, 1073741924);
  return { id, url };
}
