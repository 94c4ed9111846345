import type { SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import type { Progress } from '../../report';
import type { Columns, RowOf } from '../bundle/columns';
import type { Manifest } from '../bundle/manifest';
import { readTable, type QuarantinedRow, type ReadFile } from '../bundle/readTable';
import type { Located } from '../bundle/rowReader';
import { lessonsTable, type Table } from '../bundle/tables';
import { isKnown } from '../checks/references';
import type { Findings } from '../findings/findings';
import type { ExportedPupil } from '../school/school';

/** What reading of the files needs that depend on pupils and the calendar. */
export interface DataReading {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly now: Date;
  readonly findings: Findings;
  readonly files: Map<string, ReadFile>;
  readonly pupils: ReadonlyMap<string, ExportedPupil>;
  readonly invalidPupils: ReadonlySet<string>;
  readonly calendar: SchoolCalendar;
  readonly progress: Progress;
}

/** True where the file was there and in order as a whole. */
export async function readDataFile<C extends Columns>(
  { folder, manifest, findings, files, progress }: DataReading,
  table: Table<C>,
  onRow: (row: RowOf<C> & Located) => void,
  onQuarantined?: (row: QuarantinedRow) => void,
): Promise<boolean> {
  const result = await readTable(folder, manifest, table, findings, {
    onRow,
    ...(onQuarantined ? { onQuarantined } : {}),
    isRemembered: table.file === lessonsTable.file,
    progress,
  });
  files.set(table.file, result);
  return result.rowsIn !== undefined;
}

/** Whether a row speaks of a pupil of the export. */
export function isPupil(
  { pupils, invalidPupils, findings }: DataReading,
  file: string,
  { pupilId, line }: { readonly pupilId: string } & Located,
): boolean {
  return isKnown(pupilId, pupils, invalidPupils, { file, line, column: 'pupilId' }, findings);
}
