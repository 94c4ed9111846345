import type { Finding } from '../findings/finding';
import { doubtfulRevocations, massRevocations } from './massRevocations';
import { checkIdentities, type IdentityCheck } from './identity';
import { goneLinks, goneRuling, lostPupils } from './losses';
import { ruleOnOpenings, type Losers } from './openings';
import { openStates } from '../currentState/pairStates';
import type { Braking, Ruling } from './ruling';
import type { Waiting } from '../waiting';

export interface Braked {
  readonly rulings: readonly Ruling[];
  readonly waiting: readonly Waiting[];
  /** What is done, and worth reading. */
  readonly notices: readonly Finding[];
  readonly identity: IdentityCheck;
  /** Pupils whose rows and readers stay as they are, by MIS id: the export has lost too many at once. */
  readonly keptPupils: ReadonlySet<string>;
}

/**
 * Holds back what an export may not do by itself: make somebody another person, open what was closed for a reason, link people whom the site
 * knows apart, lose many at once. Closures for a stated reason go on. Pure: reads and writes nothing.
 */
export function brake(braking: Braking): Braked {
  const { school, people, accounts, keys, limits, isApproved } = braking;
  const identity = checkIdentities({
    school,
    people,
    accounts,
    salt: keys.salt,
    limit: limits.people,
    isApproved,
    linked: linkedAdults(braking),
  });
  const lost = lostPupils(braking);
  const keptPupils = new Set(lost.filter(({ waits }) => waits && !isApproved(waits.key)).map(({ pupilId }) => pupilId));
  const letGo = new Set(lost.filter(({ waits }) => waits && isApproved(waits.key)).map(({ pupilId }) => pupilId));
  const gone = goneLinks(braking, keptPupils, letGo, identity);
  const losers: Losers = { contacts: new Set(gone.map(({ contactId }) => contactId)), pupils: new Set(gone.map(({ pupilId }) => pupilId)) };
  const opened = ruleOnOpenings(braking, identity, losers);
  const rulings = [...opened.rulings, ...gone.flatMap((link) => goneRuling(braking, link))];
  return {
    identity,
    keptPupils,
    notices: massRevocations(braking, opened.rulings),
    rulings,
    waiting: [
      ...doubtfulRevocations(braking, opened.rulings),
      ...identity.waiting.map((question) => withSights(question, braking)),
      ...opened.waiting,
      ...lost.flatMap(({ waits }) => waits ?? []),
      ...gone.flatMap(({ waits }) => waits ?? []),
    ],
  };
}

/** Adults of the export's links, and of those that were open until now: a link that is lost must not hide that its adult is somebody else. */
function linkedAdults({ decisions, states, people }: Braking): ReadonlySet<string> {
  const open = new Set(openStates(states).map(({ adultKey }) => adultKey));
  const before = [...people.values()].filter(({ kind, opaqueKey }) => kind === 'adult' && open.has(opaqueKey)).map(({ misId }) => misId);
  return new Set([...decisions.map(({ contactId }) => contactId), ...before]);
}

/** Whoever approves that somebody is somebody else is told who would see whom by it. */
function withSights(question: Waiting, { decisions }: Braking): Waiting {
  const [kind, id] = (question.finding.subject ?? '').split(/:(.*)/s);
  if (question.stops || question.finding.code === 'ASK-01' || id === undefined) return question;
  const others = decisions
    .filter(({ areas, contactId, pupilId }) => areas.length > 0 && (kind === 'adult' ? contactId : pupilId) === id)
    .map(({ contactId, pupilId }) => (kind === 'adult' ? pupilId : contactId));
  if (others.length === 0) return question;
  return { ...question, words: `${question.words} ${kind === 'adult' ? 'Would see' : 'Would be seen by'} ${others.join(', ')}.` };
}
