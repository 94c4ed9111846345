/** Between moments and the school's own clock. The only place of the domain that knows time zones. */
import { isSchoolDate, type SchoolDate } from './schoolDate';

/** A clock time in the school's time zone: 'HH:mm'. */
export type ClockTime = string;

/** A moment: ISO 8601 in UTC, 'YYYY-MM-DDTHH:mm:ss.sssZ'. */
export type Instant = string;

export interface SchoolMoment {
  readonly date: SchoolDate;
  readonly time: ClockTime;
}

/** The time zone of the schools that we know: England and Wales. Asked for wherever a school does not say its own. */
export const usualTimeZone = 'Europe/London';

const hour = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the calendar and the clock on the school's wall say. Throws RangeError for a time zone that does not exist. */
export function schoolNow(now: Date, timeZone: string): SchoolMoment {
  const local = localTime(now, timeZone);
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** A moment as the clocks of a time zone show it: 'YYYY-MM-DDTHH:mm:ss'. The way back is instantOf. */
export function localTime(moment: Date, timeZone: string): string {
  return wallClock(moment.getTime(), timeZone).toISOString().slice(0, 19);
}

/**
 * Reads a moment from an export: 'YYYY-MM-DDTHH:mm' with optional seconds and optional zone ('Z', '+01:00'); without a zone it is the
 * school's time; a date alone is the start of that day. Undefined for anything else.
 */
export function instantOf(text: string, timeZone: string): Instant | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text.trim());
  const [, date = '', time = '00:00', seconds = ':00', zone] = match ?? [];
  if (!isSchoolDate(date) || !isClockTime(time)) return undefined;
  const moment = new Date(`${date}T${time}${seconds}.000${zone ?? 'Z'}`).getTime();
  if (Number.isNaN(moment)) return undefined;
  return zone ? new Date(moment).toISOString() : momentOf(moment, timeZone);
}

/** True for 'HH:mm' from 00:00 to 23:59. */
export function isClockTime(text: unknown): boolean {
  return typeof text === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * The moment at which the school's wall shows what 'local' says, when read as if it were UTC. Where the clock passes that time twice
 * (autumn) the first is meant; where it leaps over it (spring) the moment as far after the leap, as Temporal's 'compatible' has it.
 */
function momentOf(local: number, timeZone: string): Instant {
  const byOffsetOf = (moment: number): number => local - (wallClock(moment, timeZone).getTime() - moment);
  // A day before and a day after: at most one change of the clock lies between.
  const [before, after] = [byOffsetOf(local - 24 * hour), byOffsetOf(local + 24 * hour)];
  const chosen = [before, after].find((moment) => wallClock(moment, timeZone).getTime() === local) ?? before;
  return new Date(chosen).toISOString();
}

/** The wall clock at a moment, carried by a Date as if it were UTC. */
function wallClock(moment: number, timeZone: string): Date {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')));
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}
