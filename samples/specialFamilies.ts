/** The families that docs/demo-school.md introduces: the same people in every demo school. */
import type { AdultPlan, FamilyPlan, LinkPlan, PupilPlan } from './roll';

/** An adult who can try to sign in, with what ought to happen. */
export interface SpecialAdult extends AdultPlan {
  readonly role: string;
  /** One sentence: who this is, and why they see what they see. */
  readonly note: string;
  /** Full names of the pupils whom this adult should see. */
  readonly sees: readonly string[];
}

export interface SpecialFamily extends FamilyPlan {
  readonly title: string;
  readonly adults: readonly SpecialAdult[];
}

const mother: LinkPlan = { relationship: 'Mother', parentalResponsibility: 'Y', priority: 1, livesWithPupil: true };
const father: LinkPlan = { relationship: 'Father', parentalResponsibility: 'Y', priority: 2, livesWithPupil: true };
const elsewhere = { livesWithPupil: false } as const;

function girl(forename: string, surname: string, form: string, more: Partial<PupilPlan> = {}): PupilPlan {
  return { forename, surname, form, gender: 'F', ...more };
}

function boy(forename: string, surname: string, form: string, more: Partial<PupilPlan> = {}): PupilPlan {
  return { forename, surname, form, gender: 'M', ...more };
}

const smiths: SpecialFamily = {
  title: 'Three children in three years',
  pupils: [
    girl('Emily', 'Smith', '7A', { birthday: '03-14' }),
    boy('Jack', 'Smith', '8B', { birthday: '06-02' }),
    boy('Oliver', 'Smith', '10A', { birthday: '11-20', knownAs: 'Ollie' }),
  ],
  adults: [
    {
      title: 'Mrs',
      forename: 'Samantha',
      surname: 'Smith',
      role: 'parent',
      links: { Emily: mother, Jack: mother, Oliver: mother },
      sees: ['Emily Smith', 'Jack Smith', 'Oliver Smith'],
      note: 'Mother of three children in Years 7, 8 and 10; she sees all three.',
    },
    {
      title: 'Mr',
      forename: 'David',
      surname: 'Smith',
      role: 'parent',
      links: { Emily: father, Jack: father, Oliver: father },
      sees: ['Emily Smith', 'Jack Smith', 'Oliver Smith'],
      note: 'Father of the same three children; he sees what their mother sees.',
    },
  ],
};

const twoHomes: SpecialFamily = {
  title: 'Separated parents with equal access',
  pupils: [boy('Ben', 'Whitaker', '7B'), girl('Ella', 'Whitaker', '9A')],
  adults: [
    {
      title: 'Ms',
      forename: 'Joanne',
      surname: 'Whitaker',
      role: 'separated parent',
      links: { Ben: mother, Ella: mother },
      sees: ['Ben Whitaker', 'Ella Whitaker'],
      note: 'Separated; both parents see both children, and neither sees anything of the other.',
    },
    {
      title: 'Mr',
      forename: 'Peter',
      surname: 'Lang',
      role: 'separated parent',
      links: { Ben: { ...father, ...elsewhere }, Ella: { ...father, ...elsewhere } },
      sees: ['Ben Whitaker', 'Ella Whitaker'],
      note: 'Separated, at another address; parents have equal rights, so he sees both children.',
    },
  ],
};

const courtOrder: SpecialFamily = {
  title: 'A court order',
  pupils: [girl('Amira', 'Haddad', '8A')],
  adults: [
    {
      title: 'Mrs',
      forename: 'Leila',
      surname: 'Haddad',
      language: 'ar',
      addressWithheld: true,
      role: 'parent',
      links: { Amira: mother },
      sees: ['Amira Haddad'],
      note: 'Mother of Amira; her address is withheld; she sees her daughter.',
    },
    {
      title: 'Mr',
      forename: 'Karim',
      surname: 'Haddad',
      language: 'ar',
      role: 'parent',
      links: { Amira: { ...father, ...elsewhere, courtOrder: true } },
      sees: [],
      note: 'Father with parental responsibility, but a court order restricts him: he sees nobody.',
    },
  ],
};

