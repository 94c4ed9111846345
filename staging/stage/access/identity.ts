import { createHash, createHmac } from 'node:crypto';
import { isUsableEmail, normalEmail } from '../../../src/domain/people/access';
import { contactsTable, pupilsTable } from '../bundle/tables';
import { identityDoubts } from '../findings/catalogue/waiting';
import { finding } from '../findings/finding';
import type { Identity, KnownPerson } from '../currentState/people';
import type { Contact, ExportedPupil, School } from '../school/school';
import { isBeyond, type Limit } from '../limits';
import type { Waiting } from '../waiting';

/**
 * Whether people are still who they were. An export in which a column has slipped gives one person's id to another; what tells is a fingerprint
 * of what identified them in the last run that ended well.
 */
export interface IdentityCheck {
  readonly waiting: readonly Waiting[];
  /** People whose id seems to stand for somebody else, by '<kind>:<MIS id>': everything through it is closed, with the reason. */
  readonly strangers: ReadonlyMap<string, Stranger>;
  /** Adults who go on with the account that they have, by MIS id. */
  readonly keepAccount: ReadonlySet<string>;
  /** A person has approved who they are now: what they may see is no further question. By '<kind>:<MIS id>'. */
  readonly trusted: ReadonlySet<string>;
  /** Of those, ids that stand for somebody else: the key that such an id had goes to nobody. */
  readonly replaced: ReadonlySet<string>;
  /** Of adults and pupils who are who they were, or are new: what the next run compares with. By '<kind>:<MIS id>'. */
  readonly identities: ReadonlyMap<string, Identity>;
}

export interface Stranger {
  readonly rule: string;
  readonly reason: string;
}

