import { decideAccess, isRestriction } from '../../../src/domain/access';
import { pupilAreas, type PupilArea } from '../../../src/domain/areas';
import type { SchoolDate } from '../../../src/domain/pupilFacts';
import { addDays } from '../../../src/domain/schoolDate';
import { dayNumber } from '../../../src/lists/dayNumber';
import type { Decision } from '../access';
import { pupilsTable, relationshipsTable } from '../bundle/tables';
import type { Finding } from '../findings';
import type { Keys } from '../keys';
import type { KnownPerson } from '../present/people';
import type { School } from '../school';
import { checkIdentities, type IdentityCheck } from './identity';
import { isBeyond, type Limits } from './limits';
import { ownAreas, pairName, type PairState } from './pairs';
import type { Waiting } from './waiting';

/** A decision as it is carried out, with what is remembered of it. */
export interface Ruling extends Omit<Decision, 'later' | 'line'> {
  /** The export no longer has the link, or the pupil, and a person is asked first: all about it stays as it is. */
  readonly isKept: boolean;
  readonly sinceDay: number;
  readonly standing: readonly PupilArea[];
  readonly standingDay: number;
}

export interface Braked {
  readonly rulings: readonly Ruling[];
  readonly waiting: readonly Waiting[];
  /** What is done, and worth reading. */
  readonly notices: readonly Finding[];
  readonly identity: IdentityCheck;
  /** Pupils whose rows and readers stay as they are, by MIS id: the export has lost too many at once. */
  readonly keptPupils: ReadonlySet<string>;
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
  readonly keys: Keys;
  readonly limits: Limits;
  readonly today: SchoolDate;
  readonly isApproved: (key: string) => boolean;
}

/** A link that the export has lost is remembered so long: an export that was cut off opens again what it closed. */
const daysRemembered = 30;

/**
 * Holds back what an export may not do by itself: make somebody another person, open what was closed for a reason, link people whom the site
 * knows apart, lose many at once. Closures for a stated reason go on. Pure: reads and writes nothing.
 */
export function brake(braking: Braking): Braked {
  const { school, people, accounts, keys, limits, isApproved } = braking;
  const identity = checkIdentities({ school, people, accounts, salt: keys.salt, limit: limits.people, isApproved, linked: linkedAdults(braking) });
  const lost = lostPupils(braking);
  const keptPupils = new Set(lost.filter(({ waits }) => waits && !isApproved(waits.key)).map(({ pupilId }) => pupilId));
  const letGo = new Set(lost.filter(({ waits }) => waits && isApproved(waits.key)).map(({ pupilId }) => pupilId));
  const gone = goneLinks(braking, keptPupils, letGo, identity);
  const losing = gone.filter(({ state }) => state.areas.length > 0);
  const losers: Losers = { contacts: new Set(losing.map(({ contactId }) => contactId)), pupils: new Set(losing.map(({ pupilId }) => pupilId)) };
  const opened = settleOpenings(braking, identity, losers);
  const rulings = [...opened.rulings, ...gone.flatMap(link => goneRuling(braking, link))];
  return {
    identity, keptPupils, notices: massClosures(braking, opened.rulings),
    rulings, waiting: [...doubtfulClosures(braking, opened.rulings), ...identity.waiting.map(question => withSights(question, braking)), ...opened.waiting, ...lost.flatMap(({ waits }) => waits ?? []), ...gone.flatMap(({ waits }) => waits ?? [])],
  };
}

/** Adults of the export's links, and of those that were open until now: a link that is lost must not hide that its adult is somebody else. */
function linkedAdults({ decisions, states, people }: Braking): ReadonlySet<string> {
  const open = new Set([...states.values()].filter(({ areas }) => areas.length > 0).map(({ adultKey }) => adultKey));
  const before = [...people.values()].filter(({ kind, opaqueKey }) => kind === 'adult' && open.has(opaqueKey)).map(({ misId }) => misId);
  return new Set([...decisions.map(({ contactId }) => contactId), ...before]);
}

/** Whoever approves that somebody is somebody else is told who would see whom by it. */
function withSights(question: Waiting, { decisions }: Braking): Waiting {
  const [kind, id] = (question.finding.subject ?? '').split(/:(.*)/s);
  if (question.stops || question.finding.code === 'ASK-01' || id === undefined) return question;
  const others = decisions.filter(({ areas, contactId, pupilId }) => areas.length > 0 && (kind === 'adult' ? contactId : pupilId) === id)
    .map(({ contactId, pupilId }) => (kind === 'adult' ? pupilId : contactId));
  if (others.length === 0) return question;
  return { ...question, words: `${question.words} ${kind === 'adult' ? 'Would see' : 'Would be seen by'} ${others.join(', ')}.` };
}

