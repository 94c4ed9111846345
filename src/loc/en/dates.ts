import { number } from './grammar';

export const dates = {
  name: 'Dates',
  heading: 'Dates coming up',
  kinds: {
    inset: 'INSET day: school is closed to pupils while staff train',
    holiday: 'School holiday',
    bankHoliday: 'Bank holiday: school is closed',
    closed: 'School is closed',
    termStarts: 'First day of term',
    termEnds: 'Last day of term',
  },
  /** Where only half of the day is affected. */
  halfDay: { AM: (day: string) => `${day}, morning only`, PM: (day: string) => `${day}, afternoon only` },
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  more: (count: number) => `More dates (${number(count)})`,
  nothingYet: 'No dates yet. Terms, holidays and INSET days appear here once the school has entered its calendar.',
} as const;
