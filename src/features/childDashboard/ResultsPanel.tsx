import * as React from 'react';
import { type GlossaryEntry, groupResults, meaningOf, type Result, type ResultSet } from '../../domain/results';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { ChildCards, whoseOf } from './ChildCards';
import type { ShownChild } from './family';
import { panelFreshness } from './panelFreshness';
import type { PanelProps } from './panelProps';
import styles from './ResultsPanel.module.scss';
import { useSurroundings, type Surroundings } from './surroundings';

/** Each result with what it means, in the school's own words. */
export function ResultsPanel({ shown, school, isLead, onTryAgain }: PanelProps): React.ReactElement {
  const surroundings = useSurroundings();
  const { strings } = surroundings;
  const glossary = school.glossary.value ?? [];
  return (
    <Panel
      heading={strings.results.heading}
      whose={whoseOf(shown)}
      isLead={isLead}
      isBusy={shown.some((child) => child.later.isLoading)}
      {...panelFreshness(shown, 'results', school.calendar.value, surroundings)}
    >
      <ChildCards
        shown={shown}
        area="results"
        needs="later"
        saysYear={isLead}
        onTryAgain={onTryAgain}
        card={(child) => <ChildResults child={child} glossary={glossary} isInBrief={shown.length > 1} />}
      />
    </Panel>
  );
}

interface ChildResultsProps {
  readonly child: ShownChild;
  readonly glossary: readonly GlossaryEntry[];
  readonly isInBrief: boolean;
}

function ChildResults({ child, glossary, isInBrief }: ChildResultsProps): React.ReactElement {
  const surroundings = useSurroundings();
  const { strings } = surroundings;
  const results = child.resultsRecord?.results ?? [];
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
      <p className={styles.set}>{nameOf(latest, surroundings)}</p>
      {isInBrief ? <Disclosure label={strings.results.seeAll(child.name)}>{list}</Disclosure> : list}
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
  const surroundings = useSurroundings();
  const single = sets.filter(({ subjects }) => subjects.length === 1);
  return (
    <>
      {sets
        .filter((set) => !single.includes(set))
        .map((set) => (
          <Disclosure key={set.set} label={nameOf(set, surroundings)}>
            <Subjects set={set} glossary={glossary} />
          </Disclosure>
        ))}
      {single.length > 0 && (
        <Disclosure label={surroundings.strings.results.earlier(single.length)}>
          {single.map((set) => (
            <React.Fragment key={set.set}>
              <p className={styles.set}>{nameOf(set, surroundings)}</p>
              <Subjects set={set} glossary={glossary} isShort />
            </React.Fragment>
          ))}
        </Disclosure>
      )}
    </>
  );
}

/** With its date, unless the school named it by that. */
function nameOf({ set, date }: ResultSet, { strings, dates }: Surroundings): string {
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
  const saysTerm = !isShort && set.subjects.length === 1;
  return (
    <dl className={styles.subjects}>
      {set.subjects.map(({ subject, results }) => (
        <div key={subject} className={styles.subject}>
          <dt className={styles.name}>{subject}</dt>
          {results.map((result, index) => (
            <ResultLine key={`${result.aspect} ${index}`} result={result} glossary={glossary} saysTerm={saysTerm} />
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
  readonly saysTerm: boolean;
}

function ResultLine({ result, glossary, saysTerm }: ResultLineProps): React.ReactElement {
  const { strings } = useSurroundings();
  const meaning = meaningOf(glossary, result.aspect, result.result) ?? (saysTerm ? meaningOf(glossary, result.aspect) : undefined);
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
  const { strings } = useSurroundings();
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
