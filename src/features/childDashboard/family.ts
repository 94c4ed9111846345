/** From what was read to what is shown: each child of this adult, with what is known of that child and of nobody else. */
import type { PublishedHome, PupilRecords } from '../../data/dashboardStore';
import type { DataError } from '../../data/errors';
import { pupilAreas, type PupilArea } from '../../domain/people/areas';
import type { AdultChild } from '../../domain/people/adult';
import { initialsOf } from '../../domain/people/names';
import type { AttendanceDay, AttendanceRecord, AttendanceSummary } from '../../domain/attendance/attendance';
import type { BehaviourEntry, BehaviourRecord } from '../../domain/behaviour';
import type { Freshness } from '../../domain/freshness';
import type { Instant } from '../../domain/time/schoolTime';
import type { Pupil, SchoolClass } from '../../domain/people/pupil';
import type { ResultsRecord } from '../../domain/results';
import type { TimetableDay } from '../../domain/timetable/lesson';
import type { Loaded } from './loaded';

/** How recent an area is: when the school's system spoke last, or where that is not known when the row last changed. */
export interface AreaFreshness {
  readonly instant: Instant;
  readonly isChange: boolean;
}

export interface ShownChild {
  readonly pupilKey: string;
  /** As it stands on every card; with the surname where two children share a forename. */
  readonly name: string;
  readonly forename: string;
  readonly initials: string;
  readonly colour: number;
  readonly areas: readonly PupilArea[];
  /** Absent for an adult who may see some areas only. */
  readonly pupil: Pupil | undefined;
  readonly classes: readonly SchoolClass[];
  readonly timetable: readonly TimetableDay[];
  readonly summary: AttendanceSummary | undefined;
  /** Newest first. */
  readonly recentAttendance: readonly AttendanceDay[];
  readonly news: readonly BehaviourEntry[];
  readonly attendanceRecord: AttendanceRecord | undefined;
  readonly behaviourRecord: BehaviourRecord | undefined;
  readonly resultsRecord: ResultsRecord | undefined;
  /** Absent while it is being read. */
  readonly freshness: { readonly [area in PupilArea]?: AreaFreshness | undefined } | undefined;
  /** What the first look at each area needs. */
  readonly first: ChildReading;
  /** What comes after: the half-term's calendar, the term's behaviour, results. */
  readonly later: ChildReading;
}

export interface ChildReading {
  readonly isLoading: boolean;
  readonly error: DataError | undefined;
  /** Read, and the school has no such page for this child now. */
  readonly isMissing: boolean;
}

interface ChildParts {
  readonly child: AdultChild;
  readonly place: number;
  readonly home: Loaded<PublishedHome>;
  readonly records: Loaded<PupilRecords>;
  /** Of the school as a whole. */
  readonly freshness: Loaded<Freshness>;
}

/** What is known of one child. A home or a record that belongs to another pupil is not looked at. */
export function shownChild({ child, place, home, records, freshness }: ChildParts): ShownChild {
  const ownHome = home.value?.pupil.key === child.pupilKey ? home.value : undefined;
  const ownRecords = records.value?.pupilKey === child.pupilKey ? records.value : undefined;
  const attendance = ownRecords?.attendance?.value;
  return {
    pupilKey: child.pupilKey,
    name: child.forename,
    forename: child.forename,
    initials: initialsOf(child.forename, ownHome?.pupil.surname),
    colour: place,
    areas: child.areas,
    pupil: ownHome?.pupil,
    classes: ownHome?.classes ?? [],
    timetable: ownHome?.timetable ?? ownRecords?.timetable?.value.timetable ?? [],
    summary: ownHome ? ownHome.attendance : attendance?.summary,
    recentAttendance: ownHome?.recentAttendance ?? [...(attendance?.days ?? [])].reverse(),
    news: ownHome?.news ?? ownRecords?.behaviour?.value.entries ?? [],
    attendanceRecord: attendance,
    behaviourRecord: ownRecords?.behaviour?.value,
    resultsRecord: ownRecords?.results?.value,
    freshness: freshness.isLoading ? undefined : freshnessOf(ownHome, ownRecords, freshness.value ?? {}),
    first: readingOf(child.hasHome ? home : records),
    later: readingOf(records),
  };
}

/** Children who share a forename get their surname, where it is known. */
export function withTellingNames(children: readonly ShownChild[]): ShownChild[] {
  return children.map((child) => {
    const isShared = children.some((other) => other.pupilKey !== child.pupilKey && other.forename === child.forename);
    return isShared && child.pupil ? { ...child, name: `${child.forename} ${child.pupil.surname}` } : child;
  });
}

function readingOf(reading: Loaded<unknown>): ChildReading {
  const hasValue = reading.value !== undefined;
  return {
    isLoading: reading.isLoading,
    error: hasValue ? undefined : reading.error,
    isMissing: !hasValue && !reading.isLoading && reading.error === undefined,
  };
}

function freshnessOf(home: PublishedHome | undefined, records: PupilRecords | undefined, ofSchool: Freshness): ShownChild['freshness'] {
  return Object.fromEntries(
    pupilAreas.map((area): [PupilArea, AreaFreshness | undefined] => {
      const said = home && saidOf(home, ofSchool[area]);
      const changed = records?.[area]?.changed;
      if (said !== undefined) return [area, { instant: said, isChange: false }];
      return [area, changed === undefined ? undefined : { instant: changed, isChange: true }];
    }),
  );
}

/** What the school's system said last holds for every child but one whose row was not renewed with it. */
function saidOf({ stale }: PublishedHome, ofSchool: Instant | undefined): Instant | undefined {
  return stale && ofSchool !== undefined ? stale.since : ofSchool;
}
