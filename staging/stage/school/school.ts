import type { SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import type { ClassMembership, LessonFact } from '../../../src/domain/timetable/timetable';
import type { AttendanceDay } from '../../../src/domain/attendance/attendance';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import type { PupilArea } from '../../../src/domain/people/areas';
import type { Manifest } from '../bundle/manifest';
import type { BehaviourRow, ClassRow, ContactRow, HomeworkRow, PupilRow, RelationshipRow, ResultRow, SchoolDayRow } from '../bundle/tables';
import type { ReadFile } from '../bundle/readTable';
import type { Located } from '../bundle/rowReader';

export type ExportedPupil = PupilRow & Located;
export type Contact = ContactRow & Located;
export type Link = RelationshipRow & Located;

/** Areas whose files were delivered and can be read; of the others the site keeps what it has. */
export type Delivered = Readonly<Record<PupilArea | 'homework', boolean>>;

/** The export, read and checked. Everything that is in quarantine is left out already, except pupils in quarantinedPupils. */
export interface School {
  readonly manifest: Manifest;
  /** By name. */
  readonly files: ReadonlyMap<string, ReadFile>;
  readonly delivered: Delivered;
  readonly pupils: ReadonlyMap<string, ExportedPupil>;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly links: readonly Link[];
  /** Links whose pupil or adult is not there, as pairKey has them. */
  readonly lostLinks: ReadonlyMap<string, Link>;
  /** Pupils whose rows on the site stay as they are: the export is in doubt about them. */
  readonly quarantinedPupils: ReadonlySet<string>;
  /** A row of pupils.csv does not say whose it is: nobody who is missing from the file may be taken for gone. */
  readonly keepsAbsentPupils: boolean;
  readonly calendar: SchoolCalendar;
  readonly schoolDays: readonly (SchoolDayRow & Located)[];
  readonly classes: ReadonlyMap<string, ClassRow>;
  readonly memberships: ReadonlyMap<string, readonly ClassMembership[]>;
  readonly lessonsOfClass: ReadonlyMap<string, readonly LessonFact[]>;
  readonly lessonsOfPupil: ReadonlyMap<string, readonly LessonFact[]>;
  /** By pupil: the school days of the file's window that may be shown. */
  readonly attendance: ShownAttendance;
  readonly behaviour: ReadonlyMap<string, readonly BehaviourRow[]>;
  readonly results: ReadonlyMap<string, readonly ResultRow[]>;
  readonly homework: readonly HomeworkRow[];
  /** Work whose row cannot be used: what was published of it stays. */
  readonly quarantinedHomework: ReadonlySet<string>;
  /** The day of the export in the school's time zone. */
  readonly extractDate: SchoolDate;
}

/** Days by pupil, made when asked for: all of them at once would be a million objects. */
export interface ShownAttendance {
  get(pupilId: string): readonly AttendanceDay[];
}

/** Puts a value into the list that a map holds for the key. */
export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
