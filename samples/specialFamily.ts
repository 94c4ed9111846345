/** What a family of docs/demo-school.md is made of. */
import type { AdultPlan, FamilyPlan, LinkPlan, PupilPlan } from './roll';

/** An adult who can try to sign in, with what ought to happen. */
export interface SpecialAdult extends AdultPlan {
  readonly role: string;
  /** One sentence: who this is, and why they see what they see. */
  readonly note: string;
  /** Full names of the pupils whom this adult should see. */
  readonly sees: readonly string[];
}

export interface SpecialFamily extends FamilyPlan {
  readonly title: string;
  readonly adults: readonly SpecialAdult[];
}

export const mother: LinkPlan = { relationship: 'Mother', parentalResponsibility: 'Y', priority: 1, livesWithPupil: true };
export const father: LinkPlan = { relationship: 'Father', parentalResponsibility: 'Y', priority: 2, livesWithPupil: true };
export const elsewhere = { livesWithPupil: false } as const;

export function girl(forename: string, surname: string, form: string, more: Partial<PupilPlan> = {}): PupilPlan {
  return { forename, surname, form, gender: 'F', ...more };
}

export function boy(forename: string, surname: string, form: string, more: Partial<PupilPlan> = {}): PupilPlan {
  return { forename, surname, form, gender: 'M', ...more };
}
