/** Work that is set: every week in the three core subjects, every other week elsewhere. */
import type { SchoolDate } from '../src/domain/time/schoolDate';
import { isSchoolDay, type SchoolDay } from './calendar';
import type { TeachingClass } from './classes';
import { addDays, mondayOf, weekdayOf } from './dates';
import { pick } from './random';
import type { SchoolYear } from './schoolYear';

export interface HomeworkRow {
  readonly id: string;
  readonly set: TeachingClass;
  readonly title: string;
  readonly description: string;
  readonly setDate: SchoolDate;
  readonly dueDate: SchoolDate;
  readonly link?: string;
}

interface Task {
  readonly title: string;
  readonly description: string;
  readonly page?: string;
}

function task(title: string, description: string, page?: string): Task {
  return { title, description, ...(page ? { page } : {}) };
}

const weekly = ['English', 'Mathematics', 'Science'];

const tasks: Readonly<Record<string, readonly Task[]>> = {
  English: [
    task('Read chapter 4', 'Read chapter 4 of our class novel and write down three words that tell us how the narrator feels.'),
    task(
      'A letter to the council',
      'Write one page that persuades the council to keep the library open. Use two of the techniques on your sheet.',
      'english/persuade',
    ),
    task('Spelling list', 'Learn the ten words on your list; there is a short test in the lesson.'),
    task('A place you know', 'Describe a place you know in 150 words without saying what it is.'),
  ],
  Mathematics: [
    task(
      'Fractions: questions 1 to 12',
      'Do questions 1 to 12 on the sheet. Show your working; question 7 is like the example in your book.',
      'maths/fractions',
    ),
    task('Angles in triangles', 'Find the missing angles on the sheet and write the rule that you used beside each.'),
    task('Times tables', 'Ten minutes of practice on three evenings. Write down your best score.'),
    task('Straight-line graphs', 'Draw the four graphs on squared paper and say where each crosses the axis.', 'maths/graphs'),
  ],
  Science: [
    task('Particles', 'Explain in five sentences and one drawing why ice floats.'),
    task('Write up the experiment', 'Finish the table and the graph from our experiment and say what you found out.', 'science/write-up'),
    task('Food chains', 'Draw a food chain with at least five living things that you can find near your home.'),
    task('Revise for the test', 'Revise pages 22 to 27 and do the quiz at the end.'),
  ],
  French: [
    task('Ma famille', 'Write eight sentences about a family, real or made up.'),
    task('Vocabulary: at school', 'Learn the fifteen words on your sheet.'),
  ],
  Spanish: [
    task('Mi casa', 'Label the plan of a house and write six sentences about it.'),
    task('Vocabulary: free time', 'Learn the fifteen words on your sheet.'),
  ],
  History: [
    task('Two sources', 'Compare the two sources on your sheet: what do they agree on, and why might they differ?'),
    task('Ask somebody older', 'Ask somebody older than 50 what school was like and write down three things that have changed.'),
  ],
  Geography: [
    task('Map skills', 'Find the six places on the map and give their grid references.'),
    task('Rivers', 'Make a labelled drawing of a river from source to mouth.'),
  ],
  'Religious education': [task('A festival', 'Find out how one family keeps a festival and write half a page.')],
  Art: [task('Draw your hand', 'Draw your hand three times, with three different materials.')],
  Music: [task('Listen and describe', 'Listen to any piece of music for three minutes and write down what changes.')],
  Computing: [task('Trace the program', 'Write down what the program on your sheet prints, line by line.')],
  'Food and nutrition': [task('Plan a meal', 'Plan a meal for four people for less than eight pounds, with a shopping list.')],
  'Design and technology': [task('Take it apart', 'Choose an everyday object, draw its parts and say what each is made of.')],
};

/** Set on the class's first lesson of a week up to today, due at its first lesson five or more days later. */
export function homeworkRows(schoolYear: SchoolYear, classes: readonly TeachingClass[]): HomeworkRow[] {
  const days = schoolYear.days.filter(
    (day) => isSchoolDay(day) && day.date >= `${schoolYear.year}-09-01` && day.date < `${schoolYear.year + 1}-09-01`,
  );
  return classes.flatMap((one) => homeworkOf(one, days, schoolYear.today));
}

function homeworkOf(one: TeachingClass, days: readonly SchoolDay[], today: SchoolDate): HomeworkRow[] {
  const choices = tasks[one.subject];
  if (choices === undefined) return [];
  const lessonDays = days.filter((day) => one.slots.some((slot) => slot.day === weekdayOf(day.date) - 1 + (day.week === 'B' ? 5 : 0)));
  const firstOfWeek = lessonDays.filter((day, index) => mondayOf(day.date) !== weekBefore(lessonDays[index - 1]));
  return firstOfWeek
    .filter((day) => day.date <= today && (weekly.includes(one.subject) || day.week === 'A'))
    .flatMap((day) => {
      const due = lessonDays.find(({ date }) => date >= addDays(day.date, 5));
      if (due === undefined) return [];
      const { page, ...chosen } = pick(`homework ${one.yearGroup} ${one.subject} ${mondayOf(day.date)}`, choices);
      const link = page ? { link: `https://resources.oakfield.example/${page}` } : {};
      return [{ id: `H-${one.id}-${day.date}`, set: one, ...chosen, setDate: day.date, dueDate: due.date, ...link }];
    });
}

function weekBefore(day: SchoolDay | undefined): SchoolDate | undefined {
  return day && mondayOf(day.date);
}
