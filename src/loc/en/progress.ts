import { plural } from './plural';

export const behaviour = {
  name: 'Praise and behaviour',
  heading: 'Praise and behaviour',
  goodNews: 'Good news',
  alsoRecorded: 'Also recorded',
  noGoodNews: 'No praise recorded in the last weeks. It appears here as soon as a teacher gives some.',
  points: (points: number) => plural(Math.abs(points), 'point'),
  inSubject: (subject: string, day: string) => `${subject}, ${day}`,
  wholeTerm: (count: number, period: string) => `Everything from ${period} (${count})`,
  nothingYet: (name: string) =>
    `Nothing is recorded for ${name} in the last weeks. That is quite normal. Praise appears here on the day it is given.`,
} as const;

export const results = {
  name: 'Results',
  heading: 'Results',
  /** The date is that of the newest result. */
  setWithDate: (set: string, day: string) => `${set} · ${day}`,
  target: (target: string) => `Target: ${target}`,
  whatItMeans: 'What these words mean',
  earlier: (sets: number) => `Earlier tests and results (${sets})`,
  seeAll: (name: string) => `See ${name}’s results`,
  nothingYet: (name: string) => `No results yet this school year. They appear here on the day the school releases ${name}’s next report.`,
} as const;

export const notices = {
  name: 'Notices',
  heading: 'Notices',
  audience: { school: 'For everyone', year: (year: string) => year, class: (name: string) => `class ${name}` },
  until: (day: string) => `Shown until ${day}`,
  more: (count: number) => `More notices (${count})`,
  nothingYet: 'No notices at the moment. What the school tells families appears here.',
} as const;

export const dates = {
  name: 'Dates',
  heading: 'Dates coming up',
  kinds: {
    inset: 'INSET day: school is closed to pupils while staff train',
    holiday: 'School holiday',
    bankHoliday: 'Bank holiday: school is closed',
    closed: 'School is closed',
    termStarts: 'First day of term',
    termEnds: 'Last day of term',
  },
  /** Where only half of the day is affected. */
  halfDay: { AM: 'morning only', PM: 'afternoon only' },
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  nothingYet: 'No dates yet. Terms, holidays and INSET days appear here once the school has entered its calendar.',
} as const;
