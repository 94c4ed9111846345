/** Lessons, by day. */
import type { Period } from '../calendar/period';
import type { SchoolDate } from '../time/schoolDate';
import type { ClockTime } from '../time/schoolTime';

export type LessonChange = 'cancelled' | 'moved' | 'cover';

export interface Lesson {
  readonly period: string;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly subject: string;
  readonly className: string;
  readonly room?: string | undefined;
  readonly teacher?: string | undefined;
  readonly change?: LessonChange | undefined;
}

export interface TimetableDay {
  readonly date: SchoolDate;
  /** Week of a two-week timetable. */
  readonly week?: string | undefined;
  readonly lessons: readonly Lesson[];
}

/** The same days as on the home row, for adults who may see the timetable and no home row. */
export interface TimetableRecord {
  readonly version: 1;
  readonly period: Period;
  readonly timetable: readonly TimetableDay[];
}
