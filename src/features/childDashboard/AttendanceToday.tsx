import * as React from 'react';
import { latestMarkedDay } from '../../domain/attendance/attendanceAtAGlance';
import { isSchoolDay, type SchoolCalendar } from '../../domain/calendar/schoolCalendar';
import type { SchoolDate } from '../../domain/time/schoolDate';
import styles from './AttendancePanel.module.scss';
import type { DashboardChild } from './dashboardChild';
import { lastDayInWords, todayInWords } from './marks';
import { useEnvironment } from '../../app/environment';

interface AttendanceTodayProps {
  readonly child: DashboardChild;
  readonly calendar: SchoolCalendar | undefined;
}

/** Today's marks; before they come, and on days without school, those of the last school day. */
export function AttendanceToday({ child, calendar }: AttendanceTodayProps): React.ReactElement {
  const { strings, dates, schoolMoment } = useEnvironment();
  const latest = latestMarkedDay(child.recentAttendance, schoolMoment.date);
  return (
    <>
      <NoRegisterToday of={[child]} calendar={calendar} />
      {latest && (
        <p className={styles.line}>
          {latest.date === schoolMoment.date ? todayInWords(latest, strings) : lastDayInWords(latest, dates.day(latest.date), strings)}
        </p>
      )}
    </>
  );
}

interface NoRegisterTodayProps {
  readonly of: readonly DashboardChild[];
  readonly calendar: SchoolCalendar | undefined;
}

/** Said once where today is a school day and no child has a mark yet. */
export function NoRegisterToday({ of: children, calendar }: NoRegisterTodayProps): React.ReactElement | null {
  const { strings, schoolMoment } = useEnvironment();
  const isMissing =
    children.some((child) => isExpected(child, calendar, schoolMoment.date)) &&
    !children.some((child) => isMarked(child, schoolMoment.date));
  return isMissing ? <p className={styles.line}>{strings.attendance.noMarkToday}</p> : null;
}

function isExpected({ pupil }: DashboardChild, calendar: SchoolCalendar | undefined, today: SchoolDate): boolean {
  return calendar !== undefined && isSchoolDay(calendar, today, pupil?.yearGroup);
}

function isMarked({ recentAttendance }: DashboardChild, today: SchoolDate): boolean {
  return latestMarkedDay(recentAttendance, today)?.date === today;
}