interface LostPupil {
  readonly pupilId: string;
  readonly waits: Waiting | undefined;
}

/** Pupils on the site whom the export does not have, though nothing says that they have left. */
function lostPupils({ school, people, published, limits }: Braking): readonly LostPupil[] {
  if (school.keepsAbsentPupils) return [];
  const here = [...people.values()].filter(({ kind, opaqueKey, goneDay }) => kind === 'pupil' && goneDay === undefined && published.has(opaqueKey));
  const lost = here.filter(({ misId }) => !school.pupils.has(misId) && !school.heldPupils.has(misId));
  const isMany = isBeyond(limits.pupils, lost.length, here.length);
  return lost.map(({ misId }) => ({
    pupilId: misId,
    waits: isMany ? {
      key: JSON.stringify(['ASK-10', misId]), effect: 'closes', stops: false, words: `pupil ${misId} and all who see the child (missing in pupils.csv)`,
      finding: { code: 'ASK-10', effect: 'hold', file: pupilsTable.file, column: 'pupilId', subject: misId, message: 'A pupil is missing, with more others than a night may lose, and nothing says that they have left. What is published stays until somebody approves it.' },
    } : undefined,
  }));
}

interface GoneLink {
  readonly contactId: string;
  readonly pupilId: string;
  readonly state: PairState;
  readonly isKept: boolean;
  readonly waits: Waiting | undefined;
}

/** Pairs of the last run of which the export says nothing any more. */
function goneLinks(braking: Braking, keptPupils: ReadonlySet<string>, letGo: ReadonlySet<string>, identity: IdentityCheck): readonly GoneLink[] {
  const { decisions, people, states, keys, limits, isApproved } = braking;
  const spoken = new Set(decisions.flatMap(({ contactId, pupilId }) => nameOf(keys, contactId, pupilId) ?? []));
  const owners = new Map([...people.values()].map(person => [person.opaqueKey, person.misId]));
  const gone = [...states].filter(([name]) => !spoken.has(name)).map(([, state]) =>
    ({ state, contactId: owners.get(state.adultKey) ?? '', pupilId: owners.get(state.pupilKey) ?? '' }))
    .filter(({ contactId, pupilId }) => contactId !== '' && pupilId !== '');
  const mustClose = (link: { readonly contactId: string; readonly pupilId: string }) => isStranger(identity, link) || refusedWithoutLink(braking, link) !== undefined;
  const open = gone.filter(link => link.state.areas.length > 0 && !keptPupils.has(link.pupilId) && !letGo.has(link.pupilId) && !mustClose(link));
  const allOpen = [...states.values()].filter(({ areas }) => areas.length > 0).length;
  const isMany = isBeyond(limits.links, open.length, allOpen);
  return gone.map(({ state, contactId, pupilId }): GoneLink => {
    const isOpen = state.areas.length > 0;
    const isStated = mustClose({ contactId, pupilId });
    const isOfKept = isOpen && keptPupils.has(pupilId) && !isStated;
    const waits: Waiting | undefined = isMany && isOpen && !isOfKept && !isStated && !letGo.has(pupilId) ? {
      key: JSON.stringify(['ASK-11', contactId, pupilId]), effect: 'closes', stops: false, words: `${contactId} would no longer see ${pupilId} (the link is missing)`,
      finding: {
        code: 'ASK-11', effect: 'hold', file: relationshipsTable.file, column: 'contactId', subject: `${contactId}\n${pupilId}`,
        message: 'A link is missing, with more others than a night may lose. It stays open until somebody approves it.',
      },
    } : undefined;
    return { contactId, pupilId, state, waits, isKept: isOfKept || (waits !== undefined && !isApproved(waits.key)) };
  });
}