export interface IdentityChecking {
  readonly school: School;
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** Adults who are linked to a pupil, or were until now. */
  readonly linked: ReadonlySet<string>;
  /** The address of the account that an adult has on the site, by opaque key: of sites from before there were fingerprints. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly salt: string;
  readonly limit: Limit;
  readonly isApproved: (key: string) => boolean;
}

/** What has become of one person. */
interface Verdict {
  readonly misKey: string;
  readonly misId: string;
  readonly line: number;
  readonly file: string;
  /** What the next run compares with, where the person is believed. */
  readonly identity: Identity;
  /** Something that identified the person is not as it was. */
  readonly isChanged: boolean;
  readonly question?: Question | undefined;
}

interface Question {
  readonly code: keyof typeof identityDoubts;
  readonly column: string;
}

/** Where only the address is another one, all goes on as it was, with the account that the adult had. */
function closes({ code }: Question): boolean {
  return code !== 'ASK-01';
}

export function checkIdentities(checking: IdentityChecking): IdentityCheck {
  const adults = adultVerdicts(checking);
  const pupils = pupilVerdicts(checking);
  const verdicts = [...adults, ...pupils];
  const waiting = [
    ...several('adults', adults, checking),
    ...several('pupils', pupils, checking),
    ...verdicts.flatMap((verdict) => (verdict.question ? [askAbout(verdict, verdict.question)] : [])),
  ];
  const open = verdicts.filter((verdict) => verdict.question && !checking.isApproved(questionKey(verdict, verdict.question)));
  const closed = open.filter(({ question }) => question && closes(question));
  const unanswered = new Set(open.map(({ misKey }) => misKey));
  const answered = verdicts.filter(({ misKey, question }) => question && !unanswered.has(misKey));
  return {
    waiting,
    strangers: new Map(
      closed.flatMap(({ misKey, question }) =>
        question ? [[misKey, { rule: question.code, reason: `${identityDoubts[question.code]} It waits for approval.` }] as const] : [],
      ),
    ),
    keepAccount: new Set(open.filter(({ question }) => question && !closes(question)).map(({ misId }) => misId)),
    trusted: new Set(answered.map(({ misKey }) => misKey)),
    replaced: new Set(answered.filter(({ question }) => question && isReplacement(question)).map(({ misKey }) => misKey)),
    identities: new Map(verdicts.filter(({ misKey }) => !unanswered.has(misKey)).map(({ misKey, identity }) => [misKey, identity])),
  };
}

function isReplacement({ code }: Question): boolean {
  return code === 'ASK-02' || code === 'ASK-18' || code === 'ASK-03';
}

function questionKey({ misKey, identity }: Verdict, { code }: Question): string {
  return JSON.stringify([code, misKey, Object.values(identity).sort()]);
}

function askAbout(verdict: Verdict, question: Question): Waiting {
  const { misId, misKey, file, line } = verdict;
  const { code, column } = question;
  return {
    key: questionKey(verdict, question),
    effect: 'identity',
    stops: false,
    words: `${misId}: ${identityDoubts[code]}`,
    finding: finding(code, { file, line, column, subject: misKey }),
  };
}

/** So many people at once do not change their names: a column has slipped. */
function several(who: 'adults' | 'pupils', verdicts: readonly Verdict[], { people, limit }: IdentityChecking): readonly Waiting[] {
  const known = verdicts.filter(({ misKey }) => people.get(misKey)?.identity);
  const changed = verdicts.filter(({ isChanged, question }) => isChanged || question);
  if (!isBeyond(limit, changed.length, known.length)) return [];
  const content = createHash('sha256')
    .update(JSON.stringify(changed.map(({ misKey, identity }) => [misKey, identity])))
    .digest('hex');
  const [file, column] = who === 'adults' ? [contactsTable.file, 'contactId'] : [pupilsTable.file, 'pupilId'];
  const asked = finding('ASK-05', { file, column }, { changed: changed.length, all: known.length, who });
  return [
    {
      key: JSON.stringify(['ASK-05', who, content]),
      effect: 'identity',
      stops: true,
      words: asked.message,
      finding: asked,
    },
  ];
}

function adultVerdicts({ school, people, linked, salt, accounts: addresses }: IdentityChecking): readonly Verdict[] {
  const accounts = ownersOf(people, 'adult', ({ email }) => email);
  const contacts = [...school.contacts.values()].filter(({ contactId }) => linked.has(contactId));
  const emailNow = new Map(contacts.map((contact) => [`adult:${contact.contactId}`, adultIdentity(contact, salt).email]));
  return contacts.map((contact): Verdict => {
    const misKey = `adult:${contact.contactId}`;
    const person = people.get(misKey);
    const address = addresses.get(person?.opaqueKey ?? '');
    const was: Identity | undefined = person?.identity ?? (address === undefined ? undefined : fingerprints({ email: address }, salt));
    const now = adultIdentity(contact, salt);
    const isOtherEmail = was !== undefined && now.email !== undefined && was.email !== now.email;
    const isOtherName = was?.['name'] !== undefined && was['name'] !== now['name'];
    const isNewEmail = now.email !== undefined && was?.email !== now.email;
    // Where the other still has it, two adults share one address: that is CON-02, and closes both.
    const isBorrowed =
      isNewEmail &&
      (accounts.get(now.email ?? '') ?? []).some((other) => other !== misKey && (was !== undefined || emailNow.get(other) !== now.email));
    return {
      misKey,
      misId: contact.contactId,
      line: contact.line,
      file: contactsTable.file,
      identity: { ...(was?.['email'] === undefined ? {} : { email: was['email'] }), ...now },
      isChanged: (isOtherEmail && was?.['email'] !== undefined) || isOtherName || (was?.email !== undefined && now.email === undefined),
      question: adultQuestion({
        isKnown: was !== undefined,
        isFirstEmail: was?.['email'] === undefined,
        isOtherEmail,
        isOtherName,
        isBorrowed,
      }),
    };
  });
}

function adultQuestion({
  isKnown,
  isFirstEmail,
  isOtherEmail,
  isOtherName,
  isBorrowed,
}: {
  readonly isKnown: boolean;
  readonly isFirstEmail: boolean;
  readonly isOtherEmail: boolean;
  readonly isOtherName: boolean;
  readonly isBorrowed: boolean;
}): Question | undefined {
  if (!isKnown && isBorrowed) return { code: 'ASK-04', column: 'contactId' };
  if (isOtherEmail && isOtherName) return { code: 'ASK-02', column: 'contactId' };
  if (isBorrowed) return { code: 'ASK-18', column: 'email' };
  return isOtherEmail && !isFirstEmail ? { code: 'ASK-01', column: 'email' } : undefined;
}

function pupilVerdicts({ school, people, salt }: IdentityChecking): readonly Verdict[] {
  const whole = ({ forename, surname, birth }: Identity) => (forename && surname && birth ? [forename, surname, birth].join() : undefined);
  const known = ownersOf(people, 'pupil', whole);
  const now = new Map([...school.pupils.values()].map((pupil) => [`pupil:${pupil.pupilId}`, pupilIdentity(pupil, salt)]));
  return [...school.pupils.values()].map((pupil): Verdict => {
    const misKey = `pupil:${pupil.pupilId}`;
    const [was, identity] = [people.get(misKey)?.identity, pupilIdentity(pupil, salt)];
    const differs = (part: string) => was?.[part] !== undefined && identity[part] !== undefined && was[part] !== identity[part];
    const changed = ['forename', 'surname', 'birth'].filter(differs).length;
    const isAnother = (known.get(whole(identity) ?? '') ?? []).some(
      (other) => other !== misKey && (was !== undefined || whole(now.get(other) ?? {}) !== whole(identity)),
    );
    return {
      misKey,
      misId: pupil.pupilId,
      line: pupil.line,
      file: pupilsTable.file,
      identity: { ...(was?.['birth'] === undefined ? {} : { birth: was['birth'] }), ...identity },
      // A preferred name that comes counts too: a form or a house in its column would come to all at once, and be published.
      isChanged: changed > 0 || (was !== undefined && was['preferred'] !== identity['preferred']),
      question: pupilQuestion(was !== undefined, changed, isAnother),
    };
  });
}

function pupilQuestion(isKnown: boolean, changed: number, isAnother: boolean): Question | undefined {
  if (!isKnown && isAnother) return { code: 'ASK-19', column: 'pupilId' };
  return changed >= 2 || (changed === 1 && isAnother) ? { code: 'ASK-03', column: 'pupilId' } : undefined;
}

/** Who had which fingerprint in the last run. */
function ownersOf(
  people: ReadonlyMap<string, KnownPerson>,
  kind: KnownPerson['kind'],
  partOf: (identity: Identity) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const [misKey, person] of people) {
    const part = person.kind === kind && person.identity ? partOf(person.identity) : undefined;
    if (part !== undefined) owners.set(part, [...(owners.get(part) ?? []), misKey]);
  }
  return owners;
}

function adultIdentity({ email, forename, surname }: Contact, salt: string): Identity {
  return fingerprints(
    { email: isUsableEmail(email) ? normalEmail(email) : '', name: [forename, surname].map(plainName).join(' ').trim() },
    salt,
  );
}

function pupilIdentity(
  { legalForename, legalSurname, preferredForename, preferredSurname, dateOfBirth }: ExportedPupil,
  salt: string,
): Identity {
  const preferred = [preferredForename, preferredSurname].map(plainName).join(' ').trim();
  return fingerprints({ forename: plainName(legalForename), surname: plainName(legalSurname), preferred, birth: dateOfBirth ?? '' }, salt);
}

/** Salted, so that whoever reads the list cannot look names up in a table; parts that are not there have none. */
function fingerprints(parts: Readonly<Record<string, string>>, salt: string): Identity {
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([, value]) => value !== '')
      .map(([part, value]) => [part, createHmac('sha256', salt).update(`${part}:${value}`).digest('hex').slice(0, 16)]),
  );
}

/** Without case, accents and outer space: an accent that the MIS has learnt to write makes nobody another person. */
function plainName(name: string | undefined): string {
  return (name ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
