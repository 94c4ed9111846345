/** Results: a school year's as a record. */
import * as v from 'valibot';
import type { Result, ResultsRecord } from '../../domain/results';
import { date, optionalText, type Schema } from '../payload';
import { period } from './period';

const result: Schema<Result> = v.object({
  set: v.string(),
  subject: v.string(),
  aspect: v.string(),
  result: v.string(),
  target: optionalText,
  date,
});

export const resultsRecordSchema: Schema<ResultsRecord> = v.object({
  version: v.literal(1),
  period,
  results: v.array(result),
});
