/** A pupil, and what is published to the pupil's own adults. Never anything about another pupil. */
import type { AttendanceDay, AttendanceSummary } from '../attendance/attendance';
import type { BehaviourEntry } from '../behaviour';
import type { TimetableDay } from '../timetable/lesson';

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
