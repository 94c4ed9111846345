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
    text: 'You are signed in, but the school’s records do not link a child to the account you used. If you have more than one account, try the e-mail address that the school has for you. Otherwise please ask the school.',
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
