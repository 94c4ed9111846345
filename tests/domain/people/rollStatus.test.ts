import { decideAccess } from '../../../src/domain/people/access';
import { isOffRoll, rollStatus, statusesBeforeRoll, statusesOfLeavers, type RollFacts } from '../../../src/domain/people/rollStatus';

const today = '2026-11-23';

function statusOf(facts: Partial<RollFacts>) {
  return rollStatus({ onRollFrom: '2024-09-01', ...facts }, today);
}

/** The rule by which a parent against whom nothing else stands is refused. */
function ruleFor(enrolStatus: string) {
  const link = { relationship: 'Mother', parentalResponsibility: 'Y', courtOrder: 'N', portalAccess: '' };
  const adult = { email: 'parent@family.example', emailIsShared: false, emailIsAPupils: false };
  return decideAccess(link, adult, { onRollFrom: '2024-09-01', restricted: 'N', enrolStatus }, today).rule;
}

function spellings(status: string): readonly string[] {
  return [status, status.toUpperCase(), ` ${status} `];
}

describe('A pupil', () => {
  it('is on roll from the first day to the last', () => {
    expect(statusOf({ onRollFrom: today })).toBe('onRoll');
    expect(statusOf({ onRollTo: today })).toBe('onRoll');
    expect(statusOf({ onRollTo: ' ' })).toBe('onRoll');
  });

  it('is not yet before, and has left after', () => {
    expect(statusOf({ onRollFrom: '2026-11-24' })).toBe('notYet');
    expect(statusOf({ onRollTo: '2026-11-22' })).toBe('left');
  });

  it.each([{ onRollFrom: '' }, { onRollFrom: undefined }, { onRollFrom: 'soon' }, { onRollTo: '22/11/2026' }])(
    'is neither for certain with %p',
    (facts) => {
      expect(statusOf({ ...facts, enrolStatus: 'left' })).toBe('unclear');
    },
  );

  it('is neither on a day that is none', () => {
    expect(rollStatus({ onRollFrom: '2024-09-01' }, 'today')).toBe('unclear');
  });

  it.each(statusesOfLeavers)('whose status is %p has left, and nobody sees the pupil', (status) => {
    for (const enrolStatus of spellings(status)) {
      expect([statusOf({ enrolStatus }), ruleFor(enrolStatus), isOffRoll(enrolStatus)]).toEqual(['left', 'PUP-04', true]);
    }
  });

  it.each(statusesBeforeRoll)('whose status is %p has not come yet, and nobody sees the pupil', (status) => {
    for (const enrolStatus of spellings(status)) {
      expect([statusOf({ enrolStatus }), ruleFor(enrolStatus), isOffRoll(enrolStatus)]).toEqual(['notYet', 'PUP-05', true]);
    }
  });

  it('is kept from view by every one of the words we know: none has been lost', () => {
    expect([statusesOfLeavers.length, new Set(statusesOfLeavers).size]).toEqual([6, 6]);
    expect([statusesBeforeRoll.length, new Set(statusesBeforeRoll).size]).toEqual([5, 5]);
  });

  it.each(['', 'C', 'current', 'on roll', 'pre'])('whose status is %p is on roll', (enrolStatus) => {
    expect([statusOf({ enrolStatus }), ruleFor(enrolStatus), isOffRoll(enrolStatus)]).toEqual(['onRoll', 'REL-PR', false]);
  });
});
