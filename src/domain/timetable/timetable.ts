/** From the lessons of a timetable to a pupil's days. */
import { compareNames, plainText, sameText } from '../plainText';
import { covers, type OpenDateRange } from '../time/dateRange';
import { sessionAt } from '../time/sessionTimes';
import type { Lesson, LessonChange, TimetableDay } from './lesson';
import { type SchoolDate, weekday } from '../time/schoolDate';
import { isOpen, isSchoolDay, weekOf, type SchoolCalendar } from '../calendar/schoolCalendar';

/** When a lesson is: once, or every week (or every week of that name) between two days, both included. */
export type LessonWhen =
  | { readonly kind: 'dated'; readonly date: SchoolDate }
  | {
      readonly kind: 'weekly';
      /** 'A'; absent or blank: every week. */
      readonly week?: string | undefined;
      /** 1 Monday to 7 Sunday. */
      readonly weekday: number;
      readonly validFrom: SchoolDate;
      readonly validTo: SchoolDate;
    };

/** A lesson as the school's timetable has it. It belongs to a class or to a single pupil. */
export interface LessonFact extends Lesson {
  readonly classId?: string | undefined;
  readonly pupilId?: string | undefined;
  readonly when: LessonWhen;
}

/** A pupil's place in a class. */
export interface ClassMembership extends OpenDateRange {
  readonly classId: string;
}

export interface TimetableRequest {
  readonly lessons: readonly LessonFact[];
  readonly pupilId: string;
  readonly memberships: readonly ClassMembership[];
  readonly calendar: SchoolCalendar;
  readonly days: readonly SchoolDate[];
  readonly yearGroup?: string | undefined;
}

/**
 * The pupil's timetable on those of the days that are school days, each day's lessons by start. A dated lesson takes the place of the
 * weekly one of the same class and period. Left out are lessons in a session that is closed to the year group, and those of a named
 * week where the calendar names none.
 */
export function datedLessons(request: TimetableRequest): TimetableDay[] {
  const { lessons, pupilId, memberships, calendar, days, yearGroup } = request;
  const classIds = new Set(memberships.map(({ classId }) => classId));
  const own = lessons.filter((lesson) =>
    lesson.pupilId !== undefined ? lesson.pupilId === pupilId : lesson.classId !== undefined && classIds.has(lesson.classId),
  );
  return days.filter((date) => isSchoolDay(calendar, date, yearGroup)).map((date) => lessonsOn(date, { ...request, lessons: own }));
}

/** What an export's lesson status means: a change, 'none' for a lesson as planned, 'unknown' for a word we do not know. */
export function lessonChangeOf(status: string | undefined): LessonChange | 'none' | 'unknown' {
  return changeOfStatus.get(plainText(status)) ?? 'unknown';
}

const changeOfStatus: ReadonlyMap<string, LessonChange | 'none'> = new Map<string, LessonChange | 'none'>([
  ['', 'none'],
  ['planned', 'none'],
  ['scheduled', 'none'],
  ['normal', 'none'],
  ['confirmed', 'none'],
  ['active', 'none'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
  ['moved', 'moved'],
  ['rescheduled', 'moved'],
  ['room change', 'moved'],
  ['roomchange', 'moved'],
  ['cover', 'cover'],
  ['covered', 'cover'],
]);

function lessonsOn(date: SchoolDate, { lessons, memberships, calendar, yearGroup }: TimetableRequest): TimetableDay {
  const week = weekOf(calendar, date, yearGroup);
  const current = lessons.filter(
    (lesson) =>
      takesPlace(lesson.when, date, week) &&
      isMember(lesson, memberships, date) &&
      isOpen(calendar, date, sessionAt(lesson.start), yearGroup),
  );
  const dated = new Set(current.filter(({ when }) => when.kind === 'dated').map(slotOf));
  const kept = current.filter((lesson) => lesson.when.kind === 'dated' || !dated.has(slotOf(lesson)));
  return { date, ...(week === undefined ? {} : { week }), lessons: kept.map(publicLesson).sort(byStart) };
}

function takesPlace(when: LessonWhen, date: SchoolDate, week: string | undefined): boolean {
  if (when.kind === 'dated') return when.date === date;
  if (when.weekday !== weekday(date) || !covers({ from: when.validFrom, to: when.validTo }, date)) return false;
  return plainText(when.week) === '' || sameText(when.week, week);
}

function isMember(lesson: LessonFact, memberships: readonly ClassMembership[], date: SchoolDate): boolean {
  return (
    lesson.pupilId !== undefined || memberships.some((membership) => membership.classId === lesson.classId && covers(membership, date))
  );
}

function slotOf({ classId, pupilId, period }: LessonFact): string {
  return JSON.stringify([classId, pupilId, period]);
}

/** Only what is published: ids stay behind. */
function publicLesson({ classId: _classId, pupilId: _pupilId, when: _when, ...lesson }: LessonFact): Lesson {
  return lesson;
}

function byStart(a: Lesson, b: Lesson): number {
  return a.start.localeCompare(b.start) || compareNames(a.period, b.period);
}
