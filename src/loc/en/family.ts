import { and } from './grammar';

export const family = {
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
  /** Beside a child's name. What it opens says whose all of what it is, and begins with these words. */
  seeAll: 'See all',
  childMissing: (name: string) =>
    `We could not find ${name}’s page. The school may be updating it. Please try again in a few minutes, or ask the school.`,
  notShared: 'The school does not share this with you.',
} as const;
