/** What the child dashboard needs to know and keep, whoever keeps it. Every promise rejects with a DataError only. */
import type { DashboardPreferences } from '../domain/dashboardAreas';
import type { KitRule } from '../domain/timetable/kit';
import type { Notice } from '../domain/notices';
import type { AdultHome } from '../domain/people/adult';
import type { AttendanceRecord } from '../domain/attendance/attendance';
import type { BehaviourRecord } from '../domain/behaviour';
import type { Freshness } from '../domain/freshness';
import type { Instant } from '../domain/time/schoolTime';
import type { PupilHome } from '../domain/people/pupil';
import type { GlossaryEntry, ResultsRecord } from '../domain/results';
import type { SchoolDate } from '../domain/time/schoolDate';
import type { TimetableRecord } from '../domain/timetable/lesson';
import type { SchoolDayFact } from '../domain/calendar/schoolCalendar';

/** The latest record of each area that the adult may read. */
export interface PupilRecords {
  /** Whose they are: what stands under a child's name is compared with it. */
  readonly pupilKey: string;
  readonly timetable?: Dated<TimetableRecord> | undefined;
  readonly attendance?: Dated<AttendanceRecord> | undefined;
  readonly behaviour?: Dated<BehaviourRecord> | undefined;
  readonly results?: Dated<ResultsRecord> | undefined;
}

export interface Dated<T> {
  readonly value: T;
  /** When the row last changed. */
  readonly changed: Instant;
}

/** A home row as it stands on the site. */
export interface PublishedHome extends PupilHome {
  /** There while the school's exports are in doubt about the pupil and the row stays as it was: when the last good one was made, if known. */
  readonly stale?: { readonly since: Instant | undefined } | undefined;
}

/** What a person keeps, with what is needed to change it without overwriting a newer change. */
export interface Kept<T> {
  readonly value: T;
  readonly id: number;
  readonly etag: string;
}

export interface DashboardStore {
  /** Site and person. What is read for one is never shown to another. */
  readonly sitePerson: string;
  /** Undefined: no child is linked to this person. */
  adultHome(): Promise<AdultHome | undefined>;
  /** Home rows that the person may read. Staff may read more than those of their own children. */
  readablePupilHomes(): Promise<readonly PublishedHome[]>;
  /** One pupil's home row. Undefined where there is none or the person may not read it. */
  pupilHome(pupilKey: string): Promise<PublishedHome | undefined>;
  pupilRecords(pupilKey: string): Promise<PupilRecords>;
  /** When the school's system last told about each area. Without an area of which the site does not say it. */
  freshness(): Promise<Freshness>;
  /** Facts from a week before that day to five months after it. */
  schoolDays(around: SchoolDate): Promise<readonly SchoolDayFact[]>;
  /** Notices shown on that day, or the day before or after it: the school's day may differ from the reader's. */
  notices(around: SchoolDate): Promise<readonly Notice[]>;
  kitRules(): Promise<readonly KitRule[]>;
  glossary(): Promise<readonly GlossaryEntry[]>;
  preferences(): Promise<Kept<DashboardPreferences> | undefined>;
  /** Replaces what was read; with nothing read before, keeps a first row. */
  keepPreferences(value: DashboardPreferences, read: Kept<DashboardPreferences> | undefined): Promise<void>;
}
