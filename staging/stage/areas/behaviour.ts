import { type BehaviourEntry, type BehaviourRecord, newestFirst } from '../../../src/domain/behaviour';
import { schoolYearOf, termOf, termsOf } from '../../../src/domain/calendar/schoolPeriods';
import type { SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import type { Period } from '../../../src/domain/calendar/period';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import type { BehaviourRow } from '../bundle/tables';
import { opaqueId } from '../rows/hash';

/** Type, date, subject and points: nothing else of an event leaves the reader. */
export function behaviourEntry(row: BehaviourRow): BehaviourEntry {
  return {
    id: opaqueId(row.eventId, row.pupilId),
    date: row.date,
    polarity: row.polarity,
    type: row.type,
    ...(row.time ? { time: row.time } : {}),
    ...(row.subject ? { subject: row.subject } : {}),
    ...(row.points === undefined ? {} : { points: row.points }),
  };
}

/** Behaviour of one pupil by term, newest first. */
export function behaviourRecords(
  calendar: SchoolCalendar,
  entries: readonly BehaviourEntry[],
  previous: readonly BehaviourEntry[],
): readonly BehaviourRecord[] {
  const periods = new Map<string, { readonly period: Period; readonly entries: BehaviourEntry[] }>();
  for (const entry of new Map([...previous, ...entries].map((each) => [each.id, each])).values()) {
    const period = periodOf(calendar, entry.date);
    const known = periods.get(period.id) ?? { period, entries: [] };
    periods.set(period.id, known);
    known.entries.push(entry);
  }
  return [...periods.values()].map(({ period, entries: ofPeriod }) => ({ version: 1, period, entries: newestFirst(ofPeriod) }));
}

/** The term; between terms the one before; outside the calendar the school year. */
function periodOf(calendar: SchoolCalendar, date: SchoolDate): Period {
  const before = termsOf(calendar).filter((term) => term.from <= date);
  return termOf(calendar, date) ?? before[before.length - 1] ?? schoolYearOf(date);
}
