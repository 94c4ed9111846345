import * as React from 'react';
import { useEnvironment } from '../../app/environment';
import type { AttendanceDay } from '../../domain/attendance/attendance';
import { hasMark, latestMarkedDay, weekOfMarks } from '../../domain/attendance/attendanceAtAGlance';
import { mondayOf, type SchoolDate } from '../../domain/time/schoolDate';
import { ChildBadge } from '../../ui/ChildBadge';
import { Icon } from '../../ui/icons';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import styles from './AttendanceWeek.module.scss';
import type { DashboardChild } from './dashboardChild';
import { markIcons } from './marks';

/** The latest week of the register: a row a child, and in each day a shape for the morning and one for the afternoon. */
export function AttendanceWeek({ shown }: { readonly shown: readonly DashboardChild[] }): React.ReactElement | null {
  const { strings, dates, schoolMoment } = useEnvironment();
  const latest = latestMarkedDay(
    shown.flatMap((child) => child.recentAttendance),
    schoolMoment.date,
  );
  if (!latest) return null;
  const isOfSeveral = shown.length > 1;
  return (
    <div className={styles.frame}>
      <table className={styles.week}>
        <caption>
          <VisuallyHidden>{strings.attendance.weekOf(dates.day(mondayOf(latest.date)))}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {isOfSeveral && <td />}
            {weekOfMarks([], latest.date).map(({ date }) => (
              <Weekday key={date} date={date} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((child) => (
            <WeekOf key={child.pupilKey} child={child} date={latest.date} isNamed={isOfSeveral} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface WeekOfProps {
  readonly child: DashboardChild;
  /** A day of the week. */
  readonly date: SchoolDate;
  readonly isNamed: boolean;
}

function WeekOf({ child, date, isNamed }: WeekOfProps): React.ReactElement {
  const { schoolMoment } = useEnvironment();
  return (
    <tr>
      {isNamed && (
        <th scope="row" className={styles.who}>
          <ChildBadge name={child.name} initials={child.initials} colour={child.index} />
        </th>
      )}
      {weekOfMarks(child.recentAttendance, date).map((day) => (
        <td key={day.date} className={day.date === schoolMoment.date ? styles.today : undefined}>
          <Marks day={day} />
        </td>
      ))}
    </tr>
  );
}

function Weekday({ date }: { readonly date: SchoolDate }): React.ReactElement {
  const { dates, schoolMoment } = useEnvironment();
  return (
    <th scope="col" className={`${styles.weekday} ${date === schoolMoment.date ? styles.todayName : ''}`}>
      <span aria-hidden="true">{dates.shortWeekday(date)}</span>
      <VisuallyHidden>{dates.day(date)}</VisuallyHidden>
    </th>
  );
}

function Marks({ day }: { readonly day: AttendanceDay }): React.ReactElement {
  const { strings } = useEnvironment();
  if (!hasMark(day)) {
    return (
      <>
        <span className={styles.nothing} aria-hidden="true" />
        <VisuallyHidden>{strings.attendance.noMarks}</VisuallyHidden>
      </>
    );
  }
  return (
    <>
      <span className={styles.marks}>
        {[day.am, day.pm].map((mark, index) =>
          mark ? (
            <span key={index} className={`${styles.mark} ${styles[mark.kind]}`}>
              <Icon name={markIcons[mark.kind]} />
            </span>
          ) : (
            <span key={index} className={styles.nothing} />
          ),
        )}
      </span>
      <VisuallyHidden>{strings.attendance.marks(day)}</VisuallyHidden>
    </>
  );
}
