import type { SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import { schoolNow } from '../../../src/domain/time/schoolTime';
import type { ClassMembership } from '../../../src/domain/timetable/timetable';
import type { Progress } from '../../report';
import { openAttendanceIndex } from '../checks/attendance';
import { mayBePublished } from '../checks/behaviour';
import { publishableHomework } from '../checks/homework';
import { lessonOf, warnAboutOverlaps, type LocatedLesson } from '../checks/lessons';
import { isKnown } from '../checks/references';
import type { Findings } from '../findings/findings';
import { append, type ExportedPupil, type School, type ShownAttendance } from '../school/school';
import { timeZone } from '../timeZone';
import { windowOf, type Manifest } from '../bundle/manifest';
import { readTable, type QuarantinedRow, type Located, type ReadFile } from '../bundle/readTable';
import {
  attendanceTable,
  behaviourTable,
  classesTable,
  classMembersTable,
  homeworkTable,
  lessonsTable,
  resultsTable,
  type BehaviourRow,
  type ClassRow,
  type HomeworkRow,
  type ResultRow,
  type Table,
} from '../bundle/tables';
import type { Columns, RowOf } from '../bundle/columns';

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

type Data = Pick<
  School,
  | 'delivered'
  | 'classes'
  | 'memberships'
  | 'lessonsOfClass'
  | 'lessonsOfPupil'
  | 'attendance'
  | 'behaviour'
  | 'results'
  | 'homework'
  | 'quarantinedHomework'
>;

/** Reads and checks what depends on pupils and the calendar. A file that is absent or stopped leaves its area undelivered. */
export async function readData(reading: DataReading): Promise<Data> {
  const timetable = await readTimetable(reading);
  const attendance = await readAttendance(reading);
  const behaviour = new Map<string, BehaviourRow[]>();
  const now = schoolNow(reading.now, timeZone);
  const hasBehaviour = await read(reading, behaviourTable, (row) => {
    if (isPupil(reading, behaviourTable.file, row) && mayBePublished(row, now, reading.findings)) append(behaviour, row.pupilId, row);
  });
  const results = new Map<string, ResultRow[]>();
  const hasResults = await read(reading, resultsTable, (row) => {
    if (isPupil(reading, resultsTable.file, row)) append(results, row.pupilId, row);
  });
  const homework: HomeworkRow[] = [];
  const quarantinedHomework = new Set<string>();
  const hasHomework =
    timetable.hasClasses &&
    (await read(
      reading,
      homeworkTable,
      (row) => {
        const publishable = publishableHomework(row, timetable.classes, reading.findings);
        if (publishable) homework.push(publishable);
        else quarantinedHomework.add(row.homeworkId);
      },
      (row) => quarantinedHomework.add(row.cellOf('homeworkId')),
    ));
  const { hasClasses: _hasClasses, isDelivered: hasTimetable, ...timetableData } = timetable;
  return {
    ...timetableData,
    attendance: attendance ?? { get: () => [] },
    behaviour,
    results,
    homework,
    quarantinedHomework,
    delivered: {
      timetable: hasTimetable,
      attendance: attendance !== undefined,
      behaviour: hasBehaviour,
      results: hasResults,
      homework: hasHomework,
    },
  };
}

/** True where the file was there and in order as a whole. */
async function read<C extends Columns>(
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

function isPupil(
  { pupils, invalidPupils, findings }: DataReading,
  file: string,
  { pupilId, line }: { readonly pupilId: string } & Located,
): boolean {
  return isKnown(pupilId, pupils, invalidPupils, { file, line, column: 'pupilId' }, findings);
}

async function readAttendance(reading: DataReading): Promise<ShownAttendance | undefined> {
  const { manifest, calendar, findings, pupils } = reading;
  const index = openAttendanceIndex({
    calendar,
    findings,
    extractedAt: manifest.extractedAt,
    window: windowOf(manifest, attendanceTable.file),
  });
  const isDelivered = await read(reading, attendanceTable, (row) => {
    const pupil = isPupil(reading, attendanceTable.file, row) ? pupils.get(row.pupilId) : undefined;
    if (pupil) index.take(row, pupil);
  });
  return isDelivered ? index.days(pupils) : undefined;
}

interface TimetableDelivery {
  readonly hasClasses: boolean;
  readonly isDelivered: boolean;
}

async function readTimetable(
  reading: DataReading,
): Promise<Pick<Data, 'classes' | 'memberships' | 'lessonsOfClass' | 'lessonsOfPupil'> & TimetableDelivery> {
  const { findings, calendar } = reading;
  const classes = new Map<string, ClassRow>();
  const memberships = new Map<string, ClassMembership[]>();
  const lessonsOfClass = new Map<string, LocatedLesson[]>();
  const lessonsOfPupil = new Map<string, LocatedLesson[]>();
  const isClass = (file: string, classId: string, line: number) =>
    isKnown(classId, classes, new Set(), { file, line, column: 'classId' }, findings);
  const hasClasses = await read(reading, classesTable, (row) => classes.set(row.classId, row));
  const hasMembers =
    hasClasses &&
    (await read(reading, classMembersTable, (row) => {
      const isBoth = isClass(classMembersTable.file, row.classId, row.line) && isPupil(reading, classMembersTable.file, row);
      if (isBoth) append(memberships, row.pupilId, { classId: row.classId, from: row.from, to: row.to });
    }));
  const hasLessons =
    hasMembers &&
    (await read(reading, lessonsTable, (row) => {
      const { classId, pupilId, line } = row;
      if (classId ? !isClass(lessonsTable.file, classId, line) : !isPupil(reading, lessonsTable.file, { pupilId: pupilId ?? '', line }))
        return;
      const lesson = lessonOf(row, classes.get(classId ?? ''), calendar, findings);
      if (lesson && classId) append(lessonsOfClass, classId, lesson);
      else if (lesson && pupilId) append(lessonsOfPupil, pupilId, lesson);
    }));
  warnAboutOverlaps(ownLessons(reading.pupils.keys(), memberships, lessonsOfClass, lessonsOfPupil), findings);
  return { classes, memberships, lessonsOfClass, lessonsOfPupil, hasClasses, isDelivered: hasLessons };
}

function* ownLessons(
  pupilIds: Iterable<string>,
  memberships: ReadonlyMap<string, readonly ClassMembership[]>,
  ofClass: ReadonlyMap<string, readonly LocatedLesson[]>,
  ofPupil: ReadonlyMap<string, readonly LocatedLesson[]>,
): Iterable<readonly LocatedLesson[]> {
  for (const id of pupilIds) {
    yield [...(memberships.get(id) ?? []).flatMap(({ classId }) => ofClass.get(classId) ?? []), ...(ofPupil.get(id) ?? [])];
  }
}
