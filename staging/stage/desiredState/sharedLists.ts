import { dayNumber } from '../../../src/lists/dayNumber';
import { yearGroupsOf } from '../school/calendar';
import { teacherOf } from '../school/lessons';
import type { School } from '../school/school';
import { row, type Row } from '../rows/row';

/** The school's calendar. Rows that say the same twice are one. */
export function schoolDayRows(school: School): readonly Row[] {
  const rows = school.schoolDays.map((fact) => {
    const yearGroups = yearGroupsOf(fact);
    const key = [`${fact.date}.${fact.session}`, ...yearGroups.map((name) => name.replace(/^Year /, ''))].join('.').slice(0, 255);
    return row(key, '', {
      Title: fact.date,
      SchoolDayKey: key,
      Day: dayNumber(fact.date),
      Session: fact.session,
      Status: fact.status,
      YearGroups: yearGroups.join(';'),
      Week: fact.week ?? '',
      TermId: fact.termId ?? '',
    });
  });
  return [...new Map(rows.map((each) => [each.key, each])).values()];
}

export function assignmentRows(school: School): readonly Row[] {
  const rows = school.homework.flatMap((work) => {
    const schoolClass = school.classes.get(work.classId ?? '');
    if (!schoolClass) return [];
    return [
      row(work.homeworkId, '', {
        Title: work.title.slice(0, 255),
        AssignmentKey: work.homeworkId,
        ClassKey: schoolClass.classId,
        ClassName: schoolClass.name,
        Subject: work.subject ?? schoolClass.subject ?? '',
        Teacher: teacherOf(work.staffName ?? schoolClass.staffName).teacher ?? '',
        Description: work.description ?? '',
        SetDay: dayNumber(work.setDate),
        DueDay: dayNumber(work.dueDate),
        Link: work.link ? { Url: work.link, Description: work.link } : null,
      }),
    ];
  });
  return [...new Map(rows.map((each) => [each.key, each])).values()];
}
