import { rollStatus } from '../../../src/domain/people/rollStatus';
import { schoolNow, usualTimeZone } from '../../../src/domain/time/schoolTime';
import type { ExportedPupil, School } from '../school/school';

/** Pupils who have not left and have come: where the dates are unclear, the pupil stays, and access is refused. */
export function livingPupils(school: School, now: Date): ReadonlyMap<string, ExportedPupil> {
  const today = schoolNow(now, usualTimeZone).date;
  return new Map([...school.pupils].filter(([, pupil]) => ['onRoll', 'unclear'].includes(rollStatus(pupil, today))));
}
