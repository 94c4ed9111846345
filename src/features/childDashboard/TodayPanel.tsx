import * as React from 'react';
import { kitFor, kitForDay, type KitRule } from '../../domain/timetable/kit';
import type { Lesson } from '../../domain/timetable/lesson';
import { nextSchoolDays, type SchoolCalendar } from '../../domain/calendar/schoolCalendar';
import { dayToShow, isOrdinarySchoolDay, type DayToShow } from '../../domain/timetable/schoolDay';
import { ChildBadge } from '../../ui/ChildBadge';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorBand } from '../../ui/ErrorNote';
import { Icon } from '../../ui/icons';
import { Panel } from '../../ui/Panel';
import { childBadge, ChildCards, isReady } from '../../family/ChildCards';
import { firstReading, usePanelFreshness, type DashboardChild } from './dashboardChild';
import type { PanelProps } from './panelProps';
import { useRetry } from '../../app/connection';
import { useEnvironment, type Environment } from '../../app/environment';
import styles from './TodayPanel.module.scss';

/** What the next school day needs: first what to bring, then the lessons, which for several children are behind one control. */
export function TodayPanel({ shown, school, isLead }: PanelProps): React.ReactElement {
  const environment = useEnvironment();
  const { strings } = environment;
  const days = new Map(shown.map((child) => [child.pupilKey, dayFor(child, environment)]));
  const heading = commonHeading([...days.values()], environment);
  const { kitRules: rules, calendar } = school;
  const retry = useRetry();
  const dayOf = (child: DashboardChild): SchoolDayProps => ({
    child,
    toShow: days.get(child.pupilKey),
    rules: rules.value,
    calendar: calendar.value,
    showsDay: heading === undefined,
  });
  const isOrdinary = (child: DashboardChild): boolean => {
    const day = days.get(child.pupilKey)?.day;
    return heading !== undefined && day !== undefined && rules.value !== undefined && isOrdinarySchoolDay(day, rules.value);
  };
  const readingOf = firstReading('timetable');
  const named = shown.filter((child) => isReady(child, { area: 'timetable', readingOf }) && !isOrdinary(child));
  return (
    <Panel
      icon="day"
      heading={heading ?? strings.today.severalDays}
      whose={childBadge(shown)}
      isLead={isLead}
      {...usePanelFreshness('timetable', shown, school)}
    >
      {rules.error && !rules.value && <ErrorBand heading={strings.today.kitUnknown} action={retry} />}
      <ChildCards
        shown={shown}
        area="timetable"
        readingOf={readingOf}
        showsYear={isLead}
        card={(child) => (shown.length > 1 ? <DayInBrief {...dayOf(child)} /> : <SchoolDay {...dayOf(child)} />)}
        ordinary={{ isOrdinary, inWords: strings.today.ordinary }}
        foldedCard={(child) => <SchoolDay {...dayOf(child)} />}
      />
      {shown.length > 1 && <LessonsOfAll days={named.map(dayOf)} />}
    </Panel>
  );
}

interface SchoolDayProps {
  readonly child: DashboardChild;
  readonly toShow: DayToShow | undefined;
  /** Undefined: not known now. */
  readonly rules: readonly KitRule[] | undefined;
  readonly calendar: SchoolCalendar | undefined;
  readonly showsDay: boolean;
}

function SchoolDay(props: SchoolDayProps): React.ReactElement {
  const { toShow, rules } = props;
  return (
    <>
      <WhatToBring {...props} />
      {toShow && toShow.day.lessons.length > 0 && <Lessons lessons={toShow.day.lessons} rules={rules ?? []} />}
    </>
  );
}

function DayInBrief(props: SchoolDayProps): React.ReactElement {
  const { strings, dates } = useEnvironment();
  const lessons = props.toShow?.day.lessons ?? [];
  const [first, last] = [lessons[0], lessons[lessons.length - 1]];
  return (
    <>
      <WhatToBring {...props} />
      <Changes lessons={lessons} />
      {first && last && (
        <p className={styles.summary}>{strings.today.summary(lessons.length, dates.time(first.start), dates.time(last.end))}</p>
      )}
    </>
  );
}

function WhatToBring({ child, toShow, rules, calendar, showsDay }: SchoolDayProps): React.ReactElement {
  const environment = useEnvironment();
  const { strings } = environment;
  if (!toShow) return <EmptyState>{withoutLessons(child, calendar, environment)}</EmptyState>;
  const hasLessons = toShow.day.lessons.length > 0;
  return (
    <>
      {showsDay && <p className={styles.changed}>{dayHeading(toShow, environment)}</p>}
      {hasLessons && rules && <Bring things={kitForDay(toShow.day, rules)} />}
      {!hasLessons && <EmptyState>{strings.today.noLessons}</EmptyState>}
    </>
  );
}

