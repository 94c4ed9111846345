import fc from 'fast-check';
import {
  decideAccess,
  grantReasons,
  isUsableEmail,
  normalEmail,
  refusalReasons,
  type AccessAdult,
  type AccessLink,
  type AccessPupil,
} from '../../../src/domain/people/access';
import { pupilAreas } from '../../../src/domain/people/areas';

const today = '2026-11-23';
const link: AccessLink = {
  relationship: 'Mother',
  parentalResponsibility: 'Y',
  courtOrder: 'N',
  portalAccess: '',
  areas: '',
  validFrom: '',
  validTo: '',
};
const adult: AccessAdult = { email: 'parent@family.example', deceased: '', emailIsShared: false, emailIsAPupils: false };
const pupil: AccessPupil = { onRollFrom: '2024-09-01', onRollTo: '', restricted: 'N' };

interface Changes {
  readonly link?: Partial<AccessLink>;
  readonly adult?: Partial<AccessAdult>;
  readonly pupil?: Partial<AccessPupil>;
}

function decide(changes: Changes = {}) {
  return decideAccess({ ...link, ...changes.link }, { ...adult, ...changes.adult }, { ...pupil, ...changes.pupil }, today);
}

describe('An adult is allowed', () => {
  it('every area with parental responsibility', () => {
    expect(decide()).toMatchObject({ decision: 'allowed', areas: pupilAreas, rule: 'REL-PR' });
    expect(decide({ link: { portalAccess: 'Y' } })).toMatchObject({ decision: 'allowed', rule: 'REL-PR' });
  });

  it('what the school grants without parental responsibility', () => {
    expect(decide({ link: { parentalResponsibility: 'N', portalAccess: 'Y' } })).toMatchObject({
      decision: 'allowed',
      areas: pupilAreas,
      rule: 'REL-GRANT',
    });
    expect(decide({ link: { parentalResponsibility: 'N', portalAccess: 'Y', areas: 'results; Timetable;' } })).toMatchObject({
      areas: ['timetable', 'results'],
    });
  });

  it('only the areas of the link where it names some', () => {
    expect(decide({ link: { areas: 'attendance' } })).toMatchObject({ decision: 'allowed', areas: ['attendance'] });
  });

  it('on the first and last day of the link and of the pupil', () => {
    expect(decide({ link: { validFrom: today, validTo: today }, pupil: { onRollFrom: today, onRollTo: today } }).decision).toBe('allowed');
  });

  it('whichever contact the school calls first and wherever the pupil lives: neither is asked', () => {
    expect(decide({ link: { relationship: 'Father, other address' } }).decision).toBe('allowed');
  });
});

