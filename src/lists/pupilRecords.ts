/** What is known of a pupil, by area and period. Payloads are in areas/. */
import * as v from 'valibot';
import { pupilAreas } from '../domain/people/areas';
import { choice, closed, note, text } from './define';
import { rowOf } from './row';

/** One folder per pupil, in it one folder per area, in it a row per period. Payload by area. */
export const pupilRecordsList = closed({
  name: 'PupilRecords',
  title: 'Pupil Records',
  description: 'A row per pupil, area and period.',
  hasFolders: true,
  fields: [
    /** '<pupil key>.<area>.<period id>' */
    text('RecordKey', 'Record key', { unique: true }),
    text('PupilKey', 'Pupil key', { indexed: true }),
    choice('Area', 'Area', pupilAreas, { indexed: true }),
    text('PeriodId', 'Period', { indexed: true }),
    note('Payload', 'Payload'),
    text('ContentHash', 'Content hash'),
  ],
});

export const pupilRecordRow = rowOf(pupilRecordsList, {
  PupilKey: v.string(),
  Area: v.string(),
  Payload: v.string(),
  Modified: v.string(),
});