/** The lessons of those who are spoken of one by one. */
function LessonsOfAll({ days }: { readonly days: readonly SchoolDayProps[] }): React.ReactElement | null {
  const { strings } = useEnvironment();
  const known = days.filter(({ toShow }) => toShow !== undefined && toShow.day.lessons.length > 0);
  if (known.length === 0) return null;
  return (
    <div className={styles.all}>
      <Disclosure label={strings.today.allLessons(known.map(({ child }) => child.name))}>
        {known.map(({ child, toShow, rules }) => (
          <React.Fragment key={child.pupilKey}>
            <h4 className={styles.whose}>
              <ChildBadge name={child.name} initials={child.initials} colour={child.index} />
            </h4>
            <Lessons lessons={toShow?.day.lessons ?? []} rules={rules ?? []} />
          </React.Fragment>
        ))}
      </Disclosure>
    </div>
  );
}

function Bring({ things }: { readonly things: readonly string[] }): React.ReactElement {
  const { strings } = useEnvironment();
  const isNothing = things.length === 0;
  return (
    <p className={`${styles.bring} ${isNothing ? styles.quiet : ''}`}>
      <Icon name="bag" className={isNothing ? styles.bag : `${styles.bag} ${styles.full}`} />
      {isNothing ? (
        strings.today.nothingToBring
      ) : (
        <span>
          <span className={styles.bringWord}>{strings.today.bring}</span> {strings.today.things(things)}
        </span>
      )}
    </p>
  );
}

/** In brief, only what is not as usual is said of single lessons. */
function Changes({ lessons }: { readonly lessons: readonly Lesson[] }): React.ReactElement {
  const { strings, dates } = useEnvironment();
  return (
    <>
      {lessons.map(
        (lesson) =>
          lesson.change && (
            <p key={lesson.start + lesson.className} className={styles.summary}>
              <span className={styles.change}>{strings.today.changedLessons[lesson.change](lesson.subject, dates.time(lesson.start))}</span>
            </p>
          ),
      )}
    </>
  );
}

function Lessons({ lessons, rules }: { readonly lessons: readonly Lesson[]; readonly rules: readonly KitRule[] }): React.ReactElement {
  const { strings } = useEnvironment();
  return (
    <ol className={styles.lessons} aria-label={strings.today.lessons}>
      {lessons.map((lesson) => (
        <LessonRow key={lesson.period + lesson.start + lesson.className} lesson={lesson} rules={rules} />
      ))}
    </ol>
  );
}

function LessonRow({ lesson, rules }: { readonly lesson: Lesson; readonly rules: readonly KitRule[] }): React.ReactElement {
  const { strings, dates } = useEnvironment();
  const bring = kitFor(lesson, rules);
  const details = [
    ...(lesson.room === undefined ? [] : [strings.today.room(lesson.room)]),
    ...(lesson.teacher === undefined ? [] : [strings.today.teacher(lesson.teacher)]),
    ...(bring.length === 0 ? [] : [strings.today.bringToLesson(bring)]),
  ];
  return (
    <li className={styles.lesson}>
      <span className={styles.time}>{strings.today.fromTo(dates.time(lesson.start), dates.time(lesson.end))}</span>
      <span className={styles.what}>
        <span className={`${styles.subject} ${lesson.change === 'cancelled' ? styles.cancelled : ''}`}>{lesson.subject}</span>{' '}
        {lesson.change && <span className={styles.change}>{strings.today.changes[lesson.change]}</span>}
        {details.length > 0 && <span className={styles.where}>{details.join(' · ')}</span>}
      </span>
    </li>
  );
}

function dayFor(child: DashboardChild, { schoolMoment }: Environment): DayToShow | undefined {
  return dayToShow({ now: schoolMoment, timetable: child.timetable });
}

/** On a day without school, when the next one is. */
function withoutLessons(
  { name, pupil }: DashboardChild,
  calendar: SchoolCalendar | undefined,
  { strings, dates, schoolMoment }: Environment,
): string {
  const [next] = calendar ? nextSchoolDays(calendar, schoolMoment.date, 1, pupil?.yearGroup) : [];
  const isBetween = next !== undefined && next > schoolMoment.date;
  return isBetween ? strings.today.nothingUntil(name, dates.day(next)) : strings.today.nothingYet(name);
}

function dayHeading({ day, relation }: DayToShow, { strings, dates }: Environment): string {
  return strings.today.headings[relation](dates.day(day.date));
}

/** The day's name where it is the same for every child, which it nearly always is. */
function commonHeading(days: readonly (DayToShow | undefined)[], environment: Environment): string | undefined {
  const headings = new Set(days.flatMap((day) => (day ? [dayHeading(day, environment)] : [])));
  return headings.size === 1 ? [...headings][0] : undefined;
}
