import type { MarkKind, SessionMark } from '../../domain/attendance/attendance';
import { and, number, plural } from './grammar';

interface Missed {
  readonly days: number;
  readonly andAHalf: boolean;
}

interface MarksOfDay {
  readonly am?: SessionMark | undefined;
  readonly pm?: SessionMark | undefined;
}

export const attendance = {
  name: 'Attendance',
  heading: 'Attendance',
  today: {
    /** Both sessions alike: 'Today: in school, morning and afternoon'. */
    allDay: (kind: MarkKind) => `Today: ${inSentence[kind]}, morning and afternoon`,
    /** 'Today, morning: in school. Afternoon: late' */
    bySession: (marks: MarksOfDay) => `Today, ${marksOf(marks, { am: 'morning', pm: 'afternoon' })}`,
  },
  lastSchoolDay: {
    allDay: (day: string, kind: MarkKind) => `Last school day, ${day}: ${inSentence[kind]}, morning and afternoon`,
    bySession: (day: string, marks: MarksOfDay) => `Last school day, ${day}, ${marksOf(marks, { am: 'morning', pm: 'afternoon' })}`,
  },
  /** 'Morning: in school. Afternoon: late, 8 minutes late' */
  marks: (marks: MarksOfDay) => marksOf(marks, { am: 'Morning', pm: 'Afternoon' }),
  noMarkToday: 'The school has not sent today’s register yet.',
  thisHalfTerm: 'This half-term:',
  inPeriod: (period: string) => `${period}:`,
  inSchoolAll: 'In school all this half-term',
  inSchoolThen: 'In school all the time',
  missed: (missed: Missed, lessons: number, most: { readonly subject: string; readonly lessons: number } | undefined) => {
    const start = `Missed ${daysInWords(missed)}`;
    if (lessons === 0) return start;
    if (most === undefined) return `${start}, ${lessonsInWords(lessons)}`;
    return `${start}, ${lessonsInWords(lessons)}: most in ${most.subject} (${number(most.lessons)})`;
  },
  missedOneSubject: (missed: Missed, lessons: number, subject: string) =>
    `Missed ${daysInWords(missed)}, ${lessonsInWords(lessons)}, all in ${subject}`,
  agreed: (missed: Missed) => `${daysAtStart(missed)} agreed by the school`,
  unexplained: (missed: Missed) => `${daysAtStart(missed)} without a reason yet`,
  notAgreed: (missed: Missed) => `${daysAtStart(missed)} not agreed by the school`,
  late: (times: number) => `Late ${timesInWords(times)}, before the register closed`,
  lateAfterClose: (times: number) => `Late ${timesInWords(times)} after the register closed, which the law counts as absence`,
  tellUs: 'Please tell us why:',
  tellUsWithout: 'Please tell the school why.',
  missedBySubject: 'Lessons missed, by subject',
  missedInSubject: (lessons: number) => lessonsInWords(lessons),
  /** Said once of all of whom nothing was missed. */
  ordinary: (names: readonly string[]) => `${and(names)}: nothing missed this half-term`,
  seeAll: (name: string) => `See all of ${name}’s attendance`,
  weekOf: (monday: string) => `Marks in the week from ${monday}`,
  noMarks: 'No marks',
  calendar: 'Calendar of this half-term',
  calendarFailed: 'The calendar of this half-term could not be read.',
  calendarOf: (name: string, period: string) => `${name}’s attendance, ${period}`,
  calendarHelp: 'Each day has a mark for the morning and one for the afternoon. Choose a day to see what its marks mean.',
  marksUsed: 'Marks in this calendar',
  dayLabel: (day: string, marks: MarksOfDay) => `${day}. ${marksOf(marks, { am: 'Morning', pm: 'Afternoon' })}`,
  notOpen: (day: string) => `${day}. No school`,
  noMarkYet: (day: string) => `${day}. No marks yet`,
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
} as const;

/** Kinds of marks within a sentence. */
const inSentence = {
  present: 'in school',
  late: 'late',
  activity: 'learning elsewhere',
  authorised: 'absent, agreed by the school',
  unexplained: 'absent, no reason yet',
  unauthorised: 'absent, not agreed by the school',
  lateAfterClose: 'late, after the register closed',
  notRequired: 'did not need to be in school',
  notTaken: 'register not taken yet',
} satisfies Readonly<Record<MarkKind, string>>;

/** @param first how the first session is called; a second one begins a sentence */
function marksOf({ am, pm }: MarksOfDay, first: { readonly am: string; readonly pm: string }): string {
  if (!am) return pm ? `${first.pm}: ${markInWords(pm)}` : '';
  return pm ? `${first.am}: ${markInWords(am)}. Afternoon: ${markInWords(pm)}` : `${first.am}: ${markInWords(am)}`;
}

function markInWords({ kind, minutesLate }: SessionMark): string {
  if (minutesLate === undefined) return inSentence[kind];
  return `${inSentence[kind]}, ${plural(minutesLate, { one: '# minute late', other: '# minutes late' })}`;
}

function lessonsInWords(lessons: number): string {
  return plural(lessons, { one: '# lesson', other: '# lessons' });
}

function daysInWords({ days, andAHalf }: Missed): string {
  if (!andAHalf) return plural(days, { one: '# day', other: '# days' });
  return days === 0 ? 'half a day' : `${number(days)} and a half days`;
}

function daysAtStart(missed: Missed): string {
  return missed.days === 0 && missed.andAHalf ? 'Half a day' : daysInWords(missed);
}

function timesInWords(times: number): string {
  return times === 1 ? 'once' : times === 2 ? 'twice' : plural(times, { one: '# time', other: '# times' });
}
