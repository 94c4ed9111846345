import * as v from 'valibot';
import type { Desired } from '../desired/desired';
import type { Row } from '../desired/row';
import type { Present } from '../present/present';

/** One adult and one area of one pupil, by opaque keys. */
export interface Sight {
  readonly adultKey: string;
  readonly pupilKey: string;
  readonly area: string;
  /** The rule that speaks now; undefined where the export no longer links the two. */
  readonly rule: string | undefined;
}

/** Who gains and who loses sight of which pupil. */
export interface AccessChange {
  readonly gained: readonly Sight[];
  readonly lost: readonly Sight[];
}

const columns = v.looseObject({ AdultKey: v.string(), PupilKey: v.string(), Decision: v.string(), Areas: v.nullable(v.string()) });

/** Compares the decisions with those of the last run, as the list Access has them. */
export function accessChange(desired: Desired, present: Present): AccessChange {
  const rules = new Map(desired.access.map(row => [`${text(row, 'AdultKey')} ${text(row, 'PupilKey')}`, text(row, 'Rule')]));
  const before = present.access.rows.flatMap(({ more }) => {
    const row = v.parse(columns, more);
    return row.Decision === 'allowed' ? sights(row.AdultKey, row.PupilKey, row.Areas ?? '', rules) : [];
  });
  const after = desired.access.flatMap(row => sights(text(row, 'AdultKey'), text(row, 'PupilKey'), text(row, 'Areas'), rules));
  const names = (all: readonly Sight[]) => new Set(all.map(nameOf));
  const [beforeNames, afterNames] = [names(before), names(after)];
  return { gained: after.filter(sight => !beforeNames.has(nameOf(sight))), lost: before.filter(sight => !afterNames.has(nameOf(sight))) };
}

function nameOf({ adultKey, pupilKey, area }: Sight): string {
  return `${adultKey} ${pupilKey} ${area}`;
}

function sights(adultKey: string, pupilKey: string, areas: string, rules: ReadonlyMap<string, string>): readonly Sight[] {
  const rule = rules.get(`${adultKey} ${pupilKey}`);
  return areas.split(';').filter(area => area !== '').map(area => ({ adultKey, pupilKey, area, rule }));
}

function text(row: Row, name: string): string {
  const value = row.fields[name];
  return typeof value === 'string' ? value : '';
}
