import * as React from 'react';
import { daysMissed, missedSessions } from '../../domain/attendance/attendanceSummary';
import type { AttendanceSummary, MissedSubject } from '../../domain/attendance/attendance';
import { isOrdinaryAttendance, isOrdinaryDay, latestMarkedDay } from '../../domain/attendance/attendanceAtAGlance';
import { isInBreak, type SchoolCalendar } from '../../domain/calendar/schoolCalendar';
import type { Strings } from '../../loc/language';
import { periodName } from '../../loc/periodName';
import { Disclosure } from '../../ui/Disclosure';
import { ErrorBand } from '../../ui/ErrorNote';
import { EmptyState } from '../../ui/EmptyState';
import { HelpContact } from '../../ui/HelpContact';
import { Panel } from '../../ui/Panel';
import { AttendanceCalendar } from './AttendanceCalendar';
import { AttendanceToday, NoRegisterToday } from './AttendanceToday';
import { AttendanceWeek } from './AttendanceWeek';
import styles from './AttendancePanel.module.scss';
import { childBadge, ChildCards, isReady } from '../../family/ChildCards';
import { firstReading, usePanelFreshness, type DashboardChild } from './dashboardChild';
import { todayInWords } from './marks';
import type { PanelProps } from './panelProps';
import { useEnvironment } from '../../app/environment';
import { useRetry } from '../../app/connection';

/** The week in shapes, then in words and days what was missed; of several children those in full of whom there is something to know. */
export function AttendancePanel({ shown, school, isLead }: PanelProps): React.ReactElement {
  const { strings } = useEnvironment();
  const readingOf = firstReading('attendance');
  const known = shown.filter((child) => isReady(child, { area: 'attendance', readingOf }));
  const calendar = school.calendar.value;
  const freshness = usePanelFreshness('attendance', shown, school);
  const isOrdinary = useIsOrdinary(calendar, freshness.staleWarning !== undefined);
  const isBrief = shown.length > 1;
  return (
    <Panel icon="register" heading={strings.attendance.heading} whose={childBadge(shown)} isLead={isLead} {...freshness}>
      {isBrief && <NoRegisterToday of={known} calendar={calendar} />}
      <AttendanceWeek shown={known} />
      <ChildCards
        shown={shown}
        area="attendance"
        readingOf={readingOf}
        showsYear={isLead}
        card={(child) => (isBrief ? <InBrief child={child} /> : <InFull child={child} calendar={calendar} />)}
        more={(child) => ({
          label: strings.attendance.seeAll(child.name),
          content: <Details child={child} calendar={calendar} />,
        })}
        ordinary={{ isOrdinary, inWords: strings.attendance.ordinary }}
      />
    </Panel>
  );
}

/**
 * Of whom the half-term that goes on now says nothing that a parent has to know, as far as all of it was read. Until the half-term's own
 * record is there, the calendar says whether it goes on. Of registers that are out of date nobody is said to have missed nothing.
 */
function useIsOrdinary(calendar: SchoolCalendar | undefined, isStale: boolean): (child: DashboardChild) => boolean {
  const { schoolMoment } = useEnvironment();
  const { date } = schoolMoment;
  const isBreak = calendar === undefined || isInBreak(calendar, date);
  return ({ summary, recentAttendance, records: { attendance } }) => {
    const hasFailed = attendance.error !== undefined && attendance.value === undefined;
    const isOver = attendance.value ? attendance.value.value.period.to < date : isBreak;
    return !isStale && !hasFailed && !isOver && isOrdinaryAttendance(summary, latestMarkedDay(recentAttendance, date));
  };
}

interface ChildProps {
  readonly child: DashboardChild;
}

interface ChildOnCalendarProps extends ChildProps {
  readonly calendar: SchoolCalendar | undefined;
}

/** Today only where it is a day unlike others: the week above shows it. */
function InBrief({ child }: ChildProps): React.ReactElement {
  const { strings, schoolMoment } = useEnvironment();
  const latest = latestMarkedDay(child.recentAttendance, schoolMoment.date);
  return (
    <>
      {latest?.date === schoolMoment.date && !isOrdinaryDay(latest) && <p className={styles.line}>{todayInWords(latest, strings)}</p>}
      <HalfTerm child={child} />
    </>
  );
}

function InFull({ child, calendar }: ChildOnCalendarProps): React.ReactElement {
  const { failed, parts } = useParts(child);
  return (
    <>
      <AttendanceToday child={child} calendar={calendar} />
      <HalfTerm child={child} />
      {failed}
      {parts.map(({ label, content }) => (
        <Disclosure key={label} label={label}>
          {content}
        </Disclosure>
      ))}
    </>
  );
}

function Details({ child, calendar }: ChildOnCalendarProps): React.ReactElement {
  const { failed, parts } = useParts(child);
  return (
    <>
      <AttendanceToday child={child} calendar={calendar} />
      {failed}
      {parts.map(({ label, content }) => (
        <React.Fragment key={label}>
          <p className={styles.part}>{label}</p>
          {content}
        </React.Fragment>
      ))}
    </>
  );
}

function HalfTerm({ child }: ChildProps): React.ReactElement {
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
    </>
  );
}

interface Parts {
  readonly failed: React.ReactElement | undefined;
  readonly parts: readonly { readonly label: string; readonly content: React.ReactElement }[];
}

/** What is a tap away: lessons missed and the calendar. */
function useParts({ name, summary, records: { attendance } }: DashboardChild): Parts {
  const { strings } = useEnvironment();
  const retry = useRetry();
  const record = attendance.value?.value;
  const subjects = summary?.missedLessons ?? [];
  return {
    failed: attendance.error && !record ? <ErrorBand heading={strings.attendance.calendarFailed} action={retry} /> : undefined,
    parts: [
      ...(subjects.length > 1 ? [{ label: strings.attendance.missedBySubject, content: <MissedBySubject subjects={subjects} /> }] : []),
      ...(record?.days.length ? [{ label: strings.attendance.calendar, content: <AttendanceCalendar name={name} record={record} /> }] : []),
    ],
  };
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
