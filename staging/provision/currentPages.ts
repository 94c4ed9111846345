import '@pnp/sp/files';
import * as v from 'valibot';
import { parseCanvas, type CanvasControl } from '../../sharepoint/pages/canvas';
import { pageUrl, sitePagesUrl, type PageDefinition } from '../../sharepoint/pages/definition';
import type { Site } from '../site/connection';
import { whereThere } from '../site/missing';
import { readGrants, type Grant } from '../site/roles';

/** A page of a definition, as the site has it. */
export interface CurrentPage {
  readonly id: number;
  /** The title that it has now: an editor may have changed it. */
  readonly title: string;
  /** Undefined where the content is no canvas: it is not ours. */
  readonly controls: readonly CanvasControl[] | undefined;
  /** False for a page of which readers have never seen a version: a run that was killed may have left it. */
  readonly wasPublished: boolean;
  /** Undefined where it inherits. */
  readonly grants: readonly Grant[] | undefined;
}

/** A definition, and its page where the site has one. */
export interface PageOnSite {
  readonly definition: PageDefinition;
  readonly found: CurrentPage | undefined;
}

const itemRow = v.object({
  Id: v.number(),
  Title: v.nullish(v.string(), ''),
  CanvasContent1: v.nullish(v.string()),
  OData__UIVersionString: v.string(),
  HasUniqueRoleAssignments: v.boolean(),
});

/** The item of a page: its permissions, and how it is deleted. */
export function pageItem(site: Site, id: number) {
  return site.web.getList(sitePagesUrl(site.path)).items.getById(id);
}

/** Looks each definition's page up by the address of its file. */
export async function readPages(site: Site, definitions: readonly PageDefinition[]): Promise<readonly PageOnSite[]> {
  const pages: PageOnSite[] = [];
  for (const definition of definitions) pages.push({ definition, found: await readPage(site, definition) });
  return pages;
}

/** Undefined where the site has no such page. */
export async function readPage(site: Site, definition: PageDefinition): Promise<CurrentPage | undefined> {
  const { listItemAllFields } = site.web.getFileByServerRelativePath(pageUrl(site.path, definition));
  const answer = await whereThere<unknown>(listItemAllFields.select(...Object.keys(itemRow.entries))(), undefined);
  if (answer === undefined) return undefined;
  const row = v.parse(itemRow, answer);
  return {
    id: row.Id,
    title: row.Title,
    controls: readCanvas(row.CanvasContent1),
    wasPublished: Number.parseFloat(row.OData__UIVersionString) >= 1,
    grants: row.HasUniqueRoleAssignments ? await readGrants(pageItem(site, row.Id).roleAssignments) : undefined,
  };
}

/** One page that somebody has spoilt must not keep the others, nor itself, from being closed. */
function readCanvas(content: string | null | undefined): CurrentPage['controls'] {
  try {
    return parseCanvas(content);
  } catch {
    return undefined;
  }
}
