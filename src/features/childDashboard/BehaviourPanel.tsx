import * as React from 'react';
import { type BehaviourEntry, goodNewsFirst } from '../../domain/behaviour';
import { addDays } from '../../domain/time/schoolDate';
import { periodName } from '../../loc/periodName';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/icons';
import { Panel } from '../../ui/Panel';
import styles from './BehaviourPanel.module.scss';
import { childBadge, ChildCards } from '../../family/ChildCards';
import { firstReading, usePanelFreshness, type DashboardChild } from './dashboardChild';
import type { PanelProps } from './panelProps';
import { useEnvironment } from '../../app/environment';

/** What was not so good is not held up for longer; the whole term is a tap away. */
const recentDays = 42;

/** Praise is good news for about a term. */
const praiseDays = 120;

/** Praise leads; whatever else was recorded follows. No sum, no score. */
export function BehaviourPanel({ shown, school, isLead }: PanelProps): React.ReactElement {
  const environment = useEnvironment();
  return (
    <Panel
      heading={environment.strings.behaviour.heading}
      whose={childBadge(shown)}
      isLead={isLead}
      {...usePanelFreshness('behaviour', shown, school)}
    >
      <ChildCards
        shown={shown}
        area="behaviour"
        readingOf={firstReading('behaviour')}
        showsYear={isLead}
        card={(child) => <News child={child} most={shown.length > 1 ? 2 : 5} />}
      />
    </Panel>
  );
}

function News({ child, most }: { readonly child: DashboardChild; readonly most: number }): React.ReactElement {
  const { strings, schoolMoment } = useEnvironment();
  const record = child.records.behaviour.value?.value;
  const since = (days: number): string => addDays(schoolMoment.date, -days);
  if (child.news.length === 0 && !record?.entries.length) return <EmptyState>{strings.behaviour.nothingYet(child.name)}</EmptyState>;
  const inOrder = goodNewsFirst(child.news);
  const good = inOrder.filter((entry) => entry.polarity === 'positive' && entry.date >= since(praiseDays)).slice(0, most);
  const other = inOrder.filter((entry) => entry.polarity !== 'positive' && entry.date >= since(recentDays)).slice(0, most);
  return (
    <>
      {good.length === 0 ? (
        <EmptyState>{strings.behaviour.noGoodNews}</EmptyState>
      ) : (
        <Entries entries={good} label={strings.behaviour.goodNews} />
      )}
      {other.length > 0 && (
        <>
          <p className={styles.label}>{strings.behaviour.alsoRecorded}</p>
          <Entries entries={other} label={strings.behaviour.alsoRecorded} />
        </>
      )}
      {record && record.entries.length > good.length + other.length && (
        <Disclosure label={strings.behaviour.wholeTerm(record.entries.length, periodName(record.period.id, strings))}>
          <Entries entries={goodNewsFirst(record.entries)} label={periodName(record.period.id, strings)} />
        </Disclosure>
      )}
    </>
  );
}

function Entries({ entries, label }: { readonly entries: readonly BehaviourEntry[]; readonly label: string }): React.ReactElement {
  return (
    <ul className={styles.list} aria-label={label}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

function Entry({ entry }: { readonly entry: BehaviourEntry }): React.ReactElement {
  const { strings, dates } = useEnvironment();
  const day = dates.day(entry.date);
  const isGood = entry.polarity === 'positive';
  return (
    <li className={styles.entry}>
      <Icon name={isGood ? 'star' : 'dash'} className={`${styles.icon} ${isGood ? styles.positive : ''}`} />
      <span>
        <span className={isGood ? styles.what : undefined}>{entry.type}</span>
        <span className={styles.when}>
          {entry.subject === undefined ? day : strings.behaviour.inSubject(entry.subject, day)}
          {isGood && entry.points !== undefined && entry.points !== 0 && ` · ${strings.behaviour.points(entry.points)}`}
        </span>
      </span>
    </li>
  );
}
