import * as React from 'react';
import { groupResults, meaningOf, type GlossaryEntry, type ResultSet } from '../../domain/results';
import type { Result } from '../../domain/pupilFacts';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { ChildCards, whoseOf } from './ChildCards';
import type { ShownChild } from './family';
import { panelFreshness } from './panelFreshness';
import type { PanelProps } from './panelProps';
import styles from './ResultsPanel.module.scss';
import { useSurroundings } from './surroundings';

/** Each result with what it means, in the school's own words. */
export function ResultsPanel({ shown, school, isLead, onTryAgain }: PanelProps): React.ReactElement {
  const surroundings = useSurroundings();
  const { strings } = surroundings;
  const glossary = school.glossary.value ?? [];
  return (
    <Panel
      heading={strings.results.heading} whose={whoseOf(shown)} isLead={isLead} isBusy={shown.some((child) => child.later.isLoading)}
      {...panelFreshness(shown, 'results', school.calendar.value, surroundings)}
    >
      <ChildCards
        shown={shown} area="results" needs="later" saysYear={isLead} onTryAgain={onTryAgain}
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
  const { strings } = useSurroundings();
  const results = child.resultsRecord?.results ?? [];
  const [latest, ...earlier] = groupResults(results);
  if (!latest) return <EmptyState>{strings.results.nothingYet(child.name)}</EmptyState>;
  const list = (
    <>
      <Subjects set={latest} glossary={glossary} />
      <Words results={results} glossary={glossary} />
      {earlier.length > 0 && (
        <Disclosure label={strings.results.earlier(earlier.length)}>
          {earlier.map((set) => <React.Fragment key={set.set}><SetName set={set} /><Subjects set={set} glossary={glossary} /></React.Fragment>)}
        </Disclosure>
      )}
    </>
  );
  return (
    <>
      <SetName set={latest} />
      {isInBrief ? <Disclosure label={strings.results.seeAll(child.name)}>{list}</Disclosure> : list}
    </>
  );
}

function SetName({ set }: { readonly set: ResultSet }): React.ReactElement {
  const { strings, dates } = useSurroundings();
  return <p className={styles.set}>{strings.results.setWithDate(set.set, dates.day(set.date))}</p>;
}

function Subjects({ set, glossary }: { readonly set: ResultSet; readonly glossary: readonly GlossaryEntry[] }): React.ReactElement {
  return (
    <dl className={styles.subjects}>
      {set.subjects.map(({ subject, results }) => (
        <div key={subject} className={styles.subject}>
          <dt className={styles.name}>{subject}</dt>
          {results.map((result, index) => <ResultLine key={`${result.aspect} ${index}`} result={result} glossary={glossary} />)}
        </div>
      ))}
    </dl>
  );
}

function ResultLine({ result, glossary }: { readonly result: Result; readonly glossary: readonly GlossaryEntry[] }): React.ReactElement {
  const { strings } = useSurroundings();
  const meaning = meaningOf(glossary, result.aspect, result.result);
  return (
    <dd className={styles.result}>
      {result.aspect}: {result.result}
      {result.target !== undefined && <span className={styles.target}> · {strings.results.target(result.target)}</span>}
      {meaning !== undefined && <span className={styles.meaning}>{meaning}</span>}
    </dd>
  );
}

/** The school's words that occur here, explained. */
function Words({ results, glossary }: { readonly results: readonly Result[]; readonly glossary: readonly GlossaryEntry[] }): React.ReactElement | null {
  const { strings } = useSurroundings();
  const terms = [...new Set(results.map((result) => result.aspect))].flatMap((term) => {
    const meaning = meaningOf(glossary, term);
    return meaning === undefined ? [] : [{ term, meaning }];
  });
  if (terms.length === 0) return null;
  return (
    <Disclosure label={strings.results.whatItMeans}>
      <dl className={styles.words}>
        {terms.map(({ term, meaning }) => <React.Fragment key={term}><dt>{term}</dt><dd>{meaning}</dd></React.Fragment>)}
      </dl>
    </Disclosure>
  );
}
