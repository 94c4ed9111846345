/** A mark for every session of half a year: about 94 % present, and every reason not to be. */
import type { SchoolDate } from '../src/domain/time/schoolDate';
import type { Session } from '../src/domain/attendance/attendance';
import { academicYearOf, isOpen, isSchoolDay, statusIn, type SchoolDay } from './calendar';
import { mondayOf, weekdayOf } from './dates';
import { isOnRoll, type People } from './people';
import { between, chance } from './random';
import type { Pupil } from './roll';
import type { SchoolYear } from './schoolYear';
import { unusualMarks } from './unusualMarks';

export interface Mark {
  readonly pupil: Pupil;
  readonly date: SchoolDate;
  readonly session: Session;
  /** A code of the School Attendance (Pupil Registration) (England) Regulations 2024. */
  readonly code: string;
  readonly minutesLate?: number;
}

/** Up to the morning of today: the export is made at half past nine. */
export function attendanceMarks(schoolYear: SchoolYear, people: People): Mark[] {
  const { today, recordsFrom } = schoolYear;
  const marker = codeFinder(schoolYear, people);
  const days = schoolYear.days.filter(({ date }) => date >= recordsFrom && date <= today);
  return days.flatMap((day) =>
    people.pupils.flatMap((pupil) => {
      const sessions: readonly Session[] = day.date === today ? ['AM'] : ['AM', 'PM'];
      return sessions.flatMap((session) => {
        const code = marker(pupil, day, session);
        return code === undefined ? [] : [{ pupil, date: day.date, session, code, ...lateness(code, `${pupil.id} ${day.date}`) }];
      });
    }),
  );
}

function lateness(code: string, label: string): { readonly minutesLate?: number } {
  if (code === 'L') return { minutesLate: between(`minutes ${label}`, 2, 25) };
  return code === 'U' ? { minutesLate: between(`minutes ${label}`, 32, 75) } : {};
}

function codeFinder(schoolYear: SchoolYear, people: People): (pupil: Pupil, day: SchoolDay, session: Session) => string | undefined {
  const unusual = unusualMarks(schoolYear, people);
  const recent = new Set(
    schoolYear.pastSchoolDays
      .slice(-3)
      .map((day) => day.date)
      .concat(schoolYear.today),
  );
  const yesterday = schoolYear.pastSchoolDays[schoolYear.pastSchoolDays.length - 1]?.date;
  const joining = new Set(schoolYear.previousHalfTerm.map((day) => day.date));
  return (pupil, day, session) => {
    if (!isOnRoll(pupil, day.date)) {
      return pupil.story === 'joined' && joining.has(day.date) && statusIn(day, session) === 'open' ? 'Z' : undefined;
    }
    const status = statusIn(day, session);
    if (status === 'holiday' || status === 'bankHoliday') return undefined;
    if (status === 'closed' && day.unexpected) return 'Y4';
    const yearsAgo = schoolYear.year - academicYearOf(day.date);
    if (!isOpen(day, session, pupil.yearGroup - yearsAgo)) return '#';
    if (day.date === yesterday && session === 'AM' && isJackSmith(pupil)) return 'N';
    return unusual(pupil, day, session) ?? usual(pupil, day, session, recent);
  };
}

/** The main demo family always has an absence that waits for its reason. */
function isJackSmith(pupil: Pupil): boolean {
  return pupil.forename === 'Jack' && pupil.surname === 'Smith';
}

function usual(pupil: Pupil, day: SchoolDay, session: Session, recent: ReadonlySet<SchoolDate>): string {
  const moment = `${pupil.id} ${day.date} ${session}`;
  if (isIll(pupil, day.date)) return recent.has(day.date) && chance(`unknown ${pupil.id} ${day.date}`) < 0.6 ? 'N' : 'I';
  if (isOnHoliday(pupil, day)) return recent.has(day.date) ? 'N' : 'G';
  const dice = chance(`mark ${moment}`);
  if (dice < 0.006) return 'M';
  if (dice < 0.009) return recent.has(day.date) ? 'N' : 'O';
  const late = chance(`late ${moment}`) < lateRate(pupil) * (session === 'AM' ? 1 : 0.15);
  if (late) return session === 'AM' && chance(`very late ${moment}`) < 0.06 ? 'U' : 'L';
  return session === 'AM' ? '/' : '\\';
}

/** One to three days in some weeks; one pupil in seven is ill far more often. */
function isIll(pupil: Pupil, date: SchoolDate): boolean {
  const week = `ill ${pupil.id} ${mondayOf(date)}`;
  if (chance(week) >= (chance(`health ${pupil.id}`) < 0.14 ? 0.27 : 0.085)) return false;
  const first = between(`${week} first`, 1, 5);
  const weekday = weekdayOf(date);
  return weekday >= first && weekday < first + between(`${week} days`, 1, 3);
}

/** A family that leaves early for the holidays: Thursday and Friday of one week in a half-term. */
function isOnHoliday(pupil: Pupil, day: SchoolDay): boolean {
  return isSchoolDay(day) && weekdayOf(day.date) >= 4 && chance(`holiday ${pupil.id} ${mondayOf(day.date)}`) < 0.004;
}

function lateRate(pupil: Pupil): number {
  const dice = chance(`punctual ${pupil.id}`);
  return dice < 0.7 ? 0.006 : dice < 0.95 ? 0.03 : 0.12;
}
