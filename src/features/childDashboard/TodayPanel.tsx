import * as React from 'react';
import { kitFor, kitForDay, type KitRule } from '../../domain/timetable/kit';
import type { Lesson } from '../../domain/timetable/lesson';
import { nextSchoolDays, type SchoolCalendar } from '../../domain/calendar/schoolCalendar';
import { dayToShow, type DayToShow } from '../../domain/timetable/schoolDay';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorBand } from '../../ui/ErrorNote';
import { Icon } from '../../ui/icons';
import { Panel } from '../../ui/Panel';
import { childBadge, ChildCards } from '../../family/ChildCards';
import { firstReading, usePanelFreshness, type DashboardChild } from './dashboardChild';
import type { PanelProps } from './panelProps';
import { useRetry } from '../../app/connection';
import { useEnvironment, type Environment } from '../../app/environment';
import styles from './TodayPanel.module.scss';

/** What the next school day needs: first what to bring, then the lessons. */
export function TodayPanel({ shown, school, isLead }: PanelProps): React.ReactElement {
  const environment = useEnvironment();
  const { strings } = environment;
  const days = new Map(shown.map((child) => [child.pupilKey, dayFor(child, environment)]));
  const heading = commonHeading([...days.values()], environment);
  const rules = school.kitRules;
  const retry = useRetry();
  return (
    <Panel
      heading={heading ?? strings.today.severalDays}
      whose={childBadge(shown)}
      isLead={isLead}
      {...usePanelFreshness('timetable', shown, school)}
    >
      {rules.error && !rules.value && <ErrorBand heading={strings.today.kitUnknown} action={retry} />}
      <ChildCards
        shown={shown}
        area="timetable"
        readingOf={firstReading('timetable')}
        showsYear={isLead}
        card={(child) => (
          <SchoolDay
            child={child}
            toShow={days.get(child.pupilKey)}
            rules={rules.value}
            calendar={school.calendar.value}
            isBrief={shown.length > 1}
            showsDay={heading === undefined}
          />
        )}
      />
    </Panel>
  );
}

interface SchoolDayProps {
  readonly child: DashboardChild;
  readonly toShow: DayToShow | undefined;
  /** Undefined: not known now. */
  readonly rules: readonly KitRule[] | undefined;
  readonly calendar: SchoolCalendar | undefined;
  readonly isBrief: boolean;
  readonly showsDay: boolean;
}

function SchoolDay({ child, toShow, rules, calendar, isBrief, showsDay }: SchoolDayProps): React.ReactElement {
  const environment = useEnvironment();
  const { strings, dates } = environment;
  if (!toShow) return <EmptyState>{withoutLessons(child, calendar, environment)}</EmptyState>;
  const { lessons } = toShow.day;
  const [first, last] = [lessons[0], lessons[lessons.length - 1]];
  const list = <Lessons lessons={lessons} rules={rules ?? []} />;
  return (
    <>
      {showsDay && <p className={styles.changed}>{dayHeading(toShow, environment)}</p>}
      {first && rules && <Bring things={kitForDay(toShow.day, rules)} />}
      {first && last && isBrief && (
        <p className={styles.summary}>{strings.today.summary(lessons.length, dates.time(first.start), dates.time(last.end))}</p>
      )}
      {isBrief && <Changes lessons={lessons} />}
      {!first && <EmptyState>{strings.today.noLessons}</EmptyState>}
      {first && (isBrief ? <Disclosure label={strings.today.allLessons(child.name)}>{list}</Disclosure> : list)}
    </>
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
