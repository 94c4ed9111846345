import { plural } from './plural';

interface Missed {
  readonly days: number;
  readonly andAHalf: boolean;
}

export const attendance = {
  name: 'Attendance',
  heading: 'Attendance',
  today: 'Today',
  onDay: (day: string) => `Last school day, ${day}`,
  sessions: { AM: 'Morning', PM: 'Afternoon' },
  /** Both sessions alike: 'Today: in school, morning and afternoon'. */
  allDay: (day: string, mark: string) => `${day}: ${lowerFirst(mark)}, morning and afternoon`,
  /** 'Today, morning: in school. Afternoon: late' */
  bySession: (day: string, marks: string) => `${day}, ${lowerFirst(marks)}`,
  mark: (session: string, mark: string) => `${session}: ${lowerFirst(mark)}`,
  noMarkToday: 'The school has not sent today’s register yet.',
  thisHalfTerm: 'This half-term',
  inSchoolAll: 'In school all this half-term',
  inSchoolThen: 'In school all the time',
  missed: (missed: Missed, lessons: number, most: { readonly subject: string; readonly lessons: number } | undefined) => {
    const start = `Missed ${daysInWords(missed)}`;
    if (lessons === 0) return start;
    if (most === undefined) return `${start}, ${plural(lessons, 'lesson')}`;
    return `${start}, ${plural(lessons, 'lesson')}: most in ${most.subject} (${most.lessons})`;
  },
  missedOneSubject: (missed: Missed, lessons: number, subject: string) =>
    `Missed ${daysInWords(missed)}, ${plural(lessons, 'lesson')}, all in ${subject}`,
  agreed: (missed: Missed) => `${capital(daysInWords(missed))} agreed by the school`,
  unexplained: (missed: Missed) => `${capital(daysInWords(missed))} without a reason yet`,
  notAgreed: (missed: Missed) => `${capital(daysInWords(missed))} not agreed by the school`,
  late: (times: number) => `Late ${timesInWords(times)}, before the register closed`,
  lateAfterClose: (times: number) => `Late ${timesInWords(times)} after the register closed, which the law counts as absence`,
  tellUs: 'Please tell us why:',
  tellUsWithout: 'Please tell the school why.',
  missedBySubject: 'Lessons missed, by subject',
  missedInSubject: (lessons: number) => plural(lessons, 'lesson'),
  inDetail: (name: string) => `See ${name}’s attendance in detail`,
  calendar: 'Calendar of this half-term',
  calendarFailed: 'The calendar of this half-term could not be read.',
  calendarOf: (name: string, period: string) => `${name}’s attendance, ${period}`,
  calendarHelp: 'Each day has a mark for the morning and one for the afternoon. Choose a day to see what its marks mean.',
  marksUsed: 'Marks in this calendar',
  dayLabel: (day: string, marks: string) => `${day}. ${marks}`,
  notOpen: 'No school',
  noMarkYet: 'No marks yet',
  nothingYet: (name: string) =>
    `Nothing to show yet. Once the school has taken ${name}’s first register of the half-term, it appears here.`,
  kinds: {
    present: {
      name: 'In school',
      meaning: (name: string) => `${name} was in school.`,
      next: '',
    },
    late: {
      name: 'Late',
      meaning: (name: string) => `${name} came after the start and before the register closed. It counts as being in school.`,
      next: '',
    },
    activity: {
      name: 'Learning elsewhere',
      meaning: (name: string) =>
        `${name} was on a trip, at a sports event, on work experience or at another place the school agreed. It counts as being in school.`,
      next: '',
    },
    authorised: {
      name: 'Absent, agreed by the school',
      meaning: (name: string) => `${name} was not in school, and the school agreed to it.`,
      next: 'Nothing to do. If this looks wrong, please tell us.',
    },
    unexplained: {
      name: 'Absent, no reason yet',
      meaning: () => 'We do not have a reason for this yet.',
      next: 'Please tell us.',
    },
    unauthorised: {
      name: 'Absent, not agreed by the school',
      meaning: (name: string) => `${name} was not in school, and the school did not agree to it.`,
      next: 'If this looks wrong, or if something makes it hard to come to school, please talk to us. We want to help.',
    },
    lateAfterClose: {
      name: 'Late, after the register closed',
      meaning: (name: string) => `${name} came to school, but after the register had closed. The law counts that as absence.`,
      next: 'If there was a reason, please tell us.',
    },
    notRequired: {
      name: 'Did not need to be in school',
      meaning: (name: string) => `${name} did not need to be in school. It does not count as absence.`,
      next: '',
    },
    notTaken: {
      name: 'Register not taken yet',
      meaning: () => 'The school has not taken this register, or has not sent it to us yet.',
      next: 'Nothing to do.',
    },
  },
  minutesLate: (minutes: number) => `${plural(minutes, 'minute')} late`,
} as const;

function daysInWords({ days, andAHalf }: Missed): string {
  if (!andAHalf) return plural(days, 'day');
  return days === 0 ? 'half a day' : `${days} and a half days`;
}

function timesInWords(times: number): string {
  return times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
