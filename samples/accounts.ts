/** Who can sign in at the demo school, and which pupils they should then see. */
import { isOnRoll, type People } from './people';
import { displayName } from './roll';
import type { SchoolYear } from './schoolYear';
import { specialFamilies } from './specialFamilies';
import { headteacher, staffEmail, teachers } from './staff';

/** An account of the tenant's directory. */
export interface Account {
  readonly email: string;
  readonly name: string;
  /** Parents are guests of the school's tenant, staff its members. */
  readonly isGuest: boolean;
}

/** Somebody to be at the demo school. */
export interface DemoPerson extends Account {
  readonly role: string;
  /** One sentence: who this is. */
  readonly note: string;
  /** Names of the pupils whom this person should see as an adult of theirs. */
  readonly children: readonly string[];
}

const ordinaryParents = 10;

/** The people of docs/demo-school.md: staff first, then every adult with a story who has an address, then ordinary parents. */
export function demoPeople(schoolYear: SchoolYear, people: People): DemoPerson[] {
  const everyone = [...staffPeople(), ...specialPeople(people), ...ordinaryPeople(schoolYear, people)];
  return everyone.filter((person, index) => everyone.findIndex(({ email }) => email === person.email) === index);
}

/** Every account that an adult of the bundle can have, the demo people with their roles among them. */
export function directory(demo: readonly DemoPerson[], people: People): (Account | DemoPerson)[] {
  const known = new Set(demo.map(({ email }) => email));
  const others = people.adults
    .filter(({ address }) => address !== '' && !known.has(address))
    .map((adult) => ({ email: adult.address, name: displayName(adult), isGuest: true }));
  const staff = teachers
    .map((one) => ({ email: staffEmail(one), name: displayName(one), isGuest: false }))
    .filter(({ email }) => !known.has(email));
  return [...demo, ...staff, ...others];
}

function staffPeople(): DemoPerson[] {
  const science = teachers[1];
  const staff = (email: string, name: string, role: string, note: string): DemoPerson => ({
    email,
    name,
    isGuest: false,
    role,
    note,
    children: [],
  });
  return [
    staff(
      'admin@oakfield.example',
      'Morgan Ashe',
      'admin',
      "Looks after the school's SharePoint and provisions Schoolgate; no child is linked to this account.",
    ),
    staff('publisher@oakfield.example', 'Oakfield School', 'publisher', 'The account under which staging publishes; not a person.'),
    staff(staffEmail(headteacher), displayName(headteacher), 'head', 'The headteacher; no child is linked to this account.'),
    ...(science ? [staff(staffEmail(science), displayName(science), 'teacher', 'Teaches science and has no child at the school.')] : []),
  ];
}

function specialPeople({ adults }: People): DemoPerson[] {
  const planned = specialFamilies.flatMap((family) => family.adults);
  return planned.flatMap((plan, index) => {
    const address = adults[index]?.address ?? '';
    const { role, note } = plan;
    return address === ''
      ? []
      : [{ email: address, name: displayName(plan), isGuest: role !== 'teacher', role, note, children: [...plan.sees].sort() }];
  });
}

/** One parent of each of ten families without a story, from as many languages as there are. */
function ordinaryPeople({ today }: SchoolYear, { families }: People): DemoPerson[] {
  const ordinary = families.slice(specialFamilies.length).filter(({ adults }) => (adults[0]?.address ?? '') !== '');
  const languages = ordinary.map(({ adults }) => adults[0]?.language);
  const first = ordinary.filter((_family, index) => languages.indexOf(languages[index]) === index);
  return first.slice(0, ordinaryParents).flatMap(({ adults, pupils }) => {
    const parent = adults[0];
    if (parent === undefined) return [];
    const children = pupils
      .filter((pupil) => isOnRoll(pupil, today))
      .map(displayName)
      .sort();
    return [
      {
        email: parent.address,
        name: displayName(parent),
        isGuest: true,
        role: 'parent',
        note: `A parent of ${children.length === 1 ? 'one child' : `${children.length} children`} without a special story.`,
        children,
      },
    ];
  });
}
