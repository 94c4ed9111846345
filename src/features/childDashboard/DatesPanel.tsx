import * as React from 'react';
import { datesComingUp, type DateComingUp } from '../../domain/calendar/datesComingUp';
import type { SchoolCalendar } from '../../domain/calendar/schoolCalendar';
import { addDays } from '../../domain/time/schoolDate';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorBand } from '../../ui/ErrorNote';
import { Panel } from '../../ui/Panel';
import styles from './DatesPanel.module.scss';
import { whoseOf } from './ChildCards';
import type { ShownChild } from './family';
import type { PanelProps } from './panelProps';
import { useSurroundings, type Surroundings } from './surroundings';

/** Far enough for the next holidays, well within the calendar that is read. */
const daysAhead = 100;
const mostDates = 8;

interface FamilyDate {
  readonly date: DateComingUp;
  readonly names: readonly string[];
}

/** Dates that families plan by, once for all the children whom they concern. */
export function DatesPanel({ shown, school, isLead, onTryAgain }: PanelProps): React.ReactElement {
  const surroundings = useSurroundings();
  const { strings, dates } = surroundings;
  const { value: calendar, error, readAt } = school.calendar;
  const coming = calendar ? familyDates(shown, calendar, surroundings).slice(0, mostDates) : [];
  const freshness = readAt && strings.freshness.read(dates.moment(readAt.toISOString()));
  return (
    <Panel heading={strings.dates.heading} whose={whoseOf(shown)} isLead={isLead} freshness={freshness}>
      {error && <ErrorBand heading={strings.problems[error.kind].heading} action={{ label: strings.page.tryAgain, onClick: onTryAgain }} />}
      {!error && coming.length === 0 && <EmptyState>{strings.dates.nothingYet}</EmptyState>}
      <ul className={styles.list}>
        {coming.map(({ date, names }) => (
          <li key={`${date.kind} ${date.from} ${date.session ?? ''} ${names.join(' ')}`} className={styles.date}>
            <span className={styles.when}>{whenOf(date, surroundings)}</span>
            {strings.dates.kinds[date.kind]}
            {names.length < shown.length && <span className={styles.note}> · {strings.family.forChildren(names)}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function familyDates(shown: readonly ShownChild[], calendar: SchoolCalendar, { schoolMoment }: Surroundings): FamilyDate[] {
  const byText = new Map<string, FamilyDate>();
  for (const child of shown) {
    for (const date of datesComingUp(calendar, schoolMoment.date, addDays(schoolMoment.date, daysAhead), child.pupil?.yearGroup)) {
      const text = JSON.stringify([date.from, date.to, date.kind, date.session]);
      byText.set(text, { date, names: [...(byText.get(text)?.names ?? []), child.name] });
    }
  }
  return [...byText.values()].sort((a, b) => a.date.from.localeCompare(b.date.from) || a.date.to.localeCompare(b.date.to));
}

function whenOf({ from, to, session }: DateComingUp, { strings, dates }: Surroundings): string {
  if (from !== to) return strings.dates.fromTo(dates.day(from), dates.day(to));
  return session === undefined ? dates.day(from) : strings.dates.halfDay[session](dates.day(from));
}
