import type { ClassMembership } from '../../../src/domain/timetable/timetable';
import { classesTable, classMembersTable, lessonsTable, type ClassRow } from '../bundle/tables';
import { lessonOf, warnAboutOverlaps } from '../checks/lessons';
import { isKnown } from '../checks/references';
import type { LocatedLesson } from '../school/lessons';
import { append, type School } from '../school/school';
import { isPupil, readDataFile, type DataReading } from './dataFile';

export type TimetableData = Pick<School, 'classes' | 'memberships' | 'lessonsOfClass' | 'lessonsOfPupil'>;

export interface TimetableDelivery {
  readonly hasClasses: boolean;
  readonly isDelivered: boolean;
}

/** Classes, who is in them, and lessons: delivered only where all three files are in order. */
export async function readTimetable(reading: DataReading): Promise<TimetableData & TimetableDelivery> {
  const { findings, calendar } = reading;
  const classes = new Map<string, ClassRow>();
  const memberships = new Map<string, ClassMembership[]>();
  const lessonsOfClass = new Map<string, LocatedLesson[]>();
  const lessonsOfPupil = new Map<string, LocatedLesson[]>();
  const isClass = (file: string, classId: string, line: number) =>
    isKnown(classId, classes, new Set(), { file, line, column: 'classId' }, findings);
  const hasClasses = await readDataFile(reading, classesTable, (row) => classes.set(row.classId, row));
  const hasMembers =
    hasClasses &&
    (await readDataFile(reading, classMembersTable, (row) => {
      const isBoth = isClass(classMembersTable.file, row.classId, row.line) && isPupil(reading, classMembersTable.file, row);
      if (isBoth) append(memberships, row.pupilId, { classId: row.classId, from: row.from, to: row.to });
    }));
  const hasLessons =
    hasMembers &&
    (await readDataFile(reading, lessonsTable, (row) => {
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
