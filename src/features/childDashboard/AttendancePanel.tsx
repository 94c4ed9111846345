import * as React from 'react';
import { daysMissed, missedSessions } from '../../domain/attendance/attendanceSummary';
import type { AttendanceSummary, MissedSubject } from '../../domain/attendance/attendance';
import type { Strings } from '../../loc/language';
import { periodName } from '../../loc/periodName';
import { Disclosure } from '../../ui/Disclosure';
import { ErrorBand } from '../../ui/ErrorNote';
import { EmptyState } from '../../ui/EmptyState';
import { HelpContact } from '../../ui/HelpContact';
import { Panel } from '../../ui/Panel';
import { AttendanceCalendar } from './AttendanceCalendar';
import { AttendanceToday } from './AttendanceToday';
import styles from './AttendancePanel.module.scss';
import { childBadge, ChildCards } from '../../family/ChildCards';
import { firstReading, usePanelFreshness, type DashboardChild } from './dashboardChild';
import type { PanelProps } from './panelProps';
import { useEnvironment } from '../../app/environment';
import { useRetry } from '../../app/connection';

/** Attendance in words and days: today, then the half-term, then its calendar a tap away. */
export function AttendancePanel({ shown, school, isLead }: PanelProps): React.ReactElement {
  const environment = useEnvironment();
  const calendar = school.calendar.value;
  return (
    <Panel
      heading={environment.strings.attendance.heading}
      whose={childBadge(shown)}
      isLead={isLead}
      {...usePanelFreshness('attendance', shown, school)}
    >
      <ChildCards
        shown={shown}
        area="attendance"
        readingOf={firstReading('attendance')}
        showsYear={isLead}
        card={(child) => (
          <>
            <AttendanceToday child={child} calendar={calendar} />
            <HalfTerm child={child} isBrief={shown.length > 1} />
          </>
        )}
      />
    </Panel>
  );
}

interface HalfTermProps {
  readonly child: DashboardChild;
  readonly isBrief: boolean;
}

function HalfTerm({ child, isBrief }: HalfTermProps): React.ReactElement {
  const { strings, schoolMoment } = useEnvironment();
  const { summary } = child;
  const record = child.records.attendance.value?.value;
  if (!summary || summary.possible === 0) return <EmptyState>{strings.attendance.nothingYet(child.name)}</EmptyState>;
  const parts = partsInWords(summary, strings);
  const isOver = record !== undefined && record.period.to < schoolMoment.date;
  return (
    <>
      <p className={styles.main}>
        {(isOver || missedSessions(summary) > 0) && (
          <span className={styles.period}>
            {isOver ? strings.attendance.inPeriod(periodName(record.period.id, strings)) : strings.attendance.thisHalfTerm}{' '}
          </span>
        )}
        {inWords(summary, isOver, strings)}
      </p>
      {parts.length > 0 && (
        <ul className={styles.parts}>
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
      {summary.unexplained > 0 && <TellUs />}
      <Details child={child} subjects={summary.missedLessons} isBrief={isBrief} />
    </>
  );
}

/** What is a tap away: lessons missed and the calendar; for several children both behind one button each. */
function Details({ child, subjects, isBrief }: HalfTermProps & { readonly subjects: readonly MissedSubject[] }): React.ReactElement | null {
  const { strings } = useEnvironment();
  const { value, error } = child.records.attendance;
  const retry = useRetry();
  const record = value?.value;
  const parts = [
    ...(subjects.length > 1 ? [{ label: strings.attendance.missedBySubject, content: <MissedBySubject subjects={subjects} /> }] : []),
    ...(record?.days.length
      ? [{ label: strings.attendance.calendar, content: <AttendanceCalendar name={child.name} record={record} /> }]
      : []),
  ];
  const failed = error && !record && <ErrorBand heading={strings.attendance.calendarFailed} action={retry} />;
  if (!isBrief)
    return (
      <>
        {failed}
        {parts.map(({ label, content }) => (
          <Disclosure key={label} label={label}>
            {content}
          </Disclosure>
        ))}
      </>
    );
  if (parts.length === 0) return failed || null;
  return (
    <Disclosure label={strings.attendance.inDetail(child.name)}>
      {failed}
      {parts.map(({ label, content }) => (
        <React.Fragment key={label}>
          <p className={styles.part}>{label}</p>
          {content}
        </React.Fragment>
      ))}
    </Disclosure>
  );
}

function TellUs(): React.ReactElement {
  const { strings, helpContact } = useEnvironment();
  return (
    <p className={styles.tellUs}>
      {helpContact === '' ? (
        strings.attendance.tellUsWithout
      ) : (
        <>
          {strings.attendance.tellUs} <HelpContact contact={helpContact} />
        </>
      )}
    </p>
  );
}

function MissedBySubject({ subjects }: { readonly subjects: readonly MissedSubject[] }): React.ReactElement {
  const { strings } = useEnvironment();
  return (
    <ul className={styles.subjects}>
      {subjects.map(({ subject, lessons }) => (
        <li key={subject} className={styles.subjectRow}>
          <span>{subject}</span> <span className={styles.label}>{strings.attendance.missedInSubject(lessons)}</span>
        </li>
      ))}
    </ul>
  );
}

function inWords(summary: AttendanceSummary, isOver: boolean, { attendance }: Strings): string {
  const missed = missedSessions(summary);
  if (missed === 0) return isOver ? attendance.inSchoolThen : attendance.inSchoolAll;
  const lessons = summary.missedLessons.reduce((sum, subject) => sum + subject.lessons, 0);
  const [most, ...others] = summary.missedLessons;
  if (most && others.length === 0) return attendance.missedOneSubject(daysMissed(missed), lessons, most.subject);
  const standsOut = most !== undefined && others.every((other) => other.lessons < most.lessons);
  return attendance.missed(daysMissed(missed), lessons, standsOut ? most : undefined);
}

/** What the days missed are made of, and lateness. Half-days that counted as absence because of the hour are lateness here. */
function partsInWords(summary: AttendanceSummary, { attendance }: Strings): string[] {
  const { authorised, unexplained, late, lateAfterClose } = summary;
  const notAgreed = summary.unauthorised - unexplained - lateAfterClose;
  return [
    ...(authorised > 0 ? [attendance.agreed(daysMissed(authorised))] : []),
    ...(unexplained > 0 ? [attendance.unexplained(daysMissed(unexplained))] : []),
    ...(notAgreed > 0 ? [attendance.notAgreed(daysMissed(notAgreed))] : []),
    ...(late > 0 ? [attendance.late(late)] : []),
    ...(lateAfterClose > 0 ? [attendance.lateAfterClose(lateAfterClose)] : []),
  ];
}
