/** Teaching classes, their pupils, teachers, and their places in the fortnight. */
import { coursesOf, periods, yearGroups, type Course } from './curriculum';
import { chance } from './random';
import type { Pupil } from './roll';
import { teachersOf, type Teacher } from './staff';

/** A period of the fortnight: day 0 is Monday of week A, day 9 Friday of week B. */
export interface Slot {
  readonly day: number;
  /** Index in periods. */
  readonly period: number;
}

export interface TeachingClass {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly yearGroup: number;
  readonly pupils: readonly Pupil[];
  readonly slots: readonly Slot[];
  readonly teacher: Teacher;
}

type Unstaffed = Omit<TeachingClass, 'teacher'>;

const fortnight = 10;

export function teachingClasses(pupils: readonly Pupil[]): TeachingClass[] {
  const wanted: Demand = new Map();
  return staffed(
    yearGroups.flatMap((year) =>
      classesOfYear(
        year,
        pupils.filter((pupil) => pupil.yearGroup === year),
        wanted,
      ),
    ),
  );
}

/** How many classes of a subject the school has in a period already: a subject has only so many teachers. */
type Demand = Map<string, number>;

function classesOfYear(year: number, pupils: readonly Pupil[], wanted: Demand): Unstaffed[] {
  const forms = [`${year}A`, `${year}B`];
  const free = new Map(forms.map((form) => [form, allSlots()]));
  return coursesOf(year).flatMap((course) => {
    if (course.grouping !== 'form') {
      const slots = placed(
        course,
        `${year}`,
        forms.map((form) => free.get(form) ?? new Set()),
        wanted,
      );
      return groupsOf(course, pupils).map(({ suffix, subject, members }) => ({
        id: `${year}-${suffix}`,
        name: className(String(year), subject, suffix),
        subject,
        yearGroup: year,
        pupils: members,
        slots,
      }));
    }
    return forms.map((form) => ({
      id: `${form}-${course.short[0]}`,
      name: className(form, course.subjects[0] ?? '', ''),
      subject: course.subjects[0] ?? '',
      yearGroup: year,
      pupils: pupils.filter((pupil) => pupil.form === form),
      slots: placed(course, form, [free.get(form) ?? new Set()], wanted),
    }));
  });
}

/** '7B Science'; '8 Mathematics 2' for the second of several classes. */
function className(group: string, subject: string, suffix: string): string {
  const number = /\d$/.exec(suffix)?.[0];
  return number === undefined ? `${group} ${subject}` : `${group} ${subject} ${number}`;
}

interface Group {
  readonly suffix: string;
  readonly subject: string;
  readonly members: readonly Pupil[];
}

/** Sets and choices cut across the two forms; every pupil is in one group of each course. */
function groupsOf(course: Course, pupils: readonly Pupil[]): Group[] {
  const label = course.short.join();
  // A pupil who left comes last: whether they are still counted moves nobody else into another class.
  const place = (pupil: Pupil): number => (pupil.story === 'left' ? 1 : chance(`${label} ${pupil.id}`));
  const order = [...pupils].sort((a, b) => place(a) - place(b));
  const count = course.grouping === 'choice' ? course.subjects.length : course.grouping === 'set' ? 3 : 2;
  return Array.from({ length: count }, (_, index) => {
    const which = course.grouping === 'choice' ? index : 0;
    return {
      suffix: course.grouping === 'choice' ? (course.short[which] ?? '') : `${course.short[0]}${index + 1}`,
      subject: course.subjects[which] ?? '',
      members: order.filter((_pupil, position) => position % count === index),
    };
  });
}

function allSlots(): Set<string> {
  return new Set(
    Array.from({ length: fortnight * periods.length }, (_, index) => `${Math.floor(index / periods.length)} ${index % periods.length}`),
  );
}

/** Takes slots that are free in every timetable given, spread over the fortnight's days, where few others want the subject's teachers. */
function placed(course: Course, group: string, timetables: readonly Set<string>[], wanted: Demand): Slot[] {
  const label = `${group} ${course.short[0]}`;
  const count = course.periods;
  const classes = course.grouping === 'set' ? 3 : course.grouping === 'half' ? 2 : 1;
  const rivals = ({ day, period }: Slot): number =>
    Math.max(...course.subjects.map((subject) => wanted.get(`${subject} ${day} ${period}`) ?? 0));
  const start = Math.floor(chance(`${label} day`) * fortnight);
  const used = new Map<number, number>();
  return Array.from({ length: count }, (_, index) => {
    const ideal = (start + Math.floor((index * fortnight) / count)) % fortnight;
    const open = [...(timetables[0] ?? [])].filter((slot) => timetables.every((timetable) => timetable.has(slot))).map(parseSlot);
    const cost = (slot: Slot): number =>
      (used.get(slot.day) ?? 0) * 100 +
      rivals(slot) * 30 +
      ((slot.day - ideal + fortnight) % fortnight) +
      chance(`${label} ${slot.day} ${slot.period}`);
    const best = open.sort((a, b) => cost(a) - cost(b))[0];
    if (best === undefined) throw new Error(`No period left for ${label}`);
    used.set(best.day, (used.get(best.day) ?? 0) + 1);
    timetables.forEach((timetable) => timetable.delete(`${best.day} ${best.period}`));
    course.subjects.forEach((subject) => {
      const key = `${subject} ${best.day} ${best.period}`;
      wanted.set(key, (wanted.get(key) ?? 0) + classes);
    });
    return best;
  });
}

function parseSlot(text: string): Slot {
  const [day, period] = text.split(' ').map(Number);
  return { day: day ?? 0, period: period ?? 0 };
}

/** Each class gets the least busy teacher of its subject who is free in all of its periods. 7B's science teacher is first in line. */
function staffed(classes: readonly Unstaffed[]): TeachingClass[] {
  const busy = new Map<Teacher, Set<string>>();
  const order = [...classes].sort((a, b) => Number(b.id === '7B-Sc') - Number(a.id === '7B-Sc') || b.slots.length - a.slots.length);
  const teacherOf = new Map(order.map((one) => [one.id, teacherFor(one, busy)]));
  return classes.map((one) => ({ ...one, teacher: teacherOf.get(one.id) ?? teacherFor(one, busy) }));
}

function teacherFor(one: Unstaffed, busy: Map<Teacher, Set<string>>): Teacher {
  const slots = one.slots.map((slot) => `${slot.day} ${slot.period}`);
  const hours = (teacher: Teacher): number => busy.get(teacher)?.size ?? 0;
  const free = teachersOf(one.subject).filter((teacher) => slots.every((slot) => !busy.get(teacher)?.has(slot)));
  const chosen = [...free].sort((a, b) => hours(a) - hours(b))[0];
  if (chosen === undefined) throw new Error(`No teacher is free for ${one.name}`);
  busy.set(chosen, new Set([...(busy.get(chosen) ?? []), ...slots]));
  return chosen;
}
