define([], function () {
  return {
    titleLabel: 'Title',
    helpContactLabel: 'Who helps parents?',
    helpContactDescription:
      'An e-mail address or telephone number. It is shown when something does not work, and to people with no child linked to their account.',
    areasLabel: 'What is shown',
    areasDescription: 'Choose what parents see and in which order. A parent can put it in an order of their own.',
    moveUp: 'Move up: {0}',
    moveDown: 'Move down: {0}',
    movedTo: '{0} is now {1} of {2}',
    fieldLoading: 'Getting the settings ready',
    fieldFailed: 'These settings could not be loaded. Check your connection, then try again.',
    childDashboardDescription: 'Parents see their own children here, each parent only their own.',
    areaToday: 'Today and tomorrow',
    areaAttendance: 'Attendance',
    areaBehaviour: 'Praise and behaviour',
    areaResults: 'Results',
    areaNotices: 'Notices',
    areaDates: 'Dates coming up',
    siteUrlLabel: 'The school’s site',
    siteUrlDescription:
      'Leave it empty on a page of the school’s own site. Elsewhere, in a hub or in Teams: the address of the site on which the school’s lists are.',
    siteUrlOtherTenant: 'This site belongs to another organisation. Enter a site of your own.',
    siteUrlNoSite: 'This is not the address of a site. An example: /sites/school',
    siteUrlWrong: 'The school’s site cannot be opened. Check its address in the settings of this web part, and that you may open the site.',
    siteClosed: 'The school’s site cannot be opened with your account. Please ask the school.',
    openSettings: 'Open the settings of this web part',
    loading: 'Loading',
    loadFailed: 'This part of the page could not be loaded. Check your connection, then try again.',
    loadAgain: 'Try again',
  };
});
