import { noProgress, type Progress } from '../../report';
import type { Columns, RowOf } from '../bundle/columns';
import type { Manifest } from '../bundle/manifest';
import { readTable, type QuarantinedRow, type ReadFile } from '../bundle/readTable';
import type { Located } from '../bundle/rowReader';
import { contactsTable, pupilsTable, relationshipsTable, schoolDaysTable, type SchoolDayRow, type Table } from '../bundle/tables';
import { finding } from '../findings/finding';
import type { Findings } from '../findings/findings';
import { invalidRowsOf, type InvalidRows } from '../school/invalidRows';
import type { Contact, ExportedPupil, Link } from '../school/school';

/** The files that decide access, and the calendar, as they stand in the export. */
export interface PeopleFiles {
  readonly files: Map<string, ReadFile>;
  readonly pupils: readonly ExportedPupil[];
  readonly contacts: readonly Contact[];
  readonly links: readonly Link[];
  readonly schoolDays: readonly (SchoolDayRow & Located)[];
  readonly invalidRows: InvalidRows;
}

/** Undefined where one of them is missing or not believed: the findings say why. */
export async function readPeople(
  folder: string,
  manifest: Manifest,
  findings: Findings,
  progress: Progress = noProgress,
): Promise<PeopleFiles | undefined> {
  const files = new Map<string, ReadFile>();
  const read = async <C extends Columns>(table: Table<C>) => {
    const rows: (RowOf<C> & Located)[] = [];
    const quarantined: QuarantinedRow[] = [];
    const result = await readTable(folder, manifest, table, findings, {
      onRow: (row) => rows.push(row),
      onQuarantined: (row) => quarantined.push(row),
      isRemembered: true,
      progress,
    });
    files.set(table.file, result);
    if (result.rowsIn === undefined && !isReported(findings, table.file)) findings.add(finding('PKG-21', { file: table.file }));
    return { rows, quarantined };
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
    invalidRows: invalidRowsOf(pupils.quarantined, contacts.quarantined, links.quarantined),
  };
}

function isReported(findings: Findings, file: string): boolean {
  return findings.all.some((each) => each.file === file && each.severity === 'fatal');
}
