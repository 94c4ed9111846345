import * as v from 'valibot';
import { isValidUpn } from '../../src/domain/people/uniquePupilNumber';
import { uln, upn } from '../../samples/upn';
import { demoSchool, pupilsOpenTo, type Row } from '../kit/demoSchool';

const school = demoSchool('2026-11-23');
const pupils = school.table('pupils.csv');
const contacts = school.table('contacts.csv');
const links = school.table('relationships.csv');
const people = v.parse(
  v.array(
    v.object({
      email: v.string(),
      name: v.string(),
      isGuest: v.boolean(),
      role: v.string(),
      note: v.string(),
      children: v.array(v.string()),
    }),
  ),
  school.json('people.json'),
);

function contact(forename: string, surname: string): Row {
  const found = contacts.find((one) => one.forename === forename && one.surname === surname);
  if (found === undefined) throw new Error('There is no such contact');
  return found;
}

function linksOf(forename: string, surname: string): Row[] {
  return links.filter((link) => link.contactId === contact(forename, surname).contactId);
}

function pupil(forename: string, surname: string): Row {
  const found = pupils.find((one) => one.legalForename === forename && one.legalSurname === surname);
  if (found === undefined) throw new Error('There is no such pupil');
  return found;
}

function children(email: string): readonly string[] | undefined {
  return people.find((person) => person.email === email)?.children;
}