/** A link that is gone closes, and is remembered for a month; one that is kept stays as it is. */
function goneRuling(braking: Braking, { contactId, pupilId, state, isKept }: GoneLink): readonly Ruling[] {
  const { today } = braking;
  const day = dayNumber(today);
  const wasGone = state.rule === 'REL-11';
  const sinceDay = wasGone || isKept ? state.sinceDay ?? day : day;
  if (isKept) return [{ contactId, pupilId, areas: state.areas, rule: state.rule, reason: state.reason, isKept, sinceDay, standing: [], standingDay: 0 }];
  if (wasGone && sinceDay < dayNumber(addDays(today, -daysRemembered))) return [];
  const stated = isRestriction(state.rule) && state.areas.length === 0 ? state : refusedWithoutLink(braking, { contactId, pupilId });
  // Why a pair was closed is not forgotten because the link is missing for a night.
  if (stated) return [{ contactId, pupilId, areas: [], rule: stated.rule, reason: stated.reason, isKept: false, sinceDay: stated === state ? state.sinceDay ?? day : day, ...nothing }];
  const standing = state.areas.length > 0 ? state.areas : state.standing;
  return [{
    contactId, pupilId, areas: [], rule: 'REL-11', reason: 'The export no longer links the two.', isKept: false, sinceDay, standing, standingDay: state.standingDay,
  }];
}

/** One link in doubt closes at once. So many at once say that the export is in doubt, and not they: then nothing is done before somebody has looked. */
function doubtfulClosures({ states, keys, limits }: Braking, rulings: readonly Ruling[]): readonly Waiting[] {
  const isOpen = ({ contactId, pupilId }: Ruling) => (states.get(nameOf(keys, contactId, pupilId) ?? '')?.areas.length ?? 0) > 0;
  const closing = rulings.filter(ruling => ruling.areas.length === 0 && !isRestriction(ruling.rule) && !ruling.rule.startsWith('ASK-') && isOpen(ruling));
  const open = [...states.values()].filter(({ areas }) => areas.length > 0).length;
  if (!isBeyond(limits.links, closing.length, open)) return [];
  const rules = [...new Set(closing.map(({ rule }) => rule))].sort().join(', ');
  const words = `${closing.length} of ${open} open links would close because the export is in doubt about them (${rules}).`;
  return [{
    key: JSON.stringify(['ASK-17', closing.map(({ contactId, pupilId, rule }) => [contactId, pupilId, rule]).sort()]), effect: 'closes', stops: true, words,
    finding: { code: 'ASK-17', effect: 'stop', file: relationshipsTable.file, message: words },
  }];
}

/** What closes a pair whatever its link says: the pupil, or the adult, as the export has them. */
function refusedWithoutLink({ school, today }: Braking, { contactId, pupilId }: { readonly contactId: string; readonly pupilId: string }) {
  const anyLink = { relationship: 'Parent', parentalResponsibility: 'Y', courtOrder: 'N', portalAccess: '' };
  const [pupil, contact] = [school.pupils.get(pupilId), school.contacts.get(contactId)];
  const adult = { email: 'adult@school.example', deceased: contact?.deceased, emailIsShared: false, emailIsAPupils: false };
  const answer = decideAccess(anyLink, adult, pupil ?? { onRollFrom: today, restricted: 'N' }, today);
  return answer.decision === 'refused' && isRestriction(answer.rule) ? answer : undefined;
}

/** Closures that the export states go on, however many. So many in one night are worth reading all the same. */
function massClosures({ states, keys, limits }: Braking, rulings: readonly Ruling[]): readonly Finding[] {
  const closing = rulings.filter(({ areas, rule, contactId, pupilId }) =>
    areas.length === 0 && isRestriction(rule) && (states.get(nameOf(keys, contactId, pupilId) ?? '')?.areas.length ?? 0) > 0);
  const open = [...states.values()].filter(({ areas }) => areas.length > 0).length;
  if (!isBeyond(limits.links, closing.length, open)) return [];
  const rules = [...new Set(closing.map(({ rule }) => rule))].sort().join(', ');
  return [{ code: 'REL-12', effect: 'hold', file: relationshipsTable.file, message: `${closing.length} of ${open} open links close in this run, because the export says so (${rules}). A column may be wrong.` }];
}

interface Losers {
  readonly contacts: ReadonlySet<string>;
  readonly pupils: ReadonlySet<string>;
}

interface Opening {
  readonly decision: Decision;
  readonly state: PairState | undefined;
  /** What is open without anybody asking. */
  readonly own: readonly PupilArea[];
  readonly waits: Waiting | undefined;
  /** Refused only until a day comes, and then nothing would be out of the ordinary. */
  readonly opensLater: Decision['later'];
}

