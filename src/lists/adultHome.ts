/** Which children an adult has, and what the adult may see of each. */
import * as v from 'valibot';
import type { AdultHome } from '../domain/people/adult';
import { pupilAreas } from '../domain/people/areas';
import { closed, note, person, text } from './define';
import { opaqueKey, type Schema } from './payload';
import { rowOf } from './row';

/** One row per adult with a scope of its own. Payload: AdultHome. */
export const adultHomeList = closed({
  name: 'AdultHome',
  title: 'Adult Home',
  description: 'One row per adult, readable by that adult alone: which children, which areas.',
  fields: [
    text('AdultKey', 'Adult key', { unique: true }),
    person('Adult', 'Adult', { indexed: true }),
    note('Payload', 'Payload'),
    text('ContentHash', 'Content hash'),
  ],
});

export const adultHomeSchema: Schema<AdultHome> = v.object({
  version: v.literal(1),
  children: v.array(
    v.object({
      pupilKey: opaqueKey,
      forename: v.string(),
      areas: v.array(v.picklist(pupilAreas)),
      hasHome: v.boolean(),
    }),
  ),
  timeZone: v.string(),
  schoolName: v.string(),
});

export const adultHomeRow = rowOf(adultHomeList, { Payload: v.string() });
