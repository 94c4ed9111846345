import { type BehaviourEntry, type BehaviourRecord, newestFirst } from '../../../src/domain/behaviour';
import type { Period } from '../../../src/domain/calendar/period';
import type { SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import { schoolYearOf, termOf, termsOf } from '../../../src/domain/calendar/schoolPeriods';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import { behaviourRecordSchema } from '../../../src/lists/areas/behaviour';
import { decode } from '../../../src/lists/payload';
import { behaviourTable, type BehaviourRow } from '../bundle/tables';
import { opaqueId } from '../rows/hash';
import { outsideWindow, periodsCutByWindow, periodsInWindow } from './periods';
import { anyFactGone, type PreviousState, type StagedArea } from './stagedArea';

const { file } = behaviourTable;

const maxNews = 8;

/** A record for each term; on the home row the latest events. */
export const behaviour: StagedArea<'behaviour'> = {
  file,
  make: ({ school, pupil, previous }) => {
    const entries = (school.behaviour.get(pupil.pupilId) ?? []).map(behaviourEntry);
    const records = behaviourRecords(school.calendar, entries, outsideWindow(school, file, entriesOf(previous)));
    const all = records.flatMap((record) => record.entries);
    return { records, home: { news: newestFirst(all).slice(0, maxNews) } };
  },
  keepOnHome: (before) => ({ news: before?.news ?? [] }),
  periodsToldBy: (school) => periodsInWindow(school, termsOf(school.calendar), file),
  periodsToldInPart: (school) => periodsCutByWindow(school, termsOf(school.calendar), file),
  settled: {
    on: 'records',
    facts: (payload) => {
      const record = decode(behaviourRecordSchema, payload);
      return record.ok ? record.value.entries.map(({ id, type, subject = '' }) => JSON.stringify([id, type, subject])) : [];
    },
    isRewritten: anyFactGone,
  },
};

/** A payload that cannot be read counts as not there: the export replaces it. */
function entriesOf({ payloads }: PreviousState): readonly BehaviourEntry[] {
  return (payloads.behaviour ?? []).flatMap((payload) => {
    const record = decode(behaviourRecordSchema, payload);
    return record.ok ? record.value.entries : [];
  });
}

/** Type, date, subject and points: nothing else of an event leaves the reader. */
function behaviourEntry(row: BehaviourRow): BehaviourEntry {
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
function behaviourRecords(
  calendar: SchoolCalendar,
  entries: readonly BehaviourEntry[],
  published: readonly BehaviourEntry[],
): readonly BehaviourRecord[] {
  const periods = new Map<string, { readonly period: Period; readonly entries: BehaviourEntry[] }>();
  for (const entry of new Map([...published, ...entries].map((each) => [each.id, each])).values()) {
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
