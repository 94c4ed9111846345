import {
  decideAccess,
  decideLater,
  isRestriction,
  normalEmail,
  type AccessDecision,
  type RefusalRule,
} from '../../../src/domain/people/access';
import { pupilAreas, type PupilArea } from '../../../src/domain/people/areas';
import { isSchoolDate, type SchoolDate } from '../../../src/domain/time/schoolDate';
import { schoolNow, usualTimeZone } from '../../../src/domain/time/schoolTime';
import type { AccessAmbiguities } from '../school/ambiguities';
import { relationshipsTable } from '../bundle/tables';
import { pairKey } from '../school/invalidRows';
import { groupBy } from '../../../src/domain/groupBy';
import type { FindingCode } from '../findings/catalogue';
import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';
import type { Contact, ExportedPupil, Link, School } from '../school/school';

/** What one adult may see of one pupil, and why. */
export interface Decision {
  readonly contactId: string;
  readonly pupilId: string;
  /** Empty: refused. */
  readonly areas: readonly PupilArea[];
  readonly rule: string;
  readonly reason: string;
  /** Line of the link in relationships.csv. */
  readonly line: number;
  /** Refused for what passes by itself: what opens then, and from which day. */
  readonly later?: { readonly areas: readonly PupilArea[]; readonly from: SchoolDate } | undefined;
}

/** Decides every pair of adult and pupil that the export links. Two links of one pair: the one that refuses holds. */
export function decideAll(
  { school, ambiguities }: { readonly school: School; readonly ambiguities: AccessAmbiguities },
  now: Date,
  findings: Findings,
): readonly Decision[] {
  const today = schoolNow(now, usualTimeZone).date;
  const pupilEmails = new Set([...school.pupils.values()].map((pupil) => normalEmail(pupil.schoolEmail)).filter((email) => email !== ''));
  const pairs = groupBy(school.links, pairKey);
  return [...pairs.values()].flatMap((links) => {
    const decided = links.flatMap((link) => {
      const [pupil, contact] = [school.pupils.get(link.pupilId), school.contacts.get(link.contactId)];
      if (!pupil || !contact) return [];
      const ambiguity = ambiguityOf(link, ambiguities);
      if (ambiguity) return [decisionOf(link, statedBy(link, today) ?? ambiguity)];
      const facts = [link, adultOf(contact, ambiguities.sharedEmails, pupilEmails), accessPupil(pupil), today] as const;
      const answer = decideAccess(...facts);
      reportRefusal(link, answer, findings);
      const passes = links.length === 1 && answer.decision === 'refused' && passing.includes(answer.rule);
      return [{ ...decisionOf(link, answer), ...(passes ? { later: decideLater(...facts) } : {}) }];
    });
    const strictest = decided.find((decision) => decision.areas.length === 0) ?? decided[0];
    return strictest ? [{ ...strictest, areas: sharedByAll(decided) }] : [];
  });
}

/** Not in force yet, not on roll yet, no e-mail address yet. */
const passing: readonly RefusalRule[] = ['REL-10', 'PUP-05', 'CON-01', 'CON-10'];

/** What the link itself forbids, whoever is meant: an ambiguity must not take its place. */
function statedBy(link: Link, today: SchoolDate): AccessDecision | undefined {
  const answer = decideAccess(
    link,
    { email: 'adult@school.example', emailIsShared: false, emailIsAPupils: false },
    { onRollFrom: today, restricted: 'N' },
    today,
  );
  return answer.decision === 'refused' && isRestriction(answer.rule) ? answer : undefined;
}

/** What the domain cannot know: the export itself is in doubt about who is meant. Reported already where it was found. */
function ambiguityOf(link: Link, ambiguities: AccessAmbiguities): Ambiguity | undefined {
  const { pupilId, contactId } = link;
  if (ambiguities.repeatedPupils.has(pupilId)) return ambiguous('PUP-01');
  if (ambiguities.invalidPupils.has(pupilId)) return ambiguous('PUP-09');
  if (ambiguities.repeatedContacts.has(contactId)) return ambiguous('REF-02');
  if (ambiguities.invalidContacts.has(contactId)) return ambiguous('CON-09');
  const placeholder = ambiguities.placeholderContacts.get(contactId);
  if (placeholder) return ambiguous(placeholder);
  return ambiguities.invalidPairs.has(pairKey(link)) ? ambiguous('REL-18') : undefined;
}

/** Rules of Access about an export that is in doubt about who is meant. */
export const ambiguityReasons = {
  'PUP-01': 'The export has two pupils with this id.',
  'PUP-09': 'The row of the pupil cannot be read.',
  'REF-02': 'The export has two adults with this id.',
  'CON-07': 'The adult has no surname.',
  'CON-08': 'The record of the adult looks like a test and not like a person.',
  'CON-09': 'The row of the adult cannot be read.',
  'REL-18': 'Another row about this adult and this pupil cannot be read.',
} as const;

interface Ambiguity {
  readonly decision: 'refused';
  readonly rule: keyof typeof ambiguityReasons;
  readonly reason: string;
}

function ambiguous(rule: Ambiguity['rule']): Ambiguity {
  return { decision: 'refused', rule, reason: ambiguityReasons[rule] };
}

function adultOf(contact: Contact, sharedEmails: ReadonlySet<string>, pupilEmails: ReadonlySet<string>) {
  const email = normalEmail(contact.email);
  return {
    email: contact.email,
    deceased: contact.deceased,
    emailIsShared: sharedEmails.has(email),
    emailIsAPupils: pupilEmails.has(email),
  };
}

function accessPupil({ onRollFrom, onRollTo, enrolStatus, restricted }: ExportedPupil) {
  return { onRollFrom, onRollTo, enrolStatus, restricted };
}

function decisionOf({ contactId, pupilId, line }: Link, answer: AccessDecision | Ambiguity): Decision {
  return { contactId, pupilId, line, areas: answer.decision === 'allowed' ? answer.areas : [], rule: answer.rule, reason: answer.reason };
}

function sharedByAll(decisions: readonly Decision[]): readonly PupilArea[] {
  return pupilAreas.filter((area) => decisions.every((decision) => decision.areas.includes(area)));
}

type ReportedRule = RefusalRule & FindingCode;

const atPupil = () => 'pupilId';
const atContact = () => 'contactId';

/** Refusals that are reported here, and the column that each speaks of. The others say what the school decided, or a check has reported them. */
const columnOfRule: Readonly<Partial<Record<ReportedRule, (link: Link) => string>>> = {
  'PUP-06': atPupil,
  'PUP-07': atPupil,
  'PUP-08': atPupil,
  'CON-03': atContact,
  'CON-06': atContact,
  'REL-01': () => 'courtOrder',
  'REL-02': () => 'parentalResponsibility',
  'REL-09': () => 'courtOrder',
  'REL-13': () => 'relationship',
  'REL-14': ({ validFrom }) => (validFrom && !isSchoolDate(validFrom) ? 'validFrom' : 'validTo'),
  'REL-15': () => 'portalAccess',
  'REL-16': () => 'parentalResponsibility',
  'REL-17': () => 'areas',
  'REL-19': () => 'parentalResponsibility',
};

function reportRefusal(link: Link, answer: AccessDecision, findings: Findings): void {
  if (answer.decision === 'allowed' || !isReported(answer.rule)) return;
  findings.add(finding(answer.rule, { file: relationshipsTable.file, line: link.line, column: columnOfRule[answer.rule]?.(link) }));
}

function isReported(rule: RefusalRule): rule is ReportedRule {
  return rule in columnOfRule;
}
