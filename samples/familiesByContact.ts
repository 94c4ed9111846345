/** Families in which what the school knows of an adult decides: an address, an employment, a death. */
import { boy, father, girl, mother, type SpecialFamily } from './specialFamily';

export const sharedEmail: SpecialFamily = {
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

export const teacherParent: SpecialFamily = {
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

export const noEmail: SpecialFamily = {
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

export const bereaved: SpecialFamily = {
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
