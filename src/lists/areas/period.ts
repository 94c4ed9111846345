import * as v from 'valibot';
import type { Period } from '../../domain/calendar/period';
import { date, type Schema } from '../payload';

export const period: Schema<Period> = v.object({ id: v.string(), name: v.string(), from: date, to: date });
