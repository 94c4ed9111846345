import type { PupilArea } from '../../../src/domain/people/areas';
import { attendance } from './attendance';
import { behaviour } from './behaviour';
import { results } from './results';
import type { StagedArea } from './stagedArea';
import { timetable } from './timetable';

/** Every area of a pupil, in a file of its own. An area of src/domain that is missing here does not compile. */
export const stagedAreas = { timetable, attendance, behaviour, results } as const satisfies {
  readonly [Area in PupilArea]: StagedArea<Area>;
};

/** One of them, where it does not matter which. */
export function stagedArea(area: PupilArea): StagedArea {
  return stagedAreas[area];
}
