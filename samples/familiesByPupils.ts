/** Families whose children make them special: how many they are, where they live, when they came and went. */
import { boy, elsewhere, father, girl, mother, type SpecialFamily } from './specialFamily';

export const smiths: SpecialFamily = {
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

export const twoHomes: SpecialFamily = {
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

export const leaver: SpecialFamily = {
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

export const twins: SpecialFamily = {
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

export const newPupil: SpecialFamily = {
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

export const olderPupil: SpecialFamily = {
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

export const dualRegistered: SpecialFamily = {
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
