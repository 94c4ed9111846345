import * as v from 'valibot';
import { html, type Html } from './html';
import type { Visitor } from './visitor';

/** An entry of the site's navigation, as the visitor may see it. */
export interface NavigationEntry {
  readonly title: string;
  /** Undefined for a heading, which leads nowhere. */
  readonly address: string | undefined;
  readonly children: readonly NavigationEntry[];
}

const node = v.looseObject({ Title: v.string(), Url: v.string(), IsVisible: v.optional(v.boolean(), true) });
const answer = v.object({ value: v.array(v.looseObject({ ...node.entries, Children: v.optional(v.array(node), []) })) });

/** The quick launch. SharePoint leaves out what leads to pages that the visitor may not read. */
export async function readNavigation(visitor: Visitor): Promise<readonly NavigationEntry[]> {
  const { value } = await visitor.get('web/navigation/quicklaunch?$expand=Children', answer);
  const entryOf = ({ Title, Url }: v.InferOutput<typeof node>, children: readonly NavigationEntry[]): NavigationEntry => ({
    title: Title,
    address: /^(\/|https?:\/\/)/i.test(Url) && !/^http:\/\/linkless\.header\/?$/i.test(Url) ? Url : undefined,
    children,
  });
  return value
    .filter(({ IsVisible }) => IsVisible)
    .map((top) =>
      entryOf(
        top,
        top.Children.filter(({ IsVisible }) => IsVisible).map((child) => entryOf(child, [])),
      ),
    )
    .filter(({ address, children }) => address !== undefined || children.length > 0);
}

/** Where the visitor is: a page, and whether it is the site's home page, to which the site's own address leads too. */
export interface Place {
  readonly path: string;
  readonly home: string | undefined;
}

/** One row of links. What stands under a heading opens over the page and needs no script. */
export function navigation(entries: readonly NavigationEntry[], here: Place | undefined): Html {
  return html`<nav class="siteNavigation" aria-label="Site">
    <ul>
      ${entries.map((entry) => html`<li>${entry.children.length > 0 ? group(entry, here) : link(entry, here)}</li>`)}
    </ul>
  </nav>`;
}

function group(entry: NavigationEntry, here: Place | undefined): Html {
  const links = entry.address === undefined ? entry.children : [{ ...entry, children: [] }, ...entry.children];
  const holdsPage = links.some((one) => isHere(one, here)) ? html` class="holdsPage"` : undefined;
  return html`<details name="siteNavigation">
    <summary${holdsPage}>${entry.title}</summary>
    <ul>
      ${links.map((one) => html`<li>${link(one, here)}</li>`)}
    </ul>
  </details>`;
}

function link(entry: NavigationEntry, here: Place | undefined): Html {
  const current = isHere(entry, here) ? html` aria-current="page"` : undefined;
  return html`<a href="${entry.address}" ${current}>${entry.title}</a>`;
}

function isHere({ address }: NavigationEntry, here: Place | undefined): boolean {
  const leadsTo = address
    ?.replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
  return leadsTo !== undefined && [here?.path, here?.home].some((path) => path?.toLowerCase() === leadsTo);
}
