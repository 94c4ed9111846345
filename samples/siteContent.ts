/** What staff type into the site themselves: notices, what to bring, and what words mean. */
import type { SchoolDate } from '../src/domain/time/schoolDate';
import { addDays } from './dates';
import { effortGrades, gcseGrades, progressSteps, type Aspect } from './results';
import type { SchoolYear } from './schoolYear';

export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly audience: 'school' | 'year' | 'class';
  /** 'Year 8', a form or the name of a class; empty for the whole school. */
  readonly audienceValue: string;
  readonly from: SchoolDate;
  readonly until: SchoolDate;
}

export interface KitRule {
  readonly title: string;
  readonly subject?: string;
  readonly room?: string;
  readonly className?: string;
  readonly bring: readonly string[];
}

export interface GlossaryEntry {
  readonly term: string;
  readonly value?: string;
  readonly meaning: string;
}

export interface SiteContent {
  readonly notices: readonly Notice[];
  readonly kitRules: readonly KitRule[];
  readonly glossary: readonly GlossaryEntry[];
}

export function siteContent(schoolYear: SchoolYear): SiteContent {
  return { notices: notices(schoolYear), kitRules, glossary: [...aspectMeanings, ...gradeMeanings, ...schoolWords] };
}

/** The days that notices speak of. */
interface NoticeDays {
  readonly today: SchoolDate;
  /** The n-th school day to come, from 0. */
  coming(index: number): SchoolDate;
}

function notices({ today, comingSchoolDays }: SchoolYear): Notice[] {
  const days: NoticeDays = { today, coming: (index) => comingSchoolDays[index]?.date ?? addDays(today, index + 1) };
  return [...schoolNotices(days), ...yearNotices(days), ...classNotices(days), ...hiddenNotices(days)];
}

/** @param days since how many days it is shown, and until when */
function notice(
  today: SchoolDate,
  days: readonly [number, SchoolDate],
  audience: Notice['audience'],
  audienceValue: string,
  title: string,
  body: string,
): Notice {
  return { title, body, audience, audienceValue, from: addDays(today, -days[0]), until: days[1] };
}

/** For everybody. */
function schoolNotices({ today, coming }: NoticeDays): Notice[] {
  return [
    notice(
      today,
      [3, coming(9)],
      'school',
      '',
      'Second-hand uniform sale',
      `The parents' association sells good second-hand uniform in the main hall on ${spoken(coming(9))} from 3.15 to 4.30 pm. Cash or card.`,
    ),
    notice(
      today,
      [6, coming(4)],
      'school',
      '',
      'Reading week',
      `From ${spoken(coming(0))} every tutor time is reading time. A book from home, in any language, is welcome.`,
    ),
  ];
}

/** For the families of a year group. */
function yearNotices({ today, coming }: NoticeDays): Notice[] {
  return [
    notice(
      today,
      [2, coming(7)],
      'year',
      'Year 7',
      "Year 7 parents' evening",
      `Year 7 parents' evening is on ${spoken(coming(7))} from 4 to 7 pm. Please choose your times by the day before.`,
    ),
    notice(
      today,
      [1, coming(5)],
      'year',
      'Year 8',
      'Vaccinations in Year 8',
      `The school nurse team comes on ${spoken(coming(5))}. Please return the form, whichever way you decide.`,
    ),
    notice(
      today,
      [4, coming(11)],
      'year',
      'Year 9',
      'Choosing subjects',
      `On ${spoken(coming(11))} we explain how subjects for Year 10 are chosen, at 6 pm in the hall.`,
    ),
    notice(
      today,
      [5, coming(8)],
      'year',
      'Year 10',
      'Work experience',
      `Work experience forms for Year 10 are due on ${spoken(coming(8))}.`,
    ),
  ];
}

/** For the families of a class. */
function classNotices({ today, coming }: NoticeDays): Notice[] {
  return [
    notice(
      today,
      [1, coming(3)],
      'class',
      '7A',
      'Assembly by 7A',
      `7A leads the assembly on ${spoken(coming(3))} at 8.55 am. Families are welcome.`,
    ),
    notice(
      today,
      [0, coming(2)],
      'class',
      '8B Food and nutrition',
      'Cooking next',
      'We make vegetable curry next. Please tell us if something on the list is hard to get: school has spare ingredients.',
    ),
    notice(
      today,
      [2, coming(6)],
      'class',
      '10 Science 1',
      'Field trip to the reservoir',
      `Bring the consent form by ${spoken(coming(6))}.`,
    ),
  ];
}