const noResponsibility: SpecialFamily = {
  title: 'A contact without parental responsibility',
  pupils: [boy('Callum', 'Murphy', '9B')],
  adults: [
    {
      title: 'Miss',
      forename: 'Aoife',
      surname: 'Murphy',
      role: 'parent',
      links: { Callum: mother },
      sees: ['Callum Murphy'],
      note: 'Mother of Callum; she sees her son.',
    },
    {
      title: 'Mr',
      forename: 'Gary',
      surname: 'Stone',
      role: 'step-parent',
      links: { Callum: { ...father, relationship: 'Other contact', parentalResponsibility: 'N' } },
      sees: [],
      note: 'Lives with Callum and his mother, has no parental responsibility and no grant from the school: he sees nobody.',
    },
  ],
};

const grandmother: SpecialFamily = {
  title: 'A grandmother with some areas',
  pupils: [girl('Grace', 'Ellis', '7A')],
  adults: [
    {
      title: 'Mrs',
      forename: 'Helen',
      surname: 'Ellis',
      role: 'parent',
      links: { Grace: mother },
      sees: ['Grace Ellis'],
      note: 'Mother of Grace; she sees everything about her daughter.',
    },
    {
      title: 'Mrs',
      forename: 'Margaret',
      surname: 'Ellis',
      role: 'grandparent',
      links: {
        Grace: {
          relationship: 'Grandmother',
          parentalResponsibility: 'N',
          priority: 2,
          livesWithPupil: false,
          portalAccess: 'Y',
          areas: ['timetable', 'attendance'],
        },
      },
      sees: ['Grace Ellis'],
      note: 'Grandmother who looks after Grace in the week; the school lets her see timetable and attendance, nothing else.',
    },
  ],
};

const unknownResponsibility: SpecialFamily = {
  title: 'An unknown responsibility',
  pupils: [boy('Tomasz', 'Wiśniewski', '8B')],
  adults: [
    {
      title: 'Mrs',
      forename: 'Agnieszka',
      surname: 'Wiśniewska',
      language: 'pl',
      role: 'parent',
      links: { Tomasz: mother },
      sees: ['Tomasz Wiśniewski'],
      note: 'Mother of Tomasz; she sees her son.',
    },
    {
      title: 'Mr',
      forename: 'Paweł',
      surname: 'Wiśniewski',
      language: 'pl',
      role: 'parent',
      links: { Tomasz: { ...father, ...elsewhere, parentalResponsibility: 'U' } },
      sees: [],
      note: 'The school never asked whether he has parental responsibility: until it knows, he sees nobody.',
    },
  ],
};

const sharedEmail: SpecialFamily = {
  title: 'Two adults, one e-mail address',
  pupils: [girl('Anika', 'Patel', '9A')],
  adults: [
    {
      title: 'Mrs',
      forename: 'Meera',
      surname: 'Patel',
      language: 'gu',
      email: 'patel.family@family.example',
      role: 'parent',
      links: { Anika: mother },
      sees: [],
      note: 'Meera and Ravi Patel gave the school one address for both; nobody can say which of them signs in, so it sees nobody.',
    },
    {
      title: 'Mr',
      forename: 'Ravi',
      surname: 'Patel',
      language: 'gu',
      email: 'patel.family@family.example',
      role: 'parent',
      links: { Anika: father },
      sees: [],
      note: "Shares his wife's address: see Meera Patel.",
    },
  ],
};

/** Also on the staff list, as Mrs R Bennett; teaches science to the whole form of her son. */
const teacherParentEmail = 'r.bennett@oakfield.example';

