import type { JsonObject } from './json';

/** One cell before formatting. */
export type ListDataCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly decimals?: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `value`: ISO instant in UTC; shown in the site's time zone, British order, unless the caller wants UTC. */
  | { readonly kind: 'date'; readonly value: string; readonly dateOnly?: boolean }
  | { readonly kind: 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'person'; readonly people: readonly ListDataPerson[] }
  | { readonly kind: 'lookup'; readonly targets: readonly ListDataLookup[] }
  | { readonly kind: 'url'; readonly url: string; readonly description: string };

export interface ListDataPerson {
  readonly id: number;
  readonly title: string;
  readonly email: string;
}

export interface ListDataLookup {
  readonly id: number;
  readonly value: string;
  readonly isSecret?: boolean;
}

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

/** The multi-line JSON text. `extra` (for example `ListSchema`) wraps the page in `{"ListData": …}`. */
export function renderListData(page: ListDataPage, extra?: JsonObject): string {
  throw new Error('not written yet');
}
