import type { Database } from '../context/database';

/** Raise it when a table changes: an older file is refused with a plain sentence instead of failing oddly. */
const version = 1;

const tables = `
CREATE TABLE IF NOT EXISTS accounts (
  email TEXT PRIMARY KEY COLLATE NOCASE, name TEXT NOT NULL, is_guest INTEGER NOT NULL, role TEXT, children TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS sites (id TEXT PRIMARY KEY, url TEXT NOT NULL UNIQUE COLLATE NOCASE, next_principal INTEGER NOT NULL, next_role INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS webs (
  id TEXT PRIMARY KEY, site TEXT NOT NULL, parent TEXT, url TEXT NOT NULL UNIQUE COLLATE NOCASE, title TEXT NOT NULL,
  description TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, scope INTEGER NOT NULL, settings TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS navigation (
  web TEXT NOT NULL, id INTEGER NOT NULL, parent INTEGER, position INTEGER NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL,
  is_external INTEGER NOT NULL, is_visible INTEGER NOT NULL, PRIMARY KEY (web, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS principals (
  site TEXT NOT NULL, id INTEGER NOT NULL, kind TEXT NOT NULL, login TEXT NOT NULL COLLATE NOCASE, title TEXT NOT NULL COLLATE NOCASE,
  email TEXT NOT NULL COLLATE NOCASE, is_admin INTEGER NOT NULL, owner INTEGER, settings TEXT NOT NULL, PRIMARY KEY (site, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS principals_login ON principals (site, login);
CREATE INDEX IF NOT EXISTS principals_email ON principals (site, email);
CREATE INDEX IF NOT EXISTS principals_title ON principals (site, title);
CREATE TABLE IF NOT EXISTS members (site TEXT NOT NULL, team INTEGER NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (site, team, person)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS members_person ON members (site, person, team);
CREATE TABLE IF NOT EXISTS roles (
  site TEXT NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, description TEXT NOT NULL, mask TEXT NOT NULL,
  hidden INTEGER NOT NULL, position INTEGER NOT NULL, kind INTEGER NOT NULL, PRIMARY KEY (site, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS scopes (id INTEGER PRIMARY KEY AUTOINCREMENT, site TEXT NOT NULL, web TEXT NOT NULL, list INTEGER, item INTEGER);
CREATE INDEX IF NOT EXISTS scopes_list ON scopes (list, id);
CREATE TABLE IF NOT EXISTS assignments (scope INTEGER NOT NULL, principal INTEGER NOT NULL, role INTEGER NOT NULL, PRIMARY KEY (scope, principal, role)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS assignments_principal ON assignments (principal, scope);
CREATE TABLE IF NOT EXISTS lists (
  no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE COLLATE NOCASE, web TEXT NOT NULL, title TEXT NOT NULL COLLATE NOCASE,
  url TEXT NOT NULL COLLATE NOCASE, folder_guid TEXT NOT NULL, template INTEGER NOT NULL, entity_name TEXT NOT NULL, scope INTEGER NOT NULL,
  next_item INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, deleted TEXT NOT NULL, version INTEGER NOT NULL,
  author INTEGER NOT NULL, settings TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS lists_title ON lists (web, title);
CREATE UNIQUE INDEX IF NOT EXISTS lists_url ON lists (url);
CREATE TABLE IF NOT EXISTS fields (
  list INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, id TEXT NOT NULL COLLATE NOCASE, title TEXT NOT NULL COLLATE NOCASE,
  type TEXT NOT NULL, position INTEGER NOT NULL, settings TEXT NOT NULL, PRIMARY KEY (list, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS views (id TEXT PRIMARY KEY COLLATE NOCASE, list INTEGER NOT NULL, title TEXT NOT NULL COLLATE NOCASE, position INTEGER NOT NULL, settings TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS views_list ON views (list, position);
CREATE TABLE IF NOT EXISTS content_types (
  web TEXT NOT NULL, list INTEGER NOT NULL, id TEXT NOT NULL COLLATE NOCASE, name TEXT NOT NULL, description TEXT NOT NULL, team TEXT NOT NULL,
  PRIMARY KEY (web, list, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS items (
  list INTEGER NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL COLLATE NOCASE, kind TEXT NOT NULL, dir TEXT NOT NULL COLLATE NOCASE,
  leaf TEXT NOT NULL COLLATE NOCASE, scope INTEGER NOT NULL, content_type TEXT NOT NULL, author INTEGER NOT NULL, editor INTEGER NOT NULL,
  created TEXT NOT NULL, modified TEXT NOT NULL, version INTEGER NOT NULL, ui_version INTEGER NOT NULL, moderation INTEGER NOT NULL,
  checked_out INTEGER, attachments INTEGER NOT NULL, size INTEGER NOT NULL, data TEXT NOT NULL, published TEXT
);
CREATE UNIQUE INDEX IF NOT EXISTS items_id ON items (list, id);
CREATE UNIQUE INDEX IF NOT EXISTS items_path ON items (list, dir, leaf);
CREATE UNIQUE INDEX IF NOT EXISTS items_guid ON items (guid);
CREATE INDEX IF NOT EXISTS items_scope ON items (list, scope, id);
CREATE TABLE IF NOT EXISTS item_index (list INTEGER NOT NULL, field TEXT NOT NULL, value, item INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS item_index_value ON item_index (list, field, value, item);
CREATE INDEX IF NOT EXISTS item_index_item ON item_index (list, item);
CREATE TABLE IF NOT EXISTS versions (
  list INTEGER NOT NULL, item INTEGER NOT NULL, ui_version INTEGER NOT NULL, editor INTEGER NOT NULL, modified TEXT NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY (list, item, ui_version)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS contents (list INTEGER NOT NULL, item INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (list, item));
CREATE TABLE IF NOT EXISTS published_contents (list INTEGER NOT NULL, item INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (list, item));
CREATE TABLE IF NOT EXISTS attachments (list INTEGER NOT NULL, item INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, bytes BLOB NOT NULL, PRIMARY KEY (list, item, name));
CREATE TABLE IF NOT EXISTS uploads (id TEXT NOT NULL COLLATE NOCASE, position INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (id, position));
CREATE TABLE IF NOT EXISTS comments (
  id INTEGER PRIMARY KEY AUTOINCREMENT, list INTEGER NOT NULL, item INTEGER NOT NULL, parent INTEGER NOT NULL, author INTEGER NOT NULL,
  created TEXT NOT NULL, text TEXT NOT NULL, likes TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS comments_item ON comments (list, item, parent, id);
CREATE TABLE IF NOT EXISTS changes (
  no INTEGER PRIMARY KEY AUTOINCREMENT, site TEXT NOT NULL, web TEXT NOT NULL, list INTEGER NOT NULL, list_id TEXT NOT NULL, item INTEGER,
  guid TEXT NOT NULL, object TEXT NOT NULL, kind INTEGER NOT NULL, at TEXT NOT NULL, editor INTEGER NOT NULL, scope INTEGER NOT NULL, author INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS changes_list ON changes (list, no);
CREATE TABLE IF NOT EXISTS recycle_bin (
  id TEXT PRIMARY KEY COLLATE NOCASE, site TEXT NOT NULL, web TEXT NOT NULL, list INTEGER NOT NULL, item INTEGER NOT NULL, title TEXT NOT NULL, dir TEXT NOT NULL,
  leaf TEXT NOT NULL, kind TEXT NOT NULL, deleted_by INTEGER NOT NULL, deleted_at TEXT NOT NULL, author INTEGER NOT NULL, content TEXT NOT NULL
);
`;

/** Creates what is missing. Throws when the file was written by another version of the local site. */
export function prepareSchema(db: Database): void {
  const found = db.first<{ readonly user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  if (found !== 0 && found !== version) {
    throw new Error(
      `The local site's database is of version ${found}, this program needs ${version}. Start afresh with npm start -- --fresh.`,
    );
  }
  db.execute(tables);
  db.execute(`PRAGMA user_version = ${version}`);
}
