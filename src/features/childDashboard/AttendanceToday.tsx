import * as React from 'react';
import type { AttendanceDay } from '../../domain/attendance/attendance';
import { isSchoolDay, type SchoolCalendar } from '../../domain/calendar/schoolCalendar';
import styles from './AttendancePanel.module.scss';
import type { DashboardChild } from './dashboardChild';
import { lastDayInWords, todayInWords } from './marks';
import { useEnvironment } from '../../app/environment';

interface AttendanceTodayProps {
  readonly child: DashboardChild;
  readonly calendar: SchoolCalendar | undefined;
}

/** Today's marks; before they come, and on days without school, those of the last school day. */
export function AttendanceToday({ child, calendar }: AttendanceTodayProps): React.ReactElement | null {
  const { strings, dates, schoolMoment } = useEnvironment();
  const [latest] = child.recentAttendance.filter((day) => day.date <= schoolMoment.date && hasMark(day));
  const isToday = latest?.date === schoolMoment.date;
  const isExpected = calendar !== undefined && isSchoolDay(calendar, schoolMoment.date, child.pupil?.yearGroup);
  return (
    <>
      {!isToday && isExpected && <p className={styles.line}>{strings.attendance.noMarkToday}</p>}
      {latest && (
        <p className={styles.line}>{isToday ? todayInWords(latest, strings) : lastDayInWords(latest, dates.day(latest.date), strings)}</p>
      )}
    </>
  );
}

function hasMark({ am, pm }: AttendanceDay): boolean {
  return am !== undefined || pm !== undefined;
}
