import * as React from 'react';
import { behaviourAtAGlance, behaviourNews, goodNewsFirst, type BehaviourEntry, type BehaviourNews } from '../../domain/behaviour';
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

/** So many of a kind are shown at once of one child. */
const maxAtOnce = 5;

/** Praise leads; whatever else was recorded follows. No sum, no score. Of several children the newest praise and what is new beside it. */
export function BehaviourPanel({ shown, school, isLead }: PanelProps): React.ReactElement {
  const { strings, schoolMoment } = useEnvironment();
  const isBrief = shown.length > 1;
  const atAGlance = (child: DashboardChild): BehaviourNews => behaviourAtAGlance(child.news, schoolMoment.date);
  const isOrdinary = (child: DashboardChild): boolean => {
    const { good, other } = atAGlance(child);
    return good.length + other.length === 0;
  };
  return (
    <Panel
      icon="star"
      heading={strings.behaviour.heading}
      whose={childBadge(shown)}
      isLead={isLead}
      {...usePanelFreshness('behaviour', shown, school)}
    >
      <ChildCards
        shown={shown}
        area="behaviour"
        readingOf={firstReading('behaviour')}
        showsYear={isLead}
        card={(child) => (isBrief ? <NewsEntries news={atAGlance(child)} /> : <AllNews child={child} />)}
        more={(child) => ({ label: strings.behaviour.seeAll(child.name), content: <AllNews child={child} /> })}
        ordinary={{ isOrdinary, inWords: strings.behaviour.ordinary }}
      />
    </Panel>
  );
}

function NewsEntries({ news: { good, other } }: { readonly news: BehaviourNews }): React.ReactElement {
  const { strings } = useEnvironment();
  return (
    <>
      {good.length > 0 && <Entries entries={good} label={strings.behaviour.goodNews} isBrief />}
      {other.length > 0 && <Entries entries={other} label={strings.behaviour.alsoRecorded} isBrief />}
    </>
  );
}

function AllNews({ child }: { readonly child: DashboardChild }): React.ReactElement {
  const { strings, schoolMoment } = useEnvironment();
  const record = child.records.behaviour.value?.value;
  if (child.news.length === 0 && !record?.entries.length) return <EmptyState>{strings.behaviour.nothingYet(child.name)}</EmptyState>;
  const news = behaviourNews(child.news, schoolMoment.date);
  const [good, other] = [news.good.slice(0, maxAtOnce), news.other.slice(0, maxAtOnce)];
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

interface EntriesProps {
  readonly entries: readonly BehaviourEntry[];
  readonly label: string;
  /** A line each. */
  readonly isBrief?: boolean;
}

function Entries({ entries, label, isBrief = false }: EntriesProps): React.ReactElement {
  return (
    <ul className={`${styles.list} ${isBrief ? styles.brief : ''}`} aria-label={label}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} isBrief={isBrief} />
      ))}
    </ul>
  );
}

function Entry({ entry, isBrief }: { readonly entry: BehaviourEntry; readonly isBrief: boolean }): React.ReactElement {
  const { strings, dates } = useEnvironment();
  const day = isBrief ? dates.shortDay(entry.date) : dates.day(entry.date);
  const isGood = entry.polarity === 'positive';
  return (
    <li className={styles.entry}>
      <Icon name={isGood ? 'star' : 'dash'} className={`${styles.icon} ${isGood ? styles.positive : ''}`} />
      <span>
        <span className={isGood ? styles.what : undefined}>{entry.type}</span>{' '}
        <span className={styles.when}>
          {entry.subject === undefined ? day : strings.behaviour.inSubject(entry.subject, day)}
          {!isBrief && isGood && entry.points !== undefined && entry.points !== 0 && ` · ${strings.behaviour.points(entry.points)}`}
        </span>
      </span>
    </li>
  );
}
