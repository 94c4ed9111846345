import { body, headers } from '@pnp/queryable';
import { SPQueryable, spPost } from '@pnp/sp';
import * as v from 'valibot';
import type { CanvasControl } from '../../sharepoint/pages/canvas';
import type { PageDefinition } from '../../sharepoint/pages/definition';
import type { Site } from '../site/connection';
import { pageItem, readPage } from './currentPages';

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

/**
 * SharePoint makes a template by copying a page into the folder Templates, under the name of that page. The page itself is then
 * of no use; one that a killed run has left is used first, because its name is taken.
 */
async function createTemplate(site: Site, page: PageDefinition): Promise<number> {
  const source = (await leftOverSource(site, page)) ?? (await createNamedDraft(site, page));
  const template = v.parse(createdPage, await spPost(pagesApi(site, `(${source})/SavePageAsTemplate`)));
  await pageItem(site, source).recycle();
  return template.Id;
}

/** Removes the page from which a template was made, where a killed run could not. */
export async function removeSource(site: Site, template: PageDefinition): Promise<void> {
  const source = await leftOverSource(site, template);
  if (source !== undefined) await pageItem(site, source).recycle();
}

/** An empty draft under the template's name: nobody but a run that was killed has left it. */
async function leftOverSource(site: Site, template: PageDefinition): Promise<number | undefined> {
  const found = await readPage(site, { ...template, isTemplate: false });
  return found && !found.wasPublished && found.controls?.length === 0 ? found.id : undefined;
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
