import * as v from 'valibot';
import { dashboardAreas, type DashboardPreferences } from '../domain/dashboardAreas';
import { note, ownRows, text } from './define';
import type { Schema } from './payload';

/** One row per person and purpose. Title is the purpose: 'dashboard'. */
export const preferencesList = ownRows({
  name: 'Preferences',
  title: 'Preferences',
  description: 'How each person likes their pages. Own rows only.',
  fields: [text('Purpose', 'Purpose', { indexed: true }), note('Payload', 'Payload')],
});

/** Payload of the row with purpose 'dashboard'. */
export const dashboardPreferencesSchema: Schema<DashboardPreferences> = v.object({
  version: v.literal(1),
  areaOrder: v.array(v.picklist(dashboardAreas)),
});
