import * as React from 'react';
import { datesComingUp, type DateComingUp } from '../../domain/calendar/datesComingUp';
import type { SchoolCalendar } from '../../domain/calendar/schoolCalendar';
import { addDays, type SchoolDate } from '../../domain/time/schoolDate';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorBand } from '../../ui/ErrorNote';
import { Panel } from '../../ui/Panel';
import styles from './DatesPanel.module.scss';
import { childBadge } from '../../family/ChildCards';
import type { DashboardChild } from './dashboardChild';
import type { PanelProps } from './panelProps';
import { useRetry } from '../../app/connection';
import { useEnvironment, type Environment } from '../../app/environment';

/** Far enough for the next holidays, well within the calendar that is read. */
const daysAhead = 100;
const maxDates = 8;

/** So many are shown at once of several children, whose page has more on it. */
const maxAtAGlance = 3;

interface FamilyDate {
  readonly date: DateComingUp;
  readonly names: readonly string[];
}

/** Dates that families plan by, once for all the children whom they concern. */
export function DatesPanel({ shown, school, isLead }: PanelProps): React.ReactElement {
  const environment = useEnvironment();
  const { strings, dates } = environment;
  const { value: calendar, error, readAt } = school.calendar;
  const retry = useRetry();
  const coming = calendar ? familyDates(shown, calendar, environment).slice(0, maxDates) : [];
  const [next, later] = shown.length > 1 ? [coming.slice(0, maxAtAGlance), coming.slice(maxAtAGlance)] : [coming, []];
  const freshness = readAt && strings.freshness.read(dates.moment(readAt.toISOString()));
  return (
    <Panel icon="calendar" heading={strings.dates.heading} whose={childBadge(shown)} isLead={isLead} freshness={freshness}>
      {error && <ErrorBand heading={strings.problems[error.kind].heading} action={retry} />}
      {!error && coming.length === 0 && <EmptyState>{strings.dates.nothingYet}</EmptyState>}
      <DateList isBrief={shown.length > 1} coming={next} ofChildren={shown.length} />
      {later.length > 0 && (
        <div className={styles.more}>
          <Disclosure label={strings.dates.more(later.length)}>
            <DateList coming={later} ofChildren={shown.length} />
          </Disclosure>
        </div>
      )}
    </Panel>
  );
}

interface DateListProps {
  readonly coming: readonly FamilyDate[];
  /** How many children the page is about. */
  readonly ofChildren: number;
  /** Days by their short names. */
  readonly isBrief?: boolean;
}

/** The day as a leaf of a calendar, for the eye; the words beside it say it all. */
function DateList({ coming, ofChildren, isBrief = false }: DateListProps): React.ReactElement {
  const environment = useEnvironment();
  const { strings, dates } = environment;
  return (
    <ul className={styles.list}>
      {coming.map(({ date, names }) => (
        <li key={`${date.kind} ${date.from} ${date.session ?? ''} ${names.join(' ')}`} className={styles.date}>
          <span className={styles.leaf} aria-hidden="true">
            <span className={styles.number}>{dates.dayOfMonth(date.from)}</span>
            <span className={styles.month}>{dates.shortMonth(date.from)}</span>
          </span>
          <span className={styles.what}>
            <span className={styles.when}>{whenOf(date, environment, isBrief ? dates.shortDay : dates.day)}</span>
            <span className={styles.note}>
              {strings.dates.kinds[date.kind]}
              {names.length < ofChildren && ` · ${strings.family.forChildren(names)}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function familyDates(shown: readonly DashboardChild[], calendar: SchoolCalendar, { schoolMoment }: Environment): FamilyDate[] {
  const byText = new Map<string, FamilyDate>();
  for (const child of shown) {
    for (const date of datesComingUp(calendar, schoolMoment.date, addDays(schoolMoment.date, daysAhead), child.pupil?.yearGroup)) {
      const text = JSON.stringify([date.from, date.to, date.kind, date.session]);
      byText.set(text, { date, names: [...(byText.get(text)?.names ?? []), child.name] });
    }
  }
  return [...byText.values()].sort((a, b) => a.date.from.localeCompare(b.date.from) || a.date.to.localeCompare(b.date.to));
}

function whenOf({ from, to, session }: DateComingUp, { strings }: Environment, day: (date: SchoolDate) => string): string {
  if (from !== to) return strings.dates.fromTo(day(from), day(to));
  return session === undefined ? day(from) : strings.dates.halfDay[session](day(from));
}
