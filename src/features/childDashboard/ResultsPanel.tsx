import * as React from 'react';
import { type GlossaryEntry, groupResults, meaningOf, type Result, type ResultSet } from '../../domain/results';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { childBadge, ChildCards } from '../../family/ChildCards';
import { recordReading, usePanelFreshness, type DashboardChild } from './dashboardChild';
import type { PanelProps } from './panelProps';
import styles from './ResultsPanel.module.scss';
import { useEnvironment, type Environment } from '../../app/environment';

/** Each result with what it means, in the school's own words. */
export function ResultsPanel({ shown, school, isLead }: PanelProps): React.ReactElement {
  const environment = useEnvironment();
  const { strings } = environment;
  const glossary = school.glossary.value ?? [];
  return (
    <Panel
      heading={strings.results.heading}
      whose={childBadge(shown)}
      isLead={isLead}
      isBusy={shown.some((child) => recordReading('results')(child).isLoading)}
      {...usePanelFreshness('results', shown, school)}
    >
      <ChildCards
        shown={shown}
        area="results"
        readingOf={recordReading('results')}
        showsYear={isLead}
        card={(child) => <ChildResults child={child} glossary={glossary} isBrief={shown.length > 1} />}
      />
    </Panel>
  );
}

interface ChildResultsProps {
  readonly child: DashboardChild;
  readonly glossary: readonly GlossaryEntry[];
  readonly isBrief: boolean;
}

function ChildResults({ child, glossary, isBrief }: ChildResultsProps): React.ReactElement {
  const environment = useEnvironment();
  const { strings } = environment;
  const results = child.records.results.value?.value.results ?? [];
  const [latest, ...earlier] = groupResults(results);
  if (!latest) return <EmptyState>{strings.results.nothingYet(child.name)}</EmptyState>;
  const list = (
    <>
      <Subjects set={latest} glossary={glossary} />
      <Words results={results} glossary={glossary} />
      <Earlier sets={earlier} glossary={glossary} />
    </>
  );
  return (
    <>
      <p className={styles.set}>{nameOf(latest, environment)}</p>
      {isBrief ? <Disclosure label={strings.results.seeAll(child.name)}>{list}</Disclosure> : list}
    </>
  );
}

/** Reports by name, each a tap away; what is about one subject, such as tests, in one list. */
function Earlier({
  sets,
  glossary,
}: {
  readonly sets: readonly ResultSet[];
  readonly glossary: readonly GlossaryEntry[];
}): React.ReactElement {
  const environment = useEnvironment();
  const single = sets.filter(({ subjects }) => subjects.length === 1);
  return (
    <>
      {sets
        .filter((set) => !single.includes(set))
        .map((set) => (
          <Disclosure key={set.set} label={nameOf(set, environment)}>
            <Subjects set={set} glossary={glossary} />
          </Disclosure>
        ))}
      {single.length > 0 && (
        <Disclosure label={environment.strings.results.earlier(single.length)}>
          {single.map((set) => (
            <React.Fragment key={set.set}>
              <p className={styles.set}>{nameOf(set, environment)}</p>
              <Subjects set={set} glossary={glossary} isShort />
            </React.Fragment>
          ))}
        </Disclosure>
      )}
    </>
  );
}

/** With its date, unless the school named it by that. */
function nameOf({ set, date }: ResultSet, { strings, dates }: Environment): string {
  const isDated = set.includes(`${dates.dayOfMonth(date)} ${dates.month(date)}`);
  return isDated ? set : strings.results.setWithDate(set, dates.day(date));
}

interface SubjectsProps {
  readonly set: ResultSet;
  readonly glossary: readonly GlossaryEntry[];
  /** Without the meaning of a term whose values need none. */
  readonly isShort?: boolean;
}

function Subjects({ set, glossary, isShort = false }: SubjectsProps): React.ReactElement {
  // Said once: in a report, a list of its own explains the terms.
  const showsTerm = !isShort && set.subjects.length === 1;
  return (
    <dl className={styles.subjects}>
      {set.subjects.map(({ subject, results }) => (
        <div key={subject} className={styles.subject}>
          <dt className={styles.name}>{subject}</dt>
          {results.map((result, index) => (
            <ResultLine key={`${result.aspect} ${index}`} result={result} glossary={glossary} showsTerm={showsTerm} />
          ))}
        </div>
      ))}
    </dl>
  );
}

interface ResultLineProps {
  readonly result: Result;
  readonly glossary: readonly GlossaryEntry[];
  /** Where the value has no meaning of its own, that of the term stands for it. */
  readonly showsTerm: boolean;
}

function ResultLine({ result, glossary, showsTerm }: ResultLineProps): React.ReactElement {
  const { strings } = useEnvironment();
  const meaning = meaningOf(glossary, result.aspect, result.result) ?? (showsTerm ? meaningOf(glossary, result.aspect) : undefined);
  return (
    <dd className={styles.result}>
      {strings.results.line(result.aspect, result.result)}
      {result.target !== undefined && <span className={styles.target}> · {strings.results.target(result.target)}</span>}
      {meaning !== undefined && <span className={styles.meaning}>{meaning}</span>}
    </dd>
  );
}

/** The school's words that occur here, explained. */
function Words({
  results,
  glossary,
}: {
  readonly results: readonly Result[];
  readonly glossary: readonly GlossaryEntry[];
}): React.ReactElement | null {
  const { strings } = useEnvironment();
  const terms = [...new Set(results.map((result) => result.aspect))].flatMap((term) => {
    const meaning = meaningOf(glossary, term);
    return meaning === undefined ? [] : [{ term, meaning }];
  });
  if (terms.length === 0) return null;
  return (
    <Disclosure label={strings.results.whatItMeans}>
      <dl className={styles.words}>
        {terms.map(({ term, meaning }) => (
          <React.Fragment key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </React.Fragment>
        ))}
      </dl>
    </Disclosure>
  );
}
