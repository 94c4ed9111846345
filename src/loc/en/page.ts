import { and } from './plural';

export const page = {
  titleLabel: 'Title',
  chooseChild: 'Choose a child',
  allChildren: 'All children',
  about: (name: string, yearGroup: string, form: string | undefined) =>
    form ? `${name}, ${yearGroup}, form ${form}` : `${name}, ${yearGroup}`,
  yearAndForm: (yearGroup: string, form: string | undefined) => (form ? `${yearGroup}, form ${form}` : yearGroup),
  showing: (name: string) => `Showing ${name}`,
  showingAll: 'Showing all children',
  forChildren: (names: readonly string[]) => `For ${and(names)}`,
  colours: ['blue', 'green', 'purple', 'teal', 'pink', 'brown'],
  nameWithColour: (name: string, colour: string) => `${name}, shown in ${colour}`,
  loading: 'Getting your page ready',
  slow: 'This is taking longer than usual. We are still trying.',
  tryAgain: 'Try again',
  helpFrom: 'Help from school:',
  code: (code: string) => `If you ask for help, please give this code: ${code}`,
  refreshFailed: 'We could not check for news just now. What you see is what we had before.',
  childMissing: (name: string) => `We could not find ${name}’s page`,
  childMissingHelp: 'The school may be updating it. Please try again in a few minutes, or ask the school.',
  panelFault: 'This part of the page has a fault of ours and cannot be shown. The rest of the page is not affected.',
  notShared: 'The school does not share this with you.',
} as const;

export const order = {
  change: 'Change the order',
  heading: 'The order of this page',
  help: 'Move what matters most to you to the top. It stays like this for you only.',
  up: (area: string) => `Move ${area} up`,
  down: (area: string) => `Move ${area} down`,
  moved: (area: string, place: number, of: number) => `${area} is now ${place} of ${of}`,
  save: 'Save the order',
  saving: 'Saving',
  cancel: 'Cancel',
  reset: 'Use the school’s order',
  wasReset: 'This is the school’s order now.',
  opening: 'Opening',
  notOpened: 'This could not be opened. Check your connection, then try again.',
  saved: 'Your order is saved.',
  failed: 'Your order could not be saved. It is still here: please try again.',
  offline: 'You seem to be offline. Your order is still here: save it again when you are connected.',
  conflict: 'You changed the order somewhere else in the meantime. Save again to use this one.',
} as const;

export const problems = {
  notSetUp: {
    heading: 'This page is not ready yet',
    visitor: 'The school is still setting it up. Please come back later.',
    editor:
      'The lists that this web part reads are not on this site. An administrator makes them with: npm run schoolgate -- provision --site, followed by the address of this site. The administrator’s guide says how.',
    openPane: 'Open this web part’s settings',
  },
  noChild: {
    heading: 'No child is linked to your account yet',
    text: 'You are signed in, but the school’s records do not link a child to the account you used.',
    help: 'If you have more than one account, try the e-mail address that the school has for you. Otherwise please ask the school.',
  },
  noAccess: {
    heading: 'You cannot see this page',
    text: 'Your account may not read it. If you think that is wrong, please ask the school.',
  },
  offline: {
    heading: 'You seem to be offline',
    text: 'We could not reach the school’s site. Check your connection, then try again.',
  },
  busy: {
    heading: 'The school’s site is busy',
    text: 'It did not answer in time. Please try again in a minute.',
  },
  conflict: {
    heading: 'Something changed in the meantime',
    text: 'Please try again.',
  },
  broken: {
    heading: 'Something went wrong on our side',
    text: 'It is not your fault. Please try again. If it happens again, tell the school.',
  },
} as const;

export const freshness = {
  timetable: (moment: string) => `From the timetable, ${moment}`,
  attendance: (moment: string) => `From the register, ${moment}`,
  behaviour: (moment: string) => `From the school’s records, ${moment}`,
  results: (moment: string) => `From the school’s records, ${moment}`,
  changed: (moment: string) => `Last changed ${moment}`,
  read: (moment: string) => `Checked ${moment}`,
  unknown: 'The school has not said how recent this is',
  stale: (moment: string) => `This may be out of date: the school last sent it ${moment}.`,
  today: (time: string) => `today ${time}`,
  yesterday: (time: string) => `yesterday ${time}`,
  onDay: (day: string, time: string) => `${day}, ${time}`,
} as const;
