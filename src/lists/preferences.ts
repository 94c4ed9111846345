import * as v from 'valibot';
import { dashboardAreas, type DashboardPreferences } from '../domain/dashboardAreas';
import { note, ownRows, text } from './define';
import { rowOf } from './row';
import type { Schema } from './payload';

/** One row per person and purpose. Title is the purpose: 'dashboard'. */
export const preferencesList = ownRows({
  name: 'Preferences',
  title: 'Preferences',
  description: 'How each person likes their pages. Own rows only.',
  fields: [text('Purpose', 'Purpose', { indexed: true }), note('Payload', 'Payload')],
});

const dashboardPreferencesSchema: Schema<DashboardPreferences> = v.object({
  version: v.literal(1),
  areaOrder: v.array(v.picklist(dashboardAreas)),
});

/** One thing that a person keeps. */
export interface Purpose<T> {
  readonly name: string;
  /** The row's payload. */
  readonly schema: Schema<T>;
  /** Of a person who has no row, or one in a shape that we no longer know. */
  readonly empty: T;
}

export const dashboardPurpose: Purpose<DashboardPreferences> = {
  name: 'dashboard',
  schema: dashboardPreferencesSchema,
  empty: { version: 1, areaOrder: [] },
};

export const preferencesRow = rowOf(preferencesList, { Id: v.number(), Payload: v.string(), 'odata.etag': v.string() });
