/** The neutral bundle: what a school's MIS would export, file by file, in the columns that staging reads. */
import { createHash } from 'node:crypto';
import type { SchoolDate } from '../src/domain/time/schoolDate';
import { attendanceMarks } from './attendance';
import { behaviourEvents } from './behaviour';
import { academicYearName } from './calendar';
import { teachingClasses } from './classes';
import { csv, type Cell } from './csv';
import { londonTime } from './dates';
import { homeworkRows } from './homework';
import { allClasses, allLessons } from './lessons';
import type { People } from './people';
import { contactRows, pupilRows, relationshipRows } from './peopleRows';
import { resultRows } from './results';
import { schoolDayRows } from './schoolDayRows';
import { staffName } from './staff';
import type { SchoolYear } from './schoolYear';

export interface BundleFile {
  readonly name: string;
  readonly text: string;
}

interface Table {
  readonly name: string;
  /** Only a file with a window says nothing about what lies outside it. */
  readonly window?: { readonly from: SchoolDate; readonly to: SchoolDate };
  readonly header: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** bundle.json first, then the tables it describes. Made at half past nine of the day, or now where that is earlier: staging refuses an export of the future. */
export function bundleFiles(schoolYear: SchoolYear, people: People, now?: Date): BundleFile[] {
  const tables = [...peopleTables(schoolYear, people), ...schoolTables(schoolYear, people)];
  const files = tables.map((table) => ({ table, text: csv(table.header.split(','), table.rows) }));
  const described = files.map(({ table, text }) => [
    table.name,
    {
      mode: table.window ? 'window' : 'snapshot',
      ...table.window,
      rows: table.rows.length,
      sha256: createHash('sha256').update(text).digest('hex'),
    },
  ]);
  const manifest = {
    format: 'schoolgate-bundle',
    version: 1,
    source: 'Oakfield demo MIS',
    school: { name: 'Oakfield School', urn: '999901', laestab: '9994001' },
    extractedAt: madeAt(schoolYear.today, now),
    timeZone: 'Europe/London',
    academicYear: academicYearName(schoolYear.year),
    files: Object.fromEntries(described) as Readonly<Record<string, unknown>>,
  };
  return [
    { name: 'bundle.json', text: `${JSON.stringify(manifest, null, 2)}\n` },
    ...files.map(({ table, text }) => ({ name: table.name, text })),
  ];
}

function madeAt(today: SchoolDate, now?: Date): string {
  const morning = londonTime(today, '09:30');
  return now && now < new Date(morning) ? now.toISOString() : morning;
}

function peopleTables(schoolYear: SchoolYear, people: People): Table[] {
  return [
    {
      name: 'pupils.csv',
      rows: pupilRows(schoolYear, people.pupils),
      header:
        'pupilId,admissionNo,upn,uln,legalForename,legalSurname,preferredForename,preferredSurname,middleNames,knownAs,dateOfBirth,yearGroup,regGroup,house,enrolStatus,onRollFrom,onRollTo,schoolEmail,restricted,lastModified',
    },
    {
      name: 'contacts.csv',
      rows: contactRows(schoolYear, people.adults),
      header: 'contactId,title,forename,surname,email,mobile,language,deceased,addressWithheld,lastModified',
    },
    {
      name: 'relationships.csv',
      rows: relationshipRows(schoolYear, people.relationships),
      header:
        'pupilId,contactId,relationship,parentalResponsibility,priority,livesWithPupil,courtOrder,portalAccess,reports,correspondence,unsubscribed,validFrom,validTo,lastModified,areas',
    },
  ];
}

function schoolTables(schoolYear: SchoolYear, people: People): Table[] {
  const teaching = teachingClasses(people.pupils);
  const window = { from: schoolYear.recordsFrom, to: schoolYear.today };
  return [
    { name: 'school-days.csv', rows: schoolDayRows(schoolYear), header: 'date,session,status,yearGroups,week,termId' },
    { ...attendanceTable(schoolYear, people), window },
    { ...behaviourTable(schoolYear, people, teaching), window },
    ...classTables(schoolYear, people, teaching, `${schoolYear.year}-09-01`),
    resultsTable(schoolYear, people, teaching),
    homeworkTable(schoolYear, teaching),
  ];
}

type Teaching = ReturnType<typeof teachingClasses>;

function attendanceTable(schoolYear: SchoolYear, people: People): Table {
  return {
    name: 'attendance.csv',
    header: 'pupilId,date,session,code,minutesLate,lastModified',
    rows: attendanceMarks(schoolYear, people).map(({ pupil, date, session, code, minutesLate }) => [
      pupil.id,
      date,
      session,
      code,
      minutesLate,
      londonTime(date, session === 'AM' ? '09:20' : '13:40'),
    ]),
  };
}

function behaviourTable(schoolYear: SchoolYear, people: People, teaching: Teaching): Table {
  return {
    name: 'behaviour.csv',
    header:
      'eventId,pupilId,polarity,type,date,time,points,role,subject,classId,location,outcome,outcomeDate,staffName,narrative,parentVisible,lastModified',
    rows: behaviourEvents(schoolYear, people, teaching).map((one) => [
      one.id,
      one.pupil.id,
      one.polarity,
      one.type,
      one.date,
      one.time,
      one.points,
      '',
      one.subject,
      one.classId,
      one.location,
      one.outcome,
      one.outcomeDate,
      one.staff,
      one.narrative,
      one.parentVisible ? 'Y' : 'N',
      londonTime(one.date, '15:30'),
    ]),
  };
}

function resultsTable(schoolYear: SchoolYear, people: People, teaching: Teaching): Table {
  return {
    name: 'results.csv',
    header: 'pupilId,set,subject,aspect,result,target,date,releaseAt',
    rows: resultRows(schoolYear, people.pupils, teaching).map((one) => [
      one.pupil.id,
      one.set,
      one.subject,
      one.aspect,
      one.result,
      one.target,
      one.date,
      one.releaseAt,
    ]),
  };
}

function homeworkTable(schoolYear: SchoolYear, teaching: Teaching): Table {
  return {
    name: 'homework.csv',
    header: 'homeworkId,classId,pupilId,title,description,setDate,dueDate,subject,staffName,link',
    rows: homeworkRows(schoolYear, teaching).map(({ id, set, title, description, setDate, dueDate, link }) => [
      id,
      set.id,
      '',
      title,
      description,
      setDate,
      dueDate,
      set.subject,
      staffName(set.teacher),
      link,
    ]),
  };
}

function classTables(schoolYear: SchoolYear, people: People, teaching: Teaching, thisYear: SchoolDate): Table[] {
  const classes = allClasses(teaching, people.pupils);
  const members = classes.flatMap((one) =>
    one.pupils
      .filter((pupil) => pupil.onRollTo === undefined || pupil.onRollTo >= thisYear)
      .map((pupil) => [one.id, pupil.id, pupil.onRollFrom > thisYear ? pupil.onRollFrom : thisYear, pupil.onRollTo]),
  );
  const lessons = allLessons(schoolYear, teaching).map(({ id, classId, when, period, room, staff, status }) => [
    id,
    classId,
    '',
    ...('date' in when ? [when.date, '', '', '', ''] : ['', when.week, when.weekday, when.validFrom, when.validTo]),
    period.name,
    period.start,
    period.end,
    room,
    staff,
    status,
  ]);
  return [
    {
      name: 'classes.csv',
      header: 'classId,name,subject,yearGroup,staffName',
      rows: classes.map((one) => [one.id, one.name, one.subject, `Year ${one.yearGroup}`, one.staff]),
    },
    { name: 'class-members.csv', header: 'classId,pupilId,from,to', rows: members },
    {
      name: 'lessons.csv',
      header: 'lessonId,classId,pupilId,date,week,weekday,validFrom,validTo,period,start,end,room,staffName,status',
      rows: lessons,
    },
  ];
}
