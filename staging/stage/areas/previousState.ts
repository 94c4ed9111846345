import type { AttendanceDay } from '../../../src/domain/attendance/attendance';
import type { BehaviourEntry } from '../../../src/domain/behaviour';
import type { PupilHome } from '../../../src/domain/people/pupil';
import { attendanceRecordSchema } from '../../../src/lists/areas/attendance';
import { behaviourRecordSchema } from '../../../src/lists/areas/behaviour';
import { decode } from '../../../src/lists/payload';
import { pupilHomeSchema } from '../../../src/lists/pupilHome';

/** What the site has of one pupil where the export tells only a part. */
export interface PreviousState {
  readonly home: PupilHome | undefined;
  readonly attendance: readonly AttendanceDay[];
  readonly behaviour: readonly BehaviourEntry[];
}

export const noPreviousState: PreviousState = { home: undefined, attendance: [], behaviour: [] };

/** Payloads as they stand on the site. One that cannot be read counts as not there: the export replaces it. */
export interface PreviousPayloads {
  readonly home: string | undefined;
  readonly attendance: readonly string[];
  readonly behaviour: readonly string[];
}

export function previousStateOf(payloads: PreviousPayloads): PreviousState {
  const home = decode(pupilHomeSchema, payloads.home);
  return {
    home: home.ok ? home.value : undefined,
    attendance: payloads.attendance.flatMap((payload) => {
      const record = decode(attendanceRecordSchema, payload);
      return record.ok ? record.value.days : [];
    }),
    behaviour: payloads.behaviour.flatMap((payload) => {
      const record = decode(behaviourRecordSchema, payload);
      return record.ok ? record.value.entries : [];
    }),
  };
}
