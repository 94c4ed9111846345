import type { Cell } from './csv';
import { emailPart } from './names';
import { between, pick } from './random';
import type { Adult, Pupil, Relationship } from './roll';
import { endOfPreviousHalfTerm, type SchoolYear } from './schoolYear';
import { uln, upn } from './upn';

const houses = ['Ash', 'Beech', 'Elm', 'Rowan'];
/** Invented: no authority of England has this number. */
const authority = '999';

export function pupilRows(schoolYear: SchoolYear, pupils: readonly Pupil[]): Cell[][] {
  return pupils.map((pupil) => [
    pupil.id,
    `${pupil.number - 1000}`.padStart(6, '0'),
    pupilNumber(pupil),
    pupil.yearGroup === 10 ? uln(123400000 + pupil.number) : '',
    pupil.forename,
    pupil.surname,
    pupil.preferredForename,
    '',
    pupil.middleNames,
    pupil.knownAs,
    pupil.dateOfBirth,
    `Year ${pupil.yearGroup}`,
    pupil.form,
    pick(`house ${pupil.id}`, houses),
    statusOf(pupil),
    pupil.onRollFrom,
    pupil.onRollTo,
    `${emailPart(pupil.forename)}.${emailPart(pupil.surname)}@pupils.oakfield.example`,
    'N',
    modified(schoolYear, pupil.id),
  ]);
}

export function contactRows(schoolYear: SchoolYear, adults: readonly Adult[]): Cell[][] {
  return adults.map((adult) => [
    adult.id,
    adult.title,
    adult.forename,
    adult.surname,
    adult.address,
    mobile(adult),
    adult.language ?? 'en',
    yesNo(adult.deceased),
    yesNo(adult.addressWithheld),
    modified(schoolYear, adult.id),
  ]);
}

export function relationshipRows(schoolYear: SchoolYear, relationships: readonly Relationship[]): Cell[][] {
  return relationships.map((link) => {
    const mayHear = yesNo(link.parentalResponsibility === 'Y' && !link.courtOrder);
    return [
      link.pupil.id,
      link.adult.id,
      link.relationship,
      link.parentalResponsibility,
      link.priority,
      yesNo(link.livesWithPupil),
      yesNo(link.courtOrder),
      link.portalAccess,
      mayHear,
      mayHear,
      'N',
      link.pupil.onRollFrom,
      link.ended ? endOfPreviousHalfTerm(schoolYear) : '',
      modified(schoolYear, `${link.pupil.id} ${link.adult.id}`),
      link.areas?.join(';'),
    ];
  });
}

/** Given by the primary school at five; a pupil who joined late has a temporary one. */
function pupilNumber(pupil: Pupil): string {
  const year = String((Number(pupil.dateOfBirth.slice(0, 4)) + 5) % 100).padStart(2, '0');
  const serial = String(pupil.number - 1000).padStart(3, '0');
  const establishment = String(between(`primary ${pupil.id}`, 2001, 2040));
  return upn(authority, establishment, year, pupil.story === 'joined' ? `${serial.slice(0, 2)}A` : serial);
}

function statusOf(pupil: Pupil): string {
  return pupil.story === 'left' ? 'left' : pupil.story === 'dual registered' ? 'dual main' : 'current';
}

/** From the range that Ofcom keeps free for stories, so that no call reaches anybody. */
function mobile(adult: Adult): string {
  return adult.deceased ? '' : `07700 900${String(between(`mobile ${adult.id}`, 0, 999)).padStart(3, '0')}`;
}

function modified(schoolYear: SchoolYear, label: string): string {
  return `${schoolYear.year}-07-${String(between(`modified ${label}`, 1, 30)).padStart(2, '0')}T10:00:00+01:00`;
}

function yesNo(value: boolean | undefined): 'Y' | 'N' {
  return value ? 'Y' : 'N';
}
