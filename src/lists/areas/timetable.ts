/** The timetable: on the home row, and as a record for adults who may see it without the home row. */
import * as v from 'valibot';
import type { Lesson, TimetableDay, TimetableRecord } from '../../domain/timetable/lesson';
import { date, optionalText, time, type Schema } from '../payload';
import { period } from './period';

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

export const timetableDay: Schema<TimetableDay> = v.object({ date, week: optionalText, lessons: v.array(lesson) });

export const timetableRecordSchema: Schema<TimetableRecord> = v.object({
  version: v.literal(1),
  period,
  timetable: v.array(timetableDay),
});
