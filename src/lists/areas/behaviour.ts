/** Achievements and behaviour: the latest on the home row, and a term's as a record. */
import * as v from 'valibot';
import type { BehaviourEntry, BehaviourRecord } from '../../domain/behaviour';
import { date, optionalText, time, type Schema } from '../payload';
import { period } from './period';

export const behaviourEntry: Schema<BehaviourEntry> = v.object({
  id: v.string(),
  date,
  time: v.optional(time),
  polarity: v.picklist(['positive', 'negative', 'neutral']),
  type: v.string(),
  subject: optionalText,
  points: v.optional(v.number()),
});

export const behaviourRecordSchema: Schema<BehaviourRecord> = v.object({
  version: v.literal(1),
  period,
  entries: v.array(behaviourEntry),
});
