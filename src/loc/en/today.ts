import { and, plural, things } from './grammar';

export const today = {
  name: 'Today and tomorrow',
  headings: {
    today: (day: string) => `Today, ${day}`,
    tomorrow: (day: string) => `Tomorrow, ${day}`,
    later: (day: string) => `Next school day, ${day}`,
  },
  severalDays: 'The next school day',
  bring: 'Bring:',
  things: (names: readonly string[]) => things(names),
  bringToLesson: (names: readonly string[]) => `Bring: ${things(names)}`,
  nothingToBring: 'Nothing special to bring',
  kitUnknown: 'We could not check what to bring.',
  lessons: 'Lessons',
  summary: (count: number, start: string, end: string) => `${plural(count, { one: '# lesson', other: '# lessons' })}, ${start} to ${end}`,
  /** Said once of all who have a day like any other. */
  ordinary: (names: readonly string[]) => `${and(names)}: lessons as usual, nothing special to bring`,
  allLessons: 'See all lessons',
  fromTo: (start: string, end: string) => `${start} to ${end}`,
  room: (room: string) => `Room: ${room}`,
  teacher: (teacher: string) => `Teacher: ${teacher}`,
  changes: { cancelled: 'Cancelled', moved: 'Room or time has changed', cover: 'Taken by another teacher' },
  changedLessons: {
    cancelled: (subject: string, start: string) => `${subject} at ${start}: cancelled`,
    moved: (subject: string, start: string) => `${subject} at ${start}: room or time has changed`,
    cover: (subject: string, start: string) => `${subject} at ${start}: taken by another teacher`,
  },
  noLessons: 'The school’s timetable has no lessons for this day yet.',
  nothingYet: (name: string) =>
    `There are no lessons in ${name}’s timetable for the coming days. They appear here as soon as the school sends its timetable.`,
  /** Between school days. */
  nothingUntil: (name: string, day: string) =>
    `The next school day is ${day}. ${name}’s lessons appear here as soon as the school sends its timetable.`,
} as const;
