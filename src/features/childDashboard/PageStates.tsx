import * as React from 'react';
import type { DataError } from '../../data/errors';
import { ErrorNote } from '../../ui/ErrorNote';
import { HelpContact } from '../../ui/HelpContact';
import { SkeletonPanel } from '../../ui/Skeleton';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import styles from './Dashboard.module.scss';
import { useSurroundings } from './surroundings';

/** The shape of what comes. After a while says that it is still trying. */
export function LoadingPage({ isSlow }: { readonly isSlow: boolean }): React.ReactElement {
  const { strings } = useSurroundings();
  return (
    <div aria-busy="true">
      <VisuallyHidden live>{strings.page.loading}</VisuallyHidden>
      {isSlow && <p role="status">{strings.page.slow}</p>}
      <SkeletonPanel isLead />
      <div className={styles.areas}><SkeletonPanel /><SkeletonPanel /><SkeletonPanel /><SkeletonPanel /></div>
    </div>
  );
}

interface ProblemPageProps {
  readonly error: DataError;
  readonly isEditing: boolean;
  readonly onTryAgain: () => void;
  readonly onOpenPropertyPane: () => void;
}

/** Nothing to show: why, and what to do. Only the page's editor hears about lists. */
export function ProblemPage({ error, isEditing, onTryAgain, onOpenPropertyPane }: ProblemPageProps): React.ReactElement {
  const { strings } = useSurroundings();
  const tryAgain = { label: strings.page.tryAgain, onClick: onTryAgain };
  if (error.kind === 'notSetUp') {
    const { heading, visitor, editor, openPane } = strings.problems.notSetUp;
    if (!isEditing) return <ErrorNote heading={heading} text={visitor} action={tryAgain} />;
    return <ErrorNote heading={heading} text={editor} code={strings.page.code(error.code)} action={{ label: openPane, onClick: onOpenPropertyPane }} />;
  }
  const { heading, text } = strings.problems[error.kind];
  return (
    <ErrorNote heading={heading} text={text} action={tryAgain} code={error.kind === 'broken' ? strings.page.code(error.code) : undefined}>
      {(error.kind === 'noAccess' || error.kind === 'broken') && <Help />}
    </ErrorNote>
  );
}

export function NoChildPage({ isEditing }: { readonly isEditing: boolean }): React.ReactElement {
  const { strings } = useSurroundings();
  const { heading, text, help, editor } = strings.problems.noChild;
  return (
    <ErrorNote heading={heading} text={isEditing ? editor : `${text} ${help}`}>
      <Help />
    </ErrorNote>
  );
}

function Help(): React.ReactElement | null {
  const { strings, helpContact } = useSurroundings();
  if (helpContact === '') return null;
  return <p className={styles.help}>{strings.page.helpFrom} <HelpContact contact={helpContact} /></p>;
}
