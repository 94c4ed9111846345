import { number } from './grammar';

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
  seeAll: (name: string) => `See ${name}’s results`,
  nothingYet: (name: string) => `No results yet this school year. They appear here on the day the school releases ${name}’s next report.`,
} as const;
