/** What Schoolgate knows about one pupil, as published to that pupil's adults. Never anything about another pupil. */
import type { PupilArea } from './areas';

/** A calendar day of the school without a time: 'YYYY-MM-DD'. */
export type SchoolDate = string;

/** A clock time in the school's time zone: 'HH:mm'. */
export type ClockTime = string;

/** A moment: ISO 8601 in UTC, 'YYYY-MM-DDTHH:mm:ss.sssZ'. */
export type Instant = string;

export interface Pupil {
  /** Opaque random key. Never an MIS id, UPN or name. */
  readonly key: string;
  readonly forename: string;
  readonly surname: string;
  /** As the school says it: 'Year 8'. */
  readonly yearGroup: string;
  /** Registration group: '8B'. Absent for a pupil without one. */
  readonly form?: string | undefined;
}

export interface SchoolClass {
  readonly key: string;
  readonly name: string;
  readonly subject?: string | undefined;
}

export type LessonChange = 'cancelled' | 'moved' | 'cover';

export interface Lesson {
  readonly period: string;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly subject: string;
  readonly className: string;
  readonly room?: string | undefined;
  readonly teacher?: string | undefined;
  readonly change?: LessonChange | undefined;
}

export interface TimetableDay {
  readonly date: SchoolDate;
  /** Week of a two-week timetable. */
  readonly week?: string | undefined;
  readonly lessons: readonly Lesson[];
}

/**
 * What a session's mark means to a parent. The register's code itself is not published: several codes reveal health,
 * religion, ethnicity or criminal matters (mis-formats.md, part B, privacy of codes).
 */
export const markKinds = [
  'present',
  'late',
  'activity',
  'authorised',
  'unexplained',
  'unauthorised',
  'lateAfterClose',
  'notRequired',
  'notTaken',
] as const;

export type MarkKind = (typeof markKinds)[number];

export type Session = 'AM' | 'PM';

export interface SessionMark {
  readonly kind: MarkKind;
  /** Only with 'late' and 'lateAfterClose'. */
  readonly minutesLate?: number | undefined;
}

export interface AttendanceDay {
  readonly date: SchoolDate;
  /** Absent: the school was not open to this pupil in that session, or the session lies ahead. */
  readonly am?: SessionMark | undefined;
  readonly pm?: SessionMark | undefined;
}

export interface MissedSubject {
  readonly subject: string;
  readonly lessons: number;
}

/** Sums over the days from..to (inclusive), only sessions while the pupil was on roll. */
export interface AttendanceSummary {
  readonly from: SchoolDate;
  readonly to: SchoolDate;
  /** Sessions that count: attended + absent. Two sessions are a school day. */
  readonly possible: number;
  readonly attended: number;
  readonly authorised: number;
  readonly unauthorised: number;
  /** Of the unauthorised: those whose reason is not known yet. */
  readonly unexplained: number;
  readonly late: number;
  readonly lateAfterClose: number;
  /** Lessons that fell into missed sessions, most missed subject first. */
  readonly missedLessons: readonly MissedSubject[];
}

export type Polarity = 'positive' | 'negative' | 'neutral';

/** Type, date, subject and points only: narratives are not published (mis-formats.md, D.5). */
export interface BehaviourEntry {
  readonly id: string;
  readonly date: SchoolDate;
  readonly time?: ClockTime | undefined;
  readonly polarity: Polarity;
  readonly type: string;
  readonly subject?: string | undefined;
  readonly points?: number | undefined;
}

export interface Result {
  /** The occasion: 'Autumn report 2026'. */
  readonly set: string;
  readonly subject: string;
  /** What was judged: 'Working at grade', 'Effort'. Explained by the glossary. */
  readonly aspect: string;
  readonly result: string;
  readonly target?: string | undefined;
  readonly date: SchoolDate;
}

/** When the school's system last told us about each area. */
export type Freshness = { readonly [area in PupilArea]?: Instant | undefined };

/** One row that answers the first screen: who, coming school days, attendance in brief, latest news. */
export interface PupilHome {
  readonly version: 1;
  readonly pupil: Pupil;
  readonly classes: readonly SchoolClass[];
  /**
   * The whole week of the first school day on or after the export, and ten school days more: it changes once a week, and ten days lie ahead
   * on every day of that week. So there are days before today in it.
   */
  readonly timetable: readonly TimetableDay[];
  /** This half-term up to the export. Absent before the first session of it. */
  readonly attendance?: AttendanceSummary | undefined;
  /** Days of this week and last, newest first: enough for 'today first' without a second request. */
  readonly recentAttendance: readonly AttendanceDay[];
  /** The latest eight, newest first. */
  readonly news: readonly BehaviourEntry[];
}

/** Attendance of one half-term, every school day of it up to the export. */
export interface AttendanceRecord {
  readonly version: 1;
  readonly period: Period;
  readonly summary: AttendanceSummary;
  readonly days: readonly AttendanceDay[];
}

/** Behaviour and achievements of one term, newest first. */
export interface BehaviourRecord {
  readonly version: 1;
  readonly period: Period;
  readonly entries: readonly BehaviourEntry[];
}

/** All released results of one school year, newest first. */
export interface ResultsRecord {
  readonly version: 1;
  readonly period: Period;
  readonly results: readonly Result[];
}

/** The same days as on the home row, for adults who may see the timetable and no home row. */
export interface TimetableRecord {
  readonly version: 1;
  readonly period: Period;
  readonly timetable: readonly TimetableDay[];
}

export interface Period {
  /** '2026-27.autumn.2' for a half-term, '2026-27.autumn' for a term, '2026-27' for a school year. */
  readonly id: string;
  /** As people say it: 'Autumn term, second half'. */
  readonly name: string;
  readonly from: SchoolDate;
  readonly to: SchoolDate;
}

/** One child of one adult: what the adult may see, and the rule that says so. */
export interface AdultChild {
  readonly pupilKey: string;
  readonly forename: string;
  readonly areas: readonly PupilArea[];
  /** False where only some areas are shared: then there is no home row for this adult to read. */
  readonly hasHome: boolean;
}

/** One row per adult, readable by that adult alone: who 'my children' are. */
export interface AdultHome {
  readonly version: 1;
  readonly children: readonly AdultChild[];
  /** The school's time zone: 'Europe/London'. */
  readonly timeZone: string;
  readonly schoolName: string;
}
