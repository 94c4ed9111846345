import { and, number, plural } from './grammar';

export const results = {
  name: 'Results',
  heading: 'Results',
  /** The date is that of the newest result. */
  setWithDate: (set: string, day: string) => `${set} · ${day}`,
  /** 'Effort: Good', in the school's own words. */
  line: (aspect: string, result: string) => `${aspect}: ${result}`,
  target: (target: string) => `Target: ${target}`,
  whatItMeans: 'What these words mean',
  earlier: (sets: number) => `Earlier tests and results (${number(sets)})`,
  /** 'Maths, effort: Good' */
  inSubject: (subject: string, line: string) => `${subject} · ${line}`,
  moreSubjects: (count: number) => plural(count, { one: 'and # more subject', other: 'and # more subjects' }),
  /** Said once of all who have none. */
  ordinary: (names: readonly string[]) => `${and(names)}: no results yet this school year`,
  seeAll: (name: string) => `See all of ${name}’s results`,
  nothingYet: (name: string) => `No results yet this school year. They appear here on the day the school releases ${name}’s next report.`,
} as const;
