import type { LessonsByDay } from '../../../src/domain/attendance/attendanceSummary';
import { weekAndDaysAfter } from '../../../src/domain/calendar/schoolCalendar';
import { datedLessons } from '../../../src/domain/timetable/timetable';
import type { SchoolClass } from '../../../src/domain/people/pupil';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import type { TimetableDay } from '../../../src/domain/timetable/lesson';
import type { Pupil, School } from '../school/school';

const daysAhead = 10;

/** The lessons of a pupil on given days. */
function timetableOn(school: School, pupil: Pupil, days: readonly SchoolDate[]): readonly TimetableDay[] {
  const memberships = school.memberships.get(pupil.pupilId) ?? [];
  const classIds = new Set(memberships.map(({ classId }) => classId));
  const lessons = [
    ...[...classIds].flatMap((id) => school.lessonsOfClass.get(id) ?? []),
    ...(school.lessonsOfPupil.get(pupil.pupilId) ?? []),
  ];
  return datedLessons({ lessons, pupilId: pupil.pupilId, memberships, calendar: school.calendar, days, yearGroup: pupil.yearGroup });
}

/**
 * The whole week of the first school day on or after the export, and the ten school days after that week. So it changes once a week and not
 * every night, ten days lie ahead on any day of the week, and before a holiday it reaches beyond.
 */
export function comingTimetable(school: School, pupil: Pupil): readonly TimetableDay[] {
  return timetableOn(school, pupil, weekAndDaysAfter(school.calendar, school.extractDate, daysAhead, pupil.yearGroup));
}

export function lessonsByDay(school: School, pupil: Pupil, days: readonly SchoolDate[]): LessonsByDay {
  return new Map(timetableOn(school, pupil, days).map((day) => [day.date, day.lessons]));
}

/** Classes of the pupil on the day of the export. */
export function currentClasses(school: School, pupil: Pupil): readonly SchoolClass[] {
  const current = (school.memberships.get(pupil.pupilId) ?? []).filter(
    ({ from, to }) => (from === undefined || from <= school.extractDate) && (to === undefined || school.extractDate <= to),
  );
  return [...new Set(current.map(({ classId }) => classId))].flatMap((classId) => {
    const found = school.classes.get(classId);
    return found ? [{ key: classId, name: found.name, ...(found.subject ? { subject: found.subject } : {}) }] : [];
  });
}
