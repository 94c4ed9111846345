import { isRestriction } from '../../../src/domain/people/access';
import { pupilAreas, type PupilArea } from '../../../src/domain/people/areas';
import { dayNumber } from '../../../src/lists/dayNumber';
import type { Decision } from './decide';
import { relationshipsTable } from '../bundle/tables';
import { openingDoubts } from '../findings/catalogue/waiting';
import { finding } from '../findings/finding';
import type { IdentityCheck } from './identity';
import { isBeyond } from '../limits';
import { openStates, ownAreas, type PairState } from '../currentState/pairStates';
import { isReplaced, isStranger, isTrusted, nameOf, nothing, type Braking, type Ruling } from './ruling';
import type { Waiting } from '../waiting';

export interface Losers {
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

/** Rulings on all links of the export, and what waits among them. */
export function ruleOnOpenings(
  braking: Braking,
  identity: IdentityCheck,
  losers: Losers,
): { readonly rulings: readonly Ruling[]; readonly waiting: readonly Waiting[] } {
  const day = dayNumber(braking.today);
  const looked = braking.decisions.map((decision): Opening => {
    const state = stateOf(braking, decision, identity);
    const whyNot = (areas: readonly PupilArea[]) => whyAsked(braking, { ...decision, areas }, state, identity, losers);
    const why = whyNot(decision.areas);
    const { later } = decision;
    return {
      decision,
      state,
      own: ownAreas(state, day),
      waits: why && askToOpen(decision, why),
      opensLater: later && !state && !whyNot(later.areas) ? later : undefined,
    };
  });
  const moved = looked.filter(({ waits }) => waits?.finding.code === 'ASK-07' || waits?.finding.code === 'ASK-14').length;
  const isMany = isBeyond(braking.limits.people, moved, openStates(braking.states).length);
  const openings = isMany ? looked.map((opening) => withAsking(opening, identity)) : looked;
  return {
    rulings: openings.map((opening) => rulingOf(braking, opening, identity, isMany)),
    waiting: openings.flatMap(({ waits }) => waits ?? []),
  };
}

/** Where many links have moved, none of what opens is to be trusted. */
function withAsking(opening: Opening, identity: IdentityCheck): Opening {
  const { decision, own, waits } = opening;
  if (waits || gainsOf(decision, own).length === 0 || isStranger(identity, decision) || isTrusted(identity, decision)) return opening;
  return { ...opening, waits: askToOpen(decision, { code: 'ASK-09' }) };
}

/** ASK-06 says for which reason the pair was closed; the others always say the same. */
type Why = { readonly code: 'ASK-06'; readonly reason: string } | { readonly code: keyof typeof openingDoubts };

/** Why an opening is out of the ordinary; undefined where it is not, or where there is none. */
function whyAsked(
  { people, today }: Braking,
  decision: Decision,
  state: PairState | undefined,
  identity: IdentityCheck,
  losers: Losers,
): Why | undefined {
  const own = ownAreas(state, dayNumber(today));
  if (gainsOf(decision, own).length === 0) return undefined;
  // Who somebody is, is one question; that a restriction is lifted is another, even of somebody else.
  const isSettled = isTrusted(identity, decision) || isStranger(identity, decision);
  if (isSettled && !(state && isRestriction(state.rule))) return undefined;
  if (own.length > 0) return { code: 'ASK-08' };
  if (state?.rule === 'ASK-07' || state?.rule === 'ASK-14') return { code: state.rule };
  // What waited only because of others is free when their storm has passed.
  if (state?.rule === 'ASK-09') return undefined;
  if (state)
    return { code: 'ASK-06', reason: state.rule === 'REL-11' ? 'the link was gone' : withoutNote(state.reason).replace(/\.$/, '') };
  const isKnown = (misKey: string) => people.get(misKey)?.identity !== undefined;
  if (isKnown(`adult:${decision.contactId}`) && isKnown(`pupil:${decision.pupilId}`)) return { code: 'ASK-07' };
  return losers.contacts.has(decision.contactId) || losers.pupils.has(decision.pupilId) ? { code: 'ASK-14' } : undefined;
}

/** Stands behind the reason for which a pair was closed, when the export no longer gives it. */
const note = ' The export no longer says so: that waits for approval.';

function withoutNote(reason: string): string {
  return reason.endsWith(note) ? reason.slice(0, -note.length) : reason;
}

function gainsOf({ areas }: Decision, own: readonly PupilArea[]): readonly PupilArea[] {
  return areas.filter((area) => !own.includes(area));
}

function askToOpen({ contactId, pupilId, areas, line }: Decision, why: Why): Waiting {
  const what = areas.length === pupilAreas.length ? '' : ` ${areas.join(', ')} of`;
  const place = { file: relationshipsTable.file, line, column: 'contactId', subject: `${contactId}\n${pupilId}` };
  return {
    key: JSON.stringify([why.code, contactId, pupilId, areas]),
    effect: 'opens',
    stops: false,
    words: `${contactId} would see${what} ${pupilId} (${why.code === 'ASK-06' ? `closed so far: ${why.reason}` : openingDoubts[why.code]})`,
    finding: why.code === 'ASK-06' ? finding('ASK-06', place, { reason: why.reason }) : finding(why.code, place),
  };
}

function rulingOf({ isApproved, today }: Braking, opening: Opening, identity: IdentityCheck, isStorm: boolean): Ruling {
  const { decision, state, own, waits } = opening;
  const { contactId, pupilId } = decision;
  const day = dayNumber(today);
  const stranger = identity.strangers.get(`adult:${contactId}`) ?? identity.strangers.get(`pupil:${pupilId}`);
  const isAsked = waits !== undefined && !isApproved(waits.key);
  const areas = stranger ? [] : isAsked ? decision.areas.filter((area) => own.includes(area)) : decision.areas;
  const said = stranger ?? (waits && isAsked ? whileAsked(waits, state) : lastingReason(decision, state));
  const isSame = state !== undefined && state.rule === said.rule && state.areas.join() === areas.join();
  const standing = areas.length === 0 ? standingOf(opening, isStorm) : nothing;
  return {
    contactId,
    pupilId,
    areas,
    rule: said.rule,
    reason: said.reason,
    isKept: false,
    sinceDay: isSame ? (state.sinceDay ?? day) : day,
    ...standing,
  };
}

/** A doubt about a pair that was closed for a reason does not take the reason's place. */
function lastingReason(decision: Decision, state: PairState | undefined): { readonly rule: string; readonly reason: string } {
  const isAmbiguous = decision.areas.length === 0 && !isRestriction(decision.rule);
  return isAmbiguous && state && state.areas.length === 0 && isRestriction(state.rule)
    ? { rule: state.rule, reason: withoutNote(state.reason) }
    : decision;
}

/** What Access says while somebody is asked: why the pair was closed, or is open only in part, so far. */
function whileAsked({ finding: { code } }: Waiting, state: PairState | undefined): { readonly rule: string; readonly reason: string } {
  if (code === 'ASK-06' && state) return { rule: state.rule, reason: withoutNote(state.reason) + note };
  if (code === 'ASK-08' && state) return { rule: state.rule, reason: state.reason };
  return { rule: code, reason: 'The opening is out of the ordinary. It waits for approval.' };
}

/** What opens again by itself: nothing that the school has closed; what it had before a doubt; what only has to wait for its day. */
function standingOf({ decision, state, opensLater }: Opening, isStorm: boolean): Pick<Ruling, 'standing' | 'standingDay'> {
  // In an export in which many links have moved, a restriction may stand in somebody else's row: it closes, and the next good export opens again.
  if (isRestriction(decision.rule) && !isStorm) return nothing;
  if (opensLater) return { standing: opensLater.areas, standingDay: dayNumber(opensLater.from) };
  if (!state) return nothing;
  return state.areas.length > 0 ? { standing: state.areas, standingDay: 0 } : { standing: state.standing, standingDay: state.standingDay };
}

/** Of an id that stands for somebody else now, only why a pair was closed is remembered. */
function stateOf({ states, keys }: Braking, decision: Decision, identity: IdentityCheck): PairState | undefined {
  const state = states.get(nameOf(keys, decision.contactId, decision.pupilId) ?? '');
  return state && isReplaced(identity, decision) && !(isRestriction(state.rule) && state.areas.length === 0) ? undefined : state;
}
