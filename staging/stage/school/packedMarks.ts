import type { SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import type { SchoolDate } from '../../../src/domain/time/schoolDate';
import type { Session, SessionMark } from '../../../src/domain/attendance/attendance';

/** A session of a pupil: its mark, or 'held' where the export is in doubt about it. */
export type Slot = { readonly code: string; readonly mark: SessionMark } | 'held';

/**
 * A slot for every pupil, session and day that the calendar names. A school of 2,000 has three quarters of a million marks a year and a few dozen
 * that differ: each is kept once, and a session is the number of its slot.
 */
export interface MarkStore {
  get(pupilId: string, date: SchoolDate, session: Session): Slot | undefined;
  /** Days that the calendar does not name are not kept: the school was not open on them. */
  set(pupilId: string, date: SchoolDate, session: Session, slot: Slot): void;
}

export function openMarkStore({ factsByDate }: SchoolCalendar): MarkStore {
  const days = [...factsByDate.keys()];
  const places = new Map(days.map((date, index) => [date, index * 2]));
  const numbers = new Map<string, number>();
  // Number 0: there is no mark.
  const slots: (Slot | undefined)[] = [undefined];
  const pupils = new Map<string, Uint32Array>();
  const placeOf = (date: SchoolDate, session: Session) => {
    const place = places.get(date);
    return place === undefined ? undefined : place + (session === 'AM' ? 0 : 1);
  };
  const numberOf = (slot: Slot) => {
    const key = JSON.stringify(slot);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, slots.length);
    return slots.push(slot) - 1;
  };
  return {
    get: (pupilId, date, session) => slots[pupils.get(pupilId)?.[placeOf(date, session) ?? -1] ?? 0],
    set: (pupilId, date, session, slot) => {
      const place = placeOf(date, session);
      if (place === undefined) return;
      const marks = pupils.get(pupilId) ?? new Uint32Array(days.length * 2);
      pupils.set(pupilId, marks);
      marks[place] = numberOf(slot);
    },
  };
}
