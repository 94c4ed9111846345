import * as v from 'valibot';
import { pupilAreas } from '../domain/people/areas';
import { shared, text } from './define';
import { instantCell, rowOf } from './row';

/** A row per area of the school's records. Its time stands here and not on each pupil's row, so that a newer export alone rewrites no pupil. */
export const freshnessList = shared({
  name: 'Freshness',
  title: 'Last Updated',
  description: "When the school's system last told about each area.",
  fields: [
    /** 'attendance' */
    text('Area', 'Area', { unique: true }),
    /** When the export that brought the area was made: ISO 8601 in UTC. */
    text('UpdatedAt', 'Updated at'),
    text('ContentHash', 'Content hash'),
  ],
});

export const freshnessRow = rowOf(freshnessList, { Area: v.picklist(pupilAreas), UpdatedAt: instantCell });
