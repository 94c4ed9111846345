import { body, headers } from '@pnp/queryable';
import { SPQueryable, spPost } from '@pnp/sp';
import * as v from 'valibot';
import type { Site } from '../site/connection';
import { canvasOf, readPageDefinitions, type PageDefinition } from './pageDefinition';
import type { Step } from './step';

const pageRow = v.object({ Id: v.number(), FileName: v.optional(v.nullable(v.string())), Url: v.optional(v.nullable(v.string())) });
const pageDetail = v.object({ Title: v.string(), CanvasContent1: v.nullish(v.string()) });
const createdPage = v.object({ Id: v.number() });
const control = v.looseObject({ id: v.optional(v.string()), position: v.optional(v.looseObject({ zoneIndex: v.optional(v.number()) })) });

type Control = v.InferOutput<typeof control>;

/** Pages that are missing, and pages that lack a web part of theirs. What a school put on a page stays on it. */
export async function planPages(site: Site): Promise<readonly Step[]> {
  const rows = v.parse(v.array(pageRow), await pagesApi(site, '')());
  const steps: Step[] = [...(await planNoComments(site))];
  for (const page of readPageDefinitions()) {
    const found = rows.find((row) => fileName(row) === `${page.name}.aspx`.toLowerCase());
    steps.push(...(found ? await planMissingParts(site, page, found.Id) : [createPage(site, page)]));
  }
  return steps;
}

/** Every parent reads the pages: a comment on one would show its author's name and e-mail to all of them. */
async function planNoComments(site: Site): Promise<readonly Step[]> {
  const library = site.web.getList(`${site.path === '/' ? '' : site.path}/SitePages`);
  const noComments: Readonly<Record<string, unknown>> = { DisableCommenting: true }; // PnPjs's type of a list does not know it
  const found = v.parse(v.object({ DisableCommenting: v.boolean() }), await library.select('DisableCommenting')());
  if (found.DisableCommenting) return [];
  const apply = async () => {
    await library.update(noComments);
  };
  return [{ words: 'Switch off comments on the pages', apply }];
}

function fileName(row: v.InferOutput<typeof pageRow>): string {
  return (row.FileName ?? row.Url ?? '').split('/').pop()?.toLowerCase() ?? '';
}

/** A new page takes the name of its file from its first title; the real title follows. */
function createPage(site: Site, page: PageDefinition): Step {
  const apply = async () => {
    const created = v.parse(createdPage, await spPost(pagesApi(site, ''), body({ PageLayoutType: page.layout, PromotedState: 0 })));
    const canvas = JSON.stringify(canvasOf(page));
    await save(site, created.Id, { Title: page.name, CanvasContent1: canvas });
    if (page.title !== page.name) await save(site, created.Id, { Title: page.title, CanvasContent1: canvas });
    await spPost(pagesApi(site, `(${created.Id})/publish`));
  };
  return { words: `Create the page ${page.title}`, apply };
}

async function planMissingParts(site: Site, page: PageDefinition, id: number): Promise<readonly Step[]> {
  const found = v.parse(pageDetail, await pagesApi(site, `(${id})`)());
  const there = controlsOf(found.CanvasContent1);
  const missing = canvasOf(page).filter((part) => !there.some((each) => each.id === part.id));
  if (missing.length === 0) return [];
  const below = Math.max(0, ...there.map((each) => each.position?.zoneIndex ?? 0));
  const added = missing.map((part) => ({ ...part, position: { ...part.position, zoneIndex: part.position.zoneIndex + below } }));
  const apply = async () => {
    await spPost(pagesApi(site, `(${id})/checkoutpage`));
    await save(site, id, { Title: found.Title, CanvasContent1: JSON.stringify([...there, ...added]) });
    await spPost(pagesApi(site, `(${id})/publish`));
  };
  return [{ words: `Add what is missing to the page ${page.title}`, apply }];
}

function controlsOf(canvas: string | null | undefined): readonly Control[] {
  return canvas ? v.parse(v.array(control), JSON.parse(canvas)) : [];
}

async function save(site: Site, id: number, content: { readonly Title: string; readonly CanvasContent1: string }): Promise<void> {
  await spPost(pagesApi(site, `(${id})/savepage`), headers({ 'if-match': '*' }, body(content)));
}

function pagesApi(site: Site, rest: string) {
  return SPQueryable([site.web, site.url], `_api/sitepages/pages${rest}`);
}
