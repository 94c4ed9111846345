import { calendarOf, type SchoolCalendar } from '../../../src/domain/calendar/schoolCalendar';
import { pupilsTable, type SchoolDayRow } from '../bundle/tables';

/** The calendar of rows of school-days.csv. */
export function calendarFrom(rows: readonly SchoolDayRow[]): SchoolCalendar {
  return calendarOf(
    rows.map((row) => ({
      date: row.date,
      session: row.session,
      status: row.status,
      week: row.week,
      termId: row.termId,
      yearGroups: yearGroupsOf(row),
    })),
  );
}

/** 'Year 7;Year 8' as a list, in the school's way of saying it. */
export function yearGroupsOf(row: SchoolDayRow): readonly string[] {
  return (row.yearGroups ?? '')
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => pupilsTable.columns.yearGroup.form.read(text) ?? text);
}
