/** Families in which somebody has not the rights of a parent, or no longer. */
import type { LinkPlan } from './roll';
import { boy, elsewhere, father, girl, mother, type SpecialFamily } from './specialFamily';

export const courtOrder: SpecialFamily = {
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

export const noResponsibility: SpecialFamily = {
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

export const grandmother: SpecialFamily = {
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

export const unknownResponsibility: SpecialFamily = {
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

const stepFather: LinkPlan = { relationship: 'Step-parent', parentalResponsibility: 'N', priority: 3, livesWithPupil: true };

export const stepSiblings: SpecialFamily = {
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

export const endedLink: SpecialFamily = {
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