/** One that has ended and one that has not begun. */
function hiddenNotices({ today }: NoticeDays): Notice[] {
  return [
    notice(
      today,
      [30, addDays(today, -9)],
      'school',
      '',
      'Photographs taken',
      'School photographs were taken last week; proofs come home in the bag. This notice has ended and should no longer be shown.',
    ),
    notice(
      today,
      [-7, addDays(today, 21)],
      'school',
      '',
      'Lunch menu for next month',
      'This notice starts in a week and should not be shown before.',
    ),
  ];
}

function spoken(date: SchoolDate): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
    .format(new Date(date))
    .replace(',', '');
}

const kitRules: readonly KitRule[] = [
  { title: 'PE', subject: 'Physical education', bring: ['PE kit', 'Trainers', 'Water bottle'] },
  { title: 'PE on the field', subject: 'Physical education', room: 'Field', bring: ['Football boots', 'Shin pads'] },
  { title: 'Swimming', subject: 'Swimming', bring: ['Swimming costume', 'Towel', 'Goggles if you like'] },
  { title: 'Food', subject: 'Food and nutrition', bring: ['Ingredients on the list', 'A box with a lid'] },
  { title: 'Curry in 8B', className: '8B Food and nutrition', bring: ['One onion and two carrots'] },
  { title: 'Mathematics', subject: 'Mathematics', bring: ['Calculator', 'Ruler and protractor'] },
  { title: 'Art', subject: 'Art', bring: ['Sketchbook'] },
  { title: 'Workshop', subject: 'Design and technology', bring: ['Apron', 'Hair tie for long hair'] },
  { title: 'Guitar', className: 'Guitar lesson', bring: ['Guitar', 'Music folder'] },
];

const aspectMeanings: readonly (GlossaryEntry & { readonly term: Aspect })[] = [
  {
    term: 'Progress',
    meaning:
      'How well your child has learned what was taught so far this year, compared with what the course expects. Used in Years 7 to 9.',
  },
  {
    term: 'Working at grade',
    meaning: "The GCSE grade, 9 to 1, that your child's work would get today. It usually rises until the exams. Used from Year 10.",
  },
  {
    term: 'Effort',
    meaning: 'How hard your child works in lessons and at home, from 1 (the best) to 4. It says nothing about how able they are.',
  },
  { term: 'Test score', meaning: 'Points out of a hundred in a class test. About 60 is usual; one test alone says little.' },
];

const effortMeanings = [
  'Always works hard, asks questions and improves work without being told.',
  'Works well nearly all the time and finishes what is set.',
  'Works well some of the time; needs reminding to finish.',
  'Often does not try yet. We would like to talk with you about how to help.',
];
const progressMeanings = [
  "Has started on this year's work and needs help with most of it.",
  "Understands part of this year's work and is building on it.",
  "Understands this year's work and can use it without help.",
  "Understands this year's work in depth and goes beyond it.",
];
const gcseMeanings = [
  'The lowest GCSE grade.',
  'Two steps below a standard pass.',
  'One step below a standard pass.',
  'A standard pass: what most colleges ask for.',
  'A strong pass.',
  'Above a strong pass.',
  'A high grade, about the old grade A.',
  'A very high grade, between the old A and A*.',
  'The highest grade there is; about one exam in twenty.',
];

const gradeMeanings: readonly GlossaryEntry[] = [
  ...values('Effort', effortGrades, effortMeanings),
  ...values('Progress', progressSteps, progressMeanings),
  ...values('Working at grade', gcseGrades, gcseMeanings),
];

const schoolWords: readonly GlossaryEntry[] = [
  { term: 'Target', meaning: "What your child's teachers think can be reached by the end of the year with steady work." },
  { term: 'INSET day', meaning: 'A day on which staff are trained; pupils stay at home.' },
  { term: 'Tutor time', meaning: 'Twenty minutes with the form tutor at the start of the day, when the morning register is taken.' },
  { term: 'Week A and week B', meaning: 'The timetable repeats every two school weeks, called A and B.' },
  { term: 'Personal development', meaning: 'Lessons on health, relationships, money and being a citizen.' },
];

function values(term: Aspect, scale: readonly string[], meanings: readonly string[]): GlossaryEntry[] {
  return scale.map((value, index) => ({ term, value, meaning: meanings[index] ?? '' }));
}
