import * as React from 'react';
import type { PupilArea } from '../../domain/areas';
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
  readonly onTryAgain: () => void;
  readonly card: (child: ShownChild) => React.ReactElement;
}

/** One card for each child, with the child's name on it: a fact never stands without saying whose it is. */
export function ChildCards({ shown, area, needs, onTryAgain, card }: ChildCardsProps): React.ReactElement {
  return (
    <ul className={styles.cards}>
      {shown.map((child) => (
        <li key={child.pupilKey} className={styles.card}>
          <h4 className={styles.who}><ChildBadge name={child.name} initials={child.initials} colour={child.colour} /></h4>
          <div className={styles.body}>
            <CardBody child={child} area={area} reading={child[needs]} onTryAgain={onTryAgain} card={card} />
          </div>
        </li>
      ))}
    </ul>
  );
}

interface CardBodyProps extends Pick<ChildCardsProps, 'area' | 'onTryAgain' | 'card'> {
  readonly child: ShownChild;
  readonly reading: ChildReading;
}

function CardBody({ child, area, reading, onTryAgain, card }: CardBodyProps): React.ReactElement {
  const { strings } = useSurroundings();
  if (!child.areas.includes(area)) return <EmptyState>{strings.page.notShared}</EmptyState>;
  if (reading.isLoading) return <SkeletonLines count={2} />;
  const action = { label: strings.page.tryAgain, onClick: onTryAgain };
  if (reading.error) return <ErrorBand heading={strings.problems[reading.error.kind].heading} action={action} />;
  if (reading.isMissing) return <ErrorBand heading={`${strings.page.childMissing(child.name)}. ${strings.page.childMissingHelp}`} action={action} />;
  return card(child);
}
