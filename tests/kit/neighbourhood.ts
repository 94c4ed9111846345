import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf, changedExport, type ExportFile } from '../../samples/damagedExport';
import { openSite } from '../../staging/site/connection';
import { readAllItems } from '../../staging/site/items';
import { listUrl } from '../../src/lists/index';
import { decode } from '../../src/lists/payload';
import { pupilHomeList, pupilHomeSchema } from '../../src/lists/pupilHome';
import { openSights } from '../../staging/stage/currentState/sights';
import { readCurrentState } from '../../staging/stage/currentState/currentState';
import { stage, type StageOptions } from '../../staging/stage/stage';
import { clock, smallSchool, type Cells, type Tables } from './smallSchool';
import { csv } from './bundle';
import { remembered, type Staged } from './stagedSite';
import { siteAddress } from './localSite';
import { emptySite, provisionTestSite, publisherToken, type TestSite } from './provisionedSite';
import { keptReport } from './keptReport';
import { temporaryFolder } from './temporaryFolder';

const families = 30;
const two = (number: number) => String(number).padStart(2, '0');

/**
 * Thirty families, big enough for a slipped column to hit many: mother M01 and father F01 of pupil P01 and so on, every third with a second
 * child Q03. In some of them something is closed, or half open, for each reason that there is.
 */
export function neighbourhood(): Tables {
  const small = smallSchool();
  const [pupil = {}, contact = {}, link = {}] = [small['pupils.csv'][0], small['contacts.csv'][0], small['relationships.csv'][0]];
  const numbers = Array.from({ length: families }, (_, index) => index + 1);
  const children = numbers.flatMap((n) => [child(pupil, 'P', n), ...(n % 3 === 0 ? [child(pupil, 'Q', n)] : [])]);
  const parents = numbers.flatMap((n) => [parent(contact, 'M', n), parent(contact, 'F', n)]);
  const links = children.flatMap(({ pupilId = '' }) =>
    ['M', 'F'].map((side) => ({
      ...link,
      pupilId,
      contactId: `${side}${pupilId.slice(1)}`,
      priority: side === 'M' ? '1' : '2',
      unsubscribed: 'N',
      ...special[`${side}${pupilId.slice(1)}`],
    })),
  );
  const ids = children.map(({ pupilId = '' }) => pupilId);
  const days = ['2026-11-12', '2026-11-19', '2026-11-20'];
  return {
    ...small,
    'pupils.csv': children,
    'contacts.csv': parents,
    'relationships.csv': links,
    'attendance.csv': days.flatMap((date) =>
      ids.flatMap((pupilId, index) =>
        [
          ['AM', '/'],
          ['PM', index % 4 === 0 && date === days[0] ? 'I' : '\\'],
        ].map(([session = '', code = '']) => ({ pupilId, date, session, code, minutesLate: '' })),
      ),
    ),
    'behaviour.csv': ids.flatMap((pupilId, index) =>
      [0, 1].map((n) => ({
        ...small['behaviour.csv'][0],
        eventId: `E${index}.${n}`,
        pupilId,
        type: n === 0 ? 'Kindness' : 'Called home',
        parentVisible: n === 0 ? 'Y' : 'N',
      })),
    ),
    'class-members.csv': ids.map((pupilId) => ({ classId: '8x-Ma', pupilId, from: '2026-09-01', to: '' })),
    'results.csv': ids.map((pupilId, index) => ({ ...small['results.csv'][0], pupilId, result: `${index}` })),
    'homework.csv': numbers.map((n) => ({ ...small['homework.csv'][0], homeworkId: `H${n}` })),
  };
}

const special: Readonly<Record<string, Cells>> = {
  F01: { courtOrder: 'Y' },
  F02: { courtOrder: 'Y' },
  F04: { parentalResponsibility: 'N' },
  F05: { parentalResponsibility: 'U' },
  F06: { portalAccess: 'N' },
  F07: { validTo: '2026-10-01' },
  F08: { validFrom: '2027-01-01' },
  F09: { areas: 'attendance' },
  F10: { areas: 'timetable;behaviour' },
  F11: { parentalResponsibility: 'N', portalAccess: 'Y' },
  F12: { portalAccess: 'N' },
};

