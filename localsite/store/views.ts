import { randomUUID } from 'node:crypto';
import type { EmulatorContext } from '../context/emulatorContext';
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

export function viewsOf(emulator: EmulatorContext, list: List): readonly View[] {
  return (
    emulator.db
      .all<Row>('SELECT * FROM views WHERE list = ? ORDER BY position', list.no)
      // Written by this module only.
      .map((row) => ({ ...row, settings: JSON.parse(row.settings) as ViewSettings }))
  );
}

export function insertView(emulator: EmulatorContext, list: List, view: { readonly title: string; readonly settings: ViewSettings }): View {
  const position =
    emulator.db.first<{ readonly n: number }>('SELECT COALESCE(MAX(position), 0) + 1 AS n FROM views WHERE list = ?', list.no)?.n ?? 1;
  const stored = { id: randomUUID(), list: list.no, title: view.title, position, settings: view.settings };
  if (view.settings.isDefault === true) clearDefault(emulator, list);
  emulator.db.run(
    'INSERT INTO views VALUES (?,?,?,?,?)',
    stored.id,
    stored.list,
    stored.title,
    stored.position,
    JSON.stringify(stored.settings),
  );
  return stored;
}

export function updateView(emulator: EmulatorContext, list: List, view: View): void {
  if (view.settings.isDefault === true) clearDefault(emulator, list);
  emulator.db.run('UPDATE views SET title = ?, settings = ? WHERE id = ?', view.title, JSON.stringify(view.settings), view.id);
}

function clearDefault(emulator: EmulatorContext, list: List): void {
  emulator.db.run("UPDATE views SET settings = json_remove(settings, '$.isDefault') WHERE list = ?", list.no);
}

export function deleteView(emulator: EmulatorContext, view: View): void {
  emulator.db.run('DELETE FROM views WHERE id = ?', view.id);
}
