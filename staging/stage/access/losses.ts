import { decideAccess, isRestriction } from '../../../src/domain/people/access';
import { addDays } from '../../../src/domain/time/schoolDate';
import { dayNumber } from '../../../src/lists/dayNumber';
import { pupilsTable, relationshipsTable } from '../bundle/tables';
import { finding } from '../findings/finding';
import { pairKey } from '../school/invalidRows';
import type { IdentityCheck } from './identity';
import { isBeyond } from '../limits';
import { openStates, type PairState } from '../currentState/pairStates';
import { isStranger, nameOf, nothing, type Braking, type Ruling } from './ruling';
import type { Waiting } from '../waiting';

/** A link that the export has lost is remembered so long: an export that was cut off opens again what it closed. */
const daysRemembered = 30;

export interface LostPupil {
  readonly pupilId: string;
  readonly waits: Waiting | undefined;
}

/** Pupils on the site whom the export does not have, though nothing says that they have left. */
export function lostPupils({ school, people, published, limits }: Braking): readonly LostPupil[] {
  if (school.keepsAbsentPupils) return [];
  const here = [...people.values()].filter(
    ({ kind, opaqueKey, goneDay }) => kind === 'pupil' && goneDay === undefined && published.has(opaqueKey),
  );
  const lost = here.filter(({ misId }) => !school.pupils.has(misId) && !school.quarantinedPupils.has(misId));
  const isMany = isBeyond(limits.pupils, lost.length, here.length);
  return lost.map(({ misId }) => ({
    pupilId: misId,
    waits: isMany
      ? {
          key: JSON.stringify(['ASK-10', misId]),
          effect: 'closes',
          stops: false,
          words: `pupil ${misId} and all who see the child (missing in pupils.csv)`,
          finding: finding('ASK-10', { file: pupilsTable.file, column: 'pupilId', subject: misId }),
        }
      : undefined,
  }));
}

export interface GoneLink {
  readonly contactId: string;
  readonly pupilId: string;
  readonly state: PairState;
  readonly isKept: boolean;
  readonly waits: Waiting | undefined;
}

/** Pairs of the last run of which the export says nothing any more. */
export function goneLinks(
  braking: Braking,
  keptPupils: ReadonlySet<string>,
  letGo: ReadonlySet<string>,
  identity: IdentityCheck,
): readonly GoneLink[] {
  const { states, limits, isApproved } = braking;
  const gone = unspokenPairs(braking).map((pair) => ({
    ...pair,
    isOpen: pair.state.areas.length > 0,
    // Who is somebody else, or refused for a stated reason, is closed without being asked about.
    mustClose: isStranger(identity, pair) || refusedWithoutLink(braking, pair) !== undefined,
  }));
  const missing = gone.filter(({ isOpen, mustClose, pupilId }) => isOpen && !mustClose && !keptPupils.has(pupilId) && !letGo.has(pupilId));
  const isMany = isBeyond(limits.links, missing.length, openStates(states).length);
  const asked = new Set(isMany ? missing : []);
  return gone.map((pair): GoneLink => {
    const { contactId, pupilId, state, isOpen, mustClose } = pair;
    const isOfKept = isOpen && !mustClose && keptPupils.has(pupilId);
    const waits = asked.has(pair) ? askToLose(pair) : undefined;
    return { contactId, pupilId, state, waits, isKept: isOfKept || (waits !== undefined && !isApproved(waits.key)) };
  });
}

interface Pair {
  readonly contactId: string;
  readonly pupilId: string;
}

/** Pairs that Access has and the export does not link, as far as the site knows who they are. */
function unspokenPairs({ decisions, people, states, keys }: Braking): readonly (Pair & { readonly state: PairState })[] {
  const spoken = new Set(decisions.flatMap(({ contactId, pupilId }) => nameOf(keys, contactId, pupilId) ?? []));
  const owners = new Map([...people.values()].map((person) => [person.opaqueKey, person.misId]));
  return [...states]
    .filter(([name]) => !spoken.has(name))
    .map(([, state]) => ({ state, contactId: owners.get(state.adultKey) ?? '', pupilId: owners.get(state.pupilKey) ?? '' }))
    .filter(({ contactId, pupilId }) => contactId !== '' && pupilId !== '');
}

function askToLose({ contactId, pupilId }: Pair): Waiting {
  return {
    key: JSON.stringify(['ASK-11', contactId, pupilId]),
    effect: 'closes',
    stops: false,
    words: `${contactId} would no longer see ${pupilId} (the link is missing)`,
    finding: finding('ASK-11', { file: relationshipsTable.file, column: 'contactId', subject: `${contactId}\n${pupilId}` }),
  };
}

/** A link that is gone closes, and is remembered for a month; one that is kept stays as it is. */
export function goneRuling(braking: Braking, { contactId, pupilId, state, isKept }: GoneLink): readonly Ruling[] {
  const { today } = braking;
  const day = dayNumber(today);
  const wasGone = state.rule === 'REL-11';
  const sinceDay = wasGone || isKept ? (state.sinceDay ?? day) : day;
  if (isKept)
    return [
      { contactId, pupilId, areas: state.areas, rule: state.rule, reason: state.reason, isKept, sinceDay, standing: [], standingDay: 0 },
    ];
  if (wasGone && sinceDay < dayNumber(addDays(today, -daysRemembered))) return [];
  const stated = isRestriction(state.rule) && state.areas.length === 0 ? state : refusedWithoutLink(braking, { contactId, pupilId });
  // Why a pair was closed is not forgotten because the link is missing for a night.
  if (stated)
    return [
      {
        contactId,
        pupilId,
        areas: [],
        rule: stated.rule,
        reason: stated.reason,
        isKept: false,
        sinceDay: stated === state ? (state.sinceDay ?? day) : day,
        ...nothing,
      },
    ];
  const standing = state.areas.length > 0 ? state.areas : state.standing;
  return [
    {
      contactId,
      pupilId,
      areas: [],
      rule: 'REL-11',
      reason: 'The export no longer links the two.',
      isKept: false,
      sinceDay,
      standing,
      standingDay: state.standingDay,
    },
  ];
}

/** What closes a pair that the export has lost in part: the pupil, the adult or the link, as far as they are there. */
function refusedWithoutLink({ school, today }: Braking, { contactId, pupilId }: Pair) {
  // A link whose pupil or adult the export has lost opens nothing; what it forbids it forbids all the same.
  const anyLink = school.lostLinks.get(pairKey({ contactId, pupilId })) ?? {
    relationship: 'Parent',
    parentalResponsibility: 'Y',
    courtOrder: 'N',
    portalAccess: '',
  };
  const [pupil, contact] = [school.pupils.get(pupilId), school.contacts.get(contactId)];
  const adult = { email: 'adult@school.example', deceased: contact?.deceased, emailIsShared: false, emailIsAPupils: false };
  const answer = decideAccess(anyLink, adult, pupil ?? { onRollFrom: today, restricted: 'N' }, today);
  return answer.decision === 'refused' && isRestriction(answer.rule) ? answer : undefined;
}
