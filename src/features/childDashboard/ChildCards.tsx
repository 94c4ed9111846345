import * as React from 'react';
import type { PupilArea } from '../../domain/people/areas';
import { ChildBadge } from '../../ui/ChildBadge';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorBand } from '../../ui/ErrorNote';
import { SkeletonLines } from '../../ui/Skeleton';
import styles from './ChildCards.module.scss';
import type { ChildReading, ShownChild } from './family';
import { useSurroundings } from './surroundings';

interface ChildCardsProps {
  readonly shown: readonly ShownChild[];
  readonly area: PupilArea;
  /** Which of a child's readings the cards need. */
  readonly needs: 'first' | 'later';
  /** Year and form beside the name, once on a page. */
  readonly saysYear?: boolean;
  readonly onTryAgain: () => void;
  readonly card: (child: ShownChild) => React.ReactElement;
}

/** A card for each child with the child's name on it; of a single child the panel's head says whose it is (whoseOf). */
export function ChildCards({ shown, area, needs, saysYear = false, onTryAgain, card }: ChildCardsProps): React.ReactElement {
  const { strings } = useSurroundings();
  const [child] = shown;
  if (child && shown.length === 1) return <CardBody child={child} area={area} reading={child[needs]} onTryAgain={onTryAgain} card={card} />;
  return (
    <ul className={styles.cards}>
      {shown.map((child) => (
        <li key={child.pupilKey} className={styles.card}>
          <div className={styles.who}>
            <h4 className={styles.name}>
              <ChildBadge name={child.name} initials={child.initials} colour={child.colour} />
            </h4>
            {saysYear && child.pupil && (
              <span className={styles.year}>{strings.family.yearAndForm(child.pupil.yearGroup, child.pupil.form)}</span>
            )}
          </div>
          <div className={styles.body}>
            <CardBody child={child} area={area} reading={child[needs]} onTryAgain={onTryAgain} card={card} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** For the head of a panel about one child. */
export function whoseOf(shown: readonly ShownChild[]): React.ReactElement | undefined {
  const [child] = shown;
  return child && shown.length === 1 ? <ChildBadge name={child.name} initials={child.initials} colour={child.colour} /> : undefined;
}

interface CardBodyProps extends Pick<ChildCardsProps, 'area' | 'onTryAgain' | 'card'> {
  readonly child: ShownChild;
  readonly reading: ChildReading;
}

function CardBody({ child, area, reading, onTryAgain, card }: CardBodyProps): React.ReactElement {
  const { strings } = useSurroundings();
  if (!child.areas.includes(area)) return <EmptyState>{strings.family.notShared}</EmptyState>;
  if (reading.isLoading) return <SkeletonLines count={2} />;
  const action = { label: strings.page.tryAgain, onClick: onTryAgain };
  if (reading.error) return <ErrorBand heading={strings.problems[reading.error.kind].heading} action={action} />;
  if (reading.isMissing) return <ErrorBand heading={strings.family.childMissing(child.name)} action={action} />;
  return card(child);
}
