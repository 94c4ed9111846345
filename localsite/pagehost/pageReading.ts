import * as v from 'valibot';
import type { Mask, PageFacts } from './pageContextInfo';
import { readNavigation, type NavigationEntry } from './navigation';
import { readTemplates, type ListedPage } from './pageTemplates';
import { RefusedVisit, type Visitor } from './visitor';

const permissions = v.object({ High: v.string(), Low: v.string() });
const id = v.pipe(v.union([v.number(), v.string()]), v.transform(Number));

const WebAnswer = v.looseObject({
  Id: v.string(),
  Title: v.string(),
  ServerRelativeUrl: v.string(),
  Language: v.optional(v.number(), 1033),
  EffectiveBasePermissions: permissions,
});
const SiteAnswer = v.looseObject({ Id: v.string(), ServerRelativeUrl: v.string() });
const UserAnswer = v.looseObject({
  Id: v.number(),
  LoginName: v.string(),
  Title: v.string(),
  Email: v.nullish(v.string(), ''),
  IsSiteAdmin: v.optional(v.boolean(), false),
});
const DigestAnswer = v.looseObject({ FormDigestValue: v.string(), FormDigestTimeoutSeconds: v.number() });
const PageRow = v.looseObject({ Id: id, Title: v.nullish(v.string(), ''), Url: v.string() });
const PageAnswer = v.looseObject({
  ...PageRow.entries,
  CanvasContent1: v.nullish(v.string()),
  PageLayoutType: v.nullish(v.string()),
  IsWebWelcomePage: v.optional(v.boolean(), false),
  IsTemplate: v.optional(v.boolean(), false),
});
const PagesAnswer = v.object({ value: v.array(PageRow) });
const ListAnswer = v.looseObject({ Id: v.string() });
const ItemAnswer = v.looseObject({ EffectiveBasePermissions: permissions });

export interface SiteReading {
  readonly facts: Omit<PageFacts, 'page'>;
  readonly pages: readonly ListedPage[];
  readonly templates: readonly ListedPage[];
  readonly navigation: readonly NavigationEntry[];
}

export interface PageReading {
  readonly id: number;
  readonly title: string;
  readonly path: string;
  readonly canvas: string | null | undefined;
  /** A page of the layout Home does not show its title. */
  readonly isHome: boolean;
  /** The page to which the site's own address leads. */
  readonly isWelcomePage: boolean;
  /** Editors copy it; it is no page of the site itself. */
  readonly isTemplate: boolean;
  readonly listId: string;
  readonly permissions: Mask;
}

/** The site as the visitor sees it: who they are, what it is called, which pages they may open. */
export async function readSite(visitor: Visitor, origin: string): Promise<SiteReading> {
  const [web, site, user, digest, pages, templates, navigation] = await Promise.all([
    visitor.get('web?$select=Id,Title,ServerRelativeUrl,Language,EffectiveBasePermissions', WebAnswer),
    visitor.get('site?$select=Id,ServerRelativeUrl', SiteAnswer),
    visitor.get('web/currentUser', UserAnswer),
    visitor.post('contextinfo', DigestAnswer),
    visitor.get('sitepages/pages', PagesAnswer),
    readTemplates(visitor, PagesAnswer),
    readNavigation(visitor),
  ]);
  const listed = (page: v.InferOutput<typeof PageRow>): ListedPage => ({
    id: page.Id,
    title: page.Title,
    path: pathOf(web.ServerRelativeUrl, page.Url),
  });
  return {
    facts: {
      origin,
      web: {
        id: web.Id,
        title: web.Title,
        path: web.ServerRelativeUrl,
        permissions: web.EffectiveBasePermissions,
        language: web.Language,
      },
      site: { id: site.Id, path: site.ServerRelativeUrl },
      user: { id: user.Id, loginName: user.LoginName, name: user.Title, email: user.Email, isSiteAdmin: user.IsSiteAdmin },
      digest: { value: digest.FormDigestValue, timeoutSeconds: digest.FormDigestTimeoutSeconds },
    },
    pages: pages.value.map(listed),
    templates: templates.map(listed),
    navigation,
  };
}

/** One page with its content and what the visitor may do with it. Throws {@link RefusedVisit}: a page they may not see is not found. */
export async function readPage(visitor: Visitor, site: SiteReading, path: string): Promise<PageReading> {
  const row = [...site.pages, ...site.templates].find((page) => page.path.toLowerCase() === path.toLowerCase());
  if (!row) {
    throw new RefusedVisit('not found', 404);
  }
  const list = `web/lists/getByTitle('Site Pages')`;
  const [page, library, item] = await Promise.all([
    visitor.get(`sitepages/pages(${row.id})`, PageAnswer),
    visitor.get(`${list}?$select=Id`, ListAnswer),
    visitor.get(`${list}/items(${row.id})?$select=Id,EffectiveBasePermissions`, ItemAnswer),
  ]);
  return {
    id: row.id,
    title: page.Title || row.title,
    path: row.path,
    canvas: page.CanvasContent1,
    isHome: page.PageLayoutType === 'Home',
    isWelcomePage: page.IsWebWelcomePage,
    isTemplate: page.IsTemplate,
    listId: library.Id,
    permissions: item.EffectiveBasePermissions,
  };
}

/** The address of a page from the site's `Url` of it, which SharePoint gives relative to the web. */
function pathOf(web: string, url: string): string {
  return url.startsWith('/') ? url : `${web}/${url}`;
}

/** EditListItems, the third bit of SharePoint's base permissions. */
export function mayEdit(mask: Mask): boolean {
  return (Number(mask.Low) & 0x4) !== 0;
}