function child(like: Cells, letter: string, n: number): Cells {
  const pupilId = `${letter}${two(n)}`;
  return {
    ...like,
    pupilId,
    legalForename: `${letter === 'P' ? 'Ada' : 'Bea'}${letters(n)}`,
    legalSurname: `Vale${letters(n)}`,
    regGroup: '8B',
    preferredForename: n % 5 === 0 ? `Nick${letters(n)}` : '',
    dateOfBirth: `2014-${two((n % 12) + 1)}-${two((n % 27) + 1)}`,
    schoolEmail: `${pupilId.toLowerCase()}@pupils.oakfield.example`,
    ...(n === 13 ? { enrolStatus: 'left' } : {}),
    ...(n === 14 ? { onRollTo: '2026-10-23' } : {}),
    ...(n === 16 ? { restricted: 'Y' } : {}),
  };
}

function parent(like: Cells, side: string, n: number): Cells {
  const email = n === 17 ? 'shared17@family.example' : side === 'F' && n === 19 ? '' : `${side.toLowerCase()}${two(n)}@family.example`;
  return {
    ...like,
    contactId: `${side}${two(n)}`,
    forename: `${side === 'M' ? 'Cleo' : 'Dan'}${letters(n)}`,
    surname: `Vale${letters(n)}`,
    email,
    deceased: side === 'F' && n === 20 ? 'Y' : 'N',
  };
}

/** 1 is 'Aa': names differ in more than a number. */
function letters(n: number): string {
  return `${String.fromCharCode(65 + (n % 7))}${String.fromCharCode(97 + (n % 23))}`;
}

/** The tables as an export, manifest first. */
export function exportOf(tables: Tables): readonly ExportFile[] {
  const files = Object.entries(tables).map(([name, rows]: [string, readonly Cells[]]) => ({
    name,
    text: csv(rows, Object.keys(rows[0] ?? {})),
    rows: rows.length,
  }));
  const manifest = {
    format: 'schoolgate-bundle',
    version: 1,
    source: 'Test MIS',
    school: { name: 'Oakfield School', urn: '999901' },
    extractedAt: '2026-11-23T17:00:00Z',
    academicYear: '2026-27',
    files: Object.fromEntries(files.map(({ name, rows }) => [name, { mode: 'snapshot', rows }])),
  };
  return [{ name: 'bundle.json', text: JSON.stringify(manifest) }, ...files.map(({ name, text }) => ({ name, text }))];
}

/** A provisioned site with an account for every adult, the neighbourhood published. */
export const stagedNeighbourhood = remembered(async (database) => {
  const site = emptySite(clock, database);
  const addresses = neighbourhood()['contacts.csv'].flatMap(({ email }) => (email ? [email] : []));
  site.local.addAccounts(
    [...new Set([...addresses, 'newcomer@family.example'])].map((email) => ({ email, name: 'A parent', isGuest: true })),
  );
  await provisionTestSite(site);
  await stageFiles(site, exportOf(neighbourhood()));
  return site;
});

/** Stages an export as the publisher. */
export async function stageFiles(site: TestSite, files: readonly ExportFile[], options: Partial<StageOptions> = {}): Promise<Staged> {
  const folder = await temporaryFolder();
  for (const file of files) await writeFile(join(folder, file.name), bytesOf(file));
  const report = keptReport();
  const summary = await stage({
    folder,
    siteUrl: siteAddress,
    token: publisherToken,
    fetch: site.fetch,
    pause: async () => undefined,
    clock,
    report,
    ...options,
  });
  return { summary, report };
}

/** The same export, newer. */
export function newer(files: readonly ExportFile[], minutes: number): readonly ExportFile[] {
  return changedExport(files, [], { minutes, draw: () => 0 });
}

/** Which account may read which area of which child: '<user id> <name of the child> <area>', by the permissions of the site. */
export async function sightsOn(site: TestSite): Promise<ReadonlySet<string>> {
  const publisher = openSite({ siteUrl: siteAddress, token: publisherToken, fetch: (request) => site.local.fetch(request) });
  const names = new Map(
    (await readAllItems(publisher, listUrl('/sites/school', pupilHomeList), ['PupilKey', 'Payload', 'FSObjType'])).flatMap((item) => {
      const { PupilKey, Payload } = item as { PupilKey?: string; Payload?: string };
      const home = decode(pupilHomeSchema, Payload);
      return home.ok ? [[PupilKey ?? '', `${home.value.pupil.forename} ${home.value.pupil.surname}`] as const] : [];
    }),
  );
  return new Set(
    [...openSights(await readCurrentState(publisher))].map((sight) => {
      const [account = '', key = '', area = ''] = sight.split(' ');
      return `${account} ${names.get(key) ?? 'nobody'} ${area}`;
    }),
  );
}

/** Sights of one set that the other lacks. */
export function missingFrom(some: ReadonlySet<string>, all: ReadonlySet<string>): readonly string[] {
  return [...all].filter((sight) => !some.has(sight));
}
