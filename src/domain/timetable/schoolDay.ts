/** Which day of the timetable a family needs now: today, and once school is over the next school day. */
import type { ClockTime, SchoolMoment } from '../time/schoolTime';
import { schoolDayEnds } from '../time/sessionTimes';
import { kitForDay, type KitRule } from './kit';
import type { TimetableDay } from './lesson';
import { compareDates, daysBetween } from '../time/schoolDate';

export interface DayToShow {
  readonly day: TimetableDay;
  /** How the day is called seen from today; 'later' after a weekend or a holiday. */
  readonly relation: 'today' | 'tomorrow' | 'later';
}

/** Today until its last lesson has ended, then the next day of the timetable. Undefined where the timetable has neither. */
export function dayToShow({
  now,
  timetable,
}: {
  readonly now: SchoolMoment;
  readonly timetable: readonly TimetableDay[];
}): DayToShow | undefined {
  const coming = timetable.filter((day) => day.date >= now.date).sort((a, b) => compareDates(a.date, b.date));
  const day = coming.find(({ date, lessons }) => date > now.date || endOf(lessons) > now.time);
  if (!day) return undefined;
  const days = daysBetween(now.date, day.date);
  return { day, relation: days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'later' };
}

/** The end of the last lesson that takes place; of a school day without known lessons, the usual one. */
function endOf(lessons: TimetableDay['lessons']): ClockTime {
  const ends = lessons
    .filter(({ change }) => change !== 'cancelled')
    .map(({ end }) => end)
    .sort();
  return ends[ends.length - 1] ?? schoolDayEnds;
}

/** True for a day of lessons as the timetable has them, to which nothing special is brought. A day without known lessons is not ordinary. */
export function isOrdinarySchoolDay(day: TimetableDay, rules: readonly KitRule[]): boolean {
  return day.lessons.length > 0 && day.lessons.every(({ change }) => change === undefined) && kitForDay(day, rules).length === 0;
}
