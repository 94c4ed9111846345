import * as React from 'react';
import { groupResults, inShort, latestResults, meaningOf, type GlossaryEntry, type Result, type ResultSet } from '../../domain/results';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { childBadge, ChildCards } from '../../family/ChildCards';
import { recordReading, usePanelFreshness, type DashboardChild } from './dashboardChild';
import type { PanelProps } from './panelProps';
import styles from './ResultsPanel.module.scss';
import { useEnvironment, type Environment } from '../../app/environment';

/** So many subjects of a report are shown of each of several children. */
const maxAtAGlance = 3;

/** Each result with what it means, in the school's own words. */
export function ResultsPanel({ shown, school, isLead }: PanelProps): React.ReactElement {
  const environment = useEnvironment();
  const { strings } = environment;
  const glossary = school.glossary.value ?? [];
  return (
    <Panel
      icon="results"
      heading={strings.results.heading}
      whose={childBadge(shown)}
      isLead={isLead}
      isBusy={shown.some((child) => child.areas.includes('results') && recordReading('results')(child).isLoading)}
      {...usePanelFreshness('results', shown, school)}
    >
      <ChildCards
        shown={shown}
        area="results"
        readingOf={recordReading('results')}
        showsYear={isLead}
        card={(child) =>
          shown.length > 1 ? <LatestResults child={child} glossary={glossary} /> : <ChildResults child={child} glossary={glossary} />
        }
        more={(child) =>
          resultsOf(child).length > 0
            ? { label: strings.results.seeAll(child.name), content: <ChildResults child={child} glossary={glossary} /> }
            : undefined
        }
        ordinary={{ isOrdinary: (child) => resultsOf(child).length === 0, inWords: strings.results.ordinary }}
      />
    </Panel>
  );
}

interface ChildResultsProps {
  readonly child: DashboardChild;
  readonly glossary: readonly GlossaryEntry[];
}

/** The newest occasion: of each subject what was judged first, and where it is one subject what that means. */
function LatestResults({ child, glossary }: ChildResultsProps): React.ReactElement {
  const environment = useEnvironment();
  const { strings } = environment;
  const latest = latestResults(resultsOf(child), maxAtAGlance);
  if (!latest) return <EmptyState>{strings.results.nothingYet(child.name)}</EmptyState>;
  const { set, first } = latest;
  const left = set.subjects.length - first.length;
  return (
    <>
      <ul className={styles.latest}>
        {first.map((result) => (
          <li key={result.subject}>
            <span className={styles.name}>
              {strings.results.inSubject(result.subject, strings.results.line(result.aspect, result.result))}
            </span>
            {set.subjects.length === 1 && <ShortMeaning result={result} glossary={glossary} />}
          </li>
        ))}
      </ul>
      <p className={styles.occasion}>
        {nameOf(set, environment)}
        {left > 0 && ` · ${strings.results.moreSubjects(left)}`}
      </p>
    </>
  );
}

function ShortMeaning({
  result,
  glossary,
}: {
  readonly result: Result;
  readonly glossary: readonly GlossaryEntry[];
}): React.ReactElement | null {
  const meaning = meaningOf(glossary, result.aspect, result.result) ?? meaningOf(glossary, result.aspect);
  return meaning === undefined ? null : <span className={styles.meaning}>{inShort(meaning)}</span>;
}

function ChildResults({ child, glossary }: ChildResultsProps): React.ReactElement {
  const environment = useEnvironment();
  const results = resultsOf(child);
  const [latest, ...earlier] = groupResults(results);
  if (!latest) return <EmptyState>{environment.strings.results.nothingYet(child.name)}</EmptyState>;
  return (
    <>
      <p className={styles.set}>{nameOf(latest, environment)}</p>
      <Subjects set={latest} glossary={glossary} />
      <Words results={results} glossary={glossary} />
      <Earlier sets={earlier} glossary={glossary} />
    </>
  );
}

function resultsOf(child: DashboardChild): readonly Result[] {
  return child.records.results.value?.value.results ?? [];
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
