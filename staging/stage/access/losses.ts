import { decideAccess, isRestriction } from '../../../src/domain/people/access';
import { addDays } from '../../../src/domain/time/schoolDate';
import { dayNumber } from '../../../src/lists/dayNumber';
import { pupilsTable, relationshipsTable } from '../bundle/tables';
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
          finding: {
            code: 'ASK-10',
            effect: 'hold',
            file: pupilsTable.file,
            column: 'pupilId',
            subject: misId,
            message:
              'A pupil is missing, with more others than a night may lose, and nothing says that they have left. What is published stays until somebody approves it.',
          },
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
  const { decisions, people, states, keys, limits, isApproved } = braking;
  const spoken = new Set(decisions.flatMap(({ contactId, pupilId }) => nameOf(keys, contactId, pupilId) ?? []));
  const owners = new Map([...people.values()].map((person) => [person.opaqueKey, person.misId]));
  const gone = [...states]
    .filter(([name]) => !spoken.has(name))
    .map(([, state]) => ({ state, contactId: owners.get(state.adultKey) ?? '', pupilId: owners.get(state.pupilKey) ?? '' }))
    .filter(({ contactId, pupilId }) => contactId !== '' && pupilId !== '');
  const mustClose = (link: { readonly contactId: string; readonly pupilId: string }) =>
    isStranger(identity, link) || refusedWithoutLink(braking, link) !== undefined;
  const open = gone.filter(
    (link) => link.state.areas.length > 0 && !keptPupils.has(link.pupilId) && !letGo.has(link.pupilId) && !mustClose(link),
  );
  const allOpen = openStates(states).length;
  const isMany = isBeyond(limits.links, open.length, allOpen);
  return gone.map(({ state, contactId, pupilId }): GoneLink => {
    const isOpen = state.areas.length > 0;
    const isStated = mustClose({ contactId, pupilId });
    const isOfKept = isOpen && keptPupils.has(pupilId) && !isStated;
    const waits: Waiting | undefined =
      isMany && isOpen && !isOfKept && !isStated && !letGo.has(pupilId)
        ? {
            key: JSON.stringify(['ASK-11', contactId, pupilId]),
            effect: 'closes',
            stops: false,
            words: `${contactId} would no longer see ${pupilId} (the link is missing)`,
            finding: {
              code: 'ASK-11',
              effect: 'hold',
              file: relationshipsTable.file,
              column: 'contactId',
              subject: `${contactId}\n${pupilId}`,
              message: 'A link is missing, with more others than a night may lose. It stays open until somebody approves it.',
            },
          }
        : undefined;
    return { contactId, pupilId, state, waits, isKept: isOfKept || (waits !== undefined && !isApproved(waits.key)) };
  });
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
function refusedWithoutLink({ school, today }: Braking, { contactId, pupilId }: { readonly contactId: string; readonly pupilId: string }) {
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
