import { add, type FindingCase, foundIn, remove, set } from '../kit/findingCases';

const cases: readonly FindingCase[] = [
  {
    why: 'two adults have one id',
    change: add('contacts.csv', { contactId: 'C4' }, { email: 'second@family.example' }),
    found: ['REF-02 quarantine contacts.csv:5 contactId', 'REF-02 quarantine contacts.csv:6 contactId'],
  },
  {
    why: 'two pupils have one id',
    change: set('pupils.csv', { pupilId: 'P4' }, { pupilId: 'P3' }),
    found: expect.arrayContaining(['PUP-01 quarantine pupils.csv:4 pupilId', 'PUP-01 quarantine pupils.csv:5 pupilId']),
  },
  {
    why: 'a pupil is there twice under two ids',
    change: set('pupils.csv', { pupilId: 'P4' }, { legalForename: 'thaddeusina', dateOfBirth: '2014-01-09' }),
    found: ['PUP-10 quarantine pupils.csv:4 legalForename', 'PUP-10 quarantine pupils.csv:5 legalForename'],
  },
  {
    why: 'a UPN has a wrong check letter',
    change: set('pupils.csv', { pupilId: 'P1' }, { upn: 'A801200005001' }),
    found: ['PUP-02 warning pupils.csv:2 upn'],
  },
  {
    why: 'two pupils have one UPN',
    change: (tables) => ['P1', 'P2'].forEach((pupilId) => set('pupils.csv', { pupilId }, { upn: 'B801200005001' })(tables)),
    found: ['PUP-11 warning pupils.csv:2 upn', 'PUP-11 warning pupils.csv:3 upn'],
  },
  {
    why: 'a ULN is wrong',
    change: set('pupils.csv', { pupilId: 'P1' }, { uln: '9276308687' }),
    found: ['PUP-12 warning pupils.csv:2 uln'],
  },
  {
    why: 'a date of birth is missing',
    change: set('pupils.csv', { pupilId: 'P1' }, { dateOfBirth: '' }),
    found: ['PUP-13 warning pupils.csv:2 dateOfBirth'],
  },
  {
    why: 'a date of birth does not fit the year group',
    change: set('pupils.csv', { pupilId: 'P1' }, { dateOfBirth: '2009-05-17' }),
    found: ['PUP-03 warning pupils.csv:2 dateOfBirth'],
  },
  {
    why: 'a date of birth lies in the future',
    change: set('pupils.csv', { pupilId: 'P1' }, { dateOfBirth: '2030-05-17' }),
    found: ['PUP-14 warning pupils.csv:2 dateOfBirth'],
  },
  { why: 'a pupil is in no class', change: remove('class-members.csv', { pupilId: 'P1' }), found: ['PUP-17 warning pupils.csv:2 pupilId'] },
  {
    why: 'an adult has no e-mail',
    change: set('contacts.csv', { contactId: 'C2' }, { email: '' }),
    found: ['CON-01 warning contacts.csv:3 email'],
  },
  {
    why: 'an e-mail is none',
    change: set('contacts.csv', { contactId: 'C2' }, { email: 'brackenridge at family' }),
    found: ['CON-10 warning contacts.csv:3 email'],
  },
  {
    why: 'two adults share an e-mail',
    change: set('contacts.csv', { contactId: 'C2' }, { email: ' QUILLFEATHER@family.example ' }),
    found: ['CON-02 quarantine contacts.csv:2 email', 'CON-02 quarantine contacts.csv:3 email'],
  },
  {
    why: "an adult has a pupil's e-mail",
    change: set('contacts.csv', { contactId: 'C2' }, { email: 'p1@pupils.oakfield.example' }),
    found: ['CON-03 quarantine relationships.csv:4 contactId'],
  },
  {
    why: 'an adult has died',
    change: set('contacts.csv', { contactId: 'C2' }, { deceased: 'Y' }),
    found: ['CON-05 quarantine contacts.csv:3 deceased'],
  },
  {
    why: 'an adult has no surname',
    change: set('contacts.csv', { contactId: 'C2' }, { surname: '' }),
    found: ['CON-07 quarantine contacts.csv:3 surname'],
  },
  {
    why: 'an adult looks like a test',
    change: set('contacts.csv', { contactId: 'C2' }, { surname: 'Test' }),
    found: ['CON-08 quarantine contacts.csv:3 surname'],
  },
  {
    why: 'a court order is recorded',
    change: set('relationships.csv', { contactId: 'C2' }, { courtOrder: 'Y' }),
    found: ['REL-01 quarantine relationships.csv:4 courtOrder'],
  },
  {
    why: 'responsibility is not known',
    change: set('relationships.csv', { contactId: 'C2' }, { parentalResponsibility: 'U' }),
    found: ['REL-19 quarantine relationships.csv:4 parentalResponsibility'],
  },
  {
    why: 'there is no responsibility and no grant',
    change: set('relationships.csv', { contactId: 'C2' }, { parentalResponsibility: 'N' }),
    found: ['REL-02 warning relationships.csv:4 parentalResponsibility'],
  },
  {
    why: 'a court order is neither yes nor no',
    change: set('relationships.csv', { contactId: 'C2' }, { courtOrder: 'see file' }),
    found: ['REL-09 quarantine relationships.csv:4 courtOrder'],
  },
  {
    why: 'an area is not known',
    change: set('relationships.csv', { contactId: 'C3' }, { areas: 'attendance;meals' }),
    found: ['REL-17 quarantine relationships.csv:5 areas'],
  },
  {
    why: 'a pupil has two first contacts',
    change: set('relationships.csv', { contactId: 'C2' }, { priority: '1' }),
    found: ['REL-04 warning relationships.csv:2 priority'],
  },
  {
    why: 'a pupil has no first contact at all',
    change: set('relationships.csv', { pupilId: 'P3' }, { priority: '' }),
    found: ['REL-21 warning relationships.csv:6 priority'],
  },
];

describe('findings about people and what connects them', () => {
  it.each(cases)('name code, file, line and column where $why', async (one) => {
    expect(await foundIn(one)).toEqual(one.found);
  });
});
