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

/**
 * Every rule that refuses, and its one reason: a sentence for the admin, without names. The codes are stable; those of checks that staging
 * reports are the same there (PUP, CON, REL).
 */
export const refusalReasons = {
  'PUP-04': 'The pupil has left the school.',
  'PUP-05': 'The pupil is not on roll yet.',
  'PUP-06': 'The school restricts all access to this pupil.',
  'PUP-07': 'The dates on which the pupil is on roll are missing or cannot be read.',
  'PUP-08': 'The export does not say clearly whether access to the pupil is restricted.',
  'REL-01': 'A court order is recorded for this link.',
  'REL-02': 'The adult has no parental responsibility and the school has not granted access.',
  'REL-07': 'The link is no longer in force.',
  'REL-08': 'The school has switched portal access off for this link.',
  'REL-09': 'The export does not say clearly whether there is a court order.',
  'REL-10': 'The link is not in force yet.',
  'REL-13': 'The export does not say how the adult is related to the pupil.',
  'REL-14': 'The dates between which the link holds cannot be read.',
  'REL-15': 'The export does not say clearly whether portal access is granted.',
  'REL-16': 'The export does not say clearly whether the adult has parental responsibility.',
  'REL-17': 'The list of shared areas names one that Schoolgate does not know.',
  'REL-19': 'It is not known whether the adult has parental responsibility.',
  'CON-01': 'The adult has no e-mail address.',
  'CON-02': 'Another contact has the same e-mail address.',
  'CON-03': "The e-mail address is a pupil's.",
  'CON-05': 'The adult is recorded as deceased.',
  'CON-06': 'The export does not say clearly whether the adult is alive.',
  'CON-10': 'What stands for an e-mail address is none that can sign in.',
} as const;

export type RefusalRule = keyof typeof refusalReasons;

/** Every rule that allows. */
export const grantReasons = {
  'REL-PR': 'The adult has parental responsibility and nothing restricts the link.',
  'REL-GRANT': 'The school grants this adult portal access without parental responsibility.',
} as const;

export type GrantRule = keyof typeof grantReasons;

export interface AccessAllowed {
  readonly decision: 'allowed';
  /** At least one, in the usual order. */
  readonly areas: readonly PupilArea[];
  readonly rule: GrantRule;
  /** One sentence for the admin, without names. */
  readonly reason: string;
}

export interface AccessRefused {
  readonly decision: 'refused';
  readonly rule: RefusalRule;
  readonly reason: string;
}

export type AccessDecision = AccessAllowed | AccessRefused;

/** Decides one link on one day. The first rule that speaks decides; only the last two allow. */
export function decideAccess(link: AccessLink, adult: AccessAdult, pupil: AccessPupil, today: SchoolDate): AccessDecision {
  const refusal = pupilRefusal(pupil, today) ?? linkRefusal(link, today) ?? adultRefusal(adult) ?? responsibilityRefusal(link);
  if (refusal) return refusal;
  const areas = areasOf(link.areas);
  if (!areas) return refuse('REL-17');
  const rule = plainText(link.parentalResponsibility) === 'y' ? 'REL-PR' : 'REL-GRANT';
  return { decision: 'allowed', areas, rule, reason: grantReasons[rule] };
}

/** Rules that say what the school has decided, not that something is in doubt. What they have closed never opens by itself again. Staging adds adults who look like none (CON-07, CON-08). */
const restrictions: readonly string[] = [
  'PUP-04',
  'PUP-06',
  'REL-01',
  'REL-07',
  'CON-05',
  'CON-07',
  'CON-08',
  'REL-08',
  'REL-02',
  'REL-19',
];

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

function refuse(rule: RefusalRule): AccessRefused {
  return { decision: 'refused', rule, reason: refusalReasons[rule] };
}

function pupilRefusal(pupil: AccessPupil, today: SchoolDate): AccessRefused | undefined {
  switch (rollStatus(pupil, today)) {
    case 'unclear':
      return refuse('PUP-07');
    case 'left':
      return refuse('PUP-04');
    case 'notYet':
      return refuse('PUP-05');
    case 'onRoll':
      return restrictionRefusal(pupil);
  }
}

function restrictionRefusal(pupil: AccessPupil): AccessRefused | undefined {
  if (plainText(pupil.restricted) === 'y') return refuse('PUP-06');
  if (plainText(pupil.restricted) !== 'n') return refuse('PUP-08');
  return undefined;
}

function linkRefusal(link: AccessLink, today: SchoolDate): AccessRefused | undefined {
  if (plainText(link.courtOrder) === 'y') return refuse('REL-01');
  if (plainText(link.courtOrder) !== 'n') return refuse('REL-09');
  if (plainText(link.relationship) === '') return refuse('REL-13');
  const [from, to] = [dayOf(link.validFrom), dayOf(link.validTo)];
  if (from === 'invalid' || to === 'invalid') return refuse('REL-14');
  if (from !== undefined && from > today) return refuse('REL-10');
  if (to !== undefined && to < today) return refuse('REL-07');
  return undefined;
}

function adultRefusal(adult: AccessAdult): AccessRefused | undefined {
  const deceased = plainText(adult.deceased);
  if (deceased === 'y') return refuse('CON-05');
  if (deceased !== '' && deceased !== 'n') return refuse('CON-06');
  if (normalEmail(adult.email) === '') return refuse('CON-01');
  if (!isUsableEmail(adult.email)) return refuse('CON-10');
  if (adult.emailIsShared) return refuse('CON-02');
  if (adult.emailIsAPupils) return refuse('CON-03');
  return undefined;
}

/** An unknown responsibility stays in doubt even where portal access is granted: one of the two records must be wrong. */
function responsibilityRefusal(link: AccessLink): AccessRefused | undefined {
  const [responsibility, portalAccess] = [plainText(link.parentalResponsibility), plainText(link.portalAccess)];
  if (portalAccess === 'n') return refuse('REL-08');
  if (portalAccess !== '' && portalAccess !== 'y') return refuse('REL-15');
  if (responsibility === 'u') return refuse('REL-19');
  if (responsibility !== 'y' && responsibility !== 'n') {
    return refuse('REL-16');
  }
  if (responsibility === 'n' && portalAccess !== 'y') {
    return refuse('REL-02');
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
