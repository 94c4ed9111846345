import { dayNumber } from '../../../src/lists/dayNumber';
import type { Finding } from '../findings';
import { yearGroupsOf } from '../bundle/readSchool';
import { teacherOf } from '../checks/lessons';
import { contentHash } from '../hash';
import type { School } from '../school';
import { row, type Row } from './row';

/** The school's calendar. Rows that say the same twice are one. */
export function schoolDayRows(school: School): readonly Row[] {
  const rows = school.schoolDays.map(fact => {
    const yearGroups = yearGroupsOf(fact);
    const key = [`${fact.date}.${fact.session}`, ...yearGroups.map(name => name.replace(/^Year /, ''))].join('.').slice(0, 255);
    return row(key, '', {
      Title: fact.date, SchoolDayKey: key, Day: dayNumber(fact.date), Session: fact.session, Status: fact.status,
      YearGroups: yearGroups.join(';'), Week: fact.week ?? '', TermId: fact.termId ?? '',
    });
  });
  return [...new Map(rows.map(each => [each.key, each])).values()];
}

export function assignmentRows(school: School): readonly Row[] {
  const rows = school.homework.flatMap(work => {
    const schoolClass = school.classes.get(work.classId ?? '');
    if (!schoolClass) return [];
    return [row(work.homeworkId, '', {
      Title: work.title.slice(0, 255), AssignmentKey: work.homeworkId, ClassKey: schoolClass.classId, ClassName: schoolClass.name,
      Subject: work.subject ?? schoolClass.subject ?? '', Teacher: teacherOf(work.staffName ?? schoolClass.staffName).teacher ?? '',
      Description: work.description ?? '', SetDay: dayNumber(work.setDate), DueDay: dayNumber(work.dueDate),
      Link: work.link ? { Url: work.link, Description: work.link } : null,
    })];
  });
  return [...new Map(rows.map(each => [each.key, each])).values()];
}

const mostFindingsPerCode = 200;

/** Findings as rows for the school's data-quality list; of a flood of one code only the first ones. The key is not a column: it is made of the others. */
export function findingRows(findings: readonly Finding[], runId: string): readonly Row[] {
  const counts = new Map<string, number>();
  const rows = findings.flatMap(finding => {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    return count <= mostFindingsPerCode ? [findingRow(finding, runId)] : [];
  });
  return [...new Map(rows.map(each => [each.key, each])).values()];
}

function findingRow({ code, effect, file, line, column, message }: Finding, runId: string): Row {
  const fields = { Code: code, Effect: effect, FileName: file, Line: line ?? null, ColumnName: column ?? '', Message: message };
  return row(findingKey(fields), '', { Title: code, RunId: runId, ...fields }, '');
}

export function findingKey({ Code, Effect, FileName, Line, ColumnName, Message }: {
  readonly Code: string; readonly Effect: string; readonly FileName: string; readonly Line: number | null; readonly ColumnName: string; readonly Message: string;
}): string {
  return contentHash({ Code, Effect, FileName, Line, ColumnName, Message });
}
