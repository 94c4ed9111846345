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
import { ChildCards, whoseOf } from './ChildCards';
import type { ShownChild } from './family';
import { panelFreshness } from './panelFreshness';
import type { PanelProps } from './panelProps';
import { useSurroundings, type Surroundings } from './surroundings';
import styles from './TodayPanel.module.scss';

/** What the next school day needs: first what to bring, then the lessons. */
export function TodayPanel({ shown, school, isLead, onTryAgain }: PanelProps): React.ReactElement {
  const surroundings = useSurroundings();
  const { strings } = surroundings;
  const days = new Map(shown.map((child) => [child.pupilKey, dayFor(child, surroundings)]));
  const heading = commonHeading([...days.values()], surroundings);
  const rules = school.kitRules;
  return (
    <Panel
      heading={heading ?? strings.today.severalDays}
      whose={whoseOf(shown)}
      isLead={isLead}
      {...panelFreshness(shown, 'timetable', school.calendar.value, surroundings)}
    >
      {rules.error && !rules.value && (
        <ErrorBand heading={strings.today.kitUnknown} action={{ label: strings.page.tryAgain, onClick: onTryAgain }} />
      )}
      <ChildCards
        shown={shown}
        area="timetable"
        needs="first"
        saysYear={isLead}
        onTryAgain={onTryAgain}
        card={(child) => (
          <SchoolDay
            child={child}
            toShow={days.get(child.pupilKey)}
            rules={rules.value}
            calendar={school.calendar.value}
            isInBrief={shown.length > 1}
            saysWhichDay={heading === undefined}
          />
        )}
      />
    </Panel>
  );
}

interface SchoolDayProps {
  readonly child: ShownChild;
  readonly toShow: DayToShow | undefined;
  /** Undefined: not known now. */
  readonly rules: readonly KitRule[] | undefined;
  readonly calendar: SchoolCalendar | undefined;
  readonly isInBrief: boolean;
  readonly saysWhichDay: boolean;
}

function SchoolDay({ child, toShow, rules, calendar, isInBrief, saysWhichDay }: SchoolDayProps): React.ReactElement {
  const surroundings = useSurroundings();
  const { strings, dates } = surroundings;
  if (!toShow) return <EmptyState>{withoutLessons(child, calendar, surroundings)}</EmptyState>;
  const { lessons } = toShow.day;
  const [first, last] = [lessons[0], lessons[lessons.length - 1]];
  const list = <Lessons lessons={lessons} rules={rules ?? []} />;
  return (
    <>
      {saysWhichDay && <p className={styles.changed}>{dayHeading(toShow, surroundings)}</p>}
      {first && rules && <Bring things={kitForDay(toShow.day, rules)} />}
      {first && last && isInBrief && (
        <p className={styles.summary}>{strings.today.summary(lessons.length, dates.time(first.start), dates.time(last.end))}</p>
      )}
      {isInBrief && <Changes lessons={lessons} />}
      {!first && <EmptyState>{strings.today.noLessons}</EmptyState>}
      {first && (isInBrief ? <Disclosure label={strings.today.allLessons(child.name)}>{list}</Disclosure> : list)}
    </>
  );
}

function Bring({ things }: { readonly things: readonly string[] }): React.ReactElement {
  const { strings } = useSurroundings();
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
  const { strings, dates } = useSurroundings();
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
  const { strings } = useSurroundings();
  return (
    <ol className={styles.lessons} aria-label={strings.today.lessons}>
      {lessons.map((lesson) => (
        <LessonRow key={lesson.period + lesson.start + lesson.className} lesson={lesson} rules={rules} />
      ))}
    </ol>
  );
}

function LessonRow({ lesson, rules }: { readonly lesson: Lesson; readonly rules: readonly KitRule[] }): React.ReactElement {
  const { strings, dates } = useSurroundings();
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

function dayFor(child: ShownChild, { schoolMoment }: Surroundings): DayToShow | undefined {
  return dayToShow({ now: schoolMoment, timetable: child.timetable });
}

/** On a day without school, when the next one is. */
function withoutLessons(
  { name, pupil }: ShownChild,
  calendar: SchoolCalendar | undefined,
  { strings, dates, schoolMoment }: Surroundings,
): string {
  const [next] = calendar ? nextSchoolDays(calendar, schoolMoment.date, 1, pupil?.yearGroup) : [];
  const isBetween = next !== undefined && next > schoolMoment.date;
  return isBetween ? strings.today.nothingUntil(name, dates.day(next)) : strings.today.nothingYet(name);
}

function dayHeading({ day, relation }: DayToShow, { strings, dates }: Surroundings): string {
  return strings.today.headings[relation](dates.day(day.date));
}

/** The day's name where it is the same for every child, which it nearly always is. */
function commonHeading(days: readonly (DayToShow | undefined)[], surroundings: Surroundings): string | undefined {
  const headings = new Set(days.flatMap((day) => (day ? [dayHeading(day, surroundings)] : [])));
  return headings.size === 1 ? [...headings][0] : undefined;
}
