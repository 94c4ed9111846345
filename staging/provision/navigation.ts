import '@pnp/sp/navigation';
import { NavigationNode, type INavigationNode } from '@pnp/sp/navigation';
import * as v from 'valibot';
import { pageUrl, type PageDefinition } from '../../sharepoint/pages/definition';
import type { Site } from '../site/connection';
import type { PageOnSite } from './currentPages';
import type { Step } from './step';

/** The address that SharePoint gives to a heading, which leads nowhere. */
const headingUrl = 'http://linkless.header/';

const node = v.object({ Id: v.number(), Title: v.string(), Url: v.string() });
const topNode = v.object({ ...node.entries, Children: v.nullish(v.array(node), []) });
const addedNode = v.object({ Id: v.number() });

type Node = v.InferOutput<typeof node>;
type TopNode = v.InferOutput<typeof topNode>;

/** What belongs into the navigation: a page of ours, or a heading above some. */
interface Entry {
  readonly title: string;
  readonly url: string;
  readonly heading: Entry | undefined;
  /** What it is called on the site; undefined where it is not there. */
  readonly foundTitle: string | undefined;
  /** Known from the start, or as soon as the step that adds it has run. */
  id: number | undefined;
}

/**
 * Entries of our pages in the quick launch that are missing or do not say their page's title. Entries of the school's own stay
 * untouched, and so does the order in which the school has put ours.
 */
export async function planNavigation(site: Site, pages: readonly PageOnSite[]): Promise<readonly Step[]> {
  const nodes = v.parse(v.array(topNode), await site.web.navigation.quicklaunch.expand('Children')());
  let before: Entry | undefined;
  return entriesOf(site, pages, nodes).flatMap((entry) => {
    const steps = planEntry(site, entry, before);
    if (!entry.heading) before = entry;
    return steps;
  });
}

/** In the order in which they should stand, a heading before what stands under it. */
function entriesOf(site: Site, pages: readonly PageOnSite[], nodes: readonly TopNode[]): readonly Entry[] {
  const headings = new Map<string, Entry>();
  const all: readonly Node[] = nodes.flatMap((each) => [each, ...each.Children]);
  return pages
    .flatMap(inNavigation)
    .sort(byOrder)
    .flatMap(({ definition, found, navigation: { under } }) => {
      const there = all.find((each) => leadsTo(site, each, definition));
      const isNewHeading = under !== undefined && !headings.has(under);
      const heading = under === undefined ? undefined : (headings.get(under) ?? headingOf(under, nodes));
      if (heading) headings.set(heading.title, heading);
      const title = found?.wasPublished ? found.title : definition.title;
      const entry: Entry = { title, url: pageUrl(site.path, definition), heading, foundTitle: there?.Title, id: there?.Id };
      return isNewHeading && heading ? [heading, entry] : [entry];
    });
}

type PageInNavigation = PageOnSite & { readonly navigation: NonNullable<PageDefinition['navigation']> };

function inNavigation(page: PageOnSite): readonly PageInNavigation[] {
  const { navigation } = page.definition;
  return navigation ? [{ ...page, navigation }] : [];
}

function byOrder(one: PageInNavigation, other: PageInNavigation): number {
  return one.navigation.order - other.navigation.order;
}

function headingOf(title: string, nodes: readonly TopNode[]): Entry {
  const there = nodes.find((each) => each.Title === title);
  return { title, url: headingUrl, heading: undefined, foundTitle: there?.Title, id: there?.Id };
}

/** The home page's entry, which SharePoint makes with the site, leads to the site and not to the page's file. */
function leadsTo(site: Site, { Url }: Node, page: PageDefinition): boolean {
  const path = pathOf(Url, site);
  return path === pageUrl(site.path, page).toLowerCase() || (page.layout === 'Home' && path === pathOf(site.path, site));
}

function pathOf(url: string, site: Site): string {
  return decodeURI(new URL(url, site.url).pathname).replace(/\/+$/, '').toLowerCase();
}

function planEntry(site: Site, entry: Entry, before: Entry | undefined): readonly Step[] {
  const { title, foundTitle, id } = entry;
  if (id === undefined) return [{ description: `Add ${title} to the navigation`, apply: () => add(site, entry, before) }];
  if (foundTitle === title) return [];
  const apply = async () => {
    await nodeById(site, id).update({ Title: title });
  };
  return [{ description: `Call ${foundTitle} in the navigation ${title}, as its page is called`, apply }];
}

/** New entries come last; ours stand together, in their order. */
async function add(site: Site, entry: Entry, before: Entry | undefined): Promise<void> {
  const { quicklaunch } = site.web.navigation;
  const nodes = entry.heading?.id === undefined ? quicklaunch : nodeById(site, entry.heading.id).children;
  entry.id = v.parse(addedNode, await nodes.add(entry.title, entry.url)).Id;
  if (!entry.heading && before?.id !== undefined) await quicklaunch.moveAfter(entry.id, before.id);
}

/** An entry of any level. */
function nodeById(site: Site, id: number): INavigationNode {
  return NavigationNode(site.web, `navigation/GetNodeById(${id})`);
}
