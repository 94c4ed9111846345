/** The site's own clock: form values and `ListItemAllFields` are in it, everything else is UTC (docs/sharepoint-facts.md, A6, A8). */
import { instantOf, localTime, usualTimeZone } from '../../src/domain/time/schoolTime';

/** `2026-06-01T00:00:00`: the local reading of an instant. */
export function toLocal(instant: Date): string {
  return localTime(instant, usualTimeZone);
}

/** The instant of a local reading (`2026-06-01T00:00:00`); in the hour that comes twice, the first. Throws RangeError for anything else. */
export function fromLocal(local: string): Date {
  const instant = instantOf(local, usualTimeZone);
  if (instant === undefined) throw new RangeError('Not a date and time');
  return new Date(instant);
}

/** UTC to the second, as SharePoint stores it. */
export function toStoredInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/** `23/02/2026` or `23/02/2026 14:30[:15]`, as an en-GB site takes dates in forms. Undefined when it is no date. */
export function readBritishDate(text: string): string | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text.trim());
  if (!match) return undefined;
  const [, day = '', month = '', year = '', hour = '0', minute = '00', second = '00'] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const check = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(check.getTime()) || check.toISOString().slice(0, 10) !== date || Number(hour) > 23 || Number(minute) > 59)
    return undefined;
  return toStoredInstant(fromLocal(`${date}T${hour.padStart(2, '0')}:${minute}:${second}`));
}

/** `23/02/2026` or `23/02/2026 14:30` in the site's time. */
export function writeBritishDate(stored: string, dateOnly: boolean): string {
  const local = toLocal(new Date(stored));
  const date = `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`;
  return dateOnly ? date : `${date} ${local.slice(11, 16)}`;
}
