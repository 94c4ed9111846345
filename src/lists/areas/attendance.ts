/** Attendance: in brief on the home row, and every day of a half-term as a record. */
import * as v from 'valibot';
import {
  markKinds,
  type AttendanceDay,
  type AttendanceRecord,
  type AttendanceSummary,
  type SessionMark,
} from '../../domain/attendance/attendance';
import { count, date, type Schema } from '../payload';
import { period } from './period';

const sessionMark: Schema<SessionMark> = v.object({ kind: v.picklist(markKinds), minutesLate: v.optional(count) });

export const attendanceDay: Schema<AttendanceDay> = v.object({ date, am: v.optional(sessionMark), pm: v.optional(sessionMark) });

export const attendanceSummary: Schema<AttendanceSummary> = v.object({
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

export const attendanceRecordSchema: Schema<AttendanceRecord> = v.object({
  version: v.literal(1),
  period,
  summary: attendanceSummary,
  days: v.array(attendanceDay),
});
