/**
 * Marks that a school rarely writes, each planned for certain pupils and certain days of a half-term, so that every code of the 2024
 * regulations stands in half a year of records, whichever day it ends. Days stay within the first 16: no half-term is shorter.
 */
import type { Session } from '../src/domain/attendance/attendance';
import { academicYearOf, type SchoolDay } from './calendar';
import { lastWeekday, weekdayOf } from './dates';
import type { People } from './people';
import type { Pupil } from './roll';
import { openDaysByHalfTerm, type SchoolYear } from './schoolYear';
import { specialFamilies } from './specialFamilies';

interface Occasion {
  readonly code: string;
  readonly who: (people: People) => readonly Pupil[];
  /** Ends of half-term ids; two of them never leave half a year without one. */
  readonly halfTerms: readonly string[];
  /** School days of the half-term, from 1. */
  readonly days: readonly number[];
  readonly session?: Session;
}

const firstHalves = ['autumn.1', 'spring.1', 'summer.1'];

function occasion(code: string, who: Occasion['who'], days: readonly number[], session?: Session, halfTerms = firstHalves): Occasion {
  return { code, who, days, halfTerms, ...(session ? { session } : {}) };
}

const occasions: readonly Occasion[] = [
  occasion('K', ordinary(10, 2), [3, 4, 5, 6, 7]),
  occasion('V', form('8B'), [13]),
  occasion('P', ordinary(8, 4, 11), [5], 'PM'),
  occasion('W', named('Dawit Tesfaye'), [14, 15, 16]),
  occasion('B', ordinary(9, 2, 2), [10]),
  occasion('C', ordinary(9, 6), [6]),
  occasion('C1', ordinary(8, 1), [12, 13]),
  occasion('C2', ordinary(8, 2), [2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 'PM'),
  occasion('E', ordinary(10, 5), [9, 10]),
  occasion('J1', ordinary(10, 7), [8], 'AM'),
  occasion('M', ordinary(9, 9), [4], 'AM'),
  occasion('R', ordinary(8, 16, 3), [3]),
  occasion('S', named('Dawit Tesfaye'), [4, 5], undefined, ['autumn.2', 'summer.2']),
  occasion('T', ordinary(8, 20), [4, 5, 6, 7, 8]),
  occasion('G', ordinary(9, 12, 2), [14, 15, 16]),
  occasion('O', ordinary(10, 9), [7], 'PM'),
  occasion('U', ordinary(9, 15, 2), [5], 'AM'),
  occasion('Q', ordinary(9, 18), [2]),
  occasion('Y1', ordinary(10, 10, 7), [7], 'AM'),
  occasion('Y2', ordinary(8, 22, 8), [9], 'AM'),
  occasion('Y3', form('9B'), [11], 'PM'),
  occasion('Y5', ordinary(10, 20), [15]),
  occasion('Y6', ordinary(9, 20), [14, 15, 16]),
  occasion('Y7', ordinary(8, 24, 2), [12]),
];

/** Gives a pupil's unusual mark for a session of an open day, if there is one. */
export function unusualMarks(
  schoolYear: SchoolYear,
  people: People,
): (pupil: Pupil, day: SchoolDay, session: Session) => string | undefined {
  const planned = new Map<string, string>();
  for (const [termId, days] of openDaysByHalfTerm(schoolYear)) {
    for (const one of occasions.filter(({ halfTerms }) => halfTerms.some((half) => termId.endsWith(half)))) {
      const sessions: readonly Session[] = one.session ? [one.session] : ['AM', 'PM'];
      for (const day of days.filter((_day, index) => one.days.includes(index + 1))) {
        for (const pupil of one.who(people)) sessions.forEach((session) => planned.set(`${pupil.id} ${day.date} ${session}`, one.code));
      }
    }
  }
  return (pupil, day, session) => regular(pupil, day, session) ?? planned.get(`${pupil.id} ${day.date} ${session}`);
}

/** What recurs every week: afternoons at the other school, afternoons off for a pupil past compulsory school age. */
function regular(pupil: Pupil, day: SchoolDay, session: Session): string | undefined {
  if (session === 'AM') return undefined;
  if (pupil.story === 'dual registered' && weekdayOf(day.date) === 4) return 'D';
  if (pupil.yearsOlder !== undefined && weekdayOf(day.date) === 3 && day.date > compulsoryAgeEnds(pupil)) return 'X';
  return undefined;
}

/** The last Friday of June in the academic year in which a pupil turns 16 (Education Act 1996 s.8 and the 1998 order). */
export function compulsoryAgeEnds(pupil: Pick<Pupil, 'dateOfBirth'>): string {
  const sixteenth = `${Number(pupil.dateOfBirth.slice(0, 4)) + 16}${pupil.dateOfBirth.slice(4)}`;
  return lastWeekday(academicYearOf(sixteenth) + 1, 6, 5);
}

function ordinary(yearGroup: number, from: number, count = 1): Occasion['who'] {
  return ({ families }) =>
    families
      .slice(specialFamilies.length)
      .flatMap((family) => family.pupils)
      .filter((pupil) => pupil.yearGroup === yearGroup)
      .slice(from, from + count);
}

function named(name: string): Occasion['who'] {
  return ({ pupils }) => pupils.filter((pupil) => `${pupil.forename} ${pupil.surname}` === name);
}

function form(name: string): Occasion['who'] {
  return ({ pupils }) => pupils.filter((pupil) => pupil.form === name);
}
