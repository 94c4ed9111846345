import * as React from 'react';
import type { DataError } from '../data/errors';
import { ErrorNote } from '../ui/ErrorNote';
import { HelpContact } from '../ui/HelpContact';
import { PanelLayout } from '../ui/PanelLayout';
import { SkeletonChoice, SkeletonPanel } from '../ui/Skeleton';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import { useRetry } from './connection';
import { useEnvironment } from './environment';
import styles from './PageStates.module.scss';

const patienceMs = 4_000;

/** The shape of what comes. Says that it is still trying when it takes long or was refused once. */
export function LoadingPage({ isRetrying }: { readonly isRetrying: boolean }): React.ReactElement {
  const { strings } = useEnvironment();
  const [isLong, setIsLong] = React.useState(false);
  React.useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  const isSlow = isLong || isRetrying;
  const lead = (
    <SkeletonPanel isLead>
      {/* Where the skeleton is empty, so that nothing moves; heard below. */}
      {isSlow && (
        <p className={styles.slow} aria-hidden="true">
          {strings.page.slow}
        </p>
      )}
    </SkeletonPanel>
  );
  const others = [0, 1].map((panel) => <SkeletonPanel key={panel} />);
  return (
    <div className={styles.loading} aria-busy="true">
      <VisuallyHidden live>{isSlow ? strings.page.slow : strings.page.loading}</VisuallyHidden>
      <SkeletonChoice />
      <PanelLayout lead={lead} stacks={[others, others]} />
    </div>
  );
}

/** Nothing to show: why, and what to do. Only the page's editor hears about lists. */
export function ProblemPage({ error }: { readonly error: DataError }): React.ReactElement {
  const { strings, isEditing, onOpenPropertyPane } = useEnvironment();
  const retry = useRetry();
  if (error.kind === 'notSetUp') {
    const { heading, visitor, editor, openPane } = strings.problems.notSetUp;
    if (!isEditing) return <ErrorNote heading={heading} text={visitor} action={retry} />;
    const action = { label: openPane, onClick: onOpenPropertyPane };
    return <ErrorNote heading={heading} text={editor} code={strings.page.code(error.code)} action={action} />;
  }
  const { heading, text } = strings.problems[error.kind];
  return (
    <ErrorNote heading={heading} text={text} action={retry} code={error.kind === 'broken' ? strings.page.code(error.code) : undefined}>
      {(error.kind === 'noAccess' || error.kind === 'broken') && <Help />}
    </ErrorNote>
  );
}

/** Whom to ask, where the page's editor named somebody. */
export function Help(): React.ReactElement | null {
  const { strings, helpContact } = useEnvironment();
  if (helpContact === '') return null;
  return (
    <p className={styles.help}>
      {strings.page.helpFrom} <HelpContact contact={helpContact} />
    </p>
  );
}
