/**
 * When a school day's parts begin and end, where nothing in the export says it. A register is taken at the start of the morning
 * session and once during the afternoon's (DfE, 'Working together to improve school attendance'); the hours are each school's own. These
 * are assumptions of ours that suit schools which begin between 8 and 9 o'clock and end between 15 and 16 o'clock.
 */
import type { Session } from '../attendance/attendance';
import type { ClockTime } from './schoolTime';

/** A lesson that starts at this time or later belongs to the afternoon: by then lunch has begun in most timetables. */
export const afternoonBegins: ClockTime = '12:30';

/** From this time on no lessons are expected, and teachers have spoken to whom they wanted to speak to about the day. */
export const schoolDayEnds: ClockTime = '16:00';

/** From these times on a session's register is closed and should be in the export, if it is ever to be. */
export const registerDueBy: Readonly<Record<Session, ClockTime>> = { AM: '12:00', PM: schoolDayEnds };

/** The session that a lesson belongs to, by its start. */
export function sessionAt(start: ClockTime): Session {
  return start < afternoonBegins ? 'AM' : 'PM';
}
