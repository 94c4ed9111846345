import type { PupilArea } from '../../../src/domain/areas';
import { pupilAreas } from '../../../src/domain/areas';
import { normalEmail } from '../../../src/domain/access';
import type { AdultChild } from '../../../src/domain/pupilFacts';
import { adultHomeSchema, encode } from '../../../src/lists/payloads';
import type { Decision } from '../access';
import type { Keys } from '../keys';
import type { School } from '../school';
import { timeZone } from '../timeZone';
import { row, type Row } from './row';

/** An adult with access to at least one pupil. */
export interface Adult {
  readonly key: string;
  /** Lower case. Goes to SharePoint's own sign-in and nowhere else. */
  readonly email: string;
  readonly children: readonly AdultChild[];
}

/** Adults who may see something of a pupil that is on the site or will be after this run. */
export function adultsWithAccess(school: School, decisions: readonly Decision[], keys: Keys, isPublished: (pupilId: string) => boolean): readonly Adult[] {
  const byAdult = new Map<string, Decision[]>();
  for (const decision of decisions.filter(each => each.areas.length > 0 && isPublished(each.pupilId))) {
    byAdult.set(decision.contactId, [...byAdult.get(decision.contactId) ?? [], decision]);
  }
  return [...byAdult].map(([contactId, allowed]) => ({
    key: keys.adult(contactId),
    email: normalEmail(school.contacts.get(contactId)?.email),
    children: allowed.map(decision => childOf(school, decision, keys)).sort(oldestFirst),
  }));
}

type Child = AdultChild & { readonly birth: string };

function childOf(school: School, { pupilId, areas }: Decision, keys: Keys): Child {
  const pupil = school.pupils.get(pupilId);
  return {
    pupilKey: keys.pupil(pupilId), forename: pupil?.preferredForename ?? pupil?.legalForename ?? '', areas,
    hasHome: seesAll(areas), birth: pupil?.dateOfBirth ?? '',
  };
}

/** The home row shows every area: only who may see all of them may read it. */
export function seesAll(areas: readonly PupilArea[]): boolean {
  return pupilAreas.every(area => areas.includes(area));
}

function oldestFirst(a: Child, b: Child): number {
  return a.birth.localeCompare(b.birth) || a.forename.localeCompare(b.forename, 'en-GB') || a.pupilKey.localeCompare(b.pupilKey);
}

/** The row that tells an adult who their children are. Who signs in as the adult is set beside: it is no part of the content. */
export function adultHomeRow(adult: Adult, schoolName: string): Row {
  const payload = encode(adultHomeSchema, { version: 1, children: adult.children, timeZone, schoolName });
  return row(adult.key, '', { Title: adult.key, AdultKey: adult.key, Payload: payload });
}

export function accessRow(decision: Decision, keys: Keys): Row {
  const [adultKey, pupilKey] = [keys.adult(decision.contactId), keys.pupil(decision.pupilId)];
  const key = `${adultKey}.${pupilKey}`;
  return row(key, '', {
    Title: key, AccessKey: key, AdultKey: adultKey, PupilKey: pupilKey, Decision: decision.areas.length > 0 ? 'allowed' : 'refused',
    Rule: decision.rule, Areas: decision.areas.join(';'), Reason: decision.reason,
  });
}