describe("The demo school's pupils", () => {
  it('are 240 on roll in eight forms of 30, and one who left', () => {
    const onRoll = pupils.filter((one) => one.onRollTo === '');
    const forms = [...new Set(onRoll.map((one) => one.regGroup))];
    expect(onRoll).toHaveLength(240);
    expect(forms).toHaveLength(8);
    for (const form of forms) expect(onRoll.filter((one) => one.regGroup === form)).toHaveLength(30);
    expect(pupils).toHaveLength(241);
  });

  it('have ids, names and valid pupil numbers of their own', () => {
    expect(new Set(pupils.map((one) => one.pupilId)).size).toBe(241);
    expect(new Set(pupils.map((one) => `${one.legalForename} ${one.legalSurname}`)).size).toBe(241);
    expect(new Set(pupils.map((one) => one.upn)).size).toBe(241);
    expect(pupils.filter((one) => !isValidUpn(one.upn ?? ''))).toEqual([]);
  });

  it('are as old as their year group, but for one', () => {
    const yearsOld = (one: Row): number =>
      2026 - Number(one.dateOfBirth?.slice(0, 4)) - (String(one.dateOfBirth?.slice(5)) >= '09-01' ? 1 : 0);
    const unusual = pupils.filter((one) => yearsOld(one) !== Number(one.yearGroup?.replace('Year ', '')) + 4);
    expect(unusual.map((one) => one.legalForename)).toEqual(['Dawit']);
  });

  it.each([
    ['an accent', /[áéíóúýçñöüłńśżș]/u],
    ['an apostrophe', /\p{L}'\p{L}/u],
    ['a hyphen between letters', /\p{L}-\p{L}/u],
    ['a space', /\p{L} \p{L}/u],
  ])('bear names with %s', (_what, sign) => {
    const names = pupils.flatMap((one) => [one.legalForename ?? '', one.legalSurname ?? '']);
    expect(names.filter((name) => sign.test(name)).length).toBeGreaterThanOrEqual(2);
  });
});

describe('Check characters', () => {
  it('are those of the published examples', () => {
    expect(upn('801', '2000', '05', '001')).toBe('B801200005001');
    expect(upn('801', '2000', '05', '01A')).toBe('A80120000501A');
    expect(uln(927630868)).toBe('9276308686');
  });
});

describe("The demo school's adults", () => {
  it("should see exactly whom the product's rules open to them", () => {
    for (const person of people.filter((one) => contacts.some(({ email }) => email === one.email))) {
      expect({ email: person.email, children: person.children }).toEqual({
        email: person.email,
        children: pupilsOpenTo(school, person.email),
      });
    }
  });

  it('include every adult with a story and ten without', () => {
    expect(people.length).toBe(new Set(people.map((one) => one.email)).size);
    expect(people.filter((one) => one.note.includes('without a special story'))).toHaveLength(10);
    for (const role of ['parent', 'separated parent', 'grandparent', 'step-parent', 'teacher', 'head', 'admin', 'publisher'])
      expect(people.map((one) => one.role)).toContain(role);
  });

  it('can all sign in with an account of the directory', () => {
    const accounts = v.parse(
      v.array(v.object({ email: v.string(), name: v.string(), isGuest: v.boolean() })),
      school.json('accounts.json'),
    );
    const known = accounts.map((one) => one.email);
    expect(new Set(known).size).toBe(known.length);
    expect(known).toEqual(expect.arrayContaining(contacts.map((one) => one.email).filter((email) => email !== '')));
    expect(accounts.filter((one) => one.isGuest !== one.email.endsWith('@family.example'))).toEqual([]);
  });
});

describe('The families with a story', () => {
  it('give Samantha Smith three children in three years', () => {
    expect(children('samantha.smith@family.example')).toEqual(['Emily Smith', 'Jack Smith', 'Oliver Smith']);
    expect(['Emily', 'Jack', 'Oliver'].map((name) => pupil(name, 'Smith').yearGroup)).toEqual(['Year 7', 'Year 8', 'Year 10']);
  });

  it('have separated parents with equal access at two homes', () => {
    expect(children('joanne.whitaker@family.example')).toEqual(children('peter.lang@family.example'));
    expect(linksOf('Peter', 'Lang').map((link) => link.livesWithPupil)).toEqual(['N', 'N']);
  });

  it('have a court order against a father with parental responsibility', () => {
    expect(linksOf('Karim', 'Haddad')).toEqual([expect.objectContaining({ courtOrder: 'Y', parentalResponsibility: 'Y' })]);
    expect([children('karim.haddad@family.example'), children('leila.haddad@family.example')]).toEqual([[], ['Amira Haddad']]);
  });

  it('have contacts whose responsibility is missing, granted in part, or unknown', () => {
    expect(linksOf('Gary', 'Stone')).toEqual([expect.objectContaining({ parentalResponsibility: 'N', portalAccess: '' })]);
    expect(linksOf('Margaret', 'Ellis')).toEqual([
      expect.objectContaining({ parentalResponsibility: 'N', portalAccess: 'Y', areas: 'timetable;attendance' }),
    ]);
    expect(linksOf('Paweł', 'Wiśniewski')).toEqual([expect.objectContaining({ parentalResponsibility: 'U' })]);
    expect(children('gary.stone@family.example')).toEqual([]);
    expect(children('pawel.wisniewski@family.example')).toEqual([]);
  });

  it('have two adults with one address, and only those two', () => {
    const counts = new Map<string, number>();
    contacts.forEach(({ email = '' }) => counts.set(email, (counts.get(email) ?? 0) + 1));
    expect([...counts].filter(([email, count]) => email !== '' && count > 1)).toEqual([['patel.family@family.example', 2]]);
  });

  it('have a teacher of a class of 30 with her own child in it', () => {
    const members = school
      .table('class-members.csv')
      .filter((row) => row.classId === '7B-Sc')
      .map((row) => row.pupilId);
    expect(members).toHaveLength(30);
    expect(members).toContain(pupil('Daniel', 'Bennett').pupilId);
    expect(school.table('classes.csv').find((row) => row.classId === '7B-Sc')?.staffName).toBe('Mrs R Bennett');
    expect(people.find((one) => one.email === contact('Rachel', 'Bennett').email)).toMatchObject({
      isGuest: false,
      role: 'teacher',
      children: ['Daniel Bennett'],
    });
  });

  it('have a pupil who left, twins, step-siblings, a contact without e-mail and a link that ended', () => {
    expect(pupil('Kian', 'Doyle').onRollTo).toMatch(/^2026-/);
    expect(pupil('Zara', 'Qureshi')).toMatchObject({ regGroup: '8A', dateOfBirth: pupil('Hamza', 'Qureshi').dateOfBirth });
    expect(pupil('Hamza', 'Qureshi').regGroup).toBe('8A');
    expect([children('craig.turner@family.example'), children('fiona.mackenzie@family.example')]).toEqual([
      ['Lewis Turner'],
      ['Isla Mackenzie'],
    ]);
    expect(linksOf('Craig', 'Turner')).toHaveLength(2);
    expect(contact('Winston', 'Campbell').email).toBe('');
    expect(String(linksOf('Judith', 'Marlowe')[0]?.validTo) < school.today).toBe(true);
  });
});
