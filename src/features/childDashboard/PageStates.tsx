import * as React from 'react';
import type { DataError } from '../../data/errors';
import { ErrorNote } from '../../ui/ErrorNote';
import { HelpContact } from '../../ui/HelpContact';
import { SkeletonChoice, SkeletonPanel } from '../../ui/Skeleton';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import styles from './Dashboard.module.scss';
import { useSurroundings } from './surroundings';

const patienceMs = 4_000;

/** The shape of what comes. Says that it is still trying when it takes long or was refused once. */
export function LoadingPage({ isRetrying }: { readonly isRetrying: boolean }): React.ReactElement {
  const { strings } = useSurroundings();
  const [isLong, setIsLong] = React.useState(false);
  React.useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  const isSlow = isLong || isRetrying;
  return (
    <div className={styles.dashboard} aria-busy="true">
      <VisuallyHidden live>{isSlow ? strings.page.slow : strings.page.loading}</VisuallyHidden>
      <PageShape>
        {/* Where the skeleton is empty, so that nothing moves; heard above. */}
        {isSlow && (
          <p className={styles.slow} aria-hidden="true">
            {strings.page.slow}
          </p>
        )}
      </PageShape>
    </div>
  );
}

/** What stands there while the words of the person's language are on their way. */
export function WordlessPage({ title }: { readonly title: string }): React.ReactElement {
  return (
    <div className={styles.dashboard} aria-busy="true">
      {title !== '' && <h2 className={styles.title}>{title}</h2>}
      <PageShape />
    </div>
  );
}

function PageShape({ children }: { readonly children?: React.ReactNode }): React.ReactElement {
  return (
    <>
      <SkeletonChoice />
      <div className={styles.areas}>
        <div className={styles.lead}>
          <SkeletonPanel isLead>{children}</SkeletonPanel>
        </div>
        {[0, 1].map((stack) => (
          <div key={stack} className={styles.stack}>
            <SkeletonPanel />
            <SkeletonPanel />
          </div>
        ))}
      </div>
    </>
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
    return (
      <ErrorNote
        heading={heading}
        text={editor}
        code={strings.page.code(error.code)}
        action={{ label: openPane, onClick: onOpenPropertyPane }}
      />
    );
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
  const { heading, text, editor } = strings.problems.noChild;
  return (
    <ErrorNote heading={heading} text={isEditing ? editor : text}>
      <Help />
    </ErrorNote>
  );
}

function Help(): React.ReactElement | null {
  const { strings, helpContact } = useSurroundings();
  if (helpContact === '') return null;
  return (
    <p className={styles.help}>
      {strings.page.helpFrom} <HelpContact contact={helpContact} />
    </p>
  );
}