describe('An adult is refused', () => {
  it.each<[string, string, Changes]>([
    ['the pupil has left', 'PUP-04', { pupil: { onRollTo: '2026-11-22' } }],
    ['the pupil is marked as a leaver', 'PUP-04', { pupil: { enrolStatus: 'Leaver' } }],
    ['the pupil is not on roll yet', 'PUP-05', { pupil: { onRollFrom: '2026-11-24' } }],
    ['the pupil is an applicant', 'PUP-05', { pupil: { enrolStatus: 'applicant' } }],
    ['the pupil is restricted', 'PUP-06', { pupil: { restricted: 'Y' } }],
    ['there is a court order', 'REL-01', { link: { courtOrder: 'Y', portalAccess: 'Y' } }],
    ['the link is not in force yet', 'REL-10', { link: { validFrom: '2026-11-24' } }],
    ['the link has ended', 'REL-07', { link: { validTo: '2026-11-22' } }],
    ['the adult has died', 'CON-05', { adult: { deceased: 'Y' } }],
    ['there is no e-mail', 'CON-01', { adult: { email: undefined } }],
    ['the e-mail is none', 'CON-10', { adult: { email: 'ask at office' } }],
    ['another contact has the e-mail', 'CON-02', { adult: { emailIsShared: true } }],
    ['a pupil has the e-mail', 'CON-03', { adult: { emailIsAPupils: true } }],
    ['the school says no', 'REL-08', { link: { portalAccess: 'N' } }],
    ['the responsibility is unknown', 'REL-19', { link: { parentalResponsibility: 'U' } }],
    ['the responsibility is unknown, in spite of a grant', 'REL-19', { link: { parentalResponsibility: 'U', portalAccess: 'Y' } }],
    ['there is neither responsibility nor a grant', 'REL-02', { link: { parentalResponsibility: 'N' } }],
    ['an area is unknown', 'REL-17', { link: { areas: 'timetable;reports' } }],
    ['the areas are an empty list', 'REL-17', { link: { areas: ';' } }],
    ['the relationship is missing', 'REL-13', { link: { relationship: ' ' } }],
    ['the court order is not stated', 'REL-09', { link: { courtOrder: '' } }],
    ['it is not clear whether the adult is alive', 'CON-06', { adult: { deceased: 'perhaps' } }],
    ['it is not clear whether portal access is granted', 'REL-15', { link: { portalAccess: 'perhaps' } }],
    ['the restriction is not stated', 'PUP-08', { pupil: { restricted: undefined } }],
    ['the responsibility is not stated', 'REL-16', { link: { parentalResponsibility: '' } }],
    ['the joining date is missing', 'PUP-07', { pupil: { onRollFrom: '' } }],
    ['the leaving date cannot be read', 'PUP-07', { pupil: { onRollTo: '22/11/2026' } }],
    ["the link's end cannot be read", 'REL-14', { link: { validTo: '2026-02-30' } }],
  ])('where %s (%s)', (_, rule, changes) => {
    expect(decide(changes)).toMatchObject({ decision: 'refused', rule });
  });

  it('by the first reason where there are several: a leaver before a court order, a court order before an e-mail', () => {
    const all: Changes = { pupil: { onRollTo: '2026-01-01' }, link: { courtOrder: 'Y', validTo: '2026-01-01' }, adult: { email: '' } };
    expect(decide(all)).toMatchObject({ rule: 'PUP-04' });
    expect(decide({ ...all, pupil: {} })).toMatchObject({ rule: 'REL-01' });
  });

  it('where today itself is no date', () => {
    expect(decideAccess(link, adult, pupil, '')).toMatchObject({ decision: 'refused', rule: 'PUP-07' });
  });
});

const flag = fc.constantFrom('Y', 'N', 'U', '', ' y ', 'n', 'Yes', 'true', '1', undefined);
const date = fc.constantFrom('', '2020-01-01', today, '2026-11-22', '2026-11-24', '2099-12-31', '2026-02-30', 'soon', undefined);
const anyLink = fc.record({
  relationship: fc.constantFrom('Mother', 'Carer', '', undefined),
  parentalResponsibility: flag,
  courtOrder: flag,
  portalAccess: flag,
  areas: fc.constantFrom('', 'timetable', 'results;attendance', 'everything', ';', undefined),
  validFrom: date,
  validTo: date,
});
const anyAdult = fc.record({
  email: fc.constantFrom('parent@family.example', ' Parent@Family.example ', '', 'parent', undefined),
  deceased: flag,
  emailIsShared: fc.boolean(),
  emailIsAPupils: fc.boolean(),
});
const anyPupil = fc.record({
  onRollFrom: date,
  onRollTo: date,
  enrolStatus: fc.constantFrom('', 'C', 'Left', undefined),
  restricted: flag,
});
/** Mostly right, so that 'allowed' is reached often: each field of a good record is replaced with some chance. */
function mostly<T extends object>(good: T, any: fc.Arbitrary<T>): fc.Arbitrary<T> {
  const keys = Object.keys(good) as (keyof T)[];
  return fc
    .tuple(any, fc.subarray(keys, { maxLength: 2 }))
    .map(([other, replaced]) => replaced.reduce((record, key) => ({ ...record, [key]: other[key] }), good));
}
const anyCase = fc.tuple(
  fc.oneof(anyLink, mostly(link, anyLink)),
  fc.oneof(anyAdult, mostly(adult, anyAdult)),
  fc.oneof(anyPupil, mostly(pupil, anyPupil)),
);

