import * as v from 'valibot';
import { schoolDaySessions, schoolDayStatuses, type SchoolDayFact } from '../domain/calendar/schoolCalendar';
import { choice, day, shared, text } from './define';
import { dayCell, meaning, namesCell, optionalTextCell, rowOf } from './row';

/** Whether the school is open, day by day. */
export const schoolDaysList = shared({
  name: 'SchoolDays',
  title: 'School Days',
  description: 'Whether the school is open, day by day.',
  fields: [
    /** '<date>.<session>' and the year groups where they differ */
    text('SchoolDayKey', 'School day key', { unique: true }),
    day('Day', 'Day', { indexed: true }),
    choice('Session', 'Session', schoolDaySessions),
    choice('Status', 'Status', schoolDayStatuses, { indexed: true }),
    /** 'Year 7;Year 8'; empty for the whole school */
    text('YearGroups', 'Year groups'),
    text('Week', 'Week'),
    text('TermId', 'Term'),
    text('ContentHash', 'Content hash'),
  ],
});

const row = rowOf(schoolDaysList, {
  Day: dayCell,
  Session: v.picklist(schoolDaySessions),
  Status: v.picklist(schoolDayStatuses),
  YearGroups: namesCell,
  Week: optionalTextCell,
  TermId: optionalTextCell,
});

export const schoolDayRow = meaning(
  row,
  ({ Day, Session, Status, YearGroups, Week, TermId }): SchoolDayFact => ({
    date: Day,
    session: Session,
    status: Status,
    yearGroups: YearGroups,
    week: Week,
    termId: TermId,
  }),
);
