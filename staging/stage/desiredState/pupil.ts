import type { PupilArea } from '../../../src/domain/people/areas';
import { type BehaviourEntry, type BehaviourRecord, newestFirst } from '../../../src/domain/behaviour';
import { latestHalfTerm, schoolYearOf } from '../../../src/domain/calendar/schoolPeriods';
import type { AttendanceRecord } from '../../../src/domain/attendance/attendance';
import type { Period } from '../../../src/domain/calendar/period';
import type { Pupil as PublishedPupil, PupilHome } from '../../../src/domain/people/pupil';
import type { ResultsRecord } from '../../../src/domain/results';
import type { TimetableRecord } from '../../../src/domain/timetable/lesson';
import { encode } from '../../../src/lists/payload';
import { pupilHomeSchema } from '../../../src/lists/pupilHome';
import { areas } from '../../../src/lists/areas';
import type { ExportWindow } from '../bundle/manifest';
import type { Pupil, School } from '../school/school';
import { attendanceRecords, recentDays } from '../areas/attendance';
import { behaviourEntry, behaviourRecords } from '../areas/behaviour';
import type { PreviousState } from '../areas/previousState';
import { resultsRecords } from '../areas/results';
import { row, type Row } from '../rows/row';
import { comingTimetable, currentClasses, lessonsByDay } from '../areas/timetable';

const newsShown = 8;

export interface PupilRows {
  readonly home: Row;
  readonly records: readonly Row[];
}

export interface PupilRequest {
  readonly school: School;
  readonly pupil: Pupil;
  readonly key: string;
  /** What the site has of this pupil, where the export does not tell all. */
  readonly previous: PreviousState;
  readonly now: Date;
  /** Windows of attendance and behaviour: days outside come from what is published. */
  readonly windows: { readonly attendance: ExportWindow | undefined; readonly behaviour: ExportWindow | undefined };
  /** Some adult sees the timetable and no home row. */
  readonly needsTimetableRow: boolean;
}

/** Everything that is published about one pupil. */
export function pupilRows(request: PupilRequest): PupilRows {
  const { school, pupil, key, previous, now } = request;
  const timetable = comingTimetable(school, pupil);
  const attendance = attendanceOf(request);
  const behaviour = behaviourOf(request);
  const home = homeOf(
    request,
    timetable,
    attendance,
    behaviour.flatMap((record) => record.entries),
  );
  const kept = keptAreas(school, previous.home, home);
  const records = [
    ...(school.delivered.attendance ? attendance.map((record) => recordRow(key, 'attendance', record)) : []),
    ...(school.delivered.behaviour ? behaviour.map((record) => recordRow(key, 'behaviour', record)) : []),
    ...(school.delivered.results
      ? resultsRecords(school.results.get(pupil.pupilId) ?? [], now).map((record) => recordRow(key, 'results', record))
      : []),
    ...(request.needsTimetableRow && school.delivered.timetable
      ? [recordRow(key, 'timetable', { version: 1, period: schoolYearOf(school.extractDate), timetable })]
      : []),
  ];
  const content = { Title: key, PupilKey: key, Payload: encode(pupilHomeSchema, kept) };
  // A pupil who is written is renewed, whatever the row said before.
  return { home: row(key, key, content, { StaleSince: '' }), records };
}

function attendanceOf({ school, pupil, previous, windows }: PupilRequest): readonly AttendanceRecord[] {
  const window = windows.attendance;
  const before = previous.attendance.filter((day) => window && (day.date < window.from || day.date > window.to));
  const days = school.attendance.get(pupil.pupilId);
  return attendanceRecords(school.calendar, days, before, (dates) => lessonsByDay(school, pupil, dates), school.extractDate);
}

function behaviourOf({ school, pupil, previous, windows }: PupilRequest): readonly BehaviourRecord[] {
  const window = windows.behaviour;
  const before = previous.behaviour.filter((entry) => window && (entry.date < window.from || entry.date > window.to));
  return behaviourRecords(school.calendar, (school.behaviour.get(pupil.pupilId) ?? []).map(behaviourEntry), before);
}

function homeOf(
  { school, pupil, key }: PupilRequest,
  timetable: PupilHome['timetable'],
  attendance: readonly AttendanceRecord[],
  news: readonly BehaviourEntry[],
): PupilHome {
  const halfTerm = latestHalfTerm(school.calendar, school.extractDate);
  const current = attendance.find((record) => record.period.id === halfTerm?.id);
  return {
    version: 1,
    pupil: publicPupil(pupil, key),
    classes: currentClasses(school, pupil),
    timetable,
    ...(current ? { attendance: current.summary } : {}),
    recentAttendance: recentDays(attendance, school.extractDate),
    news: newestFirst(news).slice(0, newsShown),
  };
}

function publicPupil(pupil: Pupil, key: string): PublishedPupil {
  return {
    key,
    forename: pupil.preferredForename ?? pupil.legalForename,
    surname: pupil.preferredSurname ?? pupil.legalSurname,
    yearGroup: pupil.yearGroup,
    ...(pupil.regGroup ? { form: pupil.regGroup } : {}),
  };
}

/** Areas that were not delivered stay on the home row as they were. */
function keptAreas({ delivered }: School, before: PupilHome | undefined, home: PupilHome): PupilHome {
  const { attendance: _attendance, ...rest } = home;
  const attendance = delivered.attendance ? home.attendance : before?.attendance;
  return {
    ...rest,
    ...(attendance ? { attendance } : {}),
    recentAttendance: delivered.attendance ? home.recentAttendance : (before?.recentAttendance ?? []),
    news: delivered.behaviour ? home.news : (before?.news ?? []),
    timetable: delivered.timetable ? home.timetable : (before?.timetable ?? []),
    classes: delivered.timetable ? home.classes : (before?.classes ?? []),
  };
}

interface RecordOfArea {
  readonly attendance: AttendanceRecord;
  readonly behaviour: BehaviourRecord;
  readonly results: ResultsRecord;
  readonly timetable: TimetableRecord;
}

function recordRow<A extends PupilArea>(pupilKey: string, area: A, record: RecordOfArea[A]): Row {
  const { id }: Period = record.period;
  const key = `${pupilKey}.${area}.${id}`;
  const payload = encode<RecordOfArea[PupilArea]>(areas[area].schema, record);
  return row(key, `${pupilKey}/${area}`, { Title: key, RecordKey: key, PupilKey: pupilKey, Area: area, PeriodId: id, Payload: payload });
}
