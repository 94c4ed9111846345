import { randomUUID } from 'node:crypto';
import type { Engine } from '../context/context';
import type { List } from '../objects/list';

export interface ViewSettings {
  readonly isDefault?: boolean;
  readonly personal?: boolean;
  readonly hidden?: boolean;
  readonly rowLimit?: number;
  readonly paged?: boolean;
  readonly query?: string;
  readonly fields: readonly string[];
  readonly scope?: number;
  readonly customFormatter?: string;
}

export interface View {
  readonly id: string;
  readonly list: number;
  readonly title: string;
  readonly position: number;
  readonly settings: ViewSettings;
}

interface Row extends Omit<View, 'settings'> {
  readonly settings: string;
}

export function viewsOf(engine: Engine, list: List): readonly View[] {
  return (
    engine.db
      .all<Row>('SELECT * FROM views WHERE list = ? ORDER BY position', list.no)
      // Written by this module only.
      .map((row) => ({ ...row, settings: JSON.parse(row.settings) as ViewSettings }))
  );
}

export function insertView(engine: Engine, list: List, view: { readonly title: string; readonly settings: ViewSettings }): View {
  const position =
    engine.db.first<{ readonly n: number }>('SELECT COALESCE(MAX(position), 0) + 1 AS n FROM views WHERE list = ?', list.no)?.n ?? 1;
  const stored = { id: randomUUID(), list: list.no, title: view.title, position, settings: view.settings };
  if (view.settings.isDefault === true) clearDefault(engine, list);
  engine.db.run(
    'INSERT INTO views VALUES (?,?,?,?,?)',
    stored.id,
    stored.list,
    stored.title,
    stored.position,
    JSON.stringify(stored.settings),
  );
  return stored;
}

export function updateView(engine: Engine, list: List, view: View): void {
  if (view.settings.isDefault === true) clearDefault(engine, list);
  engine.db.run('UPDATE views SET title = ?, settings = ? WHERE id = ?', view.title, JSON.stringify(view.settings), view.id);
}

function clearDefault(engine: Engine, list: List): void {
  engine.db.run("UPDATE views SET settings = json_remove(settings, '$.isDefault') WHERE list = ?", list.no);
}

export function deleteView(engine: Engine, view: View): void {
  engine.db.run('DELETE FROM views WHERE id = ?', view.id);
}
