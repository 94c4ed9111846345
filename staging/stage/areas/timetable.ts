import type { LessonsByDay } from '../../../src/domain/attendance/attendanceSummary';
import { weekAndDaysAfter } from '../../../src/domain/calendar/schoolCalendar';
import { schoolYearOf } from '../../../src/domain/calendar/schoolPeriods';
import type { SchoolClass } from '../../../src/domain/people/pupil';
import { covers } from '../../../src/domain/time/dateRange';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import type { TimetableDay } from '../../../src/domain/timetable/lesson';
import { datedLessons } from '../../../src/domain/timetable/timetable';
import { decode } from '../../../src/lists/payload';
import { pupilHomeSchema } from '../../../src/lists/pupilHome';
import { classMembersTable } from '../bundle/tables';
import type { ExportedPupil, School } from '../school/school';
import { toldWhole, type StagedArea } from './stagedArea';

const daysAhead = 10;

/** On the home row the coming days and the classes; a record only for adults who may see the timetable and not the home row. */
export const timetable: StagedArea<'timetable'> = {
  file: classMembersTable.file,
  make: ({ school, pupil, seenWithoutHome }) => {
    const days = comingTimetable(school, pupil);
    return {
      records: seenWithoutHome.has('timetable') ? [{ version: 1, period: schoolYearOf(school.extractDate), timetable: days }] : [],
      home: { timetable: days, classes: currentClasses(school, pupil) },
    };
  },
  keepOnHome: (before) => ({ timetable: before?.timetable ?? [], classes: before?.classes ?? [] }),
  periodsToldBy: () => () => true,
  periodsToldInPart: toldWhole,
  settled: {
    on: 'home',
    facts: (payload) => {
      const home = decode(pupilHomeSchema, payload);
      return home.ok ? home.value.classes.map(({ key }) => key) : [];
    },
    // A class is changed now and then; most of them at once are another child's.
    isRewritten: (gone, all) => gone * 2 > all,
  },
};

/** The lessons of a pupil on given days. */
function timetableOn(school: School, pupil: ExportedPupil, days: readonly SchoolDate[]): readonly TimetableDay[] {
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
function comingTimetable(school: School, pupil: ExportedPupil): readonly TimetableDay[] {
  return timetableOn(school, pupil, weekAndDaysAfter(school.calendar, school.extractDate, daysAhead, pupil.yearGroup));
}

/** The pupil's lessons by day: what was missed with a mark. */
export function lessonsByDay(school: School, pupil: ExportedPupil, days: readonly SchoolDate[]): LessonsByDay {
  return new Map(timetableOn(school, pupil, days).map((day) => [day.date, day.lessons]));
}

/** Classes of the pupil on the day of the export. */
function currentClasses(school: School, pupil: ExportedPupil): readonly SchoolClass[] {
  const current = (school.memberships.get(pupil.pupilId) ?? []).filter((membership) => covers(membership, school.extractDate));
  return [...new Set(current.map(({ classId }) => classId))].flatMap((classId) => {
    const found = school.classes.get(classId);
    return found ? [{ key: classId, name: found.name, ...(found.subject ? { subject: found.subject } : {}) }] : [];
  });
}
