import { plural } from './plural';

export const today = {
  name: 'Today and tomorrow',
  relation: { today: 'Today', tomorrow: 'Tomorrow', later: 'Next school day' },
  heading: (relation: string, day: string) => `${relation}, ${day}`,
  severalDays: 'The next school day',
  bring: 'Bring',
  nothingToBring: 'Nothing special to bring',
  kitUnknown: 'We could not check what to bring.',
  lessons: 'Lessons',
  summary: (count: number, start: string, end: string) => `${plural(count, 'lesson')}, ${start} to ${end}`,
  allLessons: (name: string) => `See all of ${name}’s lessons`,
  fromTo: (start: string, end: string) => `${start} to ${end}`,
  room: (room: string) => `Room: ${room}`,
  teacher: (teacher: string) => `Teacher: ${teacher}`,
  changes: { cancelled: 'Cancelled', moved: 'Room or time has changed', cover: 'Taken by another teacher' },
  changedLesson: (subject: string, start: string, change: string) => `${subject} at ${start}: ${change.toLowerCase()}`,
  noLessons: 'The school’s timetable has no lessons for this day yet.',
  nothingYet: (name: string) =>
    `There are no lessons in ${name}’s timetable for the coming days. They appear here as soon as the school sends its timetable.`,
  /** Between school days. */
  nothingUntil: (name: string, day: string) =>
    `The next school day is ${day}. ${name}’s lessons appear here as soon as the school sends its timetable.`,
} as const;
