import type { SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import type { Session, SessionMark } from '../../../src/domain/attendance/attendance';

/** A session of a pupil: its mark, or 'quarantined' where the export is in doubt about it. */
export type RegisterEntry = { readonly code: string; readonly mark: SessionMark } | 'quarantined';

/**
 * A slot for every pupil, session and day that the calendar names. A school of 2,000 has three quarters of a million marks a year and a few dozen
 * that differ: each is kept once, and a session is the number of its slot.
 */
export interface PackedMarks {
  get(pupilId: string, date: SchoolDate, session: Session): RegisterEntry | undefined;
  /** Days that the calendar does not name are not kept: the school was not open on them. */
  set(pupilId: string, date: SchoolDate, session: Session, entry: RegisterEntry): void;
}

export function openPackedMarks({ factsByDate }: SchoolCalendar): PackedMarks {
  const days = [...factsByDate.keys()];
  const columns = new Map(days.map((date, index) => [date, index * 2]));
  const numbers = new Map<string, number>();
  // Number 0: there is no mark.
  const entries: (RegisterEntry | undefined)[] = [undefined];
  const pupils = new Map<string, Uint32Array>();
  const columnOf = (date: SchoolDate, session: Session) => {
    const column = columns.get(date);
    return column === undefined ? undefined : column + (session === 'AM' ? 0 : 1);
  };
  const numberOf = (entry: RegisterEntry) => {
    const key = JSON.stringify(entry);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, entries.length);
    return entries.push(entry) - 1;
  };
  return {
    get: (pupilId, date, session) => entries[pupils.get(pupilId)?.[columnOf(date, session) ?? -1] ?? 0],
    set: (pupilId, date, session, entry) => {
      const column = columnOf(date, session);
      if (column === undefined) return;
      const marks = pupils.get(pupilId) ?? new Uint32Array(days.length * 2);
      pupils.set(pupilId, marks);
      marks[column] = numberOf(entry);
    },
  };
}
