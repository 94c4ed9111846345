import { groupBy } from '../../src/domain/groupBy';
import { decideAccess, decideLater, isRestriction, normalEmail, type AccessDecision } from '../../src/domain/people/access';
import { pupilAreas, type PupilArea } from '../../src/domain/people/areas';
import type { SchoolDate } from '../../src/domain/time/schoolDate';
import { schoolNow } from '../../src/domain/time/schoolTime';
import type { ReadSchool } from './bundle/readSchool';
import { relationshipsTable } from './bundle/tables';
import { pairKey } from './bundle/unreadable';
import type { Findings } from './findings';
import type { Contact, Link, Pupil } from './school';
import { timeZone } from './timeZone';

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
export function decideAll({ school, doubts }: ReadSchool, now: Date, findings: Findings): readonly Decision[] {
  const today = schoolNow(now, timeZone).date;
  const pupilEmails = new Set([...school.pupils.values()].map((pupil) => normalEmail(pupil.schoolEmail)).filter((email) => email !== ''));
  const pairs = groupBy(school.links, pairKey);
  return [...pairs.values()].flatMap((links) => {
    const decided = links.flatMap((link) => {
      const [pupil, contact] = [school.pupils.get(link.pupilId), school.contacts.get(link.contactId)];
      if (!pupil || !contact) return [];
      const doubt = doubtOf(link, { school, doubts });
      if (doubt) return [decisionOf(link, statedBy(link, today) ?? doubt)];
      const facts = [link, adultOf(contact, doubts.sharedEmails, pupilEmails), accessPupil(pupil), today] as const;
      const answer = decideAccess(...facts);
      tell(link, answer, findings);
      const passes = links.length === 1 && answer.decision === 'refused' && passing.includes(answer.rule);
      return [{ ...decisionOf(link, answer), ...(passes ? { later: decideLater(...facts) } : {}) }];
    });
    const strictest = decided.find((decision) => decision.areas.length === 0) ?? decided[0];
    return strictest ? [{ ...strictest, areas: sharedByAll(decided) }] : [];
  });
}

/** Not in force yet, not on roll yet, no e-mail address yet. */
const passing: readonly string[] = ['REL-10', 'PUP-05', 'CON-01'];

type Doubt = Pick<Decision, 'rule' | 'reason'> & { readonly decision: 'refused' };

/** What the link itself forbids, whoever is meant: a doubt must not take its place. */
function statedBy(link: Link, today: SchoolDate): AccessDecision | undefined {
  const answer = decideAccess(
    link,
    { email: 'adult@school.example', emailIsShared: false, emailIsAPupils: false },
    { onRollFrom: today, restricted: 'N' },
    today,
  );
  return answer.decision === 'refused' && isRestriction(answer.rule) ? answer : undefined;
}

/** What the domain cannot know: the export itself is in doubt about who is meant. Told already where it was found. */
function doubtOf(link: Link, { school, doubts }: ReadSchool): Doubt | undefined {
  const refused = (rule: string, reason: string): Doubt => ({ decision: 'refused', rule, reason });
  if (school.doubtfulIds.pupils.has(link.pupilId))
    return refused('PUP-01', 'The export has two pupils with this id, or one that cannot be read.');
  if (school.doubtfulIds.contacts.has(link.contactId))
    return refused('REF-02', 'The export has two adults with this id, or one that cannot be read.');
  if (doubts.noPersons.has(link.contactId)) return refused('CON-05', 'The record of the adult does not look like a person.');
  if (doubts.unreadablePairs.has(pairKey(link))) return refused('REL-09', 'Another row about this adult and this pupil cannot be read.');
  return undefined;
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

function accessPupil({ onRollFrom, onRollTo, enrolStatus, restricted }: Pupil) {
  return { onRollFrom, onRollTo, enrolStatus, restricted };
}

function decisionOf({ contactId, pupilId, line }: Link, answer: AccessDecision | Doubt): Decision {
  return { contactId, pupilId, line, areas: answer.decision === 'allowed' ? answer.areas : [], rule: answer.rule, reason: answer.reason };
}

function sharedByAll(decisions: readonly Decision[]): readonly PupilArea[] {
  return pupilAreas.filter((area) => decisions.every((decision) => decision.areas.includes(area)));
}

const columnOfRule: Readonly<Record<string, string>> = {
  'REL-01': 'courtOrder',
  'REL-02': 'parentalResponsibility',
  'REL-07': 'validTo',
  'REL-08': 'portalAccess',
  'CON-03': 'contactId',
  'PUP-06': 'pupilId',
};

/** Rules that say what the school decided, and nothing is wrong with it. */
const decidedBySchool = ['PUP-04', 'PUP-05', 'REL-07', 'REL-10', 'REL-08', 'CON-05', 'CON-01', 'CON-02'];

/** Refusals that were not told before: court orders and doubts hold, a plain 'no responsibility' is what the school wants. */
function tell(link: Link, answer: AccessDecision, findings: Findings): void {
  if (answer.decision === 'allowed' || decidedBySchool.includes(answer.rule)) return;
  const isPlainNo = answer.rule === 'REL-02' && link.parentalResponsibility?.trim().toLowerCase() === 'n';
  findings.add({
    code: answer.rule,
    effect: isPlainNo ? 'warn' : 'hold',
    file: relationshipsTable.file,
    line: link.line,
    column: columnOfRule[answer.rule] ?? columnInDoubt(link),
    message: `${answer.reason} Nothing is published through this link.`,
  });
}

/** REL-09 speaks of several columns: the first that is neither yes nor no. */
function columnInDoubt(link: Link): string {
  const isClear = (text: string | undefined, words: string) => new RegExp(`^(${words})$`, 'i').test(text?.trim() ?? '');
  if (!isClear(link.courtOrder, 'y|n')) return 'courtOrder';
  if (!link.relationship?.trim()) return 'relationship';
  if (!isClear(link.portalAccess, 'y|n|')) return 'portalAccess';
  return isClear(link.parentalResponsibility, 'y|n|u') ? 'areas' : 'parentalResponsibility';
}
