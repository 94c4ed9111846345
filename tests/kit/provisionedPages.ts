import { parseCanvas, type CanvasControl } from '../../sharepoint/pages/canvas';
import type { PageDefinition } from '../../sharepoint/pages/definition';
import { provision } from '../../staging/provision/provision';
import { keptReport } from './keptReport';
import { admin, publisher, siteAddress, siteUrl } from './localSite';
import { adminToken, emptySite, type TestSite } from './provisionedSite';
import { as } from './request';

export const teacher = 'teacher@oakfield.example';
export const parent = 'parent@family.example';
export const pagesPath = `${siteUrl}/SitePages`;

/** A page of a school's own making, in the form of sharepoint/pages. */
export const trips: PageDefinition = {
  name: 'Trips',
  title: 'Trips',
  layout: 'Article',
  audience: 'everyone',
  navigation: { order: 50 },
  isTemplate: false,
  sections: [
    { emphasis: 'none', columns: [{ width: 12, parts: [{ text: ['<p>Where we go this year.</p>'] }] }] },
    {
      emphasis: 'strong',
      columns: [
        {
          width: 12,
          parts: [
            { instanceId: 'd2b0d9a4-3f55-4f5e-9a51-0d5c0a4b7e11', component: 'cc8a57df-f5f7-483a-b516-ca11346b1da1', properties: {} },
          ],
        },
      ],
    },
  ],
};

/** The same page in a later version: another text. */
export const laterTrips: PageDefinition = {
  ...trips,
  sections: trips.sections.map((section, index) =>
    index > 0 ? section : { emphasis: 'none', columns: [{ width: 12, parts: [{ text: ['<p>Where we go next year.</p>'] }] }] },
  ),
};

/** Provisions with more pages, and returns what was done. */
export async function run(site: TestSite, pages: readonly PageDefinition[] = [], dryRun = false): Promise<readonly string[]> {
  const report = keptReport();
  await provision({
    siteUrl: siteAddress,
    token: adminToken,
    fetch: site.fetch,
    owners: [admin],
    publisher: [publisher],
    staff: [teacher],
    pages,
    dryRun,
    report,
  });
  return report.lines;
}

/** A provisioned site with a parent who may read it. */
export async function schoolWithParent(pages: readonly PageDefinition[] = []): Promise<TestSite> {
  const site = emptySite();
  site.local.addAccounts([{ email: parent, name: 'A Parent', isGuest: true }]);
  await letRead(site);
  await run(site, pages);
  return site;
}

/** Lets the parent read the site, as staging does with every adult's group. */
export async function letRead(site: TestSite): Promise<void> {
  const { Id } = (await as(site, admin).write('POST', '_api/web/ensureuser', { logonName: parent })) as { Id: number };
  await as(site, admin).write('POST', `_api/web/roleassignments/addroleassignment(principalid=${Id},roledefid=1073741826)`);
}

interface PageItem {
  readonly Id: number;
  readonly Title: string;
  readonly CanvasContent1: string;
  readonly OData__UIVersionString: string;
}

/** The item of a page, by the path of its file in Site Pages. */
export async function pageItem(site: TestSite, file: string): Promise<PageItem> {
  return (await as(site, admin).write(
    'GET',
    `_api/web/getfilebyserverrelativepath(decodedurl='${pagesPath}/${file}.aspx')/ListItemAllFields`,
  )) as PageItem;
}

/** Writes a page as an editor does, and publishes it. */
export async function edit(
  site: TestSite,
  file: string,
  change: (controls: readonly CanvasControl[]) => readonly unknown[],
  title?: string,
) {
  const { Id, Title, CanvasContent1 } = await pageItem(site, file);
  const body = { Title: title ?? Title, CanvasContent1: JSON.stringify(change(parseCanvas(CanvasContent1))) };
  await as(site, teacher).write('POST', `_api/sitepages/pages(${Id})/savepage`, body);
  await as(site, teacher).write('POST', `_api/sitepages/pages(${Id})/publish`);
}

interface Entry {
  readonly Id: number;
  readonly Title: string;
  readonly Url: string;
  readonly Children: readonly Entry[];
}

/** The quick launch, as the admin sees it. */
export async function entries(site: TestSite): Promise<readonly Entry[]> {
  const { value } = (await as(site, admin).write('GET', '_api/web/navigation/quicklaunch?$expand=Children')) as { value: readonly Entry[] };
  return value;
}

/** The same in brief: what stands under a heading begins with a dash. */
export async function titles(site: TestSite): Promise<readonly string[]> {
  return (await entries(site)).flatMap(({ Title, Children }) => [Title, ...Children.map((child) => `- ${child.Title}`)]);
}

/** What a run says that finds everything as it should be. */
export const nothing = ['The site is as it should be: nothing to do.'];
