/** The shapes of the demo school's people, before they become rows of a bundle. */
import type { PupilArea } from '../src/domain/people/areas';
import type { SchoolDate } from '../src/domain/time/schoolDate';

export type Gender = 'F' | 'M';

/** A pupil as thought of, without what depends on the year in which the demo school is made. */
export interface PupilPlan {
  readonly forename: string;
  readonly surname: string;
  readonly gender: Gender;
  /** '7A' to '10B'. */
  readonly form: string;
  readonly preferredForename?: string;
  readonly knownAs?: string;
  readonly middleNames?: string;
  /** 'MM-DD'. Twins share it. Absent: drawn. */
  readonly birthday?: string;
  /** Years older than the form's other pupils. */
  readonly yearsOlder?: number;
  readonly story?: 'left' | 'joined' | 'dual registered';
}

export interface AdultPlan {
  readonly title: string;
  readonly forename: string;
  readonly surname: string;
  /** null: the school has none. Absent: made from the name. */
  readonly email?: string | null;
  readonly language?: string;
  readonly deceased?: boolean;
  readonly addressWithheld?: boolean;
  /** To each child of the family, by forename. */
  readonly links: Readonly<Record<string, LinkPlan>>;
}

export interface LinkPlan {
  readonly relationship: string;
  readonly parentalResponsibility: 'Y' | 'N' | 'U';
  readonly priority: number;
  readonly livesWithPupil: boolean;
  readonly courtOrder?: boolean;
  readonly portalAccess?: 'Y' | 'N';
  /** Absent: all areas. */
  readonly areas?: readonly PupilArea[];
  /** The link ended with the half-term before the current one. */
  readonly ended?: boolean;
}

export interface FamilyPlan {
  readonly pupils: readonly PupilPlan[];
  readonly adults: readonly AdultPlan[];
}

export interface Pupil extends PupilPlan {
  readonly id: string;
  readonly number: number;
  readonly yearGroup: number;
  readonly dateOfBirth: SchoolDate;
  readonly onRollFrom: SchoolDate;
  readonly onRollTo?: SchoolDate;
}

export interface Adult extends AdultPlan {
  readonly id: string;
  readonly number: number;
  /** Empty: the school has none. */
  readonly address: string;
}

export interface Relationship extends LinkPlan {
  readonly pupil: Pupil;
  readonly adult: Adult;
}

/** A family's name as the school says it: the preferred forename, if any. */
export function displayName(person: { readonly forename: string; readonly preferredForename?: string; readonly surname: string }): string {
  return `${person.preferredForename ?? person.forename} ${person.surname}`;
}
