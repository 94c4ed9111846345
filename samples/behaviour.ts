/** What staff record about conduct: mostly good news. */
import type { Polarity } from '../src/domain/behaviour';
import type { SchoolDate } from '../src/domain/time/schoolDate';
import { academicYearOf, type SchoolDay } from './calendar';
import type { TeachingClass } from './classes';
import { coursesOf, periods } from './curriculum';
import { weekdayOf } from './dates';
import { isOnRoll, type People } from './people';
import { between, chance, pick } from './random';
import { displayName, type Pupil } from './roll';
import type { SchoolYear } from './schoolYear';
import { staffName, teachers } from './staff';

export interface BehaviourEvent {
  readonly id: string;
  readonly pupil: Pupil;
  readonly polarity: Polarity;
  readonly type: string;
  readonly date: SchoolDate;
  readonly time: string;
  readonly points: number;
  readonly subject?: string;
  readonly classId?: string;
  readonly location?: string;
  readonly outcome?: string;
  readonly outcomeDate?: SchoolDate;
  readonly staff: string;
  readonly narrative?: string;
  readonly parentVisible: boolean;
}

const goodNews = [
  'Excellent effort',
  'Outstanding homework',
  'Helping others',
  'Great contribution in class',
  'Star of the week',
  'Kindness',
  'Reading milestone',
  'Represented the school',
  'Excellent progress',
  'Resilience',
];
const concerns = [
  'Homework not handed in',
  'Late to lesson',
  'Disrupting learning',
  'Equipment missing',
  'Mobile phone used in lesson',
  'Uniform not complete',
];
/** For staff only, whatever the school publishes otherwise. */
const safeguarding = 'Bullying: under investigation';

/** Events before today; lessons are known for the current school year only. */
export function behaviourEvents(schoolYear: SchoolYear, people: People, classes: readonly TeachingClass[]): BehaviourEvent[] {
  const classesOf = new Map(people.pupils.map((pupil) => [pupil.id, classes.filter((one) => one.pupils.includes(pupil))]));
  return schoolYear.pastSchoolDays
    .filter(({ date }) => date >= schoolYear.recordsFrom)
    .flatMap((day) =>
      people.pupils
        .filter((pupil) => isOnRoll(pupil, day.date) && chance(`event ${pupil.id} ${day.date}`) < eagerness(pupil))
        .map((pupil) => event(pupil, day, { schoolYear, people, classes: classesOf.get(pupil.id) ?? [] })),
    );
}

/** The main demo family has a little more to read. */
function eagerness(pupil: Pupil): number {
  return pupil.surname === 'Smith' ? 0.09 : 0.03;
}

interface Surroundings {
  readonly schoolYear: SchoolYear;
  readonly people: People;
  readonly classes: readonly TeachingClass[];
}

function event(pupil: Pupil, day: SchoolDay, around: Surroundings): BehaviourEvent {
  const label = `${pupil.id} ${day.date}`;
  const dice = chance(`polarity ${label}`);
  const polarity: Polarity = dice < 0.82 ? 'positive' : dice < 0.97 ? 'negative' : 'neutral';
  const hidden = polarity === 'negative' && chance(`hidden ${label}`) < 0.06;
  return {
    id: `B${pupil.number}-${day.date.replace(/-/g, '')}`,
    pupil,
    polarity,
    date: day.date,
    ...typeAndPoints(polarity, hidden, label),
    ...place(pupil, day, around, label),
    ...(polarity === 'negative' ? consequence(day, around.schoolYear, label) : {}),
    ...narrative(polarity, pupil, around.people, label),
    parentVisible: !hidden,
  };
}

function typeAndPoints(polarity: Polarity, hidden: boolean, label: string): Pick<BehaviourEvent, 'type' | 'points'> {
  if (polarity === 'positive') return { type: pick(`type ${label}`, goodNews), points: between(`points ${label}`, 1, 5) };
  if (polarity === 'neutral') return { type: 'Conversation with tutor', points: 0 };
  return { type: hidden ? safeguarding : pick(`type ${label}`, concerns), points: -between(`points ${label}`, 1, 3) };
}

function place(
  pupil: Pupil,
  day: SchoolDay,
  { schoolYear, classes }: Surroundings,
  label: string,
): Pick<BehaviourEvent, 'time' | 'subject' | 'classId' | 'location' | 'staff'> {
  const weekday = weekdayOf(day.date) - 1 + (day.week === 'B' ? 5 : 0);
  const lessons = classes.flatMap((one) => one.slots.filter((slot) => slot.day === weekday).map((slot) => ({ one, slot })));
  const yearsAgo = schoolYear.year - academicYearOf(day.date);
  if (yearsAgo === 0 && lessons.length > 0 && chance(`lesson ${label}`) < 0.85) {
    const { one, slot } = pick(`which ${label}`, lessons);
    const start = periods[slot.period]?.start ?? '09:10';
    return {
      time: `${start.slice(0, 2)}:${between(`minute ${label}`, 20, 55)}`,
      subject: one.subject,
      classId: one.id,
      location: one.teacher.room,
      staff: staffName(one.teacher),
    };
  }
  const staff = staffName(pick(`staff ${label}`, teachers));
  if (yearsAgo === 0) return { time: '12:50', location: 'Playground', staff };
  return {
    time: '11:45',
    subject: pick(
      `subject ${label}`,
      coursesOf(Math.max(7, pupil.yearGroup - yearsAgo)).flatMap((course) => course.subjects),
    ),
    staff,
  };
}

function consequence(day: SchoolDay, { days }: SchoolYear, label: string): Pick<BehaviourEvent, 'outcome' | 'outcomeDate'> {
  if (chance(`outcome ${label}`) < 0.5) return { outcome: 'Warning given', outcomeDate: day.date };
  const next = days.find(({ date, am }) => date > day.date && am === 'open');
  return { outcome: 'Lunchtime detention', outcomeDate: next?.date ?? day.date };
}

/** Some name another pupil, as real ones do: these must never reach a parent. */
function narrative(polarity: Polarity, pupil: Pupil, people: People, label: string): Pick<BehaviourEvent, 'narrative'> {
  const dice = chance(`narrative ${label}`);
  if (dice > 0.3) return {};
  const formmates = people.pupils.filter((other) => other.form === pupil.form && other.id !== pupil.id);
  const other = displayName(pick(`other ${label}`, formmates));
  if (dice > 0.15)
    return { narrative: polarity === 'negative' ? 'Spoken to after the lesson, apologised.' : 'A pleasure to see, well done.' };
  if (polarity === 'negative')
    return { narrative: `Was talking with ${other} and did not stop when asked; ${other.split(' ')[0]}'s seat has been moved.` };
  return { narrative: `Helped ${other} to catch up after an absence.` };
}