const teacherParent: SpecialFamily = {
  title: 'A teacher who is also a parent',
  pupils: [boy('Daniel', 'Bennett', '7B')],
  adults: [
    {
      title: 'Mrs',
      forename: 'Rachel',
      surname: 'Bennett',
      email: teacherParentEmail,
      role: 'teacher',
      links: { Daniel: { ...mother, portalAccess: 'Y' } },
      sees: ['Daniel Bennett'],
      note: 'Teaches science to 7B, a class of 30 with her son Daniel in it; as a parent she sees Daniel and none of the other 29.',
    },
    {
      title: 'Mr',
      forename: 'Simon',
      surname: 'Bennett',
      role: 'parent',
      links: { Daniel: father },
      sees: ['Daniel Bennett'],
      note: 'Father of Daniel; he sees his son.',
    },
  ],
};

const leaver: SpecialFamily = {
  title: 'A pupil who left',
  pupils: [boy('Kian', 'Doyle', '9A', { story: 'left' })],
  adults: [
    {
      title: 'Ms',
      forename: 'Orla',
      surname: 'Doyle',
      role: 'parent',
      links: { Kian: mother },
      sees: [],
      note: 'Her son Kian left the school last half-term: she sees nobody any more.',
    },
  ],
};

const twins: SpecialFamily = {
  title: 'Twins in one form',
  pupils: [girl('Zara', 'Qureshi', '8A', { birthday: '01-09' }), boy('Hamza', 'Qureshi', '8A', { birthday: '01-09' })],
  adults: [
    {
      title: 'Mrs',
      forename: 'Saima',
      surname: 'Qureshi',
      language: 'ur',
      role: 'parent',
      links: { Zara: mother, Hamza: mother },
      sees: ['Hamza Qureshi', 'Zara Qureshi'],
      note: 'Mother of twins in the same form; she sees each under the right name.',
    },
    {
      title: 'Mr',
      forename: 'Faisal',
      surname: 'Qureshi',
      language: 'ur',
      role: 'parent',
      links: { Zara: father, Hamza: father },
      sees: ['Hamza Qureshi', 'Zara Qureshi'],
      note: 'Father of the twins; he sees both.',
    },
  ],
};

const stepFather: LinkPlan = { relationship: 'Step-parent', parentalResponsibility: 'N', priority: 3, livesWithPupil: true };

const stepSiblings: SpecialFamily = {
  title: 'Step-siblings',
  pupils: [boy('Lewis', 'Turner', '9B'), girl('Isla', 'Mackenzie', '8B')],
  adults: [
    {
      title: 'Mr',
      forename: 'Craig',
      surname: 'Turner',
      role: 'step-parent',
      links: { Lewis: { ...father, priority: 1 }, Isla: stepFather },
      sees: ['Lewis Turner'],
      note: 'Father of Lewis and stepfather of Isla, both at his home; he sees Lewis only.',
    },
    {
      title: 'Mrs',
      forename: 'Fiona',
      surname: 'Mackenzie',
      role: 'step-parent',
      links: { Isla: mother, Lewis: stepFather },
      sees: ['Isla Mackenzie'],
      note: 'Mother of Isla and stepmother of Lewis, both at her home; she sees Isla only.',
    },
    {
      title: 'Ms',
      forename: 'Natalie',
      surname: 'Turner',
      role: 'separated parent',
      links: { Lewis: { ...mother, ...elsewhere, priority: 2 } },
      sees: ['Lewis Turner'],
      note: 'Mother of Lewis, at another address; she sees Lewis.',
    },
  ],
};

const noEmail: SpecialFamily = {
  title: 'A contact without e-mail',
  pupils: [boy('Jermaine', 'Campbell', '10B')],
  adults: [
    {
      title: 'Mrs',
      forename: 'Denise',
      surname: 'Campbell',
      role: 'parent',
      links: { Jermaine: mother },
      sees: ['Jermaine Campbell'],
      note: 'Mother of Jermaine; she sees her son.',
    },
    {
      title: 'Mr',
      forename: 'Winston',
      surname: 'Campbell',
      email: null,
      role: 'parent',
      links: { Jermaine: father },
      sees: [],
      note: 'Has parental responsibility but no e-mail address: he cannot sign in until the office has one.',
    },
  ],
};

