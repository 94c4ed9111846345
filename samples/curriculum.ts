/** What each year group learns, in how many of the fortnight's 50 periods, and how its 60 pupils are divided for it. */

/** 'form': each form on its own. 'set': three classes of both forms' pupils. 'half': two. 'choice': one class a subject. */
export type Grouping = 'form' | 'set' | 'half' | 'choice';

export interface Course {
  /** One subject, or those to choose from. */
  readonly subjects: readonly string[];
  readonly short: readonly string[];
  readonly periods: number;
  readonly grouping: Grouping;
}

function course(name: string, short: string, periods: number, grouping: Grouping = 'form'): Course {
  return { subjects: name.split(' / '), short: short.split(' / '), periods, grouping };
}

const foundation = [
  course('Art', 'Ar', 2),
  course('Music', 'Mu', 2),
  course('Drama', 'Dr', 2),
  course('Computing', 'Co', 2),
  course('Food and nutrition', 'Fo', 2),
  course('Design and technology', 'Dt', 2),
];

const lowerSchool = [
  course('Mathematics', 'Ma', 7, 'set'),
  course('French / Spanish', 'Fr / Sp', 4, 'choice'),
  course('English', 'En', 7),
  course('Science', 'Sc', 6),
  course('History', 'Hi', 3),
  course('Geography', 'Ge', 3),
  course('Religious education', 'Re', 2),
  course('Personal development', 'Pd', 2),
  ...foundation,
];

const yearSeven = [course('Physical education', 'Pe', 2, 'half'), course('Swimming', 'Sw', 2, 'half'), ...lowerSchool];
const yearEightAndNine = [course('Physical education', 'Pe', 4, 'half'), ...lowerSchool];

const yearTen = [
  course('English', 'En', 8, 'set'),
  course('Mathematics', 'Ma', 8, 'set'),
  course('Science', 'Sc', 10, 'set'),
  course('Physical education', 'Pe', 4, 'half'),
  course('History / Geography / Computing', 'Hi / Ge / Co', 6, 'choice'),
  course('French / Spanish / Art', 'Fr / Sp / Ar', 6, 'choice'),
  course('Food and nutrition / Design and technology / Music', 'Fo / Dt / Mu', 6, 'choice'),
  course('Personal development', 'Pd', 2),
];

export const yearGroups = [7, 8, 9, 10] as const;

/** Those that bind both forms come first: they are the hardest to place. */
export function coursesOf(yearGroup: number): readonly Course[] {
  const courses = yearGroup === 7 ? yearSeven : yearGroup === 10 ? yearTen : yearEightAndNine;
  return [...courses].sort((a, b) => Number(a.grouping === 'form') - Number(b.grouping === 'form') || b.periods - a.periods);
}

/** Lesson periods of a day; registration comes before the first. */
export const periods = [
  { name: '1', start: '09:10', end: '10:10' },
  { name: '2', start: '10:10', end: '11:10' },
  { name: '3', start: '11:30', end: '12:30' },
  { name: '4', start: '13:10', end: '14:10' },
  { name: '5', start: '14:10', end: '15:10' },
] as const;

export const registration = { name: 'Tutor', start: '08:50', end: '09:10' } as const;
export const lunchLesson = { name: 'Lunch', start: '12:35', end: '13:05' } as const;
