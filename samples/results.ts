/** Reports three times a year and a test every week, marked within a week: so some results always wait for their day. */
import type { SchoolDate } from '../src/domain/time/schoolDate';
import { academicYearOf, type SchoolDay } from './calendar';
import type { TeachingClass } from './classes';
import { coursesOf } from './curriculum';
import { londonTime, mondayOf } from './dates';
import { isOnRoll } from './people';
import { chance, pick } from './random';
import type { Pupil } from './roll';
import { openDaysByHalfTerm, type SchoolYear } from './schoolYear';

export interface ResultRow {
  readonly pupil: Pupil;
  readonly set: string;
  readonly subject: string;
  readonly aspect: Aspect;
  readonly result: string;
  readonly target?: string;
  readonly date: SchoolDate;
  /** With its offset from UTC. */
  readonly releaseAt: string;
}

export type Aspect = 'Progress' | 'Working at grade' | 'Effort' | 'Test score';

/** From the lowest to the highest. */
export const progressSteps = ['Beginning', 'Developing', 'Secure', 'Exceeding'] as const;
export const gcseGrades = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** From the best. */
export const effortGrades = ['1', '2', '3', '4'] as const;

const notReported = ['Personal development', 'Swimming'];
const tested = ['Mathematics', 'Science', 'English'] as const;

export function resultRows(schoolYear: SchoolYear, pupils: readonly Pupil[], classes: readonly TeachingClass[]): ResultRow[] {
  const known = pupils.filter((pupil) => pupil.story !== 'left');
  return [...reportRows(schoolYear, known, classes), ...testRows(schoolYear, known)];
}

/** Written on the last day of each term's first half, released ten school days into the second. */
function reportRows(schoolYear: SchoolYear, pupils: readonly Pupil[], classes: readonly TeachingClass[]): ResultRow[] {
  const halfTerms = [...openDaysByHalfTerm(schoolYear)];
  return halfTerms.flatMap(([id, days], index) => {
    const written = days[days.length - 1]?.date ?? '';
    const release = halfTerms[index + 1]?.[1][9]?.date;
    if (!id.endsWith('.1') || release === undefined || written < schoolYear.recordsFrom || written >= schoolYear.today) return [];
    const set = `${seasonOf(id)} report ${written.slice(0, 4)}`;
    const releaseAt = londonTime(release, '16:00');
    return pupils
      .filter((pupil) => isOnRoll(pupil, written))
      .flatMap((pupil) => {
        const yearGroup = pupil.yearGroup - (schoolYear.year - academicYearOf(written));
        const subjects = subjectsOf(pupil, yearGroup, classes);
        return subjects.flatMap((subject) =>
          judgements(pupil, subject, yearGroup, set).map((one) => ({ ...one, pupil, set, subject, date: written, releaseAt })),
        );
      });
  });
}

function seasonOf(termId: string): string {
  const season = termId.split('.')[1] ?? '';
  return season.charAt(0).toUpperCase() + season.slice(1);
}

function subjectsOf(pupil: Pupil, yearGroup: number, classes: readonly TeachingClass[]): string[] {
  const subjects =
    yearGroup === pupil.yearGroup
      ? classes.filter((one) => one.pupils.includes(pupil)).map((one) => one.subject)
      : coursesOf(yearGroup).map((course) => pick(`choice ${pupil.id}`, course.subjects));
  return [...new Set(subjects)].filter((subject) => !notReported.includes(subject));
}

function judgements(pupil: Pupil, subject: string, yearGroup: number, set: string): Pick<ResultRow, 'aspect' | 'result' | 'target'>[] {
  const level = ability(pupil, subject) + (chance(`level ${pupil.id} ${subject} ${set}`) - 0.5) * 0.2;
  const hoped = ability(pupil, subject) + 0.12;
  const attainment =
    yearGroup >= 10
      ? ({ aspect: 'Working at grade', result: onScale(level, gcseGrades), target: onScale(hoped, gcseGrades) } as const)
      : ({ aspect: 'Progress', result: onScale(level, progressSteps), target: onScale(hoped, progressSteps) } as const);
  const effort = 1 - (0.45 + 0.55 * chance(`effort ${pupil.id} ${subject}`)) * (0.8 + 0.2 * chance(`effort ${pupil.id} ${set}`));
  return [attainment, { aspect: 'Effort', result: onScale(effort * 1.4, effortGrades) }];
}

/** From 0 to 1: three quarters of it the pupil's, the rest the subject's. */
function ability(pupil: Pupil, subject: string): number {
  const general = (chance(`ability ${pupil.id}`) + chance(`ability too ${pupil.id}`)) / 2;
  return 0.1 + 0.85 * (0.75 * general + 0.25 * chance(`ability ${pupil.id} ${subject}`));
}

function onScale(level: number, scale: readonly string[]): string {
  const index = Math.max(0, Math.min(scale.length - 1, Math.floor(level * scale.length)));
  return scale[index] ?? '';
}

/** On the last day of a school week in one of three subjects by turns; released on the last day of the next school week. */
function testRows(schoolYear: SchoolYear, pupils: readonly Pupil[]): ResultRow[] {
  const weeks = schoolWeeks(schoolYear);
  return weeks.flatMap((date, index) => {
    const release = weeks[index + 1];
    if (date < schoolYear.recordsFrom || date >= schoolYear.today || release === undefined) return [];
    const subject = tested[index % tested.length] ?? 'Mathematics';
    const set = `${subject} test, week ending ${spoken(date)}`;
    const sat = pupils.filter((pupil) => isOnRoll(pupil, date) && chance(`sat ${pupil.id} ${date}`) < 0.95);
    return sat.map((pupil) => {
      const level = ability(pupil, subject) + (chance(`test ${pupil.id} ${date}`) - 0.4) * 0.35;
      const score = Math.round(Math.max(0.08, Math.min(1, level)) * 100);
      return { pupil, set, subject, aspect: 'Test score', result: `${score}%`, date, releaseAt: londonTime(release, '16:00') } as const;
    });
  });
}

/** The last open day of each week that has one. */
function schoolWeeks(schoolYear: SchoolYear): SchoolDate[] {
  const open: readonly SchoolDay[] = [...openDaysByHalfTerm(schoolYear).values()].flat();
  return [...new Map(open.map(({ date }) => [mondayOf(date), date])).values()];
}

function spoken(date: SchoolDate): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(date));
}
