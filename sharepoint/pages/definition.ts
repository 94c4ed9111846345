import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { emphases } from './canvas';

/** A page as a file in sharepoint/pages (or in samples/pages, for the demo school) describes it. docs/decisions/0009. */
export type PageDefinition = v.InferOutput<typeof pageSchema>;

export type Audience = PageDefinition['audience'];

/** A web part on a page, or a text. */
export type PartDefinition = v.InferOutput<typeof webPartSchema> | v.InferOutput<typeof textSchema>;

const uuid = v.pipe(v.string(), v.uuid());
const text = v.pipe(v.string(), v.nonEmpty());

const webPartSchema = v.strictObject({
  /** The same on every school's page, so that a second run recognises it. */
  instanceId: uuid,
  /** Id of the component, as its manifest in src/webparts has it. */
  component: uuid,
  properties: v.optional(v.record(v.string(), v.unknown()), {}),
});

const textSchema = v.strictObject({
  /** Blocks of HTML. `{site}` stands for the site's server-relative address. */
  text: v.pipe(v.array(text), v.nonEmpty()),
});

const sectionSchema = v.strictObject({
  emphasis: v.optional(v.picklist(emphases), 'none'),
  columns: v.pipe(
    v.array(
      v.strictObject({
        /** In twelfths of the section: SharePoint has whole, half, third and two-third columns. */
        width: v.picklist([4, 6, 8, 12]),
        parts: v.array(v.union([webPartSchema, textSchema])),
      }),
    ),
    v.check((columns) => columns.reduce((sum, { width }) => sum + width, 0) === 12, 'The columns of a section are twelve twelfths wide.'),
  ),
});

const pageSchema = v.pipe(
  v.strictObject({
    /** The page's file is <name>.aspx. */
    name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]+$/)),
    title: text,
    layout: v.optional(v.picklist(['Article', 'Home']), 'Article'),
    /** For whom it is written. `readersOf` says who may read it. */
    audience: v.union([v.picklist(['everyone', 'parents', 'staff']), v.strictObject({ class: text })]),
    /** Absent: the page is not in the navigation. */
    navigation: v.optional(
      v.strictObject({
        /** Among Schoolgate's own entries, smallest first. */
        order: v.number(),
        /** A heading without a page, under which the entry stands. */
        under: v.optional(text),
      }),
    ),
    /** Stands in the folder Templates of Site Pages; editors copy it. */
    isTemplate: v.optional(v.boolean(), false),
    sections: v.array(sectionSchema),
  }),
  v.check(
    (page) => !page.isTemplate || (page.audience === 'staff' && !page.navigation),
    'A template is for staff and not in the navigation.',
  ),
);

const root = join(__dirname, '../..');

/** The pages that every school gets. */
export const schoolPagesFolder = join(root, 'sharepoint/pages');

/** All definitions in a folder, by file name. Throws where one is not as the schema says, and where two have one name. */
export function readPageDefinitions(folder: string): readonly PageDefinition[] {
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => v.parse(pageSchema, JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  const names = new Set(pages.map(({ name }) => name.toLowerCase()));
  if (names.size < pages.length) throw new Error(`Two pages in ${folder} have the same name.`);
  return pages;
}

/**
 * Who may read the page. Parents have a group each and no group in common, and a class has none: what is written for them
 * is open to everybody who may open the site, and holds nothing about a pupil.
 */
export function readersOf(audience: Audience): 'site' | 'staff' {
  return audience === 'staff' ? 'staff' : 'site';
}

/** Server-relative address of the page's file. `site` is the site's own: '/sites/parents'. */
export function pageUrl(site: string, page: Pick<PageDefinition, 'name' | 'isTemplate'>): string {
  return `${sitePagesUrl(site)}${page.isTemplate ? '/Templates' : ''}/${page.name}.aspx`;
}

/** Server-relative address of the library of pages. */
export function sitePagesUrl(site: string): string {
  return `${site === '/' ? '' : site}/SitePages`;
}