const endedLink: SpecialFamily = {
  title: 'A link that has ended',
  pupils: [boy('Leo', 'Fenton', '7B')],
  adults: [
    {
      title: 'Mrs',
      forename: 'Susan',
      surname: 'Fenton',
      role: 'parent',
      links: { Leo: { ...mother, relationship: 'Guardian' } },
      sees: ['Leo Fenton'],
      note: 'Aunt and special guardian of Leo, with parental responsibility; she sees Leo.',
    },
    {
      title: 'Mrs',
      forename: 'Judith',
      surname: 'Marlowe',
      role: 'foster carer',
      links: {
        Leo: {
          relationship: 'Foster carer',
          parentalResponsibility: 'N',
          priority: 2,
          livesWithPupil: false,
          portalAccess: 'Y',
          ended: true,
        },
      },
      sees: [],
      note: 'Foster carer of Leo until last half-term; her access ended on that day.',
    },
  ],
};

const newPupil: SpecialFamily = {
  title: 'A pupil who joined late',
  pupils: [girl('Chidera', 'Nwosu', '9B', { story: 'joined' })],
  adults: [
    {
      title: 'Mrs',
      forename: 'Amaka',
      surname: 'Nwosu',
      role: 'parent',
      links: { Chidera: mother },
      sees: ['Chidera Nwosu'],
      note: 'Her daughter joined in the middle of a half-term; nothing before that day counts.',
    },
  ],
};

const olderPupil: SpecialFamily = {
  title: 'A pupil past compulsory school age',
  pupils: [boy('Dawit', 'Tesfaye', '10B', { birthday: '02-11', yearsOlder: 2 })],
  adults: [
    {
      title: 'Mrs',
      forename: 'Selam',
      surname: 'Tesfaye',
      language: 'ti',
      role: 'parent',
      links: { Dawit: mother },
      sees: ['Dawit Tesfaye'],
      note: 'Her son came to England late and is two years older than his class; on some days he need not attend.',
    },
  ],
};

const bereaved: SpecialFamily = {
  title: 'A parent who has died',
  pupils: [girl('Freya', 'Reid', '10A')],
  adults: [
    {
      title: 'Mrs',
      forename: 'Karen',
      surname: 'Reid',
      role: 'parent',
      links: { Freya: mother },
      sees: ['Freya Reid'],
      note: "Mother of Freya; the father's record says that he has died, and nothing is ever sent to it.",
    },
    {
      title: 'Mr',
      forename: 'Alan',
      surname: 'Reid',
      email: null,
      deceased: true,
      role: 'parent',
      links: { Freya: father },
      sees: [],
      note: 'Died; kept on record by the school.',
    },
  ],
};

const dualRegistered: SpecialFamily = {
  title: 'A pupil registered at two schools',
  pupils: [girl('Megan', 'Pryce-Jones', '8A', { story: 'dual registered' })],
  adults: [
    {
      title: 'Mrs',
      forename: 'Bethan',
      surname: 'Pryce-Jones',
      role: 'parent',
      links: { Megan: mother },
      sees: ['Megan Pryce-Jones'],
      note: 'Her daughter spends some afternoons at another school; those count neither as present nor as absent.',
    },
  ],
};

export const specialFamilies: readonly SpecialFamily[] = [
  smiths,
  twoHomes,
  courtOrder,
  noResponsibility,
  grandmother,
  unknownResponsibility,
  sharedEmail,
  teacherParent,
  leaver,
  twins,
  stepSiblings,
  noEmail,
  endedLink,
  newPupil,
  olderPupil,
  bereaved,
  dualRegistered,
];
