import type { LessonFact } from '../../../src/domain/timetable/timetable';
import type { Located } from '../bundle/rowReader';

/** Lessons with the line they stand on: to tell of two that overlap. */
export type LocatedLesson = LessonFact & Located;

/** A name that holds an e-mail address stays behind: staff addresses are not published. */
export function teacherOf(staffName: string | undefined): { readonly teacher?: string } {
  return staffName && !staffName.includes('@') ? { teacher: staffName } : {};
}
