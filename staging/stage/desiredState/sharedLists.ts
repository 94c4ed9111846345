import { createHmac } from 'node:crypto';
import { dayNumber } from '../../../src/lists/dayNumber';
import { kindOf, type Finding } from '../findings/findings';
import { yearGroupsOf } from '../readSchool/readSchool';
import { teacherOf } from '../checks/lessons';
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

export const maxFindingsPerKind = 200;

/** Findings as rows for the school's data-quality list; of a flood of one code and effect only the first ones. */
export function findingRows(findings: readonly Finding[], runId: string, salt: string): readonly Row[] {
  const counts = new Map<string, number>();
  const rows = findings.flatMap((finding) => {
    const count = (counts.get(kindOf(finding)) ?? 0) + 1;
    counts.set(kindOf(finding), count);
    return count <= maxFindingsPerKind ? [findingRow(finding, runId, salt)] : [];
  });
  return [...new Map(rows.map((each) => [each.key, each])).values()];
}

function findingRow(finding: Finding, runId: string, salt: string): Row {
  const { code, effect, file, line, column, message } = finding;
  const key = findingKey(finding, salt);
  const { fields, ...rest } = row(key, '', {
    Title: code,
    FindingKey: key,
    Code: code,
    Effect: effect,
    FileName: file,
    Line: line ?? null,
    ColumnName: column ?? '',
    Message: message,
  });
  // Which run wrote the row is no content: it would be written anew every night.
  return { ...rest, fields: { ...fields, RunId: runId } };
}

/** What the finding is and whom it is about, wherever the line has moved: the same in every export until it is mended. */
export function findingKey({ code, effect, file, line, column, message, subject }: Finding, salt: string): string {
  const whom = subject ?? `line ${line ?? ''}`;
  return createHmac('sha256', salt)
    .update(JSON.stringify([code, effect, file, column ?? '', message, whom]))
    .digest('hex')
    .slice(0, 32);
}
