import type { JsonObject } from './json';
import { cellEntries } from './listDataCell';
import type { ListDataCell } from './listDataCell';

export type { ListDataCell } from './listDataCell';

/** One page of RenderListDataAsStream. */
export interface ListDataPage {
  readonly rows: readonly Readonly<Record<string, ListDataCell>>[];
  /** 1-based. */
  readonly firstRow: number;
  readonly rowLimit: number;
  /** Hex: `0x7ffffffffffbffff`. */
  readonly folderPermissions: string;
  /** Absent on the last page. */
  readonly nextHref?: string;
  readonly datesInUtc?: boolean;
}

/** The multi-line JSON text (docs/sharepoint-facts.md, A9). `extra` (for example `ListSchema`) wraps the page in `{"ListData": …}`. */
export function renderListData(page: ListDataPage, extra?: JsonObject): string {
  const rows = page.rows.map((row) => rowText(row, page.datesInUtc === true));
  const lines = [
    `"Row":\n[${rows.join(',')}\n]`,
    ...frame(page).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`),
  ];
  const data = `{${lines.join('\n,')}\n}`;
  if (extra === undefined) return data;
  const others = Object.entries(extra).map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{"ListData":${data}${others.join('\n')}}`;
}

function frame(page: ListDataPage): readonly (readonly [string, string | number])[] {
  const entries: (readonly [string, string | number])[] = [
    ['FirstRow', page.firstRow],
    ['FolderPermissions', page.folderPermissions],
    ['LastRow', page.firstRow + page.rows.length - 1],
    ['RowLimit', page.rowLimit],
  ];
  if (page.nextHref !== undefined) entries.push(['NextHref', page.nextHref]);
  return [...entries, ['FilterLink', '?'], ['ForceNoHierarchy', '1'], ['HierarchyHasIndention', ''], ['CurrentFolderSpItemUrl', '']];
}

function rowText(row: Readonly<Record<string, ListDataCell>>, datesInUtc: boolean): string {
  const lines = Object.entries(row)
    .flatMap(([name, cell]) => cellEntries(name, cell, datesInUtc))
    .map(([name, value]) => `${JSON.stringify(name)}: ${escapeMarkup(JSON.stringify(value))}`);
  return `{\n${lines.join(',\n')}\n}`;
}

/** Cells are escaped so that they may stand in a script block; `\u002f` is in the recordings, the others are [K]. */
function escapeMarkup(json: string): string {
  return json.replace(/[/<>&']/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
