/** What SharePoint knows about the visitor, the site and the page, gathered from its REST API as that visitor. */
export interface PageFacts {
  readonly origin: string;
  readonly web: {
    readonly id: string;
    readonly title: string;
    readonly path: string;
    readonly permissions: Mask;
    readonly language: number;
  };
  readonly site: { readonly id: string; readonly path: string };
  readonly user: {
    readonly id: number;
    readonly loginName: string;
    readonly name: string;
    readonly email: string;
    readonly isSiteAdmin: boolean;
  };
  readonly page?: { readonly id: number; readonly listId: string; readonly path: string; readonly permissions: Mask };
  readonly digest: { readonly value: string; readonly timeoutSeconds: number };
}

/** Base permissions as SharePoint writes them: two 32-bit halves in decimal text. */
export interface Mask {
  readonly High: string;
  readonly Low: string;
}

export type PageContextInfo = ReturnType<typeof pageContextInfo>;

/**
 * `_spPageContextInfo`, the object that SharePoint's runtime reads at start.
 * `isExternalGuestUser` keeps the loader from asking Entra ID for tokens, which no one answers on localhost.
 */
export function pageContextInfo(facts: PageFacts) {
  return {
    ...aboutSite(facts),
    ...aboutPage(facts),
    ...aboutVisitor(facts),
    ...aboutPlatform,
    formDigestValue: facts.digest.value,
    formDigestTimeoutSeconds: facts.digest.timeoutSeconds,
  };
}

function aboutSite({ origin, web, site }: PageFacts) {
  return {
    webAbsoluteUrl: origin + web.path,
    webServerRelativeUrl: web.path,
    webId: braced(web.id),
    webTitle: web.title,
    webLanguage: web.language,
    webLanguageName: 'en-GB',
    webPermMasks: halves(web.permissions),
    webTemplate: '68',
    webTimeZoneData: london,
    webFirstDayOfWeek: 1,
    siteAbsoluteUrl: origin + site.path,
    siteServerRelativeUrl: site.path,
    siteId: braced(site.id),
    portalUrl: `${origin}/`,
  };
}

function aboutPage({ web, page }: PageFacts) {
  return {
    serverRequestPath: page?.path ?? web.path,
    ...(page && {
      listId: braced(page.listId),
      pageListId: braced(page.listId),
      listTitle: 'Site Pages',
      listUrl: `${web.path}/SitePages`,
      listBaseTemplate: 119,
      listPermsMask: halves(page.permissions),
      pageItemId: page.id,
    }),
  };
}

function aboutVisitor({ user }: PageFacts) {
  return {
    userId: user.id,
    userLoginName: user.loginName,
    userDisplayName: user.name,
    userEmail: user.email,
    userPrincipalName: user.email,
    isSiteAdmin: user.isSiteAdmin,
    isExternalGuestUser: true,
    isAnonymousGuestUser: false,
    isEmailAuthenticationGuestUser: false,
  };
}

/** SharePoint's time zone 2, "(UTC+00:00) Dublin, Edinburgh, Lisbon, London"; offsets in minutes west of UTC. */
const london = {
  Description: '(UTC+00:00) Dublin, Edinburgh, Lisbon, London',
  Id: 2,
  Bias: 0,
  StandardBias: 0,
  DaylightBias: -60,
  StandardDate: { Year: 0, Month: 10, DayOfWeek: 0, Day: 5, Hour: 2, Minute: 0, Second: 0, Milliseconds: 0 },
  DaylightDate: { Year: 0, Month: 3, DayOfWeek: 0, Day: 5, Hour: 1, Minute: 0, Second: 0, Milliseconds: 0 },
};

const aboutPlatform = {
  layoutsUrl: '_layouts/15',
  currentLanguage: 1033,
  currentCultureName: 'en-GB',
  currentUICultureName: 'en-GB',
  isSPO: true,
  aadTenantId: '11111111-2222-4333-8444-555555555555',
  aadInstanceUrl: '',
  aadUserId: '',
  CorrelationId: '00000000-0000-4000-8000-000000000000',
  sitePagesEnabled: true,
  ExpFeatures: [],
  ECSClientFeatures: [],
  killSwitches: {},
  experimentData: {},
};

function braced(id: string): string {
  return `{${id.replace(/[{}]/g, '')}}`;
}

function halves(mask: Mask): { readonly High: number; readonly Low: number } {
  return { High: Number(mask.High), Low: Number(mask.Low) };
}
