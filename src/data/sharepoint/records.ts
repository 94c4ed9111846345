import type { GenericSchema } from 'valibot';
import type { PupilArea } from '../../domain/people/areas';
import type { Period } from '../../domain/calendar/period';
import { decode } from '../../lists/payload';
import { areas } from '../../lists/areas';
import type { Dated, PupilRecords } from '../dashboardStore';
import { DataError } from '../errors';

export interface RecordRow {
  readonly PupilKey: string;
  readonly Area: string;
  readonly Payload: string;
  readonly Modified: string;
}

/** The latest record of each area. A row of another pupil is a defect of the answer, and nothing of it is shown. */
export function latestRecords(pupilKey: string, rows: readonly RecordRow[]): PupilRecords {
  if (rows.some((row) => row.PupilKey !== pupilKey)) throw new DataError('broken', 'record-of-another');
  return {
    pupilKey,
    timetable: latest('timetable', areas.timetable.schema, rows),
    attendance: latest('attendance', areas.attendance.schema, rows),
    behaviour: latest('behaviour', areas.behaviour.schema, rows),
    results: latest('results', areas.results.schema, rows),
  };
}

function latest<T extends { readonly period: Period }>(
  area: PupilArea,
  schema: GenericSchema<unknown, T>,
  rows: readonly RecordRow[],
): Dated<T> | undefined {
  return rows
    .filter((row) => row.Area === area)
    .map((row) => ({ value: read(area, schema, row.Payload), changed: row.Modified }))
    .sort((a, b) => b.value.period.from.localeCompare(a.value.period.from))[0];
}

function read<T>(area: PupilArea, schema: GenericSchema<unknown, T>, payload: string): T {
  const decoded = decode(schema, payload);
  if (!decoded.ok) throw new DataError('broken', `payload-${area}`);
  return decoded.value;
}
