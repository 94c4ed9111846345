import { calendarOf, type SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import { addDays, type SchoolDate } from '../../../src/domain/time/schoolDate';
import { schoolNow } from '../../../src/domain/time/schoolTime';
import { untold, type Progress } from '../../report';
import { checkContacts } from '../checks/contacts';
import { checkLinks, nobodyKnown, type KnownIds } from '../checks/links';
import { checkPupils } from '../checks/pupils';
import type { Findings } from '../findings';
import type { Contact, Link, Pupil, School } from '../school';
import { timeZone } from '../timeZone';
import type { Columns, RowOf } from './columns';
import { readData } from './readData';
import type { Manifest } from './manifest';
import { readTable, type HeldRow, type Located, type ReadFile } from './readTable';
import { contactsTable, pupilsTable, relationshipsTable, schoolDaysTable, type SchoolDayRow, type Table } from './tables';
import { pairKey, unreadableOf, type Unreadable } from './unreadable';

/** What access decisions need to know of contacts and links beside their rows. */
export interface AccessDoubts {
  readonly sharedEmails: ReadonlySet<string>;
  readonly noPersons: ReadonlySet<string>;
  /** Pairs of adult and pupil, as pairKey has them, of whom some row cannot be read. */
  readonly unreadablePairs: ReadonlySet<string>;
}

export interface ReadSchool {
  readonly school: School;
  readonly doubts: AccessDoubts;
}

interface Core {
  readonly files: Map<string, ReadFile>;
  readonly pupils: readonly Pupil[];
  readonly contacts: readonly Contact[];
  readonly links: readonly Link[];
  readonly schoolDays: readonly (SchoolDayRow & Located)[];
  readonly unreadable: Unreadable;
}

/**
 * Reads and checks the whole bundle; writes nothing. Undefined where one of the files that decide access is missing or stopped:
 * the findings say why.
 */
export async function readSchool(
  folder: string,
  manifest: Manifest,
  now: Date,
  findings: Findings,
  known: KnownIds = nobodyKnown,
  progress: Progress = untold,
): Promise<ReadSchool | undefined> {
  const core = await readCore(folder, manifest, findings, progress);
  if (!core) return undefined;
  const extractDate = schoolNow(new Date(manifest.extractedAt), timeZone).date;
  const checkedPupils = checkPupils(core.pupils, extractDate, findings);
  const checkedContacts = checkContacts(core.contacts, core.links, core.unreadable.contactEmails, findings);
  const pupils = new Map(core.pupils.map((row) => [row.pupilId, row]));
  const contacts = new Map(core.contacts.map((row) => [row.contactId, row]));
  const { unreadable } = core;
  const links = checkLinks(core.links, { pupils, contacts }, unreadable, known, findings);
  if (!links) return undefined;
  const calendar = calendarFrom(core.schoolDays);
  if (!coversToday(calendar, extractDate, findings)) return undefined;
  const data = await readData({
    folder,
    manifest,
    now,
    findings,
    files: core.files,
    pupils,
    unreadablePupils: unreadable.pupils,
    calendar,
    progress,
  });
  warnAboutPlaces(pupils, links, data.memberships, extractDate, findings);
  return {
    doubts: { ...checkedContacts, unreadablePairs: unreadable.pairs },
    school: {
      manifest,
      files: core.files,
      pupils,
      contacts,
      links,
      calendar,
      extractDate,
      lostLinks: new Map(
        core.links.filter((link) => !pupils.has(link.pupilId) || !contacts.has(link.contactId)).map((link) => [pairKey(link), link]),
      ),
      schoolDays: core.schoolDays,
      heldPupils: new Set([...checkedPupils.held, ...unreadable.pupils]),
      keepsAbsentPupils: unreadable.hasUnknownPupil,
      doubtfulIds: {
        pupils: new Set([...checkedPupils.repeated, ...unreadable.pupils]),
        contacts: new Set([...checkedContacts.repeated, ...unreadable.contacts]),
      },
      ...data,
    },
  };
}

async function readCore(folder: string, manifest: Manifest, findings: Findings, progress: Progress): Promise<Core | undefined> {
  const files = new Map<string, ReadFile>();
  const read = async <C extends Columns>(table: Table<C>) => {
    const rows: (RowOf<C> & Located)[] = [];
    const held: HeldRow[] = [];
    const result = await readTable(folder, manifest, table, findings, {
      onRow: (row) => rows.push(row),
      onHeld: (row) => held.push(row),
      isRemembered: true,
      progress,
    });
    files.set(table.file, result);
    if (result.rowsIn === undefined && !isTold(findings, table.file)) {
      findings.add({
        code: 'PKG-02',
        effect: 'stop',
        file: table.file,
        message: 'The file is missing from the bundle, and nothing can be decided without it.',
      });
    }
    return { rows, held };
  };
  const [pupils, contacts, links, days] = [
    await read(pupilsTable),
    await read(contactsTable),
    await read(relationshipsTable),
    await read(schoolDaysTable),
  ];
  if ([...files.values()].some((file) => file.rowsIn === undefined)) return undefined;
  return {
    files,
    pupils: pupils.rows,
    contacts: contacts.rows,
    links: links.rows,
    schoolDays: days.rows,
    unreadable: unreadableOf(pupils.held, contacts.held, links.held),
  };
}

function isTold(findings: Findings, file: string): boolean {
  return findings.all.some((finding) => finding.file === file && finding.effect === 'stop');
}

function calendarFrom(rows: readonly SchoolDayRow[]): SchoolCalendar {
  return calendarOf(
    rows.map((row) => ({
      date: row.date,
      session: row.session,
      status: row.status,
      week: row.week,
      termId: row.termId,
      yearGroups: yearGroupsOf(row),
    })),
  );
}

/** Long enough for a summer between last year's calendar and the next one's. */
const longestGap = 60;

/** CAL-01: the calendar of another year would take every mark for one of a closed day, and every timetable away. */
function coversToday({ range }: SchoolCalendar, today: SchoolDate, findings: Findings): boolean {
  const stop = (message: string) => findings.add({ code: 'CAL-01', effect: 'stop', file: schoolDaysTable.file, column: 'date', message });
  if (!range) stop('The calendar has no day.');
  else if (addDays(range.to, longestGap) < today)
    stop('The calendar ended long before the day of the export: it may be that of another year.');
  else if (addDays(today, longestGap) < range.from)
    stop('The calendar begins long after the day of the export: it may be that of another year.');
  else return true;
  return false;
}

/** 'Year 7;Year 8' as a list, in the school's way of saying it. */
export function yearGroupsOf(row: SchoolDayRow): readonly string[] {
  return (row.yearGroups ?? '')
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => pupilsTable.columns.yearGroup.form.read(text) ?? text);
}

/** PUP-04: on roll, but without a place in the school or without anybody to tell. */
function warnAboutPlaces(
  pupils: ReadonlyMap<string, Pupil>,
  links: readonly Link[],
  memberships: ReadonlyMap<string, unknown>,
  today: string,
  findings: Findings,
): void {
  const linked = new Set(links.map((link) => link.pupilId));
  for (const { pupilId, regGroup, onRollFrom, onRollTo, line } of pupils.values()) {
    if (onRollFrom > today || (onRollTo !== undefined && onRollTo < today)) continue;
    const missing = [
      ...(memberships.size > 0 && !memberships.has(pupilId) ? ['class'] : []),
      ...(regGroup ? [] : ['registration group']),
      ...(linked.has(pupilId) ? [] : ['contact']),
    ];
    if (missing.length === 0) continue;
    findings.add({
      code: 'PUP-04',
      effect: 'warn',
      file: pupilsTable.file,
      line,
      column: 'pupilId',
      message: `The pupil is on roll without a ${missing.join(', a ')}.`,
    });
  }
}