function settleOpenings(braking: Braking, identity: IdentityCheck, losers: Losers): { readonly rulings: readonly Ruling[]; readonly waiting: readonly Waiting[] } {
  const day = dayNumber(braking.today);
  const looked = braking.decisions.map((decision): Opening => {
    const state = stateOf(braking, decision, identity);
    const whyNot = (areas: readonly PupilArea[]) => whyAsked(braking, { ...decision, areas }, state, identity, losers);
    const why = whyNot(decision.areas);
    const { later } = decision;
    return { decision, state, own: ownAreas(state, day), waits: why && askToOpen(decision, why), opensLater: later && !state && !whyNot(later.areas) ? later : undefined };
  });
  const moved = looked.filter(({ waits }) => waits?.finding.code === 'ASK-07' || waits?.finding.code === 'ASK-14').length;
  const isMany = isBeyond(braking.limits.people, moved, [...braking.states.values()].filter(({ areas }) => areas.length > 0).length);
  const openings = isMany ? looked.map(opening => withAsking(opening, identity)) : looked;
  return {
    rulings: openings.map(opening => rulingOf(braking, opening, identity, isMany)),
    waiting: openings.flatMap(({ waits }) => waits ?? []),
  };
}

/** Where many links have moved, none of what opens is to be trusted. */
function withAsking(opening: Opening, identity: IdentityCheck): Opening {
  const { decision, own, waits } = opening;
  if (waits || gainsOf(decision, own).length === 0 || isStranger(identity, decision) || isTrusted(identity, decision)) return opening;
  return { ...opening, waits: askToOpen(decision, whyByCode['ASK-09']) };
}

interface Why {
  readonly code: string;
  readonly words: string;
}

const whyByCode = {
  'ASK-07': { code: 'ASK-07', words: 'both were known, and not linked' },
  'ASK-08': { code: 'ASK-08', words: 'more areas than so far' },
  'ASK-09': { code: 'ASK-09', words: 'many other links have moved in this export' },
  'ASK-14': { code: 'ASK-14', words: 'in place of a link that is gone' },
} as const satisfies Record<string, Why>;

/** Why an opening is out of the ordinary; undefined where it is not, or where there is none. */
function whyAsked(
  { people, today }: Braking, decision: Decision, state: PairState | undefined, identity: IdentityCheck, losers: Losers,
): Why | undefined {
  const own = ownAreas(state, dayNumber(today));
  if (gainsOf(decision, own).length === 0) return undefined;
  // Who somebody is, is one question; that a restriction is lifted is another, even of somebody else.
  const isSettled = isTrusted(identity, decision) || isStranger(identity, decision);
  if (isSettled && !(state && isRestriction(state.rule))) return undefined;
  if (own.length > 0) return whyByCode['ASK-08'];
  if (state?.rule === 'ASK-07' || state?.rule === 'ASK-14') return whyByCode[state.rule];
  // What waited only because of others is free when their storm has passed.
  if (state?.rule === 'ASK-09') return undefined;
  if (state) return { code: 'ASK-06', words: `closed so far: ${state.rule === 'REL-11' ? 'the link was gone' : withoutNote(state.reason).replace(/\.$/, '')}` };
  const isKnown = (misKey: string) => people.get(misKey)?.identity !== undefined;
  if (isKnown(`adult:${decision.contactId}`) && isKnown(`pupil:${decision.pupilId}`)) return whyByCode['ASK-07'];
  return losers.contacts.has(decision.contactId) || losers.pupils.has(decision.pupilId) ? whyByCode['ASK-14'] : undefined;
}

/** Stands behind the reason for which a pair was closed, when the export no longer gives it. */
const note = ' The export no longer says so: that waits for approval.';

function withoutNote(reason: string): string {
  return reason.endsWith(note) ? reason.slice(0, -note.length) : reason;
}

function gainsOf({ areas }: Decision, own: readonly PupilArea[]): readonly PupilArea[] {
  return areas.filter(area => !own.includes(area));
}

function askToOpen({ contactId, pupilId, areas, line }: Decision, { code, words }: Why): Waiting {
  const what = areas.length === pupilAreas.length ? '' : ` ${areas.join(', ')} of`;
  return {
    key: JSON.stringify([code, contactId, pupilId, areas]), effect: 'opens', stops: false, words: `${contactId} would see${what} ${pupilId} (${words})`,
    finding: {
      code, effect: 'hold', file: relationshipsTable.file, line, column: 'contactId', subject: `${contactId}\n${pupilId}`,
      message: `The link would open what was not open before (${words}). It stays as it was until somebody approves it.`,
    },
  };
}

