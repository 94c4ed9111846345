import { body, headers } from '@pnp/queryable';
import { SPQueryable, spPost } from '@pnp/sp';
import * as v from 'valibot';
import type { CanvasControl } from '../../sharepoint/pages/canvas';
import type { PageDefinition } from '../../sharepoint/pages/definition';
import type { Site } from '../site/connection';
import { pageItem } from './currentPages';

const createdPage = v.object({ Id: v.number() });

/** Makes an empty page that readers do not see yet. Returns its id. */
export function createDraft(site: Site, page: PageDefinition): Promise<number> {
  return page.isTemplate ? createTemplate(site, page) : createNamedDraft(site, page);
}

/** The file of a new page takes its name from the first title; the real title follows. */
async function createNamedDraft(site: Site, page: PageDefinition): Promise<number> {
  const { Id } = v.parse(createdPage, await spPost(pagesApi(site, ''), body({ PageLayoutType: page.layout, PromotedState: 0 })));
  await save(site, Id, page.name, []);
  return Id;
}

/** SharePoint makes a template by copying a page into the folder Templates; the page itself is then of no use. */
async function createTemplate(site: Site, page: PageDefinition): Promise<number> {
  const draft = await createNamedDraft(site, page);
  try {
    return v.parse(createdPage, await spPost(pagesApi(site, `(${draft})/SavePageAsTemplate`))).Id;
  } finally {
    await pageItem(site, draft).delete();
  }
}

/** Writes title and canvas, and shows them to those who may read the page. */
export async function saveAndPublish(site: Site, id: number, title: string, controls: readonly CanvasControl[]): Promise<void> {
  await spPost(pagesApi(site, `(${id})/checkoutpage`));
  await save(site, id, title, controls);
  await spPost(pagesApi(site, `(${id})/publish`));
}

async function save(site: Site, id: number, title: string, controls: readonly CanvasControl[]): Promise<void> {
  const content = { Title: title, CanvasContent1: JSON.stringify(controls) };
  await spPost(pagesApi(site, `(${id})/savepage`), headers({ 'if-match': '*' }, body(content)));
}

function pagesApi(site: Site, rest: string) {
  return SPQueryable([site.web, site.url], `_api/sitepages/pages${rest}`);
}
