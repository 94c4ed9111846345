/** The timetable: rows that recur every fortnight, and three days on which something differs. */
import type { SchoolDate } from '../src/domain/time/schoolDate';
import type { TeachingClass } from './classes';
import { lunchLesson, periods, registration, yearGroups } from './curriculum';
import { weekdayOf } from './dates';
import type { Pupil } from './roll';
import type { SchoolYear } from './schoolYear';
import { staffName, teachers } from './staff';

export interface DemoClass {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly yearGroup: number;
  readonly staff: string;
  readonly pupils: readonly Pupil[];
}

export interface DemoLesson {
  readonly id: string;
  readonly classId: string;
  readonly when:
    | { readonly date: SchoolDate }
    | { readonly week: 'A' | 'B'; readonly weekday: number; readonly validFrom: SchoolDate; readonly validTo: SchoolDate };
  readonly period: { readonly name: string; readonly start: string; readonly end: string };
  readonly room: string;
  readonly staff: string;
  readonly status: 'scheduled' | 'cancelled' | 'moved' | 'cover';
}

const weeks = ['A', 'B'] as const;
const tutorTime = 'Tutor time';

/** Teaching classes, a tutor group for each form, and one pupil's instrument lesson. */
export function allClasses(teaching: readonly TeachingClass[], pupils: readonly Pupil[]): DemoClass[] {
  const tutorGroups = yearGroups.flatMap((year) =>
    ['A', 'B'].map((letter): DemoClass => {
      const form = `${year}${letter}`;
      const members = pupils.filter((pupil) => pupil.form === form);
      return {
        id: `${form}-Tu`,
        name: `${form} ${tutorTime}`,
        subject: tutorTime,
        yearGroup: year,
        staff: staffName(tutorOf(form)),
        pupils: members,
      };
    }),
  );
  const guitar: DemoClass = {
    id: 'Gu-1',
    name: 'Guitar lesson',
    subject: 'Music',
    yearGroup: 7,
    staff: guitarTeacher,
    pupils: pupils.filter(({ forename, surname }) => forename === 'Emily' && surname === 'Smith'),
  };
  return [...teaching.map((one) => ({ ...one, staff: staffName(one.teacher) })), ...tutorGroups, guitar];
}

export function allLessons(schoolYear: SchoolYear, teaching: readonly TeachingClass[]): DemoLesson[] {
  const valid = validity(schoolYear);
  const recurring = teaching.flatMap((one) =>
    one.slots.map(({ day, period }): DemoLesson => {
      const when = { week: day < 5 ? 'A' : 'B', weekday: (day % 5) + 1, ...valid } as const;
      return { ...lessonOf(one, period), id: `L-${one.id}-${when.week}${when.weekday}-${period + 1}`, when };
    }),
  );
  return [...recurring, ...tutorLessons(valid), ...guitarLessons(valid), ...changes(schoolYear, teaching)];
}

const guitarTeacher = 'Mr L Marchetti';

function tutorOf(form: string): (typeof teachers)[number] {
  const index = yearGroups.indexOf(parseInt(form, 10) as 7 | 8 | 9 | 10) * 2 + (form.endsWith('B') ? 1 : 0);
  const tutor = teachers[index * 4 + 2];
  if (tutor === undefined) throw new Error('Every form has a tutor');
  return tutor;
}

function validity({ year, days }: SchoolYear): { readonly validFrom: SchoolDate; readonly validTo: SchoolDate } {
  const inTerm = days.filter(({ date, termId }) => termId !== undefined && date >= `${year}-09-01` && date < `${year + 1}-09-01`);
  return { validFrom: `${year}-09-01`, validTo: inTerm[inTerm.length - 1]?.date ?? `${year + 1}-08-31` };
}

function lessonOf(one: TeachingClass, period: number): Omit<DemoLesson, 'id' | 'when'> {
  const time = periods[period];
  if (time === undefined) throw new Error('A lesson has a period');
  return { classId: one.id, period: time, room: one.teacher.room, staff: staffName(one.teacher), status: 'scheduled' };
}

function tutorLessons(valid: ReturnType<typeof validity>): DemoLesson[] {
  return yearGroups
    .flatMap((year) => ['A', 'B'].map((letter) => `${year}${letter}`))
    .flatMap((form) =>
      weeks.flatMap((week) =>
        [1, 2, 3, 4, 5].map(
          (weekday): DemoLesson => ({
            id: `L-${form}-Tu-${week}${weekday}`,
            classId: `${form}-Tu`,
            when: { week, weekday, ...valid },
            period: registration,
            room: tutorOf(form).room,
            staff: staffName(tutorOf(form)),
            status: 'scheduled',
          }),
        ),
      ),
    );
}

function guitarLessons(valid: ReturnType<typeof validity>): DemoLesson[] {
  return weeks.map((week) => ({
    id: `L-Gu-1-${week}4`,
    classId: 'Gu-1',
    when: { week, weekday: 4, ...valid },
    period: lunchLesson,
    room: 'Music room',
    staff: guitarTeacher,
    status: 'scheduled',
  }));
}

/**
 * A cover teacher for Emily Smith, another room for Jack and a cancelled lesson for Oliver, on the next three school days.
 * Each replaces the recurring row of its class and period.
 */
function changes(schoolYear: SchoolYear, teaching: readonly TeachingClass[]): DemoLesson[] {
  const kinds = [
    ['cover', 'Emily'],
    ['moved', 'Jack'],
    ['cancelled', 'Oliver'],
  ] as const;
  const thisYear = schoolYear.comingSchoolDays.filter(({ date }) => date < `${schoolYear.year + 1}-09-01`);
  return kinds.flatMap(([status, forename], index) => {
    const day = thisYear[index];
    if (day === undefined) return [];
    const place = weekdayOf(day.date) - 1 + (day.week === 'B' ? 5 : 0);
    const found = teaching
      .filter((one) => one.pupils.some((pupil) => pupil.forename === forename && pupil.surname === 'Smith'))
      .flatMap((one) => one.slots.filter((slot) => slot.day === place).map((slot) => ({ one, slot })))[0];
    if (found === undefined) return [];
    const usual = lessonOf(found.one, found.slot.period);
    const busy = teaching
      .filter((one) => one.slots.some((slot) => slot.day === place && slot.period === found.slot.period))
      .map((one) => one.teacher);
    const staff = staffName(teachers.find((teacher) => !busy.includes(teacher)) ?? found.one.teacher);
    const room = status === 'moved' ? 'Library' : usual.room;
    return [
      {
        ...usual,
        id: `L-${found.one.id}-${day.date}`,
        when: { date: day.date },
        status,
        room,
        staff: status === 'cover' ? staff : usual.staff,
      },
    ];
  });
}
