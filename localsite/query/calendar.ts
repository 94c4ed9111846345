import { localTime, usualTimeZone } from '../../src/domain/time/schoolTime';
import type { DatePart } from './condition';

/**
 * The calendar and clock fields of an instant in the site's time zone; month 1 to 12, day 1 to 31. SharePoint keeps instants in UTC and
 * answers questions about days in the site's own time zone.
 */
export function siteParts(instant: Date): Readonly<Record<DatePart, number>> {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = localTime(instant, usualTimeZone).split(/\D/).map(Number);
  return { year, month, day, hour, minute, second };
}

/** Days since 1 January 1970 of an instant's calendar day in the site's time zone. */
export function siteDayNumber(instant: Date): number {
  const { year, month, day } = siteParts(instant);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/**
 * Reads a date as a query writes it: with `Z` or an offset it is that instant, without it is the site's own clock [K].
 * Undefined for what is not a date.
 */
export function readInstant(text: string): Date | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?))?(Z|[+-]\d{2}:\d{2})?$/i.exec(text.trim());
  if (!found) return undefined;
  const clock = (found[2] ?? '00:00').replace(/(\.\d{3})\d+$/, '$1');
  const instant = new Date(`${found[1]}T${clock}${found[3] ?? 'Z'}`);
  if (Number.isNaN(instant.getTime())) return undefined;
  return found[3] === undefined ? fromSiteClock(instant) : instant;
}

/** The instant at which the site's clock shows what `shown` shows in UTC. */
function fromSiteClock(shown: Date): Date {
  const { year, month, day, hour, minute, second } = siteParts(shown);
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(shown.getTime() / 1000) * 1000;
  return new Date(shown.getTime() - offset);
}
