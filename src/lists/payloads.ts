/**
 * The JSON in Payload columns: one schema each, used by the writer (staging) and the reader (web parts).
 * A reader meets only versions it knows: an unknown version is 'unreadable', never half-read.
 */
import * as v from 'valibot';
import { pupilAreas } from '../domain/people/areas';
import {
  markKinds,
  type AttendanceDay,
  type AttendanceRecord,
  type AttendanceSummary,
  type SessionMark,
} from '../domain/attendance/attendance';
import type { AdultHome } from '../domain/people/adult';
import type { BehaviourEntry, BehaviourRecord } from '../domain/behaviour';
import type { Lesson, TimetableDay, TimetableRecord } from '../domain/timetable/lesson';
import type { Period } from '../domain/calendar/period';
import type { PupilHome } from '../domain/people/pupil';
import type { Result, ResultsRecord } from '../domain/results';
import { dashboardAreas, type DashboardPreferences } from '../domain/dashboardAreas';

type Schema<T> = v.GenericSchema<unknown, T>;

const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const time = v.pipe(v.string(), v.regex(/^\d{2}:\d{2}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const key = v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/));
const optionalText = v.optional(v.string());

const lesson: Schema<Lesson> = v.object({
  period: v.string(),
  start: time,
  end: time,
  subject: v.string(),
  className: v.string(),
  room: optionalText,
  teacher: optionalText,
  change: v.optional(v.picklist(['cancelled', 'moved', 'cover'])),
});
const timetableDay: Schema<TimetableDay> = v.object({ date, week: optionalText, lessons: v.array(lesson) });
const sessionMark: Schema<SessionMark> = v.object({ kind: v.picklist(markKinds), minutesLate: v.optional(count) });
const attendanceDay: Schema<AttendanceDay> = v.object({ date, am: v.optional(sessionMark), pm: v.optional(sessionMark) });
const attendanceSummary: Schema<AttendanceSummary> = v.object({
  from: date,
  to: date,
  possible: count,
  attended: count,
  authorised: count,
  unauthorised: count,
  unexplained: count,
  late: count,
  lateAfterClose: count,
  missedLessons: v.array(v.object({ subject: v.string(), lessons: count })),
});
const behaviourEntry: Schema<BehaviourEntry> = v.object({
  id: v.string(),
  date,
  time: v.optional(time),
  polarity: v.picklist(['positive', 'negative', 'neutral']),
  type: v.string(),
  subject: optionalText,
  points: v.optional(v.number()),
});
const result: Schema<Result> = v.object({
  set: v.string(),
  subject: v.string(),
  aspect: v.string(),
  result: v.string(),
  target: optionalText,
  date,
});
const period: Schema<Period> = v.object({ id: v.string(), name: v.string(), from: date, to: date });

export const pupilHomeSchema: Schema<PupilHome> = v.object({
  version: v.literal(1),
  pupil: v.object({ key, forename: v.string(), surname: v.string(), yearGroup: v.string(), form: optionalText }),
  classes: v.array(v.object({ key: v.string(), name: v.string(), subject: optionalText })),
  timetable: v.array(timetableDay),
  attendance: v.optional(attendanceSummary),
  recentAttendance: v.array(attendanceDay),
  news: v.array(behaviourEntry),
});

export const adultHomeSchema: Schema<AdultHome> = v.object({
  version: v.literal(1),
  children: v.array(
    v.object({
      pupilKey: key,
      forename: v.string(),
      areas: v.array(v.picklist(pupilAreas)),
      hasHome: v.boolean(),
    }),
  ),
  timeZone: v.string(),
  schoolName: v.string(),
});

const timetableRecordSchema: Schema<TimetableRecord> = v.object({
  version: v.literal(1),
  period,
  timetable: v.array(timetableDay),
});
export const attendanceRecordSchema: Schema<AttendanceRecord> = v.object({
  version: v.literal(1),
  period,
  summary: attendanceSummary,
  days: v.array(attendanceDay),
});
export const behaviourRecordSchema: Schema<BehaviourRecord> = v.object({
  version: v.literal(1),
  period,
  entries: v.array(behaviourEntry),
});
export const resultsRecordSchema: Schema<ResultsRecord> = v.object({
  version: v.literal(1),
  period,
  results: v.array(result),
});

/** The payload of a Pupil Records row, by its Area. */
export const recordSchemas = {
  timetable: timetableRecordSchema,
  attendance: attendanceRecordSchema,
  behaviour: behaviourRecordSchema,
  results: resultsRecordSchema,
} as const;

/** Payload of the Preferences row with purpose 'dashboard'. */
export const dashboardPreferencesSchema: Schema<DashboardPreferences> = v.object({
  version: v.literal(1),
  areaOrder: v.array(v.picklist(dashboardAreas)),
});

export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** Reads a Payload column. Not ok: not JSON, another version or another shape; the text is never part of the answer. */
export function decode<T>(schema: Schema<T>, payload: unknown): Decoded<T> {
  const json = parseJson(payload);
  const parsed = v.safeParse(schema, json);
  return parsed.success ? { ok: true, value: parsed.output } : { ok: false };
}

/** The text for a Payload column. Throws where the value does not meet its own schema: that is a defect of the writer. */
export function encode<T>(schema: Schema<T>, value: T): string {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new Error(`Payload does not meet its schema at ${v.getDotPath(parsed.issues[0]) ?? 'the root'}`);
  return JSON.stringify(parsed.output);
}

function parseJson(payload: unknown): unknown {
  if (typeof payload !== 'string') return undefined;
  try {
    return JSON.parse(payload);
  } catch {
    // Not JSON is one of the answers decode gives: 'not ok'.
    return undefined;
  }
}
