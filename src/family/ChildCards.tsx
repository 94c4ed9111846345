import * as React from 'react';
import { useRetry } from '../app/connection';
import { useEnvironment } from '../app/environment';
import type { PupilArea } from '../domain/people/areas';
import { ChildBadge } from '../ui/ChildBadge';
import { EmptyState } from '../ui/EmptyState';
import { ErrorBand } from '../ui/ErrorNote';
import { SkeletonLines } from '../ui/Skeleton';
import styles from './ChildCards.module.scss';
import type { ChildView, Reading } from './childView';

interface ChildCardsProps<Child extends ChildView> {
  readonly shown: readonly Child[];
  readonly area: PupilArea;
  /** What the child's card needs to have been read. */
  readonly readingOf: (child: Child) => Reading;
  /** Year and form beside the name, once on a page. */
  readonly showsYear?: boolean;
  readonly card: (child: Child) => React.ReactElement;
}

/** A card for each child with the child's name on it; of a single child the panel's head says whose it is (childBadge). */
export function ChildCards<Child extends ChildView>({ shown, showsYear = false, ...content }: ChildCardsProps<Child>): React.ReactElement {
  const { strings } = useEnvironment();
  const [child] = shown;
  if (child && shown.length === 1) return <CardBody child={child} {...content} />;
  return (
    <ul className={styles.cards}>
      {shown.map((child) => (
        <li key={child.pupilKey} className={styles.card}>
          <div className={styles.who}>
            <h4 className={styles.name}>
              <ChildBadge name={child.name} initials={child.initials} colour={child.index} />
            </h4>
            {showsYear && child.pupil && (
              <span className={styles.year}>{strings.family.yearAndForm(child.pupil.yearGroup, child.pupil.form)}</span>
            )}
          </div>
          <div className={styles.body}>
            <CardBody child={child} {...content} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** For the head of a panel about one child. */
export function childBadge(shown: readonly ChildView[]): React.ReactElement | undefined {
  const [child] = shown;
  return child && shown.length === 1 ? <ChildBadge name={child.name} initials={child.initials} colour={child.index} /> : undefined;
}

interface CardBodyProps<Child extends ChildView> extends Pick<ChildCardsProps<Child>, 'area' | 'readingOf' | 'card'> {
  readonly child: Child;
}

function CardBody<Child extends ChildView>({ child, area, readingOf, card }: CardBodyProps<Child>): React.ReactElement {
  const { strings } = useEnvironment();
  const retry = useRetry();
  if (!child.areas.includes(area)) return <EmptyState>{strings.family.notShared}</EmptyState>;
  const { isLoading, error, isMissing } = readingOf(child);
  if (isLoading) return <SkeletonLines count={2} />;
  if (error) return <ErrorBand heading={strings.problems[error.kind].heading} action={retry} />;
  if (isMissing) {
    return <ErrorBand heading={strings.family.childMissing(child.name)} action={retry} />;
  }
  return card(child);
}
