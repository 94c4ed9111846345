import { schoolNow, usualTimeZone } from '../../../src/domain/time/schoolTime';
import { windowOf } from '../bundle/manifest';
import {
  attendanceTable,
  behaviourTable,
  homeworkTable,
  resultsTable,
  type BehaviourRow,
  type ClassRow,
  type HomeworkRow,
  type ResultRow,
} from '../bundle/tables';
import { openAttendanceIndex } from '../checks/attendance';
import { mayBePublished } from '../checks/behaviour';
import { publishableHomework } from '../checks/homework';
import { append, type School, type ShownAttendance } from '../school/school';
import { isPupil, readDataFile, type DataReading } from './dataFile';
import { readTimetable, type TimetableData } from './readTimetable';

type Data = TimetableData & Pick<School, 'delivered' | 'attendance' | 'behaviour' | 'results' | 'homework' | 'quarantinedHomework'>;

/** Reads and checks what depends on pupils and the calendar. A file that is absent or not believed leaves its area undelivered. */
export async function readData(reading: DataReading): Promise<Data> {
  const { hasClasses, isDelivered: hasTimetable, ...timetable } = await readTimetable(reading);
  const attendance = await readAttendance(reading);
  const behaviour = await readBehaviour(reading);
  const results = await readResults(reading);
  const homework = hasClasses ? await readHomework(reading, timetable.classes) : undefined;
  return {
    ...timetable,
    attendance: attendance ?? { get: () => [] },
    behaviour: behaviour ?? new Map(),
    results: results ?? new Map(),
    homework: homework?.homework ?? [],
    quarantinedHomework: homework?.quarantinedHomework ?? new Set(),
    delivered: {
      timetable: hasTimetable,
      attendance: attendance !== undefined,
      behaviour: behaviour !== undefined,
      results: results !== undefined,
      homework: homework !== undefined,
    },
  };
}

async function readAttendance(reading: DataReading): Promise<ShownAttendance | undefined> {
  const { manifest, calendar, findings, pupils } = reading;
  const index = openAttendanceIndex({
    calendar,
    findings,
    extractedAt: manifest.extractedAt,
    window: windowOf(manifest, attendanceTable.file),
  });
  const isDelivered = await readDataFile(reading, attendanceTable, (row) => {
    const pupil = isPupil(reading, attendanceTable.file, row) ? pupils.get(row.pupilId) : undefined;
    if (pupil) index.take(row, pupil);
  });
  return isDelivered ? index.days(pupils) : undefined;
}

async function readBehaviour(reading: DataReading): Promise<School['behaviour'] | undefined> {
  const behaviour = new Map<string, BehaviourRow[]>();
  const now = schoolNow(reading.now, usualTimeZone);
  const isDelivered = await readDataFile(reading, behaviourTable, (row) => {
    if (isPupil(reading, behaviourTable.file, row) && mayBePublished(row, now, reading.findings)) append(behaviour, row.pupilId, row);
  });
  return isDelivered ? behaviour : undefined;
}

async function readResults(reading: DataReading): Promise<School['results'] | undefined> {
  const results = new Map<string, ResultRow[]>();
  const isDelivered = await readDataFile(reading, resultsTable, (row) => {
    if (isPupil(reading, resultsTable.file, row)) append(results, row.pupilId, row);
  });
  return isDelivered ? results : undefined;
}

async function readHomework(
  reading: DataReading,
  classes: ReadonlyMap<string, ClassRow>,
): Promise<Pick<School, 'homework' | 'quarantinedHomework'> | undefined> {
  const homework: HomeworkRow[] = [];
  const quarantinedHomework = new Set<string>();
  const isDelivered = await readDataFile(
    reading,
    homeworkTable,
    (row) => {
      const publishable = publishableHomework(row, classes, reading.findings);
      if (publishable) homework.push(publishable);
      else quarantinedHomework.add(row.homeworkId);
    },
    (row) => quarantinedHomework.add(row.cellOf('homeworkId')),
  );
  return isDelivered ? { homework, quarantinedHomework } : undefined;
}
