import { decodePath } from '../wire/address';

export interface PageAddress {
  /** Server-relative path of the site or subsite. */
  readonly web: string;
  /** Server-relative path of the page's file. */
  readonly page: string;
}

/**
 * The page that an address means: `/sites/school/SitePages/Timetable.aspx`, or the home page for `/sites/school`
 * and its subsites. Addresses of the API, of files and of the local site's own services are no pages.
 */
export function pageAddress(pathname: string): PageAddress | undefined {
  const path = decodePath(pathname)?.replace(/\/+$/, '');
  if (path === undefined) {
    return undefined;
  }
  const page = /^(\/sites\/.+?)\/SitePages\/(Templates\/)?[^/]+\.aspx$/i.exec(path);
  if (page) {
    return { web: page[1] ?? '', page: path };
  }
  const isWeb = /^\/sites\/[^/]+(\/[^/]+)*$/i.test(path) && !/\/_(api|vti_bin|layouts)(\/|$)|\.\w+$/i.test(path);
  return isWeb ? { web: path, page: `${path}/SitePages/Home.aspx` } : undefined;
}
