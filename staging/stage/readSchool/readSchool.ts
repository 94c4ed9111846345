import { schoolNow, usualTimeZone } from '../../../src/domain/time/schoolTime';
import { noProgress, type Progress } from '../../report';
import type { Manifest } from '../bundle/manifest';
import { coversToday } from '../checks/calendar';
import { checkContacts, type CheckedContacts } from '../checks/contacts';
import { checkLinks, nobodyKnown, type KnownIds } from '../checks/links';
import { warnAboutPlaces } from '../checks/places';
import { checkPupils, type CheckedPupils } from '../checks/pupils';
import type { Findings } from '../findings/findings';
import type { AccessAmbiguities } from '../school/ambiguities';
import { calendarFrom } from '../school/calendar';
import { pairKey, type InvalidRows } from '../school/invalidRows';
import type { Contact, ExportedPupil, Link, School } from '../school/school';
import { readData } from './readData';
import { readPeople } from './readPeople';

export interface ReadSchool {
  readonly school: School;
  readonly ambiguities: AccessAmbiguities;
}

export interface SchoolReading {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly now: Date;
  readonly findings: Findings;
  /** MIS ids that the site has keys for. */
  readonly known?: KnownIds;
  readonly progress?: Progress;
}

/**
 * Reads and checks the whole bundle; writes nothing. Undefined where one of the files that decide access is missing or not believed:
 * the findings say why.
 */
export async function readSchool(reading: SchoolReading): Promise<ReadSchool | undefined> {
  const { folder, manifest, now, findings, known = nobodyKnown, progress = noProgress } = reading;
  const people = await readPeople(folder, manifest, findings, progress);
  if (!people) return undefined;
  const { files, schoolDays, invalidRows } = people;
  const extractDate = schoolNow(new Date(manifest.extractedAt), usualTimeZone).date;
  const checkedPupils = checkPupils(people.pupils, extractDate, findings);
  const checkedContacts = checkContacts(people.contacts, people.links, invalidRows.contactEmails, findings);
  const pupils = new Map(people.pupils.map((row) => [row.pupilId, row]));
  const contacts = new Map(people.contacts.map((row) => [row.contactId, row]));
  const links = checkLinks(people.links, { pupils, contacts }, invalidRows, known, findings);
  if (!links) return undefined;
  const calendar = calendarFrom(schoolDays);
  if (!coversToday(calendar, extractDate, findings)) return undefined;
  const data = await readData({ folder, manifest, now, findings, files, pupils, invalidPupils: invalidRows.pupils, calendar, progress });
  warnAboutPlaces(pupils, links, data.memberships, extractDate, findings);
  return {
    ambiguities: ambiguitiesOf(checkedPupils, checkedContacts, invalidRows),
    school: {
      manifest,
      files,
      pupils,
      contacts,
      links,
      calendar,
      extractDate,
      lostLinks: lostLinks(people.links, pupils, contacts),
      schoolDays,
      quarantinedPupils: new Set([...checkedPupils.quarantined, ...invalidRows.pupils]),
      keepsAbsentPupils: invalidRows.hasUnknownPupil,
      ...data,
    },
  };
}

function ambiguitiesOf(pupils: CheckedPupils, contacts: CheckedContacts, invalidRows: InvalidRows): AccessAmbiguities {
  return {
    sharedEmails: contacts.sharedEmails,
    placeholderContacts: contacts.placeholderContacts,
    repeatedPupils: pupils.repeated,
    repeatedContacts: contacts.repeated,
    invalidPupils: invalidRows.pupils,
    invalidContacts: invalidRows.contacts,
    invalidPairs: invalidRows.pairs,
  };
}

/** Links whose pupil or adult is not there. */
function lostLinks(
  links: readonly Link[],
  pupils: ReadonlyMap<string, ExportedPupil>,
  contacts: ReadonlyMap<string, Contact>,
): School['lostLinks'] {
  const lost = links.filter((link) => !pupils.has(link.pupilId) || !contacts.has(link.contactId));
  return new Map(lost.map((link) => [pairKey(link), link]));
}
