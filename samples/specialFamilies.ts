/** The families that docs/demo-school.md introduces: the same people in every demo school. */
import { bereaved, noEmail, sharedEmail, teacherParent } from './familiesByContact';
import { dualRegistered, leaver, newPupil, olderPupil, smiths, twins, twoHomes } from './familiesByPupils';
import { courtOrder, endedLink, grandmother, noResponsibility, stepSiblings, unknownResponsibility } from './familiesByRights';
import type { SpecialFamily } from './specialFamily';

export const specialFamilies: readonly SpecialFamily[] = [
  smiths,
  twoHomes,
  courtOrder,
  noResponsibility,
  grandmother,
  unknownResponsibility,
  sharedEmail,
  teacherParent,
  leaver,
  twins,
  stepSiblings,
  noEmail,
  endedLink,
  newPupil,
  olderPupil,
  bereaved,
  dualRegistered,
];
