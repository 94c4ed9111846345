import { and, number, plural } from './grammar';

export const behaviour = {
  name: 'Praise and behaviour',
  heading: 'Praise and behaviour',
  goodNews: 'Good news',
  alsoRecorded: 'Also recorded',
  noGoodNews: 'No praise recorded in the last weeks. It appears here as soon as a teacher gives some.',
  points: (points: number) => plural(Math.abs(points), { one: '# point', other: '# points' }),
  inSubject: (subject: string, day: string) => `${subject}, ${day}`,
  wholeTerm: (count: number, period: string) => `Everything from ${period} (${number(count)})`,
  /** Said once of all for whom nothing was recorded lately. */
  ordinary: (names: readonly string[]) => `${and(names)}: nothing new recorded`,
  seeAll: (name: string) => `See all that is recorded for ${name}`,
  nothingYet: (name: string) =>
    `Nothing is recorded for ${name} in the last weeks. That is quite normal. Praise appears here on the day it is given.`,
} as const;