function rulingOf({ isApproved, today }: Braking, opening: Opening, identity: IdentityCheck, isStorm: boolean): Ruling {
  const { decision, state, own, waits } = opening;
  const { contactId, pupilId } = decision;
  const day = dayNumber(today);
  const stranger = identity.strangers.get(`adult:${contactId}`) ?? identity.strangers.get(`pupil:${pupilId}`);
  const isAsked = waits !== undefined && !isApproved(waits.key);
  const areas = stranger ? [] : isAsked ? decision.areas.filter(area => own.includes(area)) : decision.areas;
  const said = stranger ?? (waits && isAsked ? whileAsked(waits, state) : remembered(decision, state));
  const isSame = state !== undefined && state.rule === said.rule && state.areas.join() === areas.join();
  const standing = areas.length === 0 ? standingOf(opening, isStorm) : nothing;
  return { contactId, pupilId, areas, rule: said.rule, reason: said.reason, isKept: false, sinceDay: isSame ? state.sinceDay ?? day : day, ...standing };
}

/** A doubt about a pair that was closed for a reason does not take the reason's place. */
function remembered(decision: Decision, state: PairState | undefined): { readonly rule: string; readonly reason: string } {
  const isDoubt = decision.areas.length === 0 && !isRestriction(decision.rule);
  return isDoubt && state && state.areas.length === 0 && isRestriction(state.rule) ? { rule: state.rule, reason: withoutNote(state.reason) } : decision;
}

/** What Access says while somebody is asked: why the pair was closed, or is open only in part, so far. */
function whileAsked({ finding: { code } }: Waiting, state: PairState | undefined): { readonly rule: string; readonly reason: string } {
  if (code === 'ASK-06' && state) return { rule: state.rule, reason: withoutNote(state.reason) + note };
  if (code === 'ASK-08' && state) return { rule: state.rule, reason: state.reason };
  return { rule: code, reason: 'The opening is out of the ordinary. It waits for approval.' };
}

const nothing = { standing: [], standingDay: 0 } as const;

/** What opens again by itself: nothing that the school has closed; what it had before a doubt; what only has to wait for its day. */
function standingOf({ decision, state, opensLater }: Opening, isStorm: boolean): Pick<Ruling, 'standing' | 'standingDay'> {
  // In an export in which many links have moved, a restriction may stand in somebody else's row: it closes, and the next good export opens again.
  if (isRestriction(decision.rule) && !isStorm) return nothing;
  if (opensLater) return { standing: opensLater.areas, standingDay: dayNumber(opensLater.from) };
  if (!state) return nothing;
  return state.areas.length > 0 ? { standing: state.areas, standingDay: 0 } : { standing: state.standing, standingDay: state.standingDay };
}

function isStranger({ strangers }: IdentityCheck, { contactId, pupilId }: Pick<Decision, 'contactId' | 'pupilId'>): boolean {
  return strangers.has(`adult:${contactId}`) || strangers.has(`pupil:${pupilId}`);
}

function isTrusted({ trusted }: IdentityCheck, { contactId, pupilId }: Decision): boolean {
  return trusted.has(`adult:${contactId}`) || trusted.has(`pupil:${pupilId}`);
}

function isReplaced({ replaced }: IdentityCheck, { contactId, pupilId }: Decision): boolean {
  return replaced.has(`adult:${contactId}`) || replaced.has(`pupil:${pupilId}`);
}

/** Of an id that stands for somebody else now, only why a pair was closed is remembered. */
function stateOf({ states, keys }: Braking, decision: Decision, identity: IdentityCheck): PairState | undefined {
  const state = states.get(nameOf(keys, decision.contactId, decision.pupilId) ?? '');
  return state && isReplaced(identity, decision) && !(isRestriction(state.rule) && state.areas.length === 0) ? undefined : state;
}

function nameOf(keys: Keys, contactId: string, pupilId: string): string | undefined {
  const [adultKey, pupilKey] = [keys.known('adult', contactId), keys.known('pupil', pupilId)];
  return adultKey === undefined || pupilKey === undefined ? undefined : pairName(adultKey, pupilKey);
}
