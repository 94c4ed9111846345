/** What SharePoint itself shows: the property pane, and words for when no view could be loaded. */
declare module 'SchoolgateWebPartStrings' {
  const strings: {
    readonly titleLabel: string;
    readonly helpContactLabel: string;
    readonly helpContactDescription: string;
    readonly areasLabel: string;
    readonly areasDescription: string;
    /** {0} is the thing moved. */
    readonly moveUp: string;
    /** {0} is the thing moved. */
    readonly moveDown: string;
    /** {0} is the thing moved, {1} its place, {2} how many there are. */
    readonly movedTo: string;
    readonly fieldLoading: string;
    readonly fieldFailed: string;
    readonly childDashboardDescription: string;
    readonly areaToday: string;
    readonly areaAttendance: string;
    readonly areaBehaviour: string;
    readonly areaResults: string;
    readonly areaNotices: string;
    readonly areaDates: string;
    readonly siteUrlLabel: string;
    readonly siteUrlDescription: string;
    readonly siteUrlOtherTenant: string;
    readonly siteUrlNoSite: string;
    /** To the page's editor. */
    readonly siteUrlWrong: string;
    /** To a visitor. */
    readonly siteClosed: string;
    readonly openSettings: string;
    readonly loading: string;
    readonly loadFailed: string;
    readonly loadAgain: string;
  };
  export = strings;
}
