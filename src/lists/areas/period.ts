import * as v from 'valibot';
import { periodParts, type Period } from '../../domain/calendar/period';
import { date, type Schema } from '../payload';

/** Its id, and never how it is called. Rows of earlier releases hold a name besides, which is not looked at. */
export const period: Schema<Period> = v.object({
  id: v.pipe(
    v.string(),
    v.check((id) => periodParts(id) !== undefined),
  ),
  from: date,
  to: date,
});