const plain = (text: string | undefined) => (text ?? '').trim().toLowerCase();

describe('Whatever the export says', () => {
  it('a court order is never overruled', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('Y', 'y', ' Y '), ([aLink, anAdult, aPupil], courtOrder) => {
        expect(decideAccess({ ...aLink, courtOrder }, anAdult, aPupil, today).decision).toBe('refused');
      }),
    );
  });

  it('a word that we do not know is never allowed', () => {
    const unknown = fc.string({ minLength: 1 }).filter((text) => !['', 'y', 'n'].includes(plain(text)));
    fc.assert(
      fc.property(unknown, fc.constantFrom('parentalResponsibility', 'courtOrder', 'portalAccess'), (word, column) => {
        expect(decide({ link: { [column]: word } }).decision).toBe('refused');
        expect(decide({ pupil: { restricted: word } }).decision).toBe('refused');
        expect(decide({ adult: { deceased: word } }).decision).toBe('refused');
      }),
    );
  });

  it('to be allowed means that every condition is met', () => {
    const seen = { allowed: 0, refused: 0 };
    fc.assert(
      fc.property(anyCase, ([aLink, anAdult, aPupil]) => {
        const decision = decideAccess(aLink, anAdult, aPupil, today);
        seen[decision.decision] += 1;
        if (decision.decision === 'refused') return;
        expect(decision.areas.length).toBeGreaterThan(0);
        expect([plain(aLink.courtOrder), plain(aPupil.restricted)]).toEqual(['n', 'n']);
        expect(plain(aLink.relationship)).not.toBe('');
        expect(
          plain(aLink.parentalResponsibility) === 'y' || (plain(aLink.parentalResponsibility) === 'n' && plain(aLink.portalAccess) === 'y'),
        ).toBe(true);
        expect(['', 'y']).toContain(plain(aLink.portalAccess));
        expect([aLink.validFrom || today, aPupil.onRollFrom || 'missing'].every((from) => from <= today)).toBe(true);
        expect([aLink.validTo || today, aPupil.onRollTo || today].every((to) => to >= today)).toBe(true);
        expect([isUsableEmail(anAdult.email), anAdult.emailIsShared, anAdult.emailIsAPupils]).toEqual([true, false, false]);
        expect(['', 'n']).toContain(plain(anAdult.deceased));
      }),
      { numRuns: 2000 },
    );
    // The property would say nothing if the cases never met both answers.
    expect(Math.min(seen.allowed, seen.refused)).toBeGreaterThan(20);
  });

  it('the reason is one sentence, the rule a stable one, and nothing of the record is repeated', () => {
    fc.assert(
      fc.property(anyCase, ([aLink, anAdult, aPupil]) => {
        const { rule, reason } = decideAccess(aLink, anAdult, aPupil, today);
        expect({ ...refusalReasons, ...grantReasons }).toMatchObject({ [rule]: reason });
        expect(reason).toMatch(/^[A-Z][^.!?]+\.$/);
        expect(reason).not.toMatch(/@|\d{4}/);
      }),
    );
  });
});

describe('An e-mail', () => {
  it.each(['parent@family.example', "o'brien+school@mail.co.uk", ' Zoë@família.example '])('can sign in: %p', (email) => {
    expect(isUsableEmail(email)).toBe(true);
  });

  it.each([
    '',
    undefined,
    'parent',
    'a@b',
    'a@@b.example',
    'a b@c.example',
    'a@b.example; c@d.example',
    'a@.example',
    'a@b..example',
    `${'a'.repeat(250)}@b.example`,
  ])('cannot: %p', (email) => {
    expect(isUsableEmail(email)).toBe(false);
  });

  it('is compared without case and outer space', () => {
    expect(normalEmail(' Parent@Family.Example ')).toBe('parent@family.example');
  });
});
