/** What the first screen of the dashboard shows of a pupil. */
import * as v from 'valibot';
import type { PupilHome } from '../domain/people/pupil';
import { attendanceDay, attendanceSummary } from './areas/attendance';
import { behaviourEntry } from './areas/behaviour';
import { timetableDay } from './areas/timetable';
import { closed, note, text } from './define';
import { opaqueKey, optionalText, type Schema } from './payload';
import { instantCell, optionalTextCell, rowOf } from './row';

/** One folder per pupil, named with the pupil's key, holding one row. Payload: PupilHome. */
export const pupilHomeList = closed({
  name: 'PupilHome',
  title: 'Pupil Home',
  description: 'One row per pupil: what the first screen of the dashboard shows.',
  hasFolders: true,
  fields: [
    text('PupilKey', 'Pupil key', { unique: true }),
    note('Payload', 'Payload'),
    text('ContentHash', 'Content hash'),
    /** While exports are in doubt about the pupil: when the last good one was made, or a word where that is not known. No part of the content. */
    text('StaleSince', 'Not renewed since'),
  ],
});

export const pupilHomeSchema: Schema<PupilHome> = v.object({
  version: v.literal(1),
  pupil: v.object({ key: opaqueKey, forename: v.string(), surname: v.string(), yearGroup: v.string(), form: optionalText }),
  classes: v.array(v.object({ key: v.string(), name: v.string(), subject: optionalText })),
  timetable: v.array(timetableDay),
  attendance: v.optional(attendanceSummary),
  recentAttendance: v.array(attendanceDay),
  news: v.array(behaviourEntry),
});

/** A row without a payload is a broken home, not a missing child. */
const columns = { PupilKey: v.string(), Payload: v.nullish(v.string(), '') };

export const pupilHomeRow = rowOf(pupilHomeList, {
  ...columns,
  StaleSince: v.pipe(
    optionalTextCell,
    v.transform((value) => (value === undefined ? undefined : { since: v.is(instantCell, value) ? value : undefined })),
  ),
});

/** Of a site that was provisioned before rows said since when they were not renewed. */
export const earlierPupilHomeRow = rowOf(pupilHomeList, columns);
