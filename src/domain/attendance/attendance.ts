/** Attendance as it is published to a pupil's adults: what marks mean, not the register's codes. */
import type { Period } from '../calendar/period';
import type { DateRange } from '../time/dateRange';
import type { SchoolDate } from '../time/schoolDate';

/**
 * What a session's mark means to a parent. The register's code itself is not published: several codes reveal health,
 * religion, ethnicity or criminal matters (docs/mis-facts.md, B2).
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
export interface AttendanceSummary extends DateRange {
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

/** Attendance of one half-term, every school day of it up to the export. */
export interface AttendanceRecord {
  readonly version: 1;
  readonly period: Period;
  readonly summary: AttendanceSummary;
  readonly days: readonly AttendanceDay[];
}
