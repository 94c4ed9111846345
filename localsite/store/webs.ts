import { randomUUID } from 'node:crypto';
import { invalidateStructure, nowText, type EmulatorContext } from '../context/emulatorContext';
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

export function findWeb(emulator: EmulatorContext, url: string): Web | undefined {
  const key = url.toLowerCase();
  const known = emulator.cache.webs.get(key);
  if (known) return known;
  const row = emulator.db.first<WebRow>(`SELECT ${columns} WHERE w.url = ?`, url);
  if (!row) return undefined;
  const web = readWeb(row);
  emulator.cache.webs.set(key, web);
  return web;
}

/** The web an address lies in: the longest web address that begins it. */
export function findWebOf(emulator: EmulatorContext, path: string): Web | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  for (let length = parts.length; length > 0; length -= 1) {
    const web = findWeb(emulator, `/${parts.slice(0, length).join('/')}`);
    if (web) return web;
  }
  return undefined;
}

export function findWebById(emulator: EmulatorContext, id: string): Web | undefined {
  const row = emulator.db.first<WebRow>(`SELECT ${columns} WHERE w.id = ?`, id);
  return row && readWeb(row);
}

export function websBelow(emulator: EmulatorContext, parent: Web): readonly Web[] {
  return emulator.db.all<WebRow>(`SELECT ${columns} WHERE w.parent = ? ORDER BY w.title`, parent.id).map(readWeb);
}

export interface NewWeb {
  readonly site: Site;
  readonly parent: string | null;
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly scope: number;
}

export function insertWeb(emulator: EmulatorContext, web: NewWeb): Web {
  const id = randomUUID();
  const now = nowText(emulator);
  emulator.db.run(
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
  invalidateStructure(emulator);
  return { id, ...web, created: now, modified: now, settings: {} };
}

export function updateWeb(
  emulator: EmulatorContext,
  web: Web,
  change: { readonly title?: string; readonly description?: string; readonly settings?: WebSettings },
): void {
  emulator.db.run(
    'UPDATE webs SET title = ?, description = ?, settings = ?, modified = ? WHERE id = ?',
    change.title ?? web.title,
    change.description ?? web.description,
    JSON.stringify({ ...web.settings, ...change.settings }),
    nowText(emulator),
    web.id,
  );
  invalidateStructure(emulator);
}

export function deleteWeb(emulator: EmulatorContext, web: Web): void {
  emulator.db.run('DELETE FROM webs WHERE id = ?', web.id);
  invalidateStructure(emulator);
}

export function findSite(emulator: EmulatorContext, url: string): Site | undefined {
  return emulator.db.first<Site>('SELECT id, url FROM sites WHERE url = ?', url);
}

export function insertSite(emulator: EmulatorContext, url: string): Site {
  const id = randomUUID();
  // Recorded sites number their first groups from 3 and custom levels from 1073741924.
  emulator.db.run('INSERT INTO sites VALUES (?,?,?,?)', id, url, 3, 1073741924);
  return { id, url };
}
