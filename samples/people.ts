/** Everybody at the demo school, with ids, dates of birth and addresses. */
import type { SchoolDate } from '../src/domain/time/schoolDate';
import { emailPart } from './names';
import { ordinaryFamilies } from './ordinaryFamilies';
import { between } from './random';
import type { Adult, AdultPlan, FamilyPlan, Pupil, PupilPlan, Relationship } from './roll';
import { endOfPreviousHalfTerm, type SchoolYear } from './schoolYear';
import { specialFamilies } from './specialFamilies';

export interface People {
  readonly pupils: readonly Pupil[];
  readonly adults: readonly Adult[];
  readonly relationships: readonly Relationship[];
  /** In the order of specialFamilies, then the ordinary ones. */
  readonly families: readonly Family[];
}

export interface Family {
  readonly pupils: readonly Pupil[];
  readonly adults: readonly Adult[];
}

export function peopleOf(schoolYear: SchoolYear): People {
  const plans: FamilyPlan[] = [...specialFamilies, ...ordinaryFamilies(specialFamilies)];
  const addresses = new Set<string>();
  let pupilNumber = 1000;
  let adultNumber = 4000;
  const families = plans.map((plan) => ({
    plan,
    pupils: plan.pupils.map((pupil) => enrol(pupil, (pupilNumber += 1), schoolYear)),
    adults: plan.adults.map((adult) => record(adult, (adultNumber += 1), addresses)),
  }));
  return {
    families,
    pupils: families.flatMap((family) => family.pupils),
    adults: families.flatMap((family) => family.adults),
    relationships: families.flatMap(relationshipsOf),
  };
}

/** On the roll today. */
export function isOnRoll(pupil: Pupil, date: SchoolDate): boolean {
  return pupil.onRollFrom <= date && (pupil.onRollTo === undefined || date <= pupil.onRollTo);
}

function enrol(plan: PupilPlan, number: number, schoolYear: SchoolYear): Pupil {
  const yearGroup = parseInt(plan.form, 10);
  const joined = schoolYear.previousHalfTerm[5];
  return {
    ...plan,
    id: `P${number}`,
    number,
    yearGroup,
    dateOfBirth: dateOfBirth(plan, number, schoolYear.year - yearGroup - 5),
    onRollFrom: plan.story === 'joined' && joined ? joined.date : `${schoolYear.year - (yearGroup - 7)}-09-01`,
    ...(plan.story === 'left' ? { onRollTo: endOfPreviousHalfTerm(schoolYear) } : {}),
  };
}

/** Born between 1 September of firstYear and 31 August of the next, or earlier by the plan's years. */
function dateOfBirth(plan: PupilPlan, number: number, firstYear: number): SchoolDate {
  const month = String(between(`birth month ${number}`, 1, 12)).padStart(2, '0');
  const day = String(between(`birth day ${number}`, 1, 28)).padStart(2, '0');
  const birthday = plan.birthday ?? `${month}-${day}`;
  const year = (birthday >= '09-01' ? firstYear : firstYear + 1) - (plan.yearsOlder ?? 0);
  return `${year}-${birthday}`;
}

function record(plan: AdultPlan, number: number, addresses: Set<string>): Adult {
  return { ...plan, id: `C${number}`, number, address: plan.email ?? (plan.email === null ? '' : ownAddress(plan, addresses)) };
}

function ownAddress(plan: AdultPlan, addresses: Set<string>): string {
  const name = `${emailPart(plan.forename)}.${emailPart(plan.surname)}`;
  for (let count = 1; ; count += 1) {
    const address = `${name}${count === 1 ? '' : count}@family.example`;
    if (addresses.has(address)) continue;
    addresses.add(address);
    return address;
  }
}

function relationshipsOf({ pupils, adults }: Family): Relationship[] {
  return pupils.flatMap((pupil) =>
    adults.flatMap((adult) => {
      const link = adult.links[pupil.forename];
      return link ? [{ ...link, pupil, adult }] : [];
    }),
  );
}
