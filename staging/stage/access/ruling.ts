import type { PupilArea } from '../../../src/domain/people/areas';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import type { Decision } from './decide';
import { pairName, type KeyStore } from '../keyStore';
import type { KnownPerson } from '../currentState/people';
import type { School } from '../school/school';
import type { IdentityCheck } from './identity';
import type { Limits } from '../limits';
import type { PairState } from '../currentState/pairStates';

/** A decision as it is carried out, with what is remembered of it. */
export interface Ruling extends Omit<Decision, 'later' | 'line'> {
  /** The export no longer has the link, or the pupil, and a person is asked first: all about it stays as it is. */
  readonly isKept: boolean;
  readonly sinceDay: number;
  readonly standing: readonly PupilArea[];
  readonly standingDay: number;
}

export interface Braking {
  readonly school: School;
  readonly decisions: readonly Decision[];
  readonly people: ReadonlyMap<string, KnownPerson>;
  readonly states: ReadonlyMap<string, PairState>;
  /** Keys of pupils whose data are on the site. */
  readonly published: ReadonlySet<string>;
  /** The address of each adult's account on the site, by opaque key. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly keys: KeyStore;
  readonly limits: Limits;
  readonly today: SchoolDate;
  readonly isApproved: (key: string) => boolean;
}

export const nothing = { standing: [], standingDay: 0 } as const;

export function isStranger({ strangers }: IdentityCheck, { contactId, pupilId }: Pick<Decision, 'contactId' | 'pupilId'>): boolean {
  return strangers.has(`adult:${contactId}`) || strangers.has(`pupil:${pupilId}`);
}

export function isTrusted({ trusted }: IdentityCheck, { contactId, pupilId }: Decision): boolean {
  return trusted.has(`adult:${contactId}`) || trusted.has(`pupil:${pupilId}`);
}

export function isReplaced({ replaced }: IdentityCheck, { contactId, pupilId }: Decision): boolean {
  return replaced.has(`adult:${contactId}`) || replaced.has(`pupil:${pupilId}`);
}

export function nameOf(keys: KeyStore, contactId: string, pupilId: string): string | undefined {
  const [adultKey, pupilKey] = [keys.known('adult', contactId), keys.known('pupil', pupilId)];
  return adultKey === undefined || pupilKey === undefined ? undefined : pairName(adultKey, pupilKey);
}
