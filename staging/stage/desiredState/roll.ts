import { decideAccess } from '../../../src/domain/people/access';
import { schoolNow } from '../../../src/domain/time/schoolTime';
import type { ExportedPupil, School } from '../school/school';
import { timeZone } from '../timeZone';

/** Pupils on roll today: the domain's own rules say who has left or not come yet. */
export function livingPupils(school: School, now: Date): ReadonlyMap<string, ExportedPupil> {
  const today = schoolNow(now, timeZone).date;
  const anyLink = { relationship: 'Parent', parentalResponsibility: 'Y', courtOrder: 'N', portalAccess: '' };
  const anyAdult = { email: 'adult@school.example', emailIsShared: false, emailIsAPupils: false };
  return new Map(
    [...school.pupils].filter(([, pupil]) => {
      const { rule } = decideAccess(anyLink, anyAdult, pupil, today);
      return rule !== 'PUP-04' && rule !== 'PUP-05';
    }),
  );
}
