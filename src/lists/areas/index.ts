/** Every area of a pupil's records: what a row of it holds, and of which stretch of the calendar. */
import type { PupilArea } from '../../domain/people/areas';
import type { Period } from '../../domain/calendar/period';
import type { Schema } from '../payload';
import { attendanceRecordSchema } from './attendance';
import { behaviourRecordSchema } from './behaviour';
import { resultsRecordSchema } from './results';
import { timetableRecordSchema } from './timetable';

interface AreaDefinition {
  /** The payload of the area's rows in Pupil Records. */
  readonly schema: Schema<{ readonly version: 1; readonly period: Period }>;
  /** There is a row for each of these. */
  readonly rowFor: 'halfTerm' | 'term' | 'schoolYear';
}

export const areas = {
  timetable: { schema: timetableRecordSchema, rowFor: 'schoolYear' },
  attendance: { schema: attendanceRecordSchema, rowFor: 'halfTerm' },
  behaviour: { schema: behaviourRecordSchema, rowFor: 'term' },
  results: { schema: resultsRecordSchema, rowFor: 'schoolYear' },
} as const satisfies Readonly<Record<PupilArea, AreaDefinition>>;

type RecordIn<S> = S extends Schema<infer T> ? T : never;

/** What a row of the area holds. */
export type RecordOf<Area extends PupilArea> = RecordIn<(typeof areas)[Area]['schema']>;
