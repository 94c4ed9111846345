/** Who teaches what, and where. A teacher keeps one room, so a free teacher is a free room. */
import { emailPart } from './names';

export interface Teacher {
  readonly title: string;
  readonly forename: string;
  readonly surname: string;
  readonly subjects: readonly string[];
  readonly room: string;
}

function teacher(name: string, room: string, ...subjects: string[]): Teacher {
  const [title = '', forename = '', ...rest] = name.split(' ');
  return { title, forename, surname: rest.join(' '), subjects, room };
}

/** First in a subject's list is asked first. */
export const teachers: readonly Teacher[] = [
  teacher('Mrs Rachel Bennett', 'S1', 'Science'),
  teacher('Dr Anil Kapoor', 'S2', 'Science'),
  teacher('Ms Grainne Feeney', 'S3', 'Science'),
  teacher('Mr Tobias Lund', 'S4', 'Science'),
  teacher('Mrs Halina Baran', 'S5', 'Science'),
  teacher('Mr Owen Prosser', 'E1', 'English'),
  teacher('Ms Candice Albright', 'E2', 'English'),
  teacher('Mrs Deborah Finch', 'E3', 'English'),
  teacher('Mr Kwame Asante', 'E4', 'English'),
  teacher('Miss Leonie Hart', 'E5', 'English'),
  teacher('Mrs Sunita Rao', 'M1', 'Mathematics'),
  teacher('Mr Gregor Innes', 'M2', 'Mathematics'),
  teacher('Ms Paula Eckersley', 'M3', 'Mathematics'),
  teacher('Mr Ian Dunmore', 'M4', 'Mathematics'),
  teacher('Miss Yvette Laurent', 'M5', 'Mathematics'),
  teacher('Mr Hakan Demir', 'M6', 'Mathematics'),
  teacher('Mr Philip Garside', 'H1', 'History'),
  teacher('Mrs Moira Kell', 'H2', 'History', 'Religious education'),
  teacher('Ms Tamsin Vail', 'G1', 'Geography'),
  teacher('Mr Edwin Mbeki', 'G2', 'Geography'),
  teacher('Mr Joel Abrams', 'H3', 'Religious education', 'Personal development'),
  teacher('Mrs Clare Osgood', 'H4', 'Personal development'),
  teacher('Miss Ffion Rees', 'H5', 'Personal development', 'Religious education'),
  teacher('Mme Hélène Mercier', 'L1', 'French'),
  teacher('Mr Stephen Boyce', 'L2', 'French'),
  teacher('Sra Marta Quiroga', 'L3', 'Spanish'),
  teacher('Miss Naomi Ferris', 'L4', 'Spanish'),
  teacher('Mrs Ingrid Vale', 'A1', 'Art'),
  teacher('Mr Dominic Sayer', 'A2', 'Art'),
  teacher('Mr Lionel Marchetti', 'Music room', 'Music'),
  teacher('Ms Beverley Tan', 'Music studio', 'Music'),
  teacher('Ms Carys Whitlock', 'Drama studio', 'Drama'),
  teacher('Mr Nikhil Bose', 'IT1', 'Computing'),
  teacher('Mrs Wanda Pell', 'IT2', 'Computing'),
  teacher('Mrs Teresa Colley', 'Food room 1', 'Food and nutrition'),
  teacher('Ms Jacinta Rowe', 'Food room 2', 'Food and nutrition'),
  teacher('Mr Barry Stokes', 'Workshop 1', 'Design and technology'),
  teacher('Ms Edith Lomax', 'Workshop 2', 'Design and technology'),
  teacher('Mr Damian Frost', 'Sports hall', 'Physical education'),
  teacher('Miss Kelly Ogden', 'Gym', 'Physical education'),
  teacher('Mr Ross Tulley', 'Field', 'Physical education'),
  teacher('Ms Abbie Crane', 'Astro', 'Physical education'),
  teacher('Mr Vincent Hale', 'Swimming pool', 'Swimming'),
  teacher('Miss Josie Blunt', 'Swimming pool', 'Swimming'),
];

export const headteacher: Teacher = teacher('Mrs Patricia Lovell', "Head's office");

/** 'Mrs R Bennett', as parents see it. */
export function staffName({ title, forename, surname }: Teacher): string {
  return `${title} ${forename.charAt(0)} ${surname}`;
}

export function staffEmail({ forename, surname }: Teacher): string {
  return `${emailPart(forename).charAt(0)}.${emailPart(surname)}@oakfield.example`;
}

export function teachersOf(subject: string): readonly Teacher[] {
  const found = teachers.filter((one) => one.subjects.includes(subject));
  if (found.length === 0) throw new Error(`Nobody teaches ${subject}`);
  return found;
}
