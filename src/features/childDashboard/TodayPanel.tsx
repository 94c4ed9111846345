import * as React from 'react';
import { kitForDay, type KitRule } from '../../domain/timetable/kit';
import { nextSchoolDays, type SchoolCalendar } from '../../domain/calendar/schoolCalendar';
import { dayToShow, isOrdinarySchoolDay, type DayToShow } from '../../domain/timetable/schoolDay';
import { ChildBadge } from '../../ui/ChildBadge';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorBand } from '../../ui/ErrorNote';
import { Panel } from '../../ui/Panel';
import { childBadge, ChildCards, foldedChildren, isReady } from '../../family/ChildCards';
import { firstReading, usePanelFreshness, type DashboardChild } from './dashboardChild';
import { Bring, Changes, Hours, Lessons } from './Lessons';
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
  const freshness = usePanelFreshness('timetable', shown, school);
  const isOrdinary = (child: DashboardChild): boolean => freshness.staleWarning === undefined && isOrdinaryDay(dayOf(child));
  const content = { area: 'timetable', readingOf: firstReading('timetable') } as const;
  const folded = foldedChildren(shown, content, isOrdinary);
  const named = shown.filter((child) => isReady(child, content) && !folded.includes(child));
  return (
    <Panel icon="day" heading={heading ?? strings.today.severalDays} whose={childBadge(shown)} isLead={isLead} {...freshness}>
      {rules.error && !rules.value && <ErrorBand heading={strings.today.kitUnknown} action={retry} />}
      <ChildCards
        shown={shown}
        {...content}
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

/** As far as it is known, and on the day that stands in the heading. */
function isOrdinaryDay({ toShow, rules, showsDay }: SchoolDayProps): boolean {
  return !showsDay && toShow !== undefined && rules !== undefined && isOrdinarySchoolDay(toShow.day, rules);
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
  return (
    <>
      <WhatToBring {...props} />
      <Changes lessons={props.toShow?.day.lessons ?? []} />
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
      <Disclosure label={strings.today.allLessons}>
        {known.map(({ child, toShow, rules }) => (
          <React.Fragment key={child.pupilKey}>
            <h4 className={styles.whose}>
              <ChildBadge name={child.name} initials={child.initials} colour={child.index} />
            </h4>
            <Hours lessons={toShow?.day.lessons ?? []} />
            <Lessons lessons={toShow?.day.lessons ?? []} rules={rules ?? []} />
          </React.Fragment>
        ))}
      </Disclosure>
    </div>
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
