/**
 * Whether an adult may see a pupil. Fails closed: what is missing, unknown or in doubt is refused.
 * Parents are treated equally unless a court order limits it (DfE, 'Understanding and dealing with issues relating to parental
 * responsibility', 2023): priority and 'lives with' play no part. A court order is never interpreted: it closes the link.
 */
import { isPupilArea, pupilAreas, type PupilArea } from './areas';
import { plainText } from '../plainText';
import type { SchoolDate } from '../time/schoolDate';
import { dayOf, isBeforeRoll, rollStatus, type RollFacts } from './rollStatus';

/** The relationship as the export has it, unparsed: a value that we do not know must reach the rules to be refused. */
export interface AccessLink {
  readonly relationship: string | undefined;
  /** 'Y', 'N' or 'U'. */
  readonly parentalResponsibility: string | undefined;
  /** 'Y' or 'N'. Must be stated: blank is refused. */
  readonly courtOrder: string | undefined;
  /** 'Y', 'N' or blank. */
  readonly portalAccess: string | undefined;
  /** Areas with ';' between; blank: all. */
  readonly areas?: string | undefined;
  /** First and last day; blank: without that limit. */
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

export interface AccessAdult {
  readonly email: string | undefined;
  /** 'Y', 'N' or blank (not stated: alive). */
  readonly deceased?: string | undefined;
  /** Another contact of this school has the same e-mail: one account would stand for two people. */
  readonly emailIsShared: boolean;
  readonly emailIsAPupils: boolean;
}

export interface AccessPupil extends RollFacts {
  /** 'Y' or 'N'. Must be stated: blank is refused. */
  readonly restricted: string | undefined;
}

/** Stable codes; those of checks that staging reports are the same there (PUP, CON, REL). */
export const accessRules = [
  'PUP-04',
  'PUP-05',
  'PUP-06',
  'REL-01',
  'REL-07',
  'REL-10',
  'CON-05',
  'CON-01',
  'CON-02',
  'CON-03',
  'REL-08',
  'REL-02',
  'REL-09',
  'REL-PR',
  'REL-GRANT',
] as const;

export type AccessRule = (typeof accessRules)[number];

export interface AccessAllowed {
  readonly decision: 'allowed';
  /** At least one, in the usual order. */
  readonly areas: readonly PupilArea[];
  readonly rule: AccessRule;
  /** One sentence for the admin, without names. */
  readonly reason: string;
}

export interface AccessRefused {
  readonly decision: 'refused';
  readonly rule: AccessRule;
  readonly reason: string;
}

export type AccessDecision = AccessAllowed | AccessRefused;

/** Decides one link on one day. The first rule that speaks decides; only the last two allow. */
export function decideAccess(link: AccessLink, adult: AccessAdult, pupil: AccessPupil, today: SchoolDate): AccessDecision {
  const refusal = pupilRefusal(pupil, today) ?? linkRefusal(link, today) ?? adultRefusal(adult) ?? responsibilityRefusal(link);
  if (refusal) return refusal;
  const areas = areasOf(link.areas);
  if (!areas) return refuse('REL-09', 'The list of shared areas names one that Schoolgate does not know.');
  return plainText(link.parentalResponsibility) === 'y'
    ? { decision: 'allowed', areas, rule: 'REL-PR', reason: 'The adult has parental responsibility and nothing restricts the link.' }
    : {
        decision: 'allowed',
        areas,
        rule: 'REL-GRANT',
        reason: 'The school grants this adult portal access without parental responsibility.',
      };
}

/** Rules that say what the school has decided, not that something is in doubt. What they have closed never opens by itself again. */
const restrictions: readonly string[] = ['PUP-04', 'PUP-06', 'REL-01', 'REL-07', 'CON-05', 'REL-08', 'REL-02'];

export function isRestriction(rule: string): boolean {
  return restrictions.includes(rule);
}

/**
 * What would be open to the adult if only what passes by itself did not stand against it: days that have not come yet, an e-mail address that
 * is still missing. Undefined where something else does.
 */
export function decideLater(
  link: AccessLink,
  adult: AccessAdult,
  pupil: AccessPupil,
  today: SchoolDate,
): { readonly areas: readonly PupilArea[]; readonly from: SchoolDate } | undefined {
  const days = [link.validFrom, pupil.onRollFrom].map(dayOf).flatMap((day) => (day === undefined || day === 'invalid' ? [] : [day]));
  const from = [today, ...days].sort().pop() ?? today;
  const enrolStatus = isBeforeRoll(pupil.enrolStatus) ? undefined : pupil.enrolStatus;
  const email = isUsableEmail(adult.email) ? adult.email : 'adult@school.example';
  const answer = decideAccess(link, { ...adult, email }, { ...pupil, enrolStatus }, from);
  return answer.decision === 'allowed' ? { areas: answer.areas, from } : undefined;
}

/** An e-mail as accounts are compared: without outer space, in lower case. */
export function normalEmail(text: string | undefined): string {
  return plainText(text);
}

/**
 * True for an e-mail that an account can have: one '@', no space, a domain with a dot. Nothing invisible and nothing that Unicode
 * writes in two ways: two addresses that look alike must not pass as those of two people.
 */
export function isUsableEmail(text: string | undefined): boolean {
  const email = normalEmail(text);
  const isPlain = email === email.normalize('NFKC') && !/[\p{C}\p{Default_Ignorable_Code_Point}]/u.test(email);
  return email.length <= 254 && isPlain && /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\.]+(\.[^\s@<>()[\]",;:\\.]+)+$/.test(email);
}

function refuse(rule: AccessRule, reason: string): AccessRefused {
  return { decision: 'refused', rule, reason };
}

function pupilRefusal(pupil: AccessPupil, today: SchoolDate): AccessRefused | undefined {
  switch (rollStatus(pupil, today)) {
    case 'unclear':
      return refuse('REL-09', 'The dates on which the pupil is on roll are missing or cannot be read.');
    case 'left':
      return refuse('PUP-04', 'The pupil has left the school.');
    case 'notYet':
      return refuse('PUP-05', 'The pupil is not on roll yet.');
    case 'onRoll':
      return restrictionRefusal(pupil);
  }
}

function restrictionRefusal(pupil: AccessPupil): AccessRefused | undefined {
  if (plainText(pupil.restricted) === 'y') return refuse('PUP-06', 'The school restricts all access to this pupil.');
  if (plainText(pupil.restricted) !== 'n')
    return refuse('REL-09', 'The export does not say clearly whether access to the pupil is restricted.');
  return undefined;
}

function linkRefusal(link: AccessLink, today: SchoolDate): AccessRefused | undefined {
  if (plainText(link.courtOrder) === 'y') return refuse('REL-01', 'A court order is recorded for this link.');
  if (plainText(link.courtOrder) !== 'n') return refuse('REL-09', 'The export does not say clearly whether there is a court order.');
  if (plainText(link.relationship) === '') return refuse('REL-09', 'The export does not say how the adult is related to the pupil.');
  const [from, to] = [dayOf(link.validFrom), dayOf(link.validTo)];
  if (from === 'invalid' || to === 'invalid') return refuse('REL-09', 'The dates between which the link holds cannot be read.');
  if (from !== undefined && from > today) return refuse('REL-10', 'The link is not in force yet.');
  if (to !== undefined && to < today) return refuse('REL-07', 'The link is no longer in force.');
  return undefined;
}

function adultRefusal(adult: AccessAdult): AccessRefused | undefined {
  const deceased = plainText(adult.deceased);
  if (deceased === 'y') return refuse('CON-05', 'The adult is recorded as deceased.');
  if (deceased !== '' && deceased !== 'n') return refuse('REL-09', 'The export does not say clearly whether the adult is alive.');
  if (!isUsableEmail(adult.email)) return refuse('CON-01', 'The adult has no e-mail address that can sign in.');
  if (adult.emailIsShared) return refuse('CON-02', 'Another contact has the same e-mail address.');
  if (adult.emailIsAPupils) return refuse('CON-03', "The e-mail address is a pupil's.");
  return undefined;
}

/** An unknown responsibility stays in doubt even where portal access is granted: one of the two records must be wrong. */
function responsibilityRefusal(link: AccessLink): AccessRefused | undefined {
  const [responsibility, portalAccess] = [plainText(link.parentalResponsibility), plainText(link.portalAccess)];
  if (portalAccess === 'n') return refuse('REL-08', 'The school has switched portal access off for this link.');
  if (portalAccess !== '' && portalAccess !== 'y')
    return refuse('REL-09', 'The export does not say clearly whether portal access is granted.');
  if (responsibility === 'u') return refuse('REL-02', 'It is not known whether the adult has parental responsibility.');
  if (responsibility !== 'y' && responsibility !== 'n') {
    return refuse('REL-09', 'The export does not say clearly whether the adult has parental responsibility.');
  }
  if (responsibility === 'n' && portalAccess !== 'y') {
    return refuse('REL-02', 'The adult has no parental responsibility and the school has not granted access.');
  }
  return undefined;
}

function areasOf(text: string | undefined): readonly PupilArea[] | undefined {
  if (plainText(text) === '') return pupilAreas;
  const named = (text ?? '')
    .split(';')
    .map(plainText)
    .filter((name) => name !== '');
  if (named.length === 0 || !named.every(isPupilArea)) return undefined;
  return pupilAreas.filter((area) => named.includes(area));
}
