/** Whether a pupil is on the school's roll. */
import { plainText } from '../plainText';
import { isSchoolDate, type SchoolDate } from '../time/schoolDate';

/** What the export says about a pupil's time on roll. */
export interface RollFacts {
  readonly onRollFrom: string | undefined;
  /** Last day on roll; blank: still on roll. */
  readonly onRollTo?: string | undefined;
  readonly enrolStatus?: string | undefined;
}

export type RollStatus =
  | 'onRoll'
  | 'left'
  | 'notYet'
  /** The dates are missing or cannot be read. */
  | 'unclear';

/** Enrolment statuses, in plain text, of pupils who have left. */
export const statusesOfLeavers = ['p', 'previous', 'left', 'leaver', 'former', 'off roll'] as const;

/** Enrolment statuses, in plain text, of pupils who have not come yet. */
export const statusesBeforeRoll = ['applicant', 'accepted', 'offered', 'prospective', 'pre-admission'] as const;

/** Dates that cannot be read come before everything else; who has left and is to come again has left. */
export function rollStatus({ onRollFrom, onRollTo, enrolStatus }: RollFacts, today: SchoolDate): RollStatus {
  const [from, to] = [dayOf(onRollFrom), dayOf(onRollTo)];
  if (!isSchoolDate(today) || from === 'invalid' || to === 'invalid' || from === undefined) return 'unclear';
  if ((to !== undefined && to < today) || isIn(statusesOfLeavers, enrolStatus)) return 'left';
  if (from > today || isBeforeRoll(enrolStatus)) return 'notYet';
  return 'onRoll';
}

/** Whether a status says that the pupil is not on roll. */
export function isOffRoll(enrolStatus: string): boolean {
  return isIn(statusesOfLeavers, enrolStatus) || isBeforeRoll(enrolStatus);
}

/** Whether a status says that the pupil is still to come. */
export function isBeforeRoll(enrolStatus: string | undefined): boolean {
  return isIn(statusesBeforeRoll, enrolStatus);
}

/** A date of the export: undefined where it is blank, 'invalid' where it is none. */
export function dayOf(text: string | undefined): SchoolDate | 'invalid' | undefined {
  const day = (text ?? '').trim();
  if (day === '') return undefined;
  return isSchoolDate(day) ? day : 'invalid';
}

function isIn(statuses: readonly string[], enrolStatus: string | undefined): boolean {
  return statuses.includes(plainText(enrolStatus));
}
